/** What is wrong with single fields of a source, in words. */
import type { ApiProblem } from '@/api/problem';
import { useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { anyRuleText } from '../rules';
import { words } from './words';

/** Rules of which the form has words of its own, by field and code; the others are those of every form. */
function useOwnWords(): Readonly<Record<string, string>> {
  const t = useMessages(words);
  return {
    'recordDate not_allowed': t.dateNeedsProduction,
    'config taken': t.folderTaken,
  };
}

/** Reads what a refused save says of each field, by the field's place without the slash: `config/url`. */
export function useFieldFaults(): (problem: ApiProblem | null) => Readonly<Record<string, string>> {
  const t = useMessages(words);
  const own = useOwnWords();
  const language = useLanguage();
  return (problem) =>
    Object.fromEntries(
      (problem?.errors ?? []).map(({ pointer, code }): [string, string] => {
        const place = pointer.replace(/^\//, '');
        if (place === 'schedule') return [place, t.scheduleWrong];
        const general = code === 'not_allowed' ? t.notAllowed : anyRuleText(language, code);
        return [place, own[`${place} ${code}`] ?? general];
      }),
    );
}
