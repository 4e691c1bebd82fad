import { askAt } from '../api/client';
import { TerrikonMap } from './terrikon-map';

/**
 * The script that publishers name: `<script type="module" src="https://map.example/terrikon.js">`. It defines `<terrikon-map>` and nothing
 * else, and asks the server that it came from.
 */
askAt(new URL('.', import.meta.url));
if (!customElements.get('terrikon-map')) customElements.define('terrikon-map', TerrikonMap);
