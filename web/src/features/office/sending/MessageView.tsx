import { Segmented } from '@/components/controls/Segmented';
import { useMessages } from '@/lib/i18n/messages';
import { useChoiceParam } from '@/lib/urlState';
import { MailFrame } from './MailFrame';
import styles from './sending.module.css';
import { SlackPosts } from './SlackPosts';
import { words } from './words';

/** The ways in which a message is written; nothing where it is not. */
export interface Written {
  readonly slack?: readonly unknown[];
  readonly html?: string | null;
  readonly text: string;
  /** What goes over the wire, where that is no text. */
  readonly raw?: readonly unknown[];
}

const views = ['slack', 'mail', 'text', 'raw'] as const;

/** The views that a message has, the most telling first, and which one is shown; it stays in the address. */
export function useMessageView({ slack, html, raw }: Written) {
  const offered = views.filter(
    (view) =>
      view === 'text' ||
      (view === 'slack' && slack !== undefined && slack.length > 0) ||
      (view === 'mail' && typeof html === 'string') ||
      (view === 'raw' && raw !== undefined && raw.length > 0),
  );
  const [view, choose] = useChoiceParam('view', offered, offered[0] ?? 'text');
  return { offered, view, choose };
}

/** Chooses how a message is seen. */
export function MessageViews({ written }: { written: Written }) {
  const t = useMessages(words);
  const { offered, view, choose } = useMessageView(written);
  return (
    <Segmented
      label={t.view}
      options={offered.map((value) => ({ value, text: t[value] }))}
      value={view}
      onChange={(next) => choose(next, { replace: true })}
    />
  );
}

/** A message as its receiver gets it. */
export function MessageView({ written }: { written: Written }) {
  const { view } = useMessageView(written);
  if (view === 'slack' && written.slack !== undefined) return <SlackPosts posts={written.slack} />;
  if (view === 'mail' && typeof written.html === 'string') return <MailFrame html={written.html} />;
  if (view === 'raw' && written.raw !== undefined) {
    // What is wider than the page is scrolled, also by the keyboard.
    return (
      <pre className={styles['plain']} tabIndex={0}>
        {written.raw.map((part) => JSON.stringify(part, null, 2)).join('\n\n')}
      </pre>
    );
  }
  return (
    <pre className={styles['plain']} tabIndex={0}>
      {written.text}
    </pre>
  );
}
