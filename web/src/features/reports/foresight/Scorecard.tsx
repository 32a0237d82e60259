import { TriangleAlert } from 'lucide-react';
import type { EChartsOption } from 'echarts';
import { useCallback, useMemo } from 'react';
import { catalogue } from '@/api/catalogue';
import type { ReportAnswer } from '@/api/reports';
import { classes } from '@/components/classes';
import { ChartPanel } from '@/components/chart/ChartPanel';
import { chartState } from '@/components/chart/ChartState';
import { ProductionPicker } from '@/components/controls/ProductionPicker';
import { Segmented } from '@/components/controls/Segmented';
import { Chip } from '@/components/figures/Chip';
import { FieldValue } from '@/components/figures/FieldValue';
import { Figure, Figures } from '@/components/figures/Figure';
import { AppLink } from '@/components/layout/AppLink';
import { PageHeader } from '@/components/layout/PageHeader';
import { Rows, TableOf } from '@/components/reports/TableOf';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { WholeScope } from '@/components/reports/WholeScope';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { useMessages } from '@/lib/i18n/messages';
import { usePair } from '@/lib/i18n/pair';
import { useLabels } from '@/lib/i18n/useLabels';
import { count } from '@/lib/numbers';
import type { Palette } from '@/lib/theme/tokens';
import { useChoiceParam } from '@/lib/urlState';
import styles from './foresight.module.css';
import { errorOption, reliabilityOption, scoreHeight } from './scorecardOption';
import { words } from './scorecardWords';

type Answer = ReportAnswer<'forecast-scorecard'>;
type Score = Answer['horizons'][number];

const quantities = ['performance_seats', 'run_seats', 'run_revenue'] as const;

/** How good earlier forecasts were, with the straight line of before beside them. */
export function Scorecard() {
  const say = usePair();
  const { title, description } = catalogue['forecast-scorecard'];
  return (
    <>
      <PageHeader title={say(title)} subtitle={say(description)} actions={<ProductionPicker />} />
      <WholeScope>
        <div className="stack">
          <Scores />
        </div>
      </WholeScope>
    </>
  );
}

function Scores() {
  const t = useMessages(words);
  const label = useLabels();
  const { report, source } = useScopedReport('forecast-scorecard');
  const [quantity, setQuantity] = useChoiceParam('of', quantities, 'performance_seats');
  return (
    <QueryView
      query={report}
      skeleton={<Skeleton height={480} />}
      isEmpty={({ horizons }) => horizons.every(({ forecasts }) => forecasts === 0)}
      empty={<EmptyState action={<AppLink to="/reports">{t.reports}</AppLink>}>{t.none}</EmptyState>}
    >
      {(answer) => (
        <>
          <Headline answer={answer} quantity={quantity} source={source} />
          <Segmented
            label={t.quantity}
            options={quantities.map((value) => ({ value, text: label('choice', value) }))}
            value={quantity}
            onChange={setQuantity}
          />
          <div className="panels halves">
            <Errors quantity={quantity} />
            <Reliability />
          </div>
          <Horizons quantity={quantity} />
        </>
      )}
    </QueryView>
  );
}

/** About a month ahead is what a house plans by. */
const headlineDays = 28;

/** The figures that answer whether one may rely on it. */
function Headline({
  answer: { horizons, breakEven },
  quantity,
  source,
}: {
  answer: Answer;
  quantity: Score['quantity'];
  source: string;
}) {
  const t = useMessages(words);
  const of = horizons.filter((score) => score.quantity === quantity && score.forecasts > 0);
  const score = of.find(({ horizonDays }) => horizonDays === headlineDays) ?? of[0];
  const unreliable = of.filter((one) => one.unreliable).map(({ horizonDays }) => t.ahead(horizonDays));
  return (
    <>
      {unreliable.length > 0 && (
        <p className={styles['notice']}>
          <TriangleAlert aria-hidden /> {t.unreliable(unreliable.join(', '))}
        </p>
      )}
      <Figures columns={4} source={source}>
        <Figure
          label={t.error}
          period={score !== undefined && t.ahead(score.horizonDays)}
          value={<FieldValue of={score} field="errorRatio" />}
          note={
            <>
              {t.straight} <FieldValue of={score} field="straightLineErrorRatio" />
            </>
          }
        />
        <Figure
          label={t.coverage}
          period={score !== undefined && t.ahead(score.horizonDays)}
          value={<FieldValue of={score} field="coverage" places={0} />}
          note={t.said}
          after={
            <>
              {t.byProduction} <FieldValue of={score} field="productionCoverage" places={0} />
            </>
          }
        />
        <Figure
          label={t.scored}
          value={<FieldValue of={score} field="forecasts" />}
          note={score !== undefined && t.productions(count(score.productions))}
        />
        <Figure
          label={t.brier}
          value={<FieldValue of={breakEven} field="brier" />}
          note={t.brierNote}
          after={
            <>
              {t.forecasts(count(breakEven.forecasts))} · {t.productions(count(breakEven.productions))}
            </>
          }
        />
      </Figures>
    </>
  );
}

