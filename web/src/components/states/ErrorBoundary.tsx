import type { ErrorInfo, ReactNode } from 'react';
import { ErrorBoundary as Boundary } from 'react-error-boundary';
import { Button } from '@/components/controls/Button';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import styles from './states.module.css';

const words = defineMessages({
  ko: { broken: '이 영역을 표시하지 못했습니다.', again: '새로고침' },
  en: { broken: 'This section could not be displayed.', again: 'Reload' },
});

/** Says that a part of the page broke. A new version of the application is the usual cause, so it is loaded anew. */
export function BrokenPart() {
  const t = useMessages(words);
  return (
    <div role="alert" className={styles['state']}>
      <p>{t.broken}</p>
      <Button onClick={() => window.location.reload()}>{t.again}</Button>
    </div>
  );
}

/** React writes the error itself; where it was drawn it leaves out once the application is built. */
function tellWhere(_: unknown, { componentStack }: ErrorInfo): void {
  // eslint-disable-next-line no-console
  console.error(componentStack);
}

/**
 * Keeps a fault of one part of the page from taking the others with it. What is drawn next is tried again: one bad
 * answer does not break a part for good.
 */
export function ErrorBoundary({ children }: { children: ReactNode }) {
  return (
    <Boundary FallbackComponent={BrokenPart} resetKeys={[children]} onError={tellWhere}>
      {children}
    </Boundary>
  );
}
