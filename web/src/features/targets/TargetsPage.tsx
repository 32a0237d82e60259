import { useQuery } from '@tanstack/react-query';
import { Target } from 'lucide-react';
import { useParams } from 'react-router';
import { productionsQuery } from '@/api/productions';
import type { Production } from '@/api/productions';
import { LinkButton } from '@/components/controls/Button';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { AppLink } from '@/components/layout/AppLink';
import { PageHeader } from '@/components/layout/PageHeader';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { DataTable } from '@/components/table/DataTable';
import { sameCode } from '@/lib/codes';
import { useLabels } from '@/lib/i18n/useLabels';
import { useMessages } from '@/lib/i18n/messages';
import { entryNames } from '@/lib/navigation';
import { useFormat } from '@/lib/useFormat';
import { TargetsEditor } from './components/TargetsEditor';
import { words } from './words';

/** The targets of one production, or the choice of one. */
export function Page() {
  const names = useMessages(entryNames);
  const t = useMessages(words);
  const { code } = useParams();
  const query = useQuery(productionsQuery);
  const production = query.data?.find((other) => sameCode(other.code, code));
  if (production !== undefined) return <TargetsEditor key={production.id} production={production} />;
  return (
    <>
      <PageHeader title={names.targets} subtitle={t.choose} live={false} />
      <QueryView query={query} skeleton={<Skeleton rows={6} />}>
        {(productions) =>
          code === undefined ? (
            <Chooser productions={productions} />
          ) : (
            <EmptyState action={<LinkButton to="/targets">{t.toChooser}</LinkButton>}>{t.noSuch}</EmptyState>
          )
        }
      </QueryView>
    </>
  );
}

function Chooser({ productions }: { productions: readonly Production[] }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  // What is on sale comes first; what is over is looked up now and then.
  const ordered = productions.toSorted((a, b) => Number(b.active) - Number(a.active));
  return (
    <Panel title={t.chooser}>
      <DataTable
        caption={t.chooser}
        rows={ordered}
        rowKey={({ id }) => id}
        filterText={({ name, code }) => `${name} ${code}`}
        empty={<EmptyState icon={<Target aria-hidden />}>{t.none}</EmptyState>}
        columns={[
          {
            key: 'name',
            label: label('production', 'name'),
            value: ({ name }) => name,
            cell: ({ name, code, category }) => (
              <span className="row">
                <CategoryMark category={category} />
                <AppLink to={`/targets/${encodeURIComponent(code)}`}>{name}</AppLink>
              </span>
            ),
          },
          { key: 'code', label: label('production', 'code'), value: ({ code }) => code, phone: 'main' },
          {
            key: 'saleStart',
            label: t.saleStart,
            value: ({ saleStart }) => saleStart,
            cell: ({ saleStart }) => format.day(saleStart),
            phone: 'second',
          },
          {
            key: 'saleEnd',
            label: t.saleEnd,
            value: ({ saleEnd }) => saleEnd,
            cell: ({ saleEnd }) => format.day(saleEnd),
            phone: 'second',
          },
        ]}
      />
    </Panel>
  );
}
