import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { type Language, numberLocale } from './languages';

export type Arguments = Record<string, FluentVariable>;

/** The messages of one language. */
export class Words {
  private readonly bundle: FluentBundle;

  constructor(
    readonly language: Language,
    text: string,
  ) {
    this.bundle = new FluentBundle(numberLocale(language), { useIsolating: false });
    this.bundle.addResource(new FluentResource(text));
  }

  /** The message of that key; the key itself where there is none, so that a gap shows in tests. */
  t(key: string, values?: Arguments): string {
    return this.optional(key, values) ?? key;
  }

  /** As `t`, or undefined where the language has no such message. */
  optional(key: string, values?: Arguments): string | undefined {
    const pattern = this.bundle.getMessage(key)?.value;
    return pattern ? this.bundle.formatPattern(pattern, values) : undefined;
  }
}
