import { useQuery } from '@tanstack/react-query';
import { isPending, runQuery, useCancelRun } from '@/api/collection';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { QueryView } from '@/components/states/QueryView';
import { useMessages } from '@/lib/i18n/messages';
import styles from './collection.module.css';
import { useRefusal } from './refusals';
import { RunResult } from './RunResult';
import { words } from './words';

/** One run: how it ended, what it brought, and how its browser walked. It follows a run that is under way. */
export function RunDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useMessages(words);
  const refusal = useRefusal();
  const query = useQuery(runQuery(id));
  const cancel = useCancelRun();
  const run = query.data;
  return (
    <Dialog
      title={run?.sourceName ?? t.result}
      wide
      onClose={onClose}
      actions={
        <>
          {run !== undefined && isPending(run) && (
            <Button kind="danger" busy={cancel.isPending} onClick={() => cancel.mutate(id)}>
              {t.stop}
            </Button>
          )}
          <Button onClick={onClose}>{t.close}</Button>
        </>
      }
    >
      {cancel.error !== null && (
        <p role="alert" className={styles['problem']}>
          {refusal(cancel.error)}
        </p>
      )}
      <QueryView query={query}>{(details) => <RunResult of={details} />}</QueryView>
    </Dialog>
  );
}
