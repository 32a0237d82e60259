import { CircleX, Download, File as FileIcon, Table2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/controls/Button';
import { Segmented } from '@/components/controls/Segmented';
import { useSay } from '@/components/layout/Notices';
import { useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { count } from '@/lib/numbers';
import { useChoiceParam } from '@/lib/urlState';
import { saveText } from '@/lib/saveFile';
import { bySheet, cellOf, csvOf } from '../findings';
import { tally } from '../items';
import type { Diagnostic } from '../items';
import { remedies } from '../remedies';
import { words } from '../words';
import styles from './uploads.module.css';

const shownAtFirst = 100;

/** The button that saves all findings of a file as CSV. */
export function FindingsCsv({
  fileName,
  diagnostics,
}: {
  fileName: string;
  diagnostics: readonly Diagnostic[];
}) {
  const t = useMessages(words);
  const language = useLanguage();
  if (diagnostics.length === 0) return null;
  const save = () =>
    saveText(
      `${fileName.replace(/\.[^.]+$/, '')}_${t.diagnostics}.csv`,
      csvOf([
        [t.severity, t.code, t.sheet, t.cell, t.value, t.message, t.remedy],
        ...diagnostics.map(({ severity, code, sheet, cell, value, message }) => [
          t[severity],
          code,
          sheet ?? '',
          cell ?? '',
          value ?? '',
          message[language],
          remedies[code]?.[language] ?? '',
        ]),
      ]),
    );
  return (
    <Button small kind="quiet" icon={<Download aria-hidden />} onClick={save}>
      {t.csv}
    </Button>
  );
}

/** What was found in a file, by sheet, each drawn as its cell with what to do about it. */
export function Findings({
  diagnostics,
  counts,
}: {
  diagnostics: readonly Diagnostic[];
  /** How often each code was found; complete where the list is cut short. */
  counts: Readonly<Record<string, number>>;
}) {
  const t = useMessages(words);
  const [shown, setShown] = useChoiceParam('findings', ['all', 'error', 'warning'], 'all');
  const [limit, setLimit] = useState(shownAtFirst);
  const { errors, warnings } = tally(diagnostics);
  const total = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const kept = diagnostics.filter(({ severity }) => shown === 'all' || severity === shown);
  if (diagnostics.length === 0) return <p className={styles['fine']}>{t.noDiagnostics}</p>;
  return (
    <>
      <div className={styles['findingsHead']}>
        <h3>{t.diagnostics}</h3>
        <Segmented
          label={t.filterLabel}
          value={shown}
          onChange={(value) => setShown(value, { replace: true })}
          options={[
            { value: 'all', text: `${t.all} ${diagnostics.length}` },
            { value: 'error', text: `${t.error} ${errors}` },
            { value: 'warning', text: `${t.warning} ${warnings}` },
          ]}
        />
        <span className="grow" />
        <span className="caption quiet">{t.copyHint}</span>
      </div>
      {total > diagnostics.length && (
        <p className={styles['fine']}>{t.truncated(count(diagnostics.length), count(total))}</p>
      )}
      {bySheet(kept.slice(0, limit)).map(({ sheet, findings }) => {
        const sums = tally(findings);
        return (
          <section key={sheet ?? ''} aria-label={sheet ?? t.wholeFile}>
            <h4 className={styles['sheet']}>
              {sheet === null ? <FileIcon aria-hidden /> : <Table2 aria-hidden />}
              {sheet ?? t.wholeFile}
              <span className="quiet">
                {[
                  sums.errors > 0 ? t.errors(sums.errors) : '',
                  sums.warnings > 0 ? t.warnings(sums.warnings) : '',
                ]
                  .filter((text) => text !== '')
                  .join(' · ')}
              </span>
            </h4>
            <ul className={styles['findings']}>
              {findings.map((finding, index) => (
                <Finding key={`${finding.code}-${finding.cell ?? ''}-${index}`} finding={finding} />
              ))}
            </ul>
          </section>
        );
      })}
      {kept.length > limit && (
        <p className={styles['fine']}>
          <Button small kind="quiet" onClick={() => setLimit(limit + 200)}>
            {t.moreFindings}
          </Button>
        </p>
      )}
    </>
  );
}

/** One finding, drawn as its cell, with what to do about it. */
export function Finding({ finding }: { finding: Diagnostic }) {
  const t = useMessages(words);
  const language = useLanguage();
  const say = useSay();
  const { severity, sheet, cell, code, message } = finding;
  const address = cellOf(finding);
  const value = (finding.value ?? '').trim() === '' ? t.blank : finding.value;
  const remedy = remedies[code]?.[language];

  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text);
      say(t.copied(text));
    } catch {
      say(t.notCopied);
    }
  }

  return (
    <li className={styles['finding']} data-severity={severity}>
      {severity === 'error' ? <CircleX aria-label={t.error} /> : <TriangleAlert aria-label={t.warning} />}
      {address === undefined ? (
        <span aria-hidden className={styles['wholeSheet']}>
          {sheet === null ? <FileIcon /> : <Table2 />}
        </span>
      ) : (
        <span aria-hidden className={styles['cell']}>
          <i />
          <b>{address.column}</b>
          <b>{address.row}</b>
          <span title={value ?? undefined}>{value}</span>
        </span>
      )}
      <div className={styles['said']}>
        <p className="strong">{message[language]}</p>
        {remedy !== undefined && <p className="second">{remedy}</p>}
      </div>
      {cell !== null && (
        <button
          type="button"
          className={styles['address']}
          aria-label={t.copy(cell)}
          onClick={() => copy(cell)}
        >
          {cell}
        </button>
      )}
    </li>
  );
}
