import { useQuery } from '@tanstack/react-query';
import { ArrowRight, ChevronLeft, ChevronRight, Download, Upload } from 'lucide-react';
import { useState } from 'react';
import { asProblem } from '@/api/problem';
import { useProductions } from '@/api/productions';
import { Button, LinkButton } from '@/components/controls/Button';
import { useSay } from '@/components/layout/Notices';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { useProblemText } from '@/components/states/ProblemText';
import { QueryView } from '@/components/states/QueryView';
import { sameCode } from '@/lib/codes';
import { useLabels } from '@/lib/i18n/useLabels';
import { useMessages } from '@/lib/i18n/messages';
import { readSort } from '@/components/table/columns';
import { useChoiceParam, useParam, useSetParams, useTyped } from '@/lib/urlState';
import { allUploads, uploadsQuery } from '../api/uploads';
import type { UploadsAsked } from '../api/uploads';
import { saveText } from '@/lib/saveFile';
import { csvOf } from '../findings';
import { revenueOf } from '../items';
import type { UploadSummary } from '../items';
import { words } from '../words';
import { HistoryTable } from './HistoryTable';
import styles from './uploads.module.css';

const perPage = 50;
const statuses = ['all', 'queued', 'processing', 'completed', 'failed', 'superseded', 'withdrawn'] as const;
const sorts = ['uploadedAt', 'recordDate', 'fileName', 'status'] as const;

function FirstUse() {
  const t = useMessages(words);
  return (
    <EmptyState icon={<Upload aria-hidden />} action={<LinkButton to="/uploads/new">{t.toNew}</LinkButton>}>
      {t.noHistory}
    </EmptyState>
  );
}

/** The last few uploads, beside a new one. */
export function RecentPanel() {
  const t = useMessages(words);
  const query = useQuery(uploadsQuery({ sort: 'uploadedAt', order: 'desc', perPage: 5 }));
  return (
    <Panel
      title={t.recent}
      busy={query.isFetching && !query.isPending}
      actions={
        <LinkButton small kind="quiet" to="/uploads/history">
          {t.allHistory}
          <ArrowRight aria-hidden />
        </LinkButton>
      }
    >
      <QueryView query={query} empty={<FirstUse />} isEmpty={({ items }) => items.length === 0}>
        {({ items }) => <HistoryTable caption={t.recent} uploads={items} sortable={false} />}
      </QueryView>
    </Panel>
  );
}

/** All uploads, by status, production and file name, a page at a time. */
export function HistoryPanel() {
  const t = useMessages(words);
  const label = useLabels();
  const productions = useProductions();
  const setParams = useSetParams();
  const [status] = useChoiceParam('status', statuses, 'all');
  const [code] = useParam('production');
  const [search] = useParam('q');
  const typed = useTyped(search ?? '', (text) =>
    setParams({ q: text === '' ? null : text, page: null }, { replace: true }),
  );
  const [pageText] = useParam('page');
  const [sortText] = useParam('sort');
  const page = Math.max(1, Math.trunc(Number(pageText ?? 1)) || 1);
  const production = productions.find((other) => sameCode(other.code, code));
  const sort = readSort(sortText);
  const by = sorts.find((name) => name === sort?.key);
  const asked: UploadsAsked = {
    page,
    perPage,
    sort: by ?? 'uploadedAt',
    order: by !== undefined && sort?.descending === false ? 'asc' : 'desc',
    ...(status === 'all' ? {} : { status }),
    ...(production === undefined ? {} : { productionId: production.id }),
    ...(search === null || search.trim() === '' ? {} : { q: search }),
  };
  const query = useQuery(uploadsQuery(asked));
  const [saving, setSaving] = useState(false);
  const say = useSay();
  const problemText = useProblemText();
  const filtered = status !== 'all' || production !== undefined || search !== null;
  const clear = () => setParams({ status: null, production: null, q: null, page: null });

  const save = (uploads: readonly UploadSummary[]) =>
    saveText(
      `${t.history}.csv`,
      csvOf([
        [
          t.time,
          t.production,
          t.productionCode,
          t.recordDate,
          t.file,
          t.status,
          t.uploader,
          label('upload', 'source'),
          t.revenue,
        ],
        ...uploads.map((upload) => [
          upload.uploadedAt,
          productions.find(({ id }) => id === upload.productionId)?.name ?? '',
          upload.productionCode,
          upload.recordDate,
          upload.files.map(({ fileName }) => fileName).join(' + '),
          label('upload', upload.status),
          upload.uploadedBy?.name ?? '',
          upload.source?.name ?? '',
          String(revenueOf(upload.facts) ?? ''),
        ]),
      ]),
    );

  /** Every page of what is listed, not only the one that is shown. */
  async function saveAll() {
    setSaving(true);
    try {
      save(await allUploads(asked));
    } catch (error) {
      say(problemText(asProblem(error)));
    } finally {
      setSaving(false);
    }
  }

  return (
    <Panel
      title={t.history}
      caption={query.data === undefined ? undefined : String(query.data.total)}
      busy={query.isFetching && !query.isPending}
      actions={
        <Button
          small
          kind="quiet"
          icon={<Download aria-hidden />}
          disabled={query.data === undefined}
          data-export
          busy={saving}
          onClick={() => void saveAll()}
        >
          {t.listCsv}
        </Button>
      }
    >
      <div className={styles['filters']}>
        <input
          type="search"
          data-table-filter
          aria-label={t.search}
          placeholder={t.search}
          value={typed.text}
          onChange={(event) => typed.type(event.target.value)}
        />
        <select
          aria-label={t.status}
          value={status}
          onChange={(event) =>
            setParams({ status: event.target.value === 'all' ? null : event.target.value, page: null })
          }
        >
          {statuses.map((value) => (
            <option key={value} value={value}>
              {value === 'all' ? t.allStatuses : label('upload', value)}
            </option>
          ))}
        </select>
        <select
          aria-label={t.production}
          value={production?.code ?? ''}
          onChange={(event) =>
            setParams({ production: event.target.value === '' ? null : event.target.value, page: null })
          }
        >
          <option value="">{t.allProductions}</option>
          {productions.map(({ id, code: own, name }) => (
            <option key={id} value={own}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <QueryView
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={
          filtered ? (
            <EmptyState action={<Button onClick={clear}>{t.clear}</Button>}>{t.noMatch}</EmptyState>
          ) : (
            <FirstUse />
          )
        }
      >
        {({ items, total }) => {
          const pages = Math.max(1, Math.ceil(total / perPage));
          const go = (to: number) => setParams({ page: to === 1 ? null : String(to) });
          return (
            <>
              <HistoryTable caption={t.history} uploads={items} />
              {pages > 1 && (
                <div className={styles['pages']}>
                  <Button
                    icon={<ChevronLeft />}
                    label={t.earlier}
                    disabled={page <= 1}
                    onClick={() => go(page - 1)}
                  />
                  <span className="caption">{t.page(page, pages)}</span>
                  <Button
                    icon={<ChevronRight />}
                    label={t.later}
                    disabled={page >= pages}
                    onClick={() => go(page + 1)}
                  />
                </div>
              )}
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}
