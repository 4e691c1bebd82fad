import './styles/fonts.css';
import './styles/page.css';
import { preferredLanguage } from './i18n/languages';
import { speak } from './i18n/messages';
import { adoptPalette } from './model/symbols';
import { readAddress } from './model/view-state';

adoptPalette();

// The language comes first: no element is ever seen without its words.
const { lang } = readAddress(new URL(location.href), preferredLanguage(navigator.languages));
await speak(lang);
await import('./elements/terrikon-app');
