import type { ApiProblem } from '@/api/problem';
import { ProblemText } from '@/components/states/ProblemText';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { ruleText } from './rules';

/** Why something was refused: the office's own words for what its forms run into, else the general ones. */
export function RefusalText({ problem }: { problem: ApiProblem }) {
  const language = useLanguage();
  const words =
    problem.status === 409 || problem.status === 403 ? ruleText(language, problem.code) : undefined;
  return words === undefined ? <ProblemText problem={problem} /> : <>{words}.</>;
}
