import {
  AutocompleteInput,
  DataTable,
  DateInput,
  FilterButton,
  List,
  ReferenceInput,
  SelectColumnsButton,
  SelectInput,
  SimpleList,
  TextInput,
  TopToolbar,
  useExpanded,
  useRecordContext,
} from 'react-admin';
import { useProductions } from '@/api/productions';
import { Button } from '@/components/controls/Button';
import { AppLink } from '@/components/layout/AppLink';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { unknown } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { usePhone } from '@/lib/useMediaQuery';
import type { AuditRecord } from '../dataProvider';
import styles from '../office.module.css';
import { ValueText } from '../ValueText';
import { actions, words } from '../words';

const Column = DataTable.Col<AuditRecord>;

/** Who did what to which thing and when, with what was there before and after. */
export function AuditList() {
  const t = useMessages(words);
  const label = useLabels();
  const language = useLanguage();
  const format = useFormat();
  const phone = usePhone();
  const productions = useProductions();
  const deed = (action: string) => actions[action]?.[language] ?? action;
  const who = ({ by, after }: AuditRecord) => by?.name ?? (isMovedIn(after) ? t.movedIn : t.server);
  const filters = [
    <SelectInput
      key="action"
      source="action"
      label={t.action}
      alwaysOn
      emptyText={t.optionalFilter}
      choices={Object.keys(actions).map((id) => ({ id, name: deed(id) }))}
    />,
    <AutocompleteInput
      key="productionId"
      source="productionId"
      label={label('term', 'production')}
      alwaysOn
      TextFieldProps={{ placeholder: t.optionalFilter }}
      choices={productions.map(({ id, name }) => ({ id, name }))}
    />,
    <DateInput key="from" source="from" label={t.from} alwaysOn />,
    <DateInput key="to" source="to" label={t.to} alwaysOn />,
    <ReferenceInput key="userId" source="userId" reference="users">
      <AutocompleteInput label={t.by} optionText="name" filterToQuery={(q: string) => ({ q })} />
    </ReferenceInput>,
    <TextInput key="subjectId" source="subjectId" label={t.subjectId} />,
  ];
  return (
    <List<AuditRecord>
      title={false}
      filters={filters}
      actions={
        <TopToolbar>
          <FilterButton disableSaveQuery />
          <SelectColumnsButton />
        </TopToolbar>
      }
      sort={{ field: 'at', order: 'DESC' }}
      perPage={50}
      exporter={false}
      empty={false}
    >
      {phone ? (
        <SimpleList<AuditRecord>
          rowClick={false}
          primaryText={({ action }) => deed(action)}
          secondaryText={(entry) => `${who(entry)} · ${format.dayTime(entry.at)}`}
        />
      ) : (
        <DataTable<AuditRecord>
          rowClick="expand"
          bulkActionButtons={false}
          expand={<Details />}
          hiddenColumns={['subjectId']}
        >
          <Column source="at" label={t.at} render={({ at }) => format.dayTime(at)} />
          <Column source="by" label={t.by} disableSort render={who} />
          <Column source="action" label={t.action} disableSort render={({ action }) => deed(action)} />
          <Column
            source="productionId"
            label={label('term', 'production')}
            disableSort
            render={({ productionId }) => {
              const production = productions.find(({ id }) => id === productionId);
              if (production === undefined) return unknown;
              return <AppLink to={`/productions/${production.code}`}>{production.name}</AppLink>;
            }}
          />
          <Column
            source="address"
            label={t.address}
            disableSort
            render={({ address }) => address ?? unknown}
          />
          <Column source="subjectId" label={t.subjectId} disableSort />
          <Column label={t.details} disableSort align="right" render={({ id }) => <Toggle id={id} />} />
        </DataTable>
      )}
    </List>
  );
}

/** Whether a change came from the predecessor: its entry says by which row. */
function isMovedIn(after: AuditRecord['after']): boolean {
  return typeof after === 'object' && after !== null && 'movedIn' in after;
}

/** Opens and closes what an entry changed, also by keyboard. */
function Toggle({ id }: { id: number }) {
  const t = useMessages(words);
  const [expanded, toggle] = useExpanded('audit', id);
  return (
    <Button
      small
      aria-expanded={expanded}
      onClick={(event) => {
        event.stopPropagation();
        toggle();
      }}
    >
      {t.details}
    </Button>
  );
}

/** What an entry changed, field by field. */
function Details() {
  const t = useMessages(words);
  const label = useLabels();
  const entry = useRecordContext<AuditRecord>();
  const before = (entry?.before ?? {}) as Readonly<Record<string, unknown>>;
  const after = (entry?.after ?? {}) as Readonly<Record<string, unknown>>;
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  if (fields.length === 0) return <p className={styles['detail']}>{t.noDetails}</p>;
  return (
    <div className={styles['detail']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.before}</th>
            <th scope="col">{t.after}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{fieldName(field)}</th>
              <td>
                <ValueText value={before[field]} />
              </td>
              <td>
                <ValueText value={after[field]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function fieldName(field: string): string {
    const word: unknown = Object.entries(t).find(([key]) => key === field)?.[1];
    const known = label.any('production', field);
    return known === field && typeof word === 'string' ? word : known;
  }
}
