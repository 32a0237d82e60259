import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useProductions } from '@/api/productions';
import type { Production } from '@/api/productions';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { Field, TextField } from '@/components/forms/Field';
import { QueryView } from '@/components/states/QueryView';
import { useMessages } from '@/lib/i18n/messages';
import { amountsOf, copyQuery } from '../api/targets';
import type { Amounts, GridState } from '../grid/state';
import { words } from '../words';
import { Changes, differences } from './Changes';
import styles from './targets.module.css';

/** Takes over the targets of another production by day of sale, shown before they are filled in. */
export function CopyDialog({
  production,
  state,
  onFill,
  onClose,
}: {
  production: Production;
  state: GridState;
  onFill: (amounts: Amounts) => void;
  onClose: () => void;
}) {
  const t = useMessages(words);
  const [source, setSource] = useState('');
  const [percent, setPercent] = useState('100');
  const others = useProductions().filter(({ id, saleStart }) => id !== production.id && saleStart !== null);
  const factor = Number(percent) / 100;
  const valid = percent.trim() !== '' && factor > 0;
  const query = useQuery(
    copyQuery(production.id, source === '' || !valid ? undefined : { fromProductionId: source, factor }),
  );
  const amounts =
    query.data === undefined ? undefined : differences(state, changed(state, amountsOf(query.data)));
  return (
    <Dialog
      title={t.copyFrom}
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
      <Field label={t.copySource} help={t.copyHelp}>
        {(control) => (
          <select
            {...control}
            className={styles['select']}
            value={source}
            onChange={(event) => setSource(event.target.value)}
          >
            <option value="">–</option>
            {others.map(({ id, code, name }) => (
              <option key={id} value={id}>
                {name} ({code})
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        label={t.factor}
        type="number"
        min={1}
        value={percent}
        onChange={setPercent}
        after="%"
        error={valid ? undefined : t.factorWrong}
      />
      {source !== '' && valid && (
        <QueryView query={query}>{() => <Changes state={state} amounts={amounts ?? new Map()} />}</QueryView>
      )}
    </Dialog>
  );
}

/** The days that an answer of the server changes; those it leaves are not to overwrite what was typed. */
export function changed({ base }: GridState, amounts: Amounts): Amounts {
  return new Map([...amounts].filter(([day, won]) => base.get(day) !== won));
}
