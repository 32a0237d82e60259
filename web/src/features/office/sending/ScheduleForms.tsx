import { Create, SimpleForm, useEditContext, useGetRecordId } from 'react-admin';
import { classes } from '@/components/classes';
import { Chip } from '@/components/figures/Chip';
import { isInstant } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { Conflicts } from '../Conflicts';
import type { ScheduleRecord } from '../dataProvider';
import { DeleteButton } from '../DeleteButton';
import { EditRecord } from '../EditRecord';
import { FormToolbar } from '../FormToolbar';
import { RefusalText } from '../RefusalText';
import { useSaving } from '../useSaving';
import { useKindName } from './names';
import { RunList } from './RunList';
import { PauseButton, RunButton } from './ScheduleActions';
import { ScheduleFields, withProductions } from './ScheduleFields';
import styles from './sending.module.css';
import { words } from './words';

/** Makes a schedule. */
export function ScheduleCreate() {
  const t = useMessages(words);
  return (
    <Create title={false} redirect="edit" transform={withProductions}>
      <SimpleForm toolbar={<FormToolbar back="/office/schedules" />} warnWhenUnsavedChanges>
        <p className={classes('quiet', styles['intro'])}>{t.newScheduleHelp}</p>
        <ScheduleFields />
      </SimpleForm>
    </Create>
  );
}

/** Changes a schedule, pauses and runs it, and shows what it did. */
export function ScheduleEdit() {
  const t = useMessages(words);
  const name = String(useGetRecordId());
  return (
    <>
      <EditRecord<ScheduleRecord>>
        {(opened, open) => <Form key={opened.etag} opened={opened} onOpen={open} />}
      </EditRecord>
      <section className={styles['list']} aria-labelledby="runs">
        <h2 id="runs">{t.history}</h2>
        <RunList schedule={name} />
      </section>
    </>
  );
}

function Form({ opened, onOpen }: { opened: ScheduleRecord; onOpen: (record: ScheduleRecord) => void }) {
  const t = useMessages(words);
  const kindName = useKindName();
  const saving = useSaving('schedules', opened, onOpen);
  // The form stays as it was opened; whether it is paused and when it comes is told as it is now.
  const present = useEditContext<ScheduleRecord>().record ?? opened;
  const { save, refused } = saving;
  const names: Readonly<Record<string, string>> = {
    cron: t.when,
    allProductions: t.allProductions,
    productionIds: t.about,
    destinationIds: t.to,
    attachXlsx: t.attachXlsx,
  };
  return (
    <>
      <SimpleForm
        record={opened}
        onSubmit={(entered: object) => save(withProductions(entered))}
        toolbar={
          <FormToolbar back="/office/schedules">
            <DeleteButton
              resource="schedules"
              record={opened}
              verb={t.remove}
              title={t.removeScheduleTitle(opened.name)}
              done={t.removed}
              kept={t.ofTheHouse}
            >
              {t.removeScheduleText}
            </DeleteButton>
          </FormToolbar>
        }
        warnWhenUnsavedChanges
      >
        <div className={classes('row wrapped', styles['intro'])}>
          <h2>{kindName(opened.kind)}</h2>
          <Chip tone={present.pausedAt === null ? 'good' : 'warning'}>
            {present.pausedAt === null ? t.going : t.paused}
          </Chip>
          <span className="grow" />
          <PauseButton schedule={present} />
          <RunButton schedule={present} />
        </div>
        <NextTimes schedule={present} />
        <ScheduleFields opened={opened} />
        {refused !== undefined && (
          <p role="alert" className="behind">
            <RefusalText problem={refused.problem} />
          </p>
        )}
      </SimpleForm>
      <Conflicts saving={saving} fieldName={(field) => names[field] ?? field} />
    </>
  );
}

/** When it comes next, as the server reckons it. */
function NextTimes({ schedule: { nextRuns, pausedAt } }: { schedule: ScheduleRecord }) {
  const t = useMessages(words);
  const format = useFormat();
  const times = nextRuns.filter(isInstant).map((time) => format.dayTime(time));
  return (
    <dl className={classes(styles['facts'], styles['intro'])}>
      <dt>{t.nextAll}</dt>
      <dd>{pausedAt === null ? times.join(', ') : t.pausedSince(format.dayTime(pausedAt))}</dd>
    </dl>
  );
}
