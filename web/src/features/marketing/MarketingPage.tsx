import { useQueryClient } from '@tanstack/react-query';
import { usePermissions } from '@/api/account';
import { changedByOneself } from '@/api/liveUpdates';
import { useProductions } from '@/api/productions';
import { PeriodPicker } from '@/components/controls/PeriodPicker';
import { ProductionPicker } from '@/components/controls/ProductionPicker';
import { Segmented } from '@/components/controls/Segmented';
import { UnsavedGuard } from '@/components/controls/UnsavedGuard';
import { ConflictDialog } from '@/components/forms/ConflictDialog';
import { useTextDrafts } from '@/components/forms/useTextDrafts';
import { PageHeader } from '@/components/layout/PageHeader';
import { MarketingEffectView } from '@/components/reports/MarketingEffectView';
import { PageScope } from '@/components/reports/PageScope';
import { useScope } from '@/components/reports/useScope';
import { shortDay, toDay } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { entryNames } from '@/lib/navigation';
import { useChoiceParam } from '@/lib/urlState';
import { presentWeeks, readCell, writeWeeks } from './api/weeks';
import { WeeksCalendar } from './components/WeeksCalendar';
import { WeeksTable } from './components/WeeksTable';
import { useWeeks } from './hooks/useWeeks';
import { words } from './words';

const views = ['table', 'calendar', 'effect'] as const;

/** Marketing by the week: notes in a table, the same with performances in a month, and what they did to revenue. */
export function Page() {
  const t = useMessages(words);
  const label = useLabels();
  const { marketing: title } = useMessages(entryNames);
  const [view, setView] = useChoiceParam('view', views, 'table');
  const { manageProductions } = usePermissions();
  const { shown } = useScope();
  const weeks = useWeeks();
  const client = useQueryClient();
  const all = useProductions();
  const drafts = useTextDrafts({
    name: 'marketing',
    write: async (id, texts, etag) => {
      const written = await writeWeeks(client, id, texts, etag);
      changedByOneself(client, ['reports']);
      return written;
    },
    read: presentWeeks,
  });
  const parts = { weeks, drafts, editable: manageProductions };
  return (
    <>
      <UnsavedGuard changes={drafts.count} onLeave={drafts.leave} />
      <PageHeader
        title={title}
        subtitle={manageProductions ? t.subtitle : t.readOnly}
        actions={
          <>
            <Segmented
              label={t.view}
              value={view}
              onChange={setView}
              options={views.map((value) => ({ value, text: t[value] }))}
            />
            {view !== 'calendar' && <PeriodPicker standard="all" />}
            <ProductionPicker />
          </>
        }
      />
      {view === 'table' && <WeeksTable {...parts} />}
      {view === 'calendar' && <WeeksCalendar {...parts} productions={shown} />}
      {view === 'effect' && (
        <PageScope period="all">
          <div className="stack">
            <MarketingEffectView />
          </div>
        </PageScope>
      )}
      {drafts.conflicts.length > 0 && (
        <ConflictDialog
          conflicts={drafts.conflicts}
          name={({ document, cell }) => {
            const { weekStart, field } = readCell(cell);
            const name = all.find(({ id }) => id === document)?.name ?? '';
            return t.note(name, shortDay(toDay(weekStart)), label('column', field));
          }}
          onDecide={(mine) => void drafts.decide(mine)}
          onClose={drafts.postpone}
        />
      )}
    </>
  );
}
