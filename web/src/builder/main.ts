import 'virtual:fonts.css';
import '../styles/page.css';
import { preferredLanguage } from '../i18n/languages';
import { speak } from '../i18n/messages';
import { adoptPalette } from '../model/symbols';
import { readAddress } from '../model/view-state';

adoptPalette();
const { lang } = readAddress(new URL(location.href), preferredLanguage(navigator.languages));
await Promise.all([speak(lang), import('./embed-builder')]);
