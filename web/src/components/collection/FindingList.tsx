import { CircleX, TriangleAlert } from 'lucide-react';
import type { components } from '@/api/generated/schema';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import styles from './collection.module.css';

type Finding = components['schemas']['DiagnosticView'];

const words = defineMessages({
  ko: {
    findings: '검사 결과',
    error: '오류',
    warning: '경고',
    more: (count: number) => `외 ${count}건`,
  },
  en: {
    findings: 'Findings',
    error: 'Error',
    warning: 'Warning',
    more: (count: number) => `and ${count} more`,
  },
});

/** As many findings are told; a workbook that is quite another one has hundreds of the same. */
const most = 8;

/** What was found in a file that came, each with its cell and value; nothing where nothing was found. */
export function FindingList({ of: findings }: { of: readonly Finding[] }) {
  const t = useMessages(words);
  const language = useLanguage();
  if (findings.length === 0) return null;
  const told = findings.slice(0, most);
  return (
    <ul aria-label={t.findings} className={styles['findings']}>
      {told.map(({ severity, code, sheet, cell, value, message }, place) => (
        <li key={`${place} ${code}`} data-severity={severity}>
          {severity === 'error' ? <CircleX aria-label={t.error} /> : <TriangleAlert aria-label={t.warning} />}
          <span>{[cell ?? sheet, message[language], value].filter((part) => part !== null).join(' · ')}</span>
        </li>
      ))}
      {findings.length > told.length && <li className="quiet">{t.more(findings.length - told.length)}</li>}
    </ul>
  );
}
