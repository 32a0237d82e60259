import { useQuery } from '@tanstack/react-query';
import { useProductions } from '@/api/productions';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { ErrorState } from '@/components/states/ErrorState';
import { useSay } from '@/components/layout/Notices';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { uploadsOfQuery, useWithdraw } from '../api/uploads';
import type { UploadSummary } from '../items';
import { effectOf } from '../withdrawal';
import type { Effect } from '../withdrawal';
import { words } from '../words';

/** Asks before an upload is withdrawn, and says what the figures will be. */
export function WithdrawDialog({ upload, onClose }: { upload: UploadSummary; onClose: () => void }) {
  const t = useMessages(words);
  const format = useFormat();
  const say = useSay();
  const withdraw = useWithdraw();
  const name = useProductions().find(({ id }) => id === upload.productionId)?.name ?? upload.productionCode;
  const day = format.day(upload.recordDate);
  const others = useQuery(uploadsOfQuery(upload.productionId));

  function sentence(effect: Effect): string {
    switch (effect.kind) {
      case 'none':
        return t.effectNone;
      case 'stopped':
        return t.effectStopped;
      case 'replaced':
        return (effect.moves ? t.effectReplaced : t.effectReplacedQuiet)(
          format.dayTime(effect.by.uploadedAt),
        );
      case 'earlier':
        return t.effectEarlier(day, format.day(effect.recordDate));
      case 'gap':
        return t.effectGap(day);
      case 'empty':
        return t.effectEmpty;
    }
  }

  return (
    <ConfirmDialog
      title={t.withdrawTitle(name, day)}
      verb={t.withdraw}
      danger
      ready={others.data !== undefined}
      onConfirm={async () => {
        await withdraw.mutateAsync(upload.id);
        say(t.withdrawn(day));
      }}
      onClose={onClose}
    >
      {others.data !== undefined ? (
        <p>{sentence(effectOf(upload, others.data))}</p>
      ) : others.error === null ? (
        <p>{t.reading2}</p>
      ) : (
        <ErrorState error={others.error} onRetry={() => void others.refetch()} />
      )}
      <p>{t.final}</p>
    </ConfirmDialog>
  );
}
