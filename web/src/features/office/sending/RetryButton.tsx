import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { api, body } from '@/api/client';
import { keys } from '@/api/keys';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/controls/Button';
import { useSay } from '@/components/layout/Notices';
import { useProblemText } from '@/components/states/ProblemText';
import { useMessages } from '@/lib/i18n/messages';
import type { DeliveryRecord } from '../dataProvider';
import { words } from './words';

/** Sends again what failed or was skipped, as it was made. */
export function RetryButton({
  delivery: { id, state },
  small = false,
}: {
  delivery: DeliveryRecord;
  small?: boolean;
}) {
  const t = useMessages(words);
  const say = useSay();
  const client = useQueryClient();
  const problemText = useProblemText();
  const retry = useMutation({
    mutationFn: async () =>
      await body(api.POST('/api/v1/deliveries/{id}/retry', { params: { path: { id } } })),
    onSuccess: () => say(t.retried),
    onError: (error) => say(problemText(asProblem(error))),
    onSettled: async () => await client.invalidateQueries({ queryKey: keys.deliveries }),
  });
  if (state !== 'failed' && state !== 'skipped') return null;
  return (
    <Button
      small={small}
      icon={<RotateCcw aria-hidden />}
      busy={retry.isPending}
      onClick={(event) => {
        event.stopPropagation();
        retry.mutate();
      }}
    >
      {t.retry}
    </Button>
  );
}
