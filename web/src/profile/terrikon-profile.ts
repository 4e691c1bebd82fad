import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { fetchProfile } from '../api/profile';
import '../elements/loading-bar';
import { named } from '../elements/named';
import '../elements/problem-note';
import '../elements/reader-settings';
import { type Language, preferredLanguage } from '../i18n/languages';
import { Spoken, speak, t } from '../i18n/messages';
import { Media } from '../model/media';
import type { Profile } from '../model/profile';
import { type ProfileState, readProfileAddress, writeProfileAddress } from '../model/profile-address';
import type { Theme } from '../model/view-state';
import { controls } from '../styles/controls';
import { readPage } from '../styles/read-page';
import { report } from '../styles/report';
import './hotspot-counts';
import './indicator-section';
import './key-figures';
import './profile-head';
import './profile-links';
import './reach-table';
import './records-section';
import './source-list';

/**
 * The page of an oblast: all there is on it as it was on a day, to read, to print and to take away.
 *
 * Event: `profile-shown`, when all of it has been rendered for the first time.
 */
@customElement('terrikon-profile')
export class TerrikonProfile extends LitElement {
  private asked: ProfileState = readProfileAddress(new URL(location.href), preferredLanguage(navigator.languages));
  private readonly dark = new Media(this, '(prefers-color-scheme: dark)');
  private readonly profile = new Task(this, {
    args: () => [this.asked.code, this.asked.date, this.asked.lang] as const,
    task: ([code, date, lang], { signal }) => fetchProfile(code, date, lang, signal),
    onComplete: () => void this.announce(),
  });

  constructor() {
    super();
    new Spoken(this);
  }

  private async announce(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.dispatchEvent(new CustomEvent('profile-shown'));
  }

  protected override willUpdate(): void {
    const { theme, lang } = this.asked;
    document.documentElement.lang = lang;
    document.documentElement.dataset.theme = theme === 'auto' ? (this.dark.matches ? 'dark' : 'light') : theme;
    const name = this.profile.value?.oblast.name ?? this.asked.code;
    document.title = `${name} · ${t('app-title')}`;
  }

  private adjust(change: Partial<ProfileState>): void {
    this.asked = { ...this.asked, ...change };
    history.replaceState(null, '', writeProfileAddress(this.asked));
    this.requestUpdate();
  }

  private async chooseLanguage(lang: Language): Promise<void> {
    await speak(lang);
    this.adjust({ lang });
  }

  override render() {
    const { lang, theme } = this.asked;
    const code = this.profile.value?.oblast.code ?? this.asked.code;
    const map = new URLSearchParams({ lang, ...(theme !== 'auto' && { theme }), oblast: code });
    return html`
      <header>
        <a href=${`/?${map}`}>← ${t('profile-back')}</a>
        <reader-settings
          .language=${lang}
          .theme=${theme}
          @language-chosen=${({ detail }: CustomEvent<Language>) => this.chooseLanguage(detail)}
          @theme-chosen=${({ detail }: CustomEvent<Theme>) => this.adjust({ theme: detail })}
        ></reader-settings>
      </header>
      <main aria-busy=${this.profile.value === undefined}>
        ${this.profile.render({
          pending: () => this.renderOld(),
          complete: (profile) => this.renderProfile(profile),
          error: (problem) =>
            html`<problem-note .problem=${problem} otherwise="profile-failed" @retry=${() => this.profile.run()}></problem-note>`,
        })}
      </main>
    `;
  }

  /** While another language comes, what is there stays. */
  private renderOld() {
    const old = this.profile.value;
    return html`<loading-bar></loading-bar>${old ? this.renderProfile(old) : html`<p class="second" role="status">${t('profile-loading')}</p>`}`;
  }

  private renderProfile(profile: Profile) {
    const { oblast, hotspots, exposure, indicators, sources, caveats } = profile;
    return html`
      <h1>${named(oblast.name ?? oblast.code, oblast.name_lang)}</h1>
      <profile-head .profile=${profile} .asked=${this.asked}></profile-head>
      <key-figures .profile=${profile}></key-figures>
      ${caveats.length > 0 ? html`<ul class="note caveats">${caveats.map(({ text }) => html`<li>${text}</li>`)}</ul>` : nothing}
      <div class="pair">
        <hotspot-counts .hotspots=${hotspots}></hotspot-counts>
        <reach-table .exposure=${exposure}></reach-table>
      </div>
      <indicator-section .indicators=${indicators} .sources=${sources}></indicator-section>
      <records-section .profile=${profile}></records-section>
      <source-list .sources=${sources}></source-list>
      <profile-links .profile=${profile} .asked=${this.asked}></profile-links>
    `;
  }

  static override styles = [
    controls,
    report,
    readPage,
    css`
      main {
        position: relative;
      }
      main > *,
      .pair > * {
        display: block;
      }
      main > * + *:not(profile-head):not([hidden]) {
        margin-top: 28px;
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 28px 40px;
        align-items: start;
      }
      .caveats li + li {
        margin-top: 4px;
      }
      @media (max-width: 767px) {
        .pair {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media print {
        header {
          display: none;
        }
        main {
          max-width: none;
          padding: 0;
          box-shadow: none;
        }
      }
    `,
  ];
}
