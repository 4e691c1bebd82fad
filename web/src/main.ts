import 'virtual:fonts.css';
import './styles/page.css';
import './styles/document.css';
import { preferredLanguage } from './i18n/languages';
import { speak } from './i18n/messages';
import { isReadFirst } from './model/entrance';
import { isProfile } from './model/profile-address';
import { adoptPalette } from './model/symbols';
import { readAddress } from './model/view-state';

const address = new URL(location.href);
const page = document.querySelector('terrikon-app');

/** The words come first: no element is ever seen without them. */
async function speakAsAsked(): Promise<void> {
  adoptPalette();
  await speak(readAddress(address, preferredLanguage(navigator.languages)).lang);
}

async function openMap(): Promise<void> {
  await speakAsAsked();
  await import('./elements/terrikon-app');
}

/** A page without a map: neither loads the scripts of the other. What the server wrote stays until the same is here. */
async function openProfile(): Promise<void> {
  await speakAsAsked();
  await import('./profile/terrikon-profile');
  const profile = document.createElement('terrikon-profile');
  if (!page?.childElementCount) {
    page?.replaceWith(profile);
    return;
  }
  profile.hidden = true;
  profile.addEventListener(
    'profile-shown',
    () => {
      page.remove();
      profile.hidden = false;
    },
    { once: true },
  );
  page.after(profile);
}

/** What is written is painted before scripts take their time. */
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

if (isReadFirst(address, matchMedia('(min-width: 768px)').matches)) {
  document.querySelector('[data-map]')?.addEventListener(
    'click',
    (event) => {
      event.preventDefault();
      void openMap();
    },
    { once: true },
  );
} else {
  await painted();
  await (isProfile(location) ? openProfile() : openMap());
}
