import { catalogue } from '@/api/catalogue';
import type { ParameterEntry, TableEntry, TableName } from '@/api/catalogue';
import type { ReportName } from '@/api/reports';
import { PeriodPicker } from '@/components/controls/PeriodPicker';
import { ProductionPicker } from '@/components/controls/ProductionPicker';
import { FieldValue } from '@/components/figures/FieldValue';
import { DayField } from '@/components/forms/DayField';
import { Field, TextField } from '@/components/forms/Field';
import { PageHeader } from '@/components/layout/PageHeader';
import { ColumnsOf, LinesOf } from '@/components/reports/ChartsOf';
import { PageScope } from '@/components/reports/PageScope';
import { timeOf } from '@/components/reports/rows';
import { TableOf } from '@/components/reports/TableOf';
import type { OwnParameters } from '@/components/reports/useScopedReport';
import type { ReportColumn } from '@/components/table/ReportTable';
import { isDay } from '@/lib/days';
import { inGradeOrder } from '@/lib/grades';
import { isField, isFigure, meaningOf } from '@/lib/i18n/fields';
import type { FieldName } from '@/lib/i18n/fields';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { usePair } from '@/lib/i18n/pair';
import type { LabelReader } from '@/lib/i18n/useLabels';
import { useLabels } from '@/lib/i18n/useLabels';
import { read } from '@/lib/read';
import { useParam, useSetParams, useTyped } from '@/lib/urlState';
import { useSearchParams } from 'react-router';
import styles from './ReportsPage.module.css';
import { monthChange } from './tables';

const words = defineMessages({
  ko: { figure: '차트 값', chart: (title: string, figure: string) => `${title}: ${figure}` },
  en: { figure: 'Chart value', chart: (title: string, figure: string) => `${title}: ${figure}` },
});

/** Longer than one takes between two digits of a number. */
const restMs = 900;

/** Parameters that other controls of the page choose. */
const elsewhere = ['asOf', 'productionId', 'includeInactive', 'from', 'to'];

/** What every row has and no reader needs: the answer's own parameters, and names that the production's link has. */
function shownFields(entry: TableEntry, parameters: readonly ParameterEntry[]): FieldName[] {
  const named = entry.columns.includes('productionName');
  const told = [...parameters.map(({ name }) => name), ...(named ? ['productionCode', 'category'] : [])];
  return entry.columns
    .filter(isField)
    .filter((field) => !told.includes(field) && meaningOf(field).unit !== 'id');
}

/** How many figures a phone shows beside the main one. */
const secondFigures = 3;

/** A column for each field; of a map one for each grade that occurs. */
function columnsOf(
  fields: readonly FieldName[],
  main: FieldName | undefined,
  rows: readonly object[],
  label: LabelReader,
) {
  // A phone shows the name and the main figure, and below them words and the figures that come first.
  const seconds = fields.filter((field) => field !== main && isFigure(field)).slice(0, secondFigures);
  const phoneOf = (field: FieldName, index: number): ReportColumn<object>['phone'] => {
    if (index === 0) return 'name';
    if (field === main) return 'main';
    return !isFigure(field) || seconds.includes(field) ? 'second' : 'hidden';
  };
  return fields.flatMap((field, index): ReportColumn<object>[] => {
    if (field === 'changeRatio' && fields.includes('month'))
      return [monthChange as unknown as ReportColumn<object>];
    if (!field.endsWith('.*')) return [{ field, phone: phoneOf(field, index) } as ReportColumn<object>];
    const map = field.slice(0, -2);
    const grades = inGradeOrder(
      rows.flatMap((row) => Object.keys((read(row, map) as object | undefined) ?? {})),
    );
    return grades.map((grade) => ({
      key: `${map}.${grade}`,
      label: `${label('column', field)} ${label.any('grade', grade)}`,
      align: 'right',
      value: (row: object) => read(row, `${map}.${grade}`) as number | undefined,
      cell: (row: object) => <FieldValue of={row} field={field as never} at={`${map}.${grade}`} />,
    }));
  });
}

