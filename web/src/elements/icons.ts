import { html } from 'lit';

/** Line icons on a 20-pixel square; always beside or inside a control that has a name of its own. */
const line = (path: string) =>
  html`<svg viewBox="0 0 20 20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"><path d=${path} /></svg>`;

export const closeIcon = line('M5 5l10 10M15 5L5 15');
export const searchIcon = line('M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M12.5 12.5L17 17');
export const upIcon = line('M5 12.5l5-5 5 5');
export const downIcon = line('M5 7.5l5 5 5-5');
export const copyIcon = line('M7 7h9v9H7zM13 7V4H4v9h3');
export const soonerIcon = line('M12.5 5l-5 5 5 5');
export const laterIcon = line('M7.5 5l5 5-5 5');
export const printIcon = line('M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6z');
export const plusIcon = line('M10 4v12M4 10h12');
export const minusIcon = line('M4 10h12');
export const homeIcon = line('M3 8V3h5M17 8V3h-5M3 12v5h5M17 12v5h-5');
export const targetIcon = line('M10 5a5 5 0 1 0 0 10 5 5 0 0 0 0-10M10 2v3M10 15v3M2 10h3M15 10h3');
export const deviceIcon = line('M3 4h14v9H3zM7 17h6M10 13v4');
export const lightIcon = line(
  'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M10 1.5v1.7M10 16.8v1.7M1.5 10h1.7M16.8 10h1.7M4 4l1.2 1.2M14.8 14.8L16 16M4 16l1.2-1.2M14.8 5.2L16 4',
);
export const darkIcon = line('M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3');
export const pinIcon = line(
  'M10 18c0 0 5.5-5.4 5.5-9.5a5.5 5.5 0 0 0-11 0C4.5 12.6 10 18 10 18M10 6.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
);

/** The pin itself, its point at the middle of the lower edge. */
export const pinShape = html`<svg viewBox="0 0 34 42" aria-hidden="true"><path fill="currentColor" d="M17 41C17 41 31 25.5 31 15.5a14 14 0 0 0-28 0C3 25.5 17 41 17 41" /><circle cx="17" cy="15.5" r="5" /></svg>`;
