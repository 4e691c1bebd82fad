import 'virtual:fonts.css';
import './styles/page.css';
import { preferredLanguage } from './i18n/languages';
import { speak } from './i18n/messages';
import { isProfile } from './model/profile-address';
import { adoptPalette } from './model/symbols';
import { readAddress } from './model/view-state';

adoptPalette();

// The language comes first: no element is ever seen without its words.
const { lang } = readAddress(new URL(location.href), preferredLanguage(navigator.languages));
await speak(lang);
if (isProfile(location)) {
  // A page without a map: neither loads the scripts of the other.
  await import('./profile/terrikon-profile');
  document.querySelector('terrikon-app')?.replaceWith(document.createElement('terrikon-profile'));
} else await import('./elements/terrikon-app');
