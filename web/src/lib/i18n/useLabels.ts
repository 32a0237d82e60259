import { labels } from './labels';
import type { Language } from './language';
import { useLanguage } from './useLanguage';

type Labels = typeof labels;

/** A kind of word: terms, seat grades, fields of a production or an upload, reports, columns, findings. */
export type LabelKind = keyof Labels;

/** The keys of one kind. */
export type LabelKey<K extends LabelKind> = keyof Labels[K] & string;

/** The product's words in the chosen language. */
export interface LabelReader {
  /** A word whose key is known when the program is written. */
  <K extends LabelKind>(kind: K, key: LabelKey<K>): string;
  /** A word whose key comes from the server, such as a seat grade of a workbook: unknown ones stand for themselves. */
  any(kind: LabelKind, key: string): string;
}

const readers: Readonly<Record<Language, LabelReader>> = { ko: readerOf('ko'), en: readerOf('en') };

function readerOf(language: Language): LabelReader {
  const any = (kind: LabelKind, key: string): string => {
    const words: Readonly<Record<string, { readonly ko: string; readonly en: string }>> = labels[kind];
    return words[key]?.[language] ?? key;
  };
  return Object.assign(<K extends LabelKind>(kind: K, key: LabelKey<K>) => any(kind, key), { any });
}

/**
 * Reads the product's words: `const label = useLabels(); label('column', 'revenueKrw')`. One reader a language, so
 * that what depends on it is made again only when the language changes.
 */
export function useLabels(): LabelReader {
  return readers[useLanguage()];
}
