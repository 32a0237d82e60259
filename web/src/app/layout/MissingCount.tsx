import { useMissingYesterday } from '@/api/missing';
import { AppLink } from '@/components/layout/AppLink';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import styles from './Sidebar.module.css';

const words = defineMessages({
  ko: { missing: (count: number) => `어제 자료 누락 ${count}` },
  en: { missing: (count: number) => `${count} missing yesterday’s data` },
});

/** How many productions still lack yesterday's workbook, beside the entry of the uploads; leads to which. */
export function MissingCount() {
  const t = useMessages(words);
  const count = useMissingYesterday();
  if (count === 0) return null;
  return (
    <AppLink to="/uploads/coverage" className={styles['count'] ?? ''} title={t.missing(count)}>
      <span aria-hidden>{count}</span>
      <span className="spoken">{t.missing(count)}</span>
    </AppLink>
  );
}
