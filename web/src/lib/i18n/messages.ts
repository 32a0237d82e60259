/**
 * Words of a feature in both languages. A message is a text, or a function where something is put into it, so that
 * arguments are checked like any other and no placeholder can be forgotten. The English words must have the keys and
 * arguments of the Korean ones: a missing one does not compile, nor does a key that nobody wrote.
 */
import { useLanguage } from './useLanguage';
import type { Language } from './language';

type Message = string | ((...values: never[]) => string);

type Same<T> = {
  readonly [K in keyof T]: T[K] extends (...values: infer A) => string ? (...values: A) => string : string;
};

/** The words of one feature by language. */
export type Dictionary<T> = Readonly<Record<Language, Same<T>>>;

/** Declares the words of a feature, next to the components that say them. */
export function defineMessages<const T extends Record<string, Message>>(words: {
  ko: T;
  en: Same<T>;
}): Dictionary<T> {
  // `Same` only widens texts, which the compiler cannot see while T is open.
  return words as unknown as Dictionary<T>;
}

/** The words in the language that is chosen. */
export function useMessages<T>(dictionary: Dictionary<T>): Same<T> {
  return dictionary[useLanguage()];
}