/** The error by days ahead, beside that of the straight line. */
function Errors({ quantity }: { quantity: Score['quantity'] }) {
  const t = useMessages(words);
  const of = useScopedReport('forecast-scorecard');
  const { report, query } = of;
  const scores = useMemo(
    () => (report.data?.horizons ?? []).filter((score) => score.quantity === quantity),
    [report.data, quantity],
  );
  const option = useCallback((colors: Palette): EChartsOption => errorOption(scores, t, colors), [scores, t]);
  return (
    <ChartPanel
      title={t.errors}
      caption={t.errorsCaption}
      busy={report.isFetching && report.data !== undefined}
      content={chartState(
        report,
        scores.every(({ errorRatio }) => errorRatio === null),
        scoreHeight,
      )}
      option={option}
      height={scoreHeight}
      summary={t.errors}
      legend={
        <>
          <li>
            <i aria-hidden className={classes(styles['boxKey'], styles['ours'])} />
            {t.ours}
          </li>
          <li>
            <i aria-hidden className={classes(styles['boxKey'], styles['straightKey'])} />
            {t.straight}
          </li>
        </>
      }
      download={{ report: 'forecast-scorecard', query, table: 'horizons' }}
      table={() => (
        <Rows
          spec={{
            report: 'forecast-scorecard',
            table: 'horizons',
            dense: true,
            sortParam: 'errors',
            where: (row) => row.quantity === quantity,
            columns: [
              { field: 'horizonDays', phone: 'name' },
              { field: 'errorRatio', strong: true, phone: 'main' },
              { field: 'straightLineErrorRatio', phone: 'second' },
            ],
          }}
          of={of}
          caption={t.errors}
        />
      )}
    />
  );
}

/** Whether what was told of break-even came as often as it was told. */
function Reliability() {
  const t = useMessages(words);
  const of = useScopedReport('forecast-scorecard');
  const { report, query } = of;
  const bins = report.data?.reliability;
  const option = useCallback(
    (colors: Palette): EChartsOption => reliabilityOption(bins ?? [], t, colors),
    [bins, t],
  );
  return (
    <ChartPanel
      title={t.reliability}
      caption={t.reliabilityCaption}
      busy={report.isFetching && report.data !== undefined}
      content={chartState(
        report,
        (bins ?? []).every(({ toldRatio }) => toldRatio === null),
        scoreHeight,
      )}
      option={option}
      height={scoreHeight}
      summary={t.reliability}
      download={{ report: 'forecast-scorecard', query, table: 'reliability' }}
      table={() => (
        <Rows
          spec={{
            report: 'forecast-scorecard',
            table: 'reliability',
            dense: true,
            sortParam: 'bins',
            columns: [
              {
                field: 'fromProbability',
                phone: 'name',
                cell: (row) => <FieldValue of={row} field="fromProbability" places={0} />,
              },
              {
                field: 'toProbability',
                phone: 'second',
                cell: (row) => <FieldValue of={row} field="toProbability" places={0} />,
              },
              { field: 'forecasts', phone: 'second' },
              'toldRatio',
              { field: 'cameTrueRatio', strong: true, phone: 'main' },
            ],
          }}
          of={of}
          caption={t.reliability}
        />
      )}
    />
  );
}

/** Every score of a quantity by days ahead; what was not scored is a dash. */
function Horizons({ quantity }: { quantity: Score['quantity'] }) {
  const t = useMessages(words);
  return (
    <TableOf
      report="forecast-scorecard"
      table="horizons"
      title={t.horizons}
      sortParam="horizons"
      where={(row) => row.quantity === quantity}
      columns={[
        { field: 'horizonDays', phone: 'name', cell: ({ horizonDays }) => t.ahead(horizonDays) },
        { field: 'forecasts', phone: 'second' },
        { field: 'productions', phone: 'second' },
        { field: 'errorRatio', strong: true, phone: 'main' },
        { field: 'straightLineErrorRatio', phone: 'second' },
        'biasRatio',
        { field: 'straightLineBiasRatio', quiet: true },
        { field: 'coverage', strong: true, phone: 'second' },
        'productionCoverage',
        { field: 'winklerRatio', quiet: true },
        { field: 'belowSold', quiet: true },
        {
          field: 'unreliable',
          cell: ({ unreliable }) => unreliable && <Chip tone="warning">{t.unreliableChip}</Chip>,
        },
      ]}
    />
  );
}