/** Any report, as its entry in the catalogue describes it: parameters, a chart of the first table, and every table. */
export function AnyReport({ name }: { name: ReportName }) {
  const say = usePair();
  const { title, description, parameters, tables, categories } = catalogue[name];
  const named = Object.entries(tables);
  const inTime = named.some(([, table]) => timeOf(table) !== undefined);
  const own = useOwn(parameters) as OwnParameters<ReportName>;
  return (
    <>
      <PageHeader
        title={say(title)}
        subtitle={say(description)}
        actions={
          <>
            {inTime && <PeriodPicker standard="all" />}
            <ProductionPicker categories={categories} />
          </>
        }
      />
      <PageScope categories={categories} period="all">
        <div className="stack">
          <Parameters parameters={parameters} />
          {named.map(([table, entry], index) => (
            <AnyTable
              key={table}
              name={name}
              table={table as TableName<ReportName>}
              entry={entry}
              own={own}
              parameters={parameters}
              first={index === 0}
            />
          ))}
        </div>
      </PageScope>
    </>
  );
}

function AnyTable<N extends ReportName>({
  name,
  table,
  entry,
  own,
  parameters,
  first,
}: {
  name: N;
  table: TableName<N>;
  entry: TableEntry;
  own: OwnParameters<N>;
  parameters: readonly ParameterEntry[];
  first: boolean;
}) {
  const t = useMessages(words);
  const label = useLabels();
  const say = usePair();
  const [chosen, choose] = useParam('figure');
  const fields = shownFields(entry, parameters);
  const figures = fields.filter((field) => isFigure(field) && !field.includes('.'));
  const money = figures.find((field) => meaningOf(field).unit === 'krw');
  const figure = figures.find((field) => field === chosen) ?? money ?? figures[0];
  // Which fields a row has is the catalogue's to say: no type knows the report that is shown.
  const spec = {
    report: name,
    table,
    own,
    find: true,
    dense: true,
    further: true,
    sortParam: first ? 'sort' : `sort-${table}`,
    columns: ((rows: readonly object[]) => columnsOf(fields, money ?? figures[0], rows, label)) as never,
  };
  const Chart = fields.includes('productionName') ? LinesOf : ColumnsOf;
  return (
    <>
      {first && figure !== undefined && timeOf(entry) !== undefined && (
        <Chart
          {...spec}
          title={t.chart(say(entry.title), label('column', figure))}
          value={figure as never}
          actions={
            <select aria-label={t.figure} value={figure} onChange={(event) => choose(event.target.value)}>
              {figures.map((field) => (
                <option key={field} value={field}>
                  {label('column', field)}
                </option>
              ))}
            </select>
          }
        />
      )}
      <TableOf {...spec} />
    </>
  );
}

/** What the address says of a report's own parameters. */
function useOwn(parameters: readonly ParameterEntry[]): object {
  const [search] = useSearchParams();
  return Object.fromEntries(
    parameters.flatMap(({ name }) => {
      const text = elsewhere.includes(name) ? null : search.get(name);
      return text === null || text === '' ? [] : [[name, text]];
    }),
  );
}

/** Controls for the parameters that are the report's own. */
function Parameters({ parameters }: { parameters: readonly ParameterEntry[] }) {
  const own = parameters.filter(({ name }) => !elsewhere.includes(name));
  if (own.length === 0) return null;
  return (
    <div className={styles['parameters']}>
      {own.map((parameter) => (
        <Parameter key={parameter.name} parameter={parameter} />
      ))}
    </div>
  );
}

function Parameter({ parameter }: { parameter: ParameterEntry }) {
  const say = usePair();
  const label = useLabels();
  const { name, title, kind, choices, minimum, maximum } = parameter;
  const standard = parameter.default === null ? '' : String(parameter.default);
  const [text, setText] = useParam(name);
  const setParams = useSetParams();
  const value = text ?? standard;
  const set = (next: string) =>
    setParams({ [name]: next === standard || next === '' ? null : next }, { replace: true });
  const typed = useTyped(
    value,
    (next) => {
      // What was cleared waits for another text, or for the field to be left.
      if (next.trim() !== '') set(next.trim());
    },
    restMs,
  );
  const leave = () => {
    if (typed.text.trim() === '') set('');
    else typed.flush();
  };
  if (choices.length > 0)
    return (
      <Field label={say(title)}>
        {(control) => (
          <select {...control} value={value} onChange={(event) => set(event.target.value)}>
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {label.any('choice', choice)}
              </option>
            ))}
          </select>
        )}
      </Field>
    );
  if (kind === 'day')
    return (
      <DayField
        label={say(title)}
        value={isDay(value) ? value : '2026-01-01'}
        onChange={(day) => setText(day)}
      />
    );
  return (
    <TextField
      label={say(title)}
      inputMode="decimal"
      value={typed.text}
      {...(minimum === null ? {} : { min: minimum })}
      {...(maximum === null ? {} : { max: maximum })}
      onChange={typed.type}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
      }}
    />
  );
}
