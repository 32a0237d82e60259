import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DataTable, List, SelectInput, SimpleList } from 'react-admin';
import { api, body } from '@/api/client';
import { keys } from '@/api/keys';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/controls/Button';
import { Chip } from '@/components/figures/Chip';
import { AppLink } from '@/components/layout/AppLink';
import { useSay } from '@/components/layout/Notices';
import { useProblemText } from '@/components/states/ProblemText';
import { useMessages } from '@/lib/i18n/messages';
import { unknown } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { usePhone } from '@/lib/useMediaQuery';
import { jobStatuses } from '../choices';
import type { JobRecord } from '../dataProvider';
import styles from '../office.module.css';
import { words } from '../words';

const Column = DataTable.Col<JobRecord>;
const tones = { queued: 'plain', running: 'outlined', done: 'good', failed: 'bad' } as const;

/** What the worker does, did and could not do. */
export function JobList() {
  const t = useMessages(words);
  const format = useFormat();
  const phone = usePhone();
  const kind = (job: JobRecord) => (job.kind === 'upload' ? t.upload : job.kind);
  const filters = [
    <SelectInput
      key="status"
      source="status"
      label={t.status}
      alwaysOn
      emptyText={t.optionalFilter}
      choices={jobStatuses.map((id) => ({ id, name: t[id] }))}
    />,
  ];
  return (
    <List<JobRecord>
      title={false}
      filters={filters}
      actions={false}
      sort={{ field: 'runAt', order: 'DESC' }}
      perPage={50}
      exporter={false}
      empty={false}
    >
      {phone ? (
        <SimpleList<JobRecord>
          rowClick={false}
          primaryText={(job) => `${job.fileName ?? kind(job)} · ${t[job.status]}`}
          secondaryText={(job) => `${kind(job)} · ${format.dayTime(job.runAt)}`}
          tertiaryText={(job) => <Retry job={job} />}
        />
      ) : (
        <DataTable<JobRecord> rowClick={false} bulkActionButtons={false}>
          <Column source="kind" label={t.kind} disableSort render={kind} />
          <Column
            source="status"
            label={t.status}
            disableSort
            render={({ status }) => <Chip tone={tones[status]}>{t[status]}</Chip>}
          />
          <Column
            source="attempts"
            label={t.attempts}
            align="right"
            disableSort
            render={({ attempts, maxAttempts }) => t.attemptsOf(attempts, maxAttempts)}
          />
          <Column source="runAt" label={t.runAt} render={({ runAt }) => format.dayTime(runAt)} />
          <Column
            source="finishedAt"
            label={t.finishedAt}
            disableSort
            render={({ finishedAt }) => (finishedAt === null ? unknown : format.dayTime(finishedAt))}
          />
          <Column
            source="subjectId"
            label={t.subject}
            disableSort
            render={({ kind: of, subjectId, fileName }) =>
              of === 'upload' && subjectId !== null ? (
                <AppLink
                  to={`/uploads/${subjectId}`}
                  className={styles['file']}
                  title={fileName ?? subjectId}
                >
                  {fileName ?? subjectId.slice(-8)}
                </AppLink>
              ) : (
                (fileName ?? subjectId ?? unknown)
              )
            }
          />
          <Column label={t.retry} disableSort align="right" render={(job) => <Retry job={job} />} />
        </DataTable>
      )}
    </List>
  );
}

/** Tries a job again that has failed. */
function Retry({ job }: { job: JobRecord }) {
  const t = useMessages(words);
  const say = useSay();
  const client = useQueryClient();
  const problemText = useProblemText();
  const retry = useMutation({
    mutationFn: async () =>
      await body(api.POST('/api/v1/jobs/{id}/retry', { params: { path: { id: job.id } } })),
    onSuccess: () => say(t.retried),
    onError: (error) => say(problemText(asProblem(error))),
    onSettled: async () => await client.invalidateQueries({ queryKey: keys.jobs }),
  });
  if (job.status !== 'failed') return null;
  return (
    <Button small busy={retry.isPending} onClick={() => retry.mutate()}>
      {t.retry}
    </Button>
  );
}
