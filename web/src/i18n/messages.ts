import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { DEFAULT_LANGUAGE, type Language } from './languages';
import { type Arguments, Words } from './words';

const texts: Record<Language, () => Promise<string>> = {
  en: () => import('../../../locales/en.ftl?part=viewer').then((file) => file.default),
  ru: () => import('../../../locales/ru.ftl?part=viewer').then((file) => file.default),
  kk: () => import('../../../locales/kk.ftl?part=viewer').then((file) => file.default),
  ky: () => import('../../../locales/ky.ftl?part=viewer').then((file) => file.default),
};

const listeners = new Set<() => void>();
let words = new Words(DEFAULT_LANGUAGE, '');

/** Loads a language and makes it the one that every element of a page of ours speaks. */
export async function speak(language: Language): Promise<void> {
  words = new Words(language, await texts[language]());
  for (const listener of listeners) listener();
}

export function language(): Language {
  return words.language;
}

export function t(key: string, values?: Arguments): string {
  return words.t(key, values);
}

export function optional(key: string, values?: Arguments): string | undefined {
  return words.optional(key, values);
}

/** Renders its element again when the language changes. */
export class Spoken implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  private readonly changed = () => this.host.requestUpdate();

  hostConnected(): void {
    listeners.add(this.changed);
  }

  hostDisconnected(): void {
    listeners.delete(this.changed);
  }
}
