import { CircleAlert } from 'lucide-react';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/controls/Button';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { ProblemText } from './ProblemText';
import styles from './states.module.css';

const words = defineMessages({
  ko: { retry: '다시 시도' },
  en: { retry: 'Try again' },
});

/**
 * Part of a page that could not be read; the other parts go on. The server's code and the name of the request,
 * in small, are for whoever is asked.
 */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useMessages(words);
  const problem = asProblem(error);
  return (
    <div role="alert" className={styles['state']}>
      <CircleAlert aria-hidden className="behind" />
      <p>
        <ProblemText problem={problem} reading />
      </p>
      {onRetry !== undefined && <Button onClick={onRetry}>{t.retry}</Button>}
      {problem.status > 0 && (
        <p className="caption quiet">
          {[problem.code, problem.status, problem.document.requestId].filter(Boolean).join(' · ')}
        </p>
      )}
    </div>
  );
}
