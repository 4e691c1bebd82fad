import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { DEFAULT_LANGUAGE, type Language, numberLocale } from './languages';

type Arguments = Record<string, FluentVariable>;

const texts: Record<Language, () => Promise<string>> = {
  en: () => import('../../../locales/en.ftl?raw').then((file) => file.default),
  ru: () => import('../../../locales/ru.ftl?raw').then((file) => file.default),
  kk: () => import('../../../locales/kk.ftl?raw').then((file) => file.default),
  ky: () => import('../../../locales/ky.ftl?raw').then((file) => file.default),
};

const listeners = new Set<() => void>();
let bundle = new FluentBundle(numberLocale(DEFAULT_LANGUAGE));
let current: Language = DEFAULT_LANGUAGE;

/** Loads a language and makes it the one that every element speaks. */
export async function speak(language: Language): Promise<void> {
  const text = await texts[language]();
  const next = new FluentBundle(numberLocale(language), { useIsolating: false });
  next.addResource(new FluentResource(text));
  bundle = next;
  current = language;
  for (const listener of listeners) listener();
}

export function language(): Language {
  return current;
}

/** The message of that key; the key itself where there is none, so that a gap shows in tests. */
export function t(key: string, values?: Arguments): string {
  return optional(key, values) ?? key;
}

/** As `t`, or undefined where the language has no such message. */
export function optional(key: string, values?: Arguments): string | undefined {
  const pattern = bundle.getMessage(key)?.value;
  return pattern ? bundle.formatPattern(pattern, values) : undefined;
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
