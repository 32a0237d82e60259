import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pause, Play, Zap } from 'lucide-react';
import { useState } from 'react';
import { api, body } from '@/api/client';
import { keys } from '@/api/keys';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/controls/Button';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { useSay } from '@/components/layout/Notices';
import { useProblemText } from '@/components/states/ProblemText';
import { useMessages } from '@/lib/i18n/messages';
import { isMessage } from '../choices';
import type { ScheduleRecord } from '../dataProvider';
import { useDestinationNames } from './useDestinations';
import { words } from './words';

/** Pauses a schedule, or lets it go on. */
export function PauseButton({ schedule, small = false }: { schedule: ScheduleRecord; small?: boolean }) {
  const t = useMessages(words);
  const say = useSay();
  const client = useQueryClient();
  const problemText = useProblemText();
  const { name, pausedAt } = schedule;
  const isPaused = pausedAt !== null;
  const turn = useMutation({
    mutationFn: async () => {
      const params = { params: { path: { name } } };
      return await body(
        isPaused
          ? api.POST('/api/v1/schedules/{name}/resume', params)
          : api.POST('/api/v1/schedules/{name}/pause', params),
      );
    },
    onSuccess: () => say(isPaused ? t.resumedNow(name) : t.pausedNow(name)),
    onError: (error) => say(problemText(asProblem(error))),
    onSettled: async () => await client.invalidateQueries({ queryKey: keys.schedules }),
  });
  return (
    <Button
      small={small}
      icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
      busy={turn.isPending}
      onClick={(event) => {
        event.stopPropagation();
        turn.mutate();
      }}
    >
      {isPaused ? t.resume : t.pause}
    </Button>
  );
}

/** Runs a schedule now, after telling where it sends. */
export function RunButton({ schedule, small = false }: { schedule: ScheduleRecord; small?: boolean }) {
  const t = useMessages(words);
  const say = useSay();
  const client = useQueryClient();
  const destinationNames = useDestinationNames();
  const [asked, setAsked] = useState(false);
  const { name, kind, destinationIds } = schedule;
  const places = destinationNames(destinationIds).join(', ');
  const sends = destinationIds.length === 0 ? t.runNowhere : t.runText(places);
  return (
    // What is pressed in the dialog is no press on the row that it belongs to.
    <span onClick={(event) => event.stopPropagation()}>
      <Button small={small} icon={<Zap aria-hidden />} onClick={() => setAsked(true)}>
        {t.runNow}
      </Button>
      {asked && (
        <ConfirmDialog
          title={t.runTitle(name)}
          verb={t.runNow}
          onClose={() => setAsked(false)}
          onConfirm={async () => {
            await body(api.POST('/api/v1/schedules/{name}/run', { params: { path: { name } } }));
            say(t.runAsked(name));
            await Promise.all(
              [keys.scheduleRuns, keys.schedules].map((queryKey) => client.invalidateQueries({ queryKey })),
            );
          }}
        >
          {isMessage(kind) ? sends : t.toOthers}
        </ConfirmDialog>
      )}
    </span>
  );
}
