import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { accountQuery, useAccount } from '@/api/account';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { Chip } from '@/components/figures/Chip';
import { useSay } from '@/components/layout/Notices';
import { Panel } from '@/components/layout/Panel';
import { QueryView } from '@/components/states/QueryView';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { factorQuery, useConfirmingFactor, useRemoveFactor, useRenewRecoveryCodes } from '../api/safety';
import { words } from '../safetyWords';
import { ProofDialog } from './ProofDialog';
import { RecoveryCodes } from './RecoveryCodes';
import { SetUpFactor } from './SetUpFactor';
import styles from './safety.module.css';

/** From here on the person is reminded to make new recovery codes. */
const fewCodes = 3;

/** One's second factor: set up, renewed, removed. */
export function SecondFactorPanel() {
  const t = useMessages(words);
  const format = useFormat();
  const client = useQueryClient();
  const { email } = useAccount();
  const factor = useQuery(factorQuery);
  const [open, setOpen] = useState<'set-up' | 'renew' | 'remove'>();
  const close = () => setOpen(undefined);
  const confirming = useConfirmingFactor();
  return (
    <Panel title={t.factor} busy={factor.isFetching && !factor.isPending} padded>
      <QueryView query={factor}>
        {({ setUpAt, recoveryCodesLeft }) =>
          setUpAt === null ? (
            <div className={styles['form']}>
              <p>{t.factorHelp}</p>
              <p>
                <Chip>{t.off}</Chip>
              </p>
              <Button onClick={() => setOpen('set-up')}>{t.setUp}</Button>
            </div>
          ) : (
            <div className={styles['form']}>
              <p className="row wrapped">
                <Chip tone="good">{t.since(format.dayTime(setUpAt))}</Chip>
                <span className="quiet">{t.codesLeft(recoveryCodesLeft)}</span>
              </p>
              {recoveryCodesLeft <= fewCodes && <p className="behind">{t.fewCodes}</p>}
              <div className="row wrapped">
                <Button onClick={() => setOpen('renew')}>{t.renew}</Button>
                <Button onClick={() => setOpen('remove')}>{t.remove}</Button>
              </div>
            </div>
          )
        }
      </QueryView>
      {open === 'set-up' && (
        <Dialog title={t.setUpTitle} busy={confirming} onClose={close}>
          <SetUpFactor
            email={email}
            onDone={() => {
              void client.invalidateQueries({ queryKey: accountQuery.queryKey, exact: true });
              close();
            }}
          />
        </Dialog>
      )}
      {open === 'renew' && <Renewal onClose={close} />}
      {open === 'remove' && <Removal onClose={close} />}
    </Panel>
  );
}

/** Makes new recovery codes, and shows them. */
function Renewal({ onClose }: { onClose: () => void }) {
  const t = useMessages(words);
  const renew = useRenewRecoveryCodes();
  if (renew.data !== undefined) {
    return (
      <Dialog
        title={t.codesTitle}
        onClose={onClose}
        actions={
          <Button kind="primary" onClick={onClose}>
            {t.kept}
          </Button>
        }
      >
        <RecoveryCodes codes={renew.data} />
      </Dialog>
    );
  }
  return (
    <ProofDialog
      title={t.renew}
      text={t.renewText}
      verb={t.make}
      busy={renew.isPending}
      error={renew.error}
      onProve={(proof) => renew.mutate(proof)}
      onClose={onClose}
    />
  );
}

/** Removes the second factor. */
function Removal({ onClose }: { onClose: () => void }) {
  const t = useMessages(words);
  const say = useSay();
  const remove = useRemoveFactor();
  return (
    <ProofDialog
      danger
      title={t.removeTitle}
      text={t.removeText}
      verb={t.remove}
      busy={remove.isPending}
      error={remove.error}
      onProve={(proof) =>
        remove.mutate(proof, {
          onSuccess: () => {
            say(t.removed);
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}
