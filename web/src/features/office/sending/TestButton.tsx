import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { api, body } from '@/api/client';
import { keys } from '@/api/keys';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/controls/Button';
import { useSay } from '@/components/layout/Notices';
import { useProblemText } from '@/components/states/ProblemText';
import { useMessages } from '@/lib/i18n/messages';
import type { DestinationRecord } from '../dataProvider';
import { words } from './words';

/** Sends a test message to each receiver of a destination, as it is saved. */
export function TestButton({
  destination: { id },
  small = false,
}: {
  destination: DestinationRecord;
  small?: boolean;
}) {
  const t = useMessages(words);
  const say = useSay();
  const client = useQueryClient();
  const problemText = useProblemText();
  const test = useMutation({
    mutationFn: async () =>
      await body(api.POST('/api/v1/destinations/{id}/test', { params: { path: { id } } })),
    onSuccess: ({ items }) => say(items.length === 0 ? t.testedNowhere : t.tested(items.length)),
    onError: (error) => say(problemText(asProblem(error))),
    onSettled: async () => await client.invalidateQueries({ queryKey: keys.deliveries }),
  });
  return (
    <Button
      small={small}
      icon={<Send aria-hidden />}
      busy={test.isPending}
      onClick={(event) => {
        event.stopPropagation();
        test.mutate();
      }}
    >
      {t.test}
    </Button>
  );
}
