import { useMessages } from '@/lib/i18n/messages';
import styles from './office.module.css';
import { words } from './words';

/** A value of a record or of the audit, as text: what is not set is a dash, and what is nested is written out. */
export function ValueText({ value }: { value: unknown }) {
  const t = useMessages(words);
  return <span className={styles['value']}>{textOf(value, t)}</span>;
}

function textOf(
  value: unknown,
  t: { readonly yes: string; readonly no: string; readonly unknown: string },
): string {
  if (value === null || value === undefined || value === '') return t.unknown;
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'string') return value;
  return JSON.stringify(value, null, 1);
}
