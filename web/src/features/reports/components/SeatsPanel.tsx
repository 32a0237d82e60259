import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { useMessages } from '@/lib/i18n/messages';
import { words } from '../productionWords';
import { GradeTable } from './GradeTable';

/** The seats of a production by grade, with a tick where it breaks even. */
export function SeatsPanel({ full = false }: { full?: boolean }) {
  const t = useMessages(words);
  const { report, query } = useScopedReport('concerts/break-even');
  const item = report.data?.items[0];
  return (
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
}
