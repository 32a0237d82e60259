import { Plus, Upload } from 'lucide-react';
import { useState } from 'react';
import {
  BulkUpdateButton,
  DataTable,
  downloadCSV,
  ExportButton,
  FilterButton,
  List,
  SearchInput,
  SelectColumnsButton,
  SelectInput,
  SimpleList,
  TopToolbar,
} from 'react-admin';
import { classes } from '@/components/classes';
import { Button, LinkButton } from '@/components/controls/Button';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { Chip } from '@/components/figures/Chip';
import { useParam } from '@/lib/urlState';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { percent, unknown } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { usePhone } from '@/lib/useMediaQuery';
import { todayInSeoul } from '@/lib/days';
import type { ProductionRecord } from '../dataProvider';
import { categories } from '../choices';
import styles from '../office.module.css';
import { words } from '../words';
import { ImportDialog } from './ImportDialog';
import { productionsCsv } from './productionsCsv';
import { TemplateLink } from './TemplateLink';

const Column = DataTable.Col<ProductionRecord>;

function Actions() {
  const t = useMessages(words);
  const [asked, ask] = useParam('import');
  const [pressed, setPressed] = useState(false);
  const importing = pressed || asked !== null;
  const setImporting = (now: boolean) => {
    setPressed(now);
    if (!now && asked !== null) ask(null, { replace: true });
  };
  return (
    <TopToolbar>
      <FilterButton disableSaveQuery />
      <SelectColumnsButton />
      <ExportButton maxResults={2_000} />
      <Button icon={<Upload aria-hidden />} onClick={() => setImporting(true)}>
        {t.importList}
      </Button>
      <LinkButton kind="primary" icon={<Plus aria-hidden />} to="/office/productions/create">
        {t.newProduction}
      </LinkButton>
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </TopToolbar>
  );
}

function BulkActions() {
  const t = useMessages(words);
  return (
    <>
      <BulkUpdateButton label={t.activate} data={{ active: true }} mutationMode="undoable" icon={<></>} />
      <BulkUpdateButton label={t.deactivate} data={{ active: false }} mutationMode="undoable" icon={<></>} />
    </>
  );
}

/** Every production that one may see, with what reports do with it. */
export function ProductionList() {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const phone = usePhone();
  const filters = [
    <SearchInput
      key="q"
      source="q"
      alwaysOn
      placeholder={t.search}
      slotProps={{ htmlInput: { 'aria-label': t.search } }}
    />,
    <SelectInput
      key="category"
      source="category"
      label={t.category}
      alwaysOn
      emptyText={t.optionalFilter}
      choices={categories.map((id) => ({ id, name: label('term', id) }))}
    />,
    <SelectInput
      key="active"
      source="active"
      label={label('production', 'active')}
      alwaysOn
      emptyText={t.optionalFilter}
      choices={[
        { id: 'true', name: t.yes },
        { id: 'false', name: t.no },
      ]}
    />,
  ];
  return (
    <List<ProductionRecord>
      title={false}
      filters={filters}
      actions={<Actions />}
      sort={{ field: 'code', order: 'ASC' }}
      perPage={50}
      exporter={(records) => downloadCSV(productionsCsv(records), `${todayInSeoul()}_productions`)}
      empty={false}
    >
      {phone ? (
        <SimpleList<ProductionRecord>
          rowClick="edit"
          primaryText={({ name }) => name}
          secondaryText={({ code, category, active }) =>
            `${code} · ${label('term', category)} · ${active ? t.activeOne : t.endedOne}`
          }
        />
      ) : (
        <DataTable<ProductionRecord>
          rowClick="edit"
          bulkActionButtons={<BulkActions />}
          hiddenColumns={['createdAt', 'venue']}
        >
          <Column
            source="name"
            label={label('production', 'name')}
            render={(record) => (
              <span className="row">
                <CategoryMark category={record.category} />
                <span className={classes('strong', styles['name'])} title={record.name}>
                  {record.name}
                </span>
              </span>
            )}
          />
          <Column source="code" label={label('production', 'code')} />
          <Column source="category" label={t.category} render={({ category }) => label('term', category)} />
          <Column
            source="active"
            label={label('production', 'active')}
            disableSort
            render={({ active }) => <Chip tone={active ? 'good' : 'plain'}>{active ? t.yes : t.no}</Chip>}
          />
          <Column source="venue" label={label('production', 'venue')} disableSort />
          <Column
            source="saleStart"
            label={label('production', 'saleStart')}
            render={({ saleStart }) => (saleStart === null ? unknown : format.day(saleStart))}
          />
          <Column
            source="saleEnd"
            label={label('production', 'saleEnd')}
            disableSort
            render={({ saleEnd }) => (saleEnd === null ? unknown : format.day(saleEnd))}
          />
          <Column
            source="runStart"
            label={label('production', 'runStart')}
            render={({ runStart }) => (runStart === null ? unknown : format.day(runStart))}
          />
          <DataTable.NumberCol
            source="seatsPerPerformance"
            label={label('production', 'seatsPerPerformance')}
            disableSort
          />
          <Column
            source="targetShare"
            label={label('production', 'targetShare')}
            align="right"
            disableSort
            render={({ targetShare }) => percent(targetShare)}
          />
          <Column
            source="breakEvenKrw"
            label={label('production', 'breakEvenKrw')}
            align="right"
            disableSort
            render={({ breakEvenKrw }) => format.shortWon(breakEvenKrw)}
          />
          <Column
            source="createdAt"
            label={t.createdAt}
            render={({ createdAt }) => format.dayTime(createdAt)}
          />
          <Column label={t.template} disableSort render={(record) => <TemplateLink production={record} />} />
        </DataTable>
      )}
    </List>
  );
}
