import { Columns3 } from 'lucide-react';
import { useChangePreferences, usePreferences } from '@/api/preferences';
import { Button } from '@/components/controls/Button';
import { Popover } from '@/components/controls/Popover';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import styles from './ColumnsMenu.module.css';

const words = defineMessages({
  ko: { columns: (name: string) => `${name} 열 선택`, all: '모두 보기' },
  en: { columns: (name: string) => `Columns of ${name}`, all: 'Show all' },
});

/** The columns of a table that somebody does not want to see. */
export function useHiddenColumns(table: string): readonly string[] {
  return usePreferences().hiddenColumns[table] ?? none;
}

const none: readonly string[] = [];

/** Chooses which columns a table shows, which is kept for whoever chose. The first one names the rows and stays. */
export function ColumnsMenu({
  of,
  table,
  columns,
}: {
  of: string;
  /** Under what the choice is kept. */
  table: string;
  columns: readonly { readonly key: string; readonly label: string }[];
}) {
  const t = useMessages(words);
  const hidden = useHiddenColumns(table);
  const change = useChangePreferences();
  const hide = (next: readonly string[]) =>
    change((now) => {
      const others = Object.entries(now.hiddenColumns).filter(([name]) => name !== table);
      const own: [string, string[]][] = next.length === 0 ? [] : [[table, [...next]]];
      return { ...now, hiddenColumns: Object.fromEntries([...others, ...own]) };
    });
  const [, ...choosable] = columns;
  if (choosable.length < 2) return null;
  return (
    <Popover
      title={t.columns(of)}
      kind="quiet"
      small
      icon={<Columns3 aria-hidden />}
      label={t.columns(of)}
      trigger={undefined}
    >
      {() => (
        <div className={styles['columns']}>
          {choosable.map(({ key, label }) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={!hidden.includes(key)}
                onChange={(event) =>
                  hide(event.target.checked ? hidden.filter((other) => other !== key) : [...hidden, key])
                }
              />
              {label}
            </label>
          ))}
          <Button small kind="quiet" disabled={hidden.length === 0} onClick={() => hide([])}>
            {t.all}
          </Button>
        </div>
      )}
    </Popover>
  );
}
