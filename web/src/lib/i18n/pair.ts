import type { Language } from './language';
import { useLanguage } from './useLanguage';

/** A text in both languages, for what is described outside of components: titles of reports, panels and columns. */
export type Pair = Readonly<Record<Language, string>>;

/** Whether something that is shown is a text in both languages. */
export function isPair(value: unknown): value is Pair {
  return typeof value === 'object' && value !== null && 'ko' in value && 'en' in value;
}

const readers: Readonly<Record<Language, (pair: Pair) => string>> = {
  ko: ({ ko }) => ko,
  en: ({ en }) => en,
};

/** Reads a text of both languages in the one that is chosen. */
export function usePair(): (pair: Pair) => string {
  return readers[useLanguage()];
}
