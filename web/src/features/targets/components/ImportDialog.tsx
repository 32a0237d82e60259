import { useMutation } from '@tanstack/react-query';
import { asProblem } from '@/api/problem';
import type { ApiProblem } from '@/api/problem';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { Field } from '@/components/forms/Field';
import { ProblemText } from '@/components/states/ProblemText';
import { useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { listErrorText } from '@/lib/listError';
import { amountsOf, tryImport } from '../api/targets';
import type { Amounts, GridState } from '../grid/state';
import { words } from '../words';
import { Changes, differences } from './Changes';
import { changed } from './CopyDialog';
import styles from './targets.module.css';

const shownErrors = 8;

/** Reads targets from a CSV or a workbook: what would change, or which rows are wrong, before anything is filled in. */
export function ImportDialog({
  productionId,
  state,
  onFill,
  onClose,
}: {
  productionId: string;
  state: GridState;
  onFill: (amounts: Amounts) => void;
  onClose: () => void;
}) {
  const t = useMessages(words);
  const attempt = useMutation({ mutationFn: (file: File) => tryImport(productionId, file) });
  const amounts =
    attempt.data === undefined ? undefined : differences(state, changed(state, amountsOf(attempt.data)));
  return (
    <Dialog
      title={t.importFile}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.close}</Button>
          <Button
            kind="primary"
            disabled={amounts === undefined || amounts.size === 0}
            onClick={() => amounts !== undefined && onFill(amounts)}
          >
            {t.fill}
          </Button>
        </>
      }
    >
      <Field label={t.file} help={t.fileHelp}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".csv,.xlsx,.xlsm,.xlsb,.xls,.ods"
            className={styles['file']}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file !== undefined) attempt.mutate(file);
            }}
          />
        )}
      </Field>
      {attempt.isPending && <p role="status">{t.reading}</p>}
      {attempt.isError && <WrongRows problem={asProblem(attempt.error)} />}
      {amounts !== undefined && <Changes state={state} amounts={amounts} />}
    </Dialog>
  );
}

function WrongRows({ problem }: { problem: ApiProblem }) {
  const t = useMessages(words);
  const language = useLanguage();
  const told = problem.errors.flatMap((error) => {
    const text = listErrorText(language, error);
    return text === undefined ? [] : [{ key: `${error.pointer} ${error.code}`, text }];
  });
  return (
    <div role="alert" className="behind">
      {told.length === 0 ? (
        <ProblemText problem={problem} />
      ) : (
        <ul>
          {told.slice(0, shownErrors).map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
          {told.length > shownErrors && <li>{t.moreWrong(told.length - shownErrors)}</li>}
        </ul>
      )}
    </div>
  );
}
