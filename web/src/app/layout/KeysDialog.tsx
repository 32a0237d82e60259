import { Dialog } from '@/components/controls/Dialog';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { entryNames } from '@/lib/navigation';
import { useEntries } from '../navigation';
import styles from './KeysDialog.module.css';

const words = defineMessages({
  ko: {
    title: '단축키',
    find: '찾기',
    period: '이전 기간, 다음 기간',
    asOf: '조회일',
    filter: '표에서 찾기',
    download: '내려받기',
    scheme: '밝게, 어둡게',
    keys: '이 목록',
  },
  en: {
    title: 'Keyboard shortcuts',
    find: 'Search',
    period: 'Previous or next period',
    asOf: 'As of',
    filter: 'Search table',
    download: 'Download',
    scheme: 'Light or dark mode',
    keys: 'Show this list',
  },
});

/** The keys of the application. */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(words);
  const names = useMessages(entryNames);
  const keys: readonly (readonly [string, string])[] = [
    ['Ctrl K', t.find],
    ...useEntries().map(
      ({ name, key }) => [`g ${key.replace('Key', '').toLowerCase()}`, names[name]] as const,
    ),
    ['[ ]', t.period],
    ['.', t.asOf],
    ['/', t.filter],
    ['e', t.download],
    ['d', t.scheme],
    ['?', t.keys],
  ];
  return (
    <Dialog title={t.title} onClose={onClose}>
      <dl className={styles['keys']}>
        {keys.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
