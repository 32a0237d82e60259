import { Download, FileText, Upload } from 'lucide-react';
import { useLocation } from 'react-router';
import { usePermissions } from '@/api/account';
import { catalogue } from '@/api/catalogue';
import type { Production } from '@/api/productions';
import { useScope } from '@/components/reports/useScope';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { reportFile } from '@/api/reports';
import { LinkButton } from '@/components/controls/Button';
import { MenuDownload } from '@/components/controls/Menu';
import { Popover } from '@/components/controls/Popover';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { Chip } from '@/components/figures/Chip';
import { RecordDateChip } from '@/components/figures/RecordDateChip';
import { stageOf, useStageText } from '@/components/figures/useStage';
import { carriedPath } from '@/components/layout/AppLink';
import { PageHeader } from '@/components/layout/PageHeader';
import { useMessages } from '@/lib/i18n/messages';
import { usePair } from '@/lib/i18n/pair';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import { words } from '../productionWords';

/** The reports of a production that can be downloaded, by category. */
const exported = {
  concert: [
    'target-vs-actual',
    'forecast',
    'concerts/daily',
    'concerts/weekly',
    'concerts/break-even',
    'concerts/profit-forecast',
    'marketing-effect',
  ],
  play: [
    'target-vs-actual',
    'forecast',
    'plays/performances',
    'plays/cast-revenue',
    'plays/weekly-capacity',
    'plays/weekly-occupancy',
    'plays/profit-forecast',
    'marketing-effect',
  ],
} as const;

/** Name, stage and facts of a production, how new its data is, and what one does with it. */
export function ProductionHeader({ production }: { production: Production }) {
  const t = useMessages(words);
  const label = useLabels();
  const say = usePair();
  const format = useFormat();
  const stageText = useStageText();
  const { upload } = usePermissions();
  const { search } = useLocation();
  const query = useScope().named;
  const { category, venue, runStart, runEnd, saleStart, saleEnd, runningMinutes, code } = production;
  const concert = category === 'concert';
  const forecast = useScopedReport('plays/profit-forecast').report.data?.items[0];
  const sales = useScopedReport('target-vs-actual', { grain: 'day' }).report.data?.items[0];
  const total = forecast === undefined ? 0 : forecast.playedPerformances + forecast.toComePerformances;
  const stage = stageOf(
    production,
    query.asOf,
    forecast === undefined || total === 0 ? undefined : { played: forecast.playedPerformances, total },
  );
  const facts = [
    venue,
    concert && production.concertAt !== null && t.concertAt(format.dayTime(production.concertAt)),
    runStart !== null && runEnd !== null && t.run(format.range({ from: runStart, to: runEnd })),
    saleStart !== null && saleEnd !== null && t.sale(format.range({ from: saleStart, to: saleEnd })),
    runningMinutes !== null && t.minutes(runningMinutes),
    production.seatsPerPerformance !== null && t.seatsEach(format.seats(production.seatsPerPerformance)),
    code,
  ].filter((fact) => typeof fact === 'string' && fact !== '');

  return (
    <PageHeader
      title={production.name}
      mark={<CategoryMark category={category} />}
      chips={
        <>
          <Chip>{label('term', category)}</Chip>
          {stage.kind !== 'unknown' && (
            <Chip tone={stage.kind === 'running' || stage.kind === 'preview' ? 'good' : 'plain'}>
              {stageText(stage, true)}
            </Chip>
          )}
          {!production.active && <Chip tone="outlined">{t.inactive}</Chip>}
          {sales !== undefined && <RecordDateChip day={sales.recordDate} />}
        </>
      }
      subtitle={facts.join(' · ')}
      actions={
        <>
          <Popover role="menu" title={t.exportAll} icon={<Download aria-hidden />} trigger={t.exportAll}>
            {(close) =>
              exported[concert ? 'concert' : 'play'].map((report) => (
                <MenuDownload key={report} href={reportFile(report, query, 'xlsx')} onSelect={close}>
                  {say(catalogue[report].title)}
                </MenuDownload>
              ))
            }
          </Popover>
          <LinkButton
            to={carriedPath(`/productions/${encodeURIComponent(code)}/report`, search)}
            icon={<FileText aria-hidden />}
          >
            {t.report}
          </LinkButton>
          {upload && (
            <LinkButton kind="primary" to="/uploads/new" icon={<Upload aria-hidden />}>
              {t.upload}
            </LinkButton>
          )}
        </>
      }
    />
  );
}
