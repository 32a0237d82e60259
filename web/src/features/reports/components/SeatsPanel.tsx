import { lazy, Suspense } from 'react';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { useMessages } from '@/lib/i18n/messages';
import { words } from '../productionWords';
import { GradeTable } from './GradeTable';

/** Whose code comes only where it is shown. */
const GradesPanel = lazy(async () => ({ default: (await import('./GradesPanel')).GradesPanel }));

/** The seats of a production by grade, with a tick where it breaks even. */
export function SeatsPanel({ full = false }: { full?: boolean }) {
  const t = useMessages(words);
  const { report, query } = useScopedReport('concerts/break-even');
  const item = report.data?.items[0];
  const panel = (
    <ReportPanel
      title={t.grades}
      caption={t.gradesCaption}
      report={report}
      download={{ report: 'concerts/break-even', query }}
      isEmpty={() => item === undefined || item.grades.length === 0}
      empty={t.noGrades}
    >
      {() =>
        item !== undefined && <GradeTable caption={t.grades} item={item} sortParam="seats" full={full} />
      }
    </ReportPanel>
  );
  if (!full) return panel;
  return (
    <>
      {panel}
      <Suspense fallback={null}>
        <GradesPanel />
      </Suspense>
    </>
  );
}
