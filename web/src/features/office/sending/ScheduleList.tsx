import { Plus } from 'lucide-react';
import { DataTable, List, SimpleList, TopToolbar } from 'react-admin';
import { LinkButton } from '@/components/controls/Button';
import { Chip } from '@/components/figures/Chip';
import { isInstant } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useFormat } from '@/lib/useFormat';
import { usePhone } from '@/lib/useMediaQuery';
import { isMessage } from '../choices';
import type { ScheduleRecord } from '../dataProvider';
import { cronText, parseCron } from './cron';
import { runTones, useKindName } from './names';
import { PauseButton, RunButton } from './ScheduleActions';
import styles from './sending.module.css';
import { useDestinationNames } from './useDestinations';
import { words } from './words';

const Column = DataTable.Col<ScheduleRecord>;

/** What is done by itself, when it comes next, and how it went last. */
export function ScheduleList() {
  const t = useMessages(words);
  const language = useLanguage();
  const format = useFormat();
  const phone = usePhone();
  const kindName = useKindName();
  const destinationNames = useDestinationNames();
  const when = ({ cron }: ScheduleRecord) => {
    const read = parseCron(cron);
    return read === undefined ? cron : cronText(read, language);
  };
  const next = ({ nextRuns: [first], pausedAt }: ScheduleRecord) =>
    pausedAt !== null ? t.paused : isInstant(first) ? format.dayTime(first) : t.nothing;
  return (
    <List<ScheduleRecord>
      title={false}
      actions={
        <TopToolbar>
          <LinkButton kind="primary" icon={<Plus aria-hidden />} to="/office/schedules/create">
            {t.newSchedule}
          </LinkButton>
        </TopToolbar>
      }
      sort={{ field: 'name', order: 'ASC' }}
      perPage={200}
      pagination={false}
      exporter={false}
      empty={false}
    >
      {phone ? (
        <SimpleList<ScheduleRecord>
          rowClick="edit"
          primaryText={(schedule) => kindName(schedule.kind)}
          secondaryText={(schedule) => `${when(schedule)} · ${next(schedule)}`}
        />
      ) : (
        <DataTable<ScheduleRecord> rowClick="edit" bulkActionButtons={false}>
          <Column
            source="kind"
            label={t.kind}
            disableSort
            render={({ kind, name }) => (
              <span className="row">
                <span className="strong">{kindName(kind)}</span>
                <span className="quiet caption">{name}</span>
              </span>
            )}
          />
          <Column
            source="cron"
            label={t.when}
            disableSort
            render={(schedule) => <span title={schedule.cron}>{when(schedule)}</span>}
          />
          <Column
            source="nextRuns"
            label={t.next}
            disableSort
            render={(schedule) =>
              schedule.pausedAt === null ? (
                next(schedule)
              ) : (
                <Chip tone="warning" title={t.pausedSince(format.dayTime(schedule.pausedAt))}>
                  {t.paused}
                </Chip>
              )
            }
          />
          <Column
            source="lastRun"
            label={t.last}
            disableSort
            render={({ lastRun }) =>
              lastRun === null ? (
                <span className="quiet">{t.never}</span>
              ) : (
                <span className="row">
                  <Chip tone={lastRun.deliveries.failed > 0 ? 'bad' : runTones[lastRun.state]}>
                    {lastRun.deliveries.failed > 0 ? t.failed : t[lastRun.state]}
                  </Chip>
                  {format.dayTime(lastRun.slot)}
                </span>
              )
            }
          />
          <Column
            source="productionIds"
            label={t.about}
            disableSort
            render={({ allProductions, productionIds }) =>
              allProductions ? t.aboutAll : t.aboutSome(productionIds.length)
            }
          />
          <Column
            source="destinationIds"
            label={t.to}
            disableSort
            render={({ kind, destinationIds }) => {
              if (!isMessage(kind)) return t.byThemselves;
              const names = destinationNames(destinationIds).join(', ');
              return (
                <span className={styles['cut']} title={names}>
                  {names === '' ? t.nowhere : names}
                </span>
              );
            }}
          />
          <Column
            label={t.actions}
            disableSort
            align="right"
            render={(schedule) => (
              <span className={styles['deeds']}>
                <PauseButton small schedule={schedule} />
                <RunButton small schedule={schedule} />
              </span>
            )}
          />
        </DataTable>
      )}
    </List>
  );
}
