import { stored, useStored } from '@/lib/stored';
import type { Language } from './language';

/** The language that this browser shows; Korean until somebody chooses. */
export const languagePreference = stored<Language>(
  'fullhouse.language',
  (text) => (text === 'en' ? 'en' : 'ko'),
  (language) => language,
);

/** The language that is chosen. */
export function useLanguage(): Language {
  return useStored(languagePreference);
}
