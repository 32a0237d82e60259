import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, body } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { staleAfter } from '@/api/keys';
import { changedByOneself } from '@/api/liveUpdates';
import { onceEach } from '@/api/once';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { useSay } from '@/components/layout/Notices';
import { ProblemText } from '@/components/states/ProblemText';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { listErrorText } from '@/lib/listError';
import { useFormat } from '@/lib/useFormat';
import styles from '../office.module.css';
import { anyRuleText } from '../rules';
import { words } from '../words';

type Outcome = components['schemas']['ProductionImportView'];
type Row = components['schemas']['ImportedRowView'];

/** Sends the file; a dry run only says what its rows say. */
async function send(
  file: File,
  dryRun: boolean,
  header: { 'Idempotency-Key'?: string } = {},
): Promise<Outcome> {
  const form = new FormData();
  form.append('dryRun', String(dryRun));
  form.append('file', file);
  return await body(
    api.POST('/api/v1/productions/import', {
      params: { header },
      body: { file: file.name, dryRun },
      bodySerializer: () => form,
    }),
  );
}

/** Enters many productions from a workbook or CSV: shows every row with its errors first, and enters all or none. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(words);
  const say = useSay();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [once] = useState(onceEach);
  const check = useMutation({ mutationFn: async (chosen: File) => await send(chosen, true) });
  const enter = useMutation({
    mutationFn: async (chosen: File) =>
      await once(chosen, async (header) => await send(chosen, false, header)),
    onSuccess: ({ entered }) => {
      changedByOneself(client, staleAfter.production);
      say(t.entered(entered.length));
      onClose();
    },
  });

  const rows = check.data?.rows ?? [];
  const wrong = rows.filter(({ errors }) => errors.length > 0).length;
  const ready = rows.length > 0 && wrong === 0;
  const error = enter.error ?? check.error;
  return (
    <Dialog
      wide
      title={t.importTitle}
      busy={enter.isPending}
      onClose={onClose}
      actions={
        <>
          <Button disabled={enter.isPending} onClick={onClose}>
            {t.cancel}
          </Button>
          <Button
            kind="primary"
            disabled={!ready}
            busy={enter.isPending}
            onClick={() => {
              if (file !== undefined) enter.mutate(file);
            }}
          >
            {t.enter(rows.length)}
          </Button>
        </>
      }
    >
      <p>{t.importHelp}</p>
      <p className="row wrapped">
        <input
          ref={input}
          type="file"
          accept=".csv,.xlsx,.xlsm,.xlsb,.xls,.ods"
          aria-label={t.file}
          hidden
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            if (chosen === undefined) return;
            setFile(chosen);
            enter.reset();
            check.mutate(chosen);
          }}
        />
        <Button busy={check.isPending} onClick={() => input.current?.click()}>
          {t.chooseFile}
        </Button>
        {file !== undefined && <span className="strong">{file.name}</span>}
        {check.isPending && <span role="status">{t.checking}</span>}
      </p>
      {error !== null && (
        <p role="alert" className="behind">
          <ProblemText problem={asProblem(error)} />
        </p>
      )}
      {error !== null && <FileErrors error={error} />}
      {check.isSuccess && (
        <>
          <p role="status" className={wrong > 0 ? 'behind' : 'ahead'}>
            {wrong > 0 ? t.wrongRows(wrong) : t.goodRows(rows.length)}
          </p>
          <Rows rows={rows} />
        </>
      )}
    </Dialog>
  );
}

/** What is wrong with the file as a whole, such as a column that is missing. */
function FileErrors({ error }: { error: unknown }) {
  const { errors } = asProblem(error);
  const name = useColumnName();
  const language = useLanguage();
  if (errors.length === 0) return null;
  return (
    <ul>
      {errors.map((error) => (
        <li key={error.pointer + error.code}>
          {listErrorText(language, error) ?? `${name(error.pointer)}: ${anyRuleText(language, error.code)}`}
        </li>
      ))}
    </ul>
  );
}

/** The word for the column that a pointer names. */
function useColumnName(): (pointer: string) => string {
  const label = useLabels();
  const t = useMessages(words);
  return (pointer) => {
    const field = pointer.split('/').at(-1) ?? pointer;
    return field === 'category' ? t.category : label.any('production', field);
  };
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const language = useLanguage();
  const name = useColumnName();
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t.importTitle}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t.row}</th>
            <th scope="col">{label('production', 'code')}</th>
            <th scope="col">{label('production', 'name')}</th>
            <th scope="col">{t.category}</th>
            <th scope="col">{label('production', 'saleStart')}</th>
            <th scope="col">{label('production', 'saleEnd')}</th>
            <th scope="col">{t.result}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td className="number">{row.row}</td>
              <td>{row.code ?? t.unknown}</td>
              <td>{row.name ?? t.unknown}</td>
              <td>{row.category === null ? t.unknown : label('term', row.category)}</td>
              <td>{format.day(row.saleStart)}</td>
              <td>{format.day(row.saleEnd)}</td>
              <td>
                {row.errors.length === 0 ? (
                  <span className="ahead">{t.ready}</span>
                ) : (
                  row.errors.map((error) => (
                    <div key={error.pointer + error.code} className="behind">
                      {listErrorText(language, error) ??
                        `${name(error.pointer)}: ${anyRuleText(language, error.code)}`}
                    </div>
                  ))
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
