import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { usePermissions } from '@/api/account';
import { HeldPanel } from '@/components/collection/HeldPanel';
import { TabsNav } from '@/components/controls/TabsNav';
import { PageHeader } from '@/components/layout/PageHeader';
import { EmptyState } from '@/components/states/EmptyState';
import { useMessages } from '@/lib/i18n/messages';
import { entryNames } from '@/lib/navigation';
import { keepDrawn } from '@/lib/ongoing';
import { CoveragePanel } from './components/CoveragePanel';
import type { Gap } from './components/CoveragePanel';
import { DropZone } from './components/DropZone';
import { FileList } from './components/FileList';
import { FileReport } from './components/FileReport';
import { HistoryPanel, RecentPanel } from './components/HistoryPanel';
import { UploadReport } from './components/UploadReport';
import { UploadWatch } from './components/UploadWatch';
import styles from './components/uploads.module.css';
import { useUploadQueue } from './hooks/useUploadQueue';
import { readWorkbookName } from './workbookName';
import { words } from './words';

/** Uploads: new ones, the history, what is missing; or one upload by its id. */
export function Page() {
  const t = useMessages(words);
  const names = useMessages(entryNames);
  const navigate = useNavigate();
  const { tab = 'new' } = useParams();
  const { queue, items } = useUploadQueue();
  const { upload: mayUpload } = usePermissions();
  const [chosenId, setChosenId] = useState<string>();
  // The files are followed also once one has left this page.
  useEffect(() => keepDrawn(UploadWatch), []);
  // An upload of its own is one of the history.
  const open = tab === 'new' || tab === 'coverage' ? tab : 'history';
  const chosen = items.find(({ id }) => id === chosenId) ?? items.at(-1);

  function add(files: readonly File[]) {
    const first = queue.add(files);
    if (first !== undefined) setChosenId(first);
  }

  /** The name of the file tells its day and code; the cell that was pressed only fills in what it lacks. */
  function fill({ productionCode, day }: Gap, files: readonly File[]) {
    const [first] = files;
    if (first === undefined) return;
    const name = readWorkbookName(first.name);
    const id = queue.add(files, {
      place: {
        ...(name.productionCode === undefined ? { productionCode } : {}),
        ...(name.recordDate === undefined ? { recordDate: day } : {}),
      },
      wantedDay: day,
    });
    if (id !== undefined) setChosenId(id);
    if (tab !== 'new') void navigate('/uploads/new');
    else window.scrollTo({ top: 0 });
  }

  return (
    <>
      <PageHeader title={names.uploads} subtitle={t.subtitle} />
      <TabsNav
        label={t.tabs}
        tabs={(['new', 'history', 'coverage'] as const).map((name) => ({
          to: `/uploads/${name}`,
          text: t[name],
          current: name === open,
        }))}
      />
      {tab === 'new' && (
        <div className="stack">
          <div className={styles['columns']}>
            <div className="stack">
              {mayUpload ? <DropZone onFiles={add} /> : <EmptyState>{t.noRight}</EmptyState>}
              {items.length > 0 && (
                <FileList items={items} queue={queue} chosen={chosen} onChoose={setChosenId} />
              )}
            </div>
            {mayUpload && <FileReport items={items} item={chosen} queue={queue} />}
          </div>
          <HeldPanel hideEmpty />
          <CoveragePanel onFiles={fill} />
          <RecentPanel />
        </div>
      )}
      {tab === 'history' && <HistoryPanel />}
      {tab === 'coverage' && <CoveragePanel onFiles={fill} choosable />}
      {tab !== 'new' && tab !== 'history' && tab !== 'coverage' && <UploadReport key={tab} id={tab} />}
    </>
  );
}
