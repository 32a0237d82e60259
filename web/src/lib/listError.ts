/** What is wrong with a list that somebody keeps in a file, at its cell. */
import type { Language } from './i18n/language';

/** A broken rule of a list, as the server tells it. */
interface ListError {
  readonly cell?: string;
  /** What is expected, in English. */
  readonly message: string;
  /** What is wrong and what is expected, in Korean; only of lists. */
  readonly messageKo?: string;
}

/** `B7: …` in the reader's language; undefined for a rule that is no list's. */
export function listErrorText(
  language: Language,
  { cell, message, messageKo }: ListError,
): string | undefined {
  if (messageKo === undefined) return undefined;
  const said = language === 'ko' ? messageKo : `should be ${message}`;
  return cell === undefined ? said : `${cell}: ${said}`;
}
