import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronDown, ClipboardPaste, Ellipsis, Redo2, Split, Undo2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useAccount, usePermissions } from '@/api/account';
import type { Tagged } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { ApiProblem } from '@/api/problem';
import { useProductions } from '@/api/productions';
import type { Production } from '@/api/productions';
import { useReport } from '@/api/reports';
import { Button } from '@/components/controls/Button';
import { MenuItem, MenuLink } from '@/components/controls/Menu';
import { Popover } from '@/components/controls/Popover';
import { Segmented } from '@/components/controls/Segmented';
import { UnsavedGuard } from '@/components/controls/UnsavedGuard';
import { Won } from '@/components/figures/Amount';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { Chip } from '@/components/figures/Chip';
import { RecordDateChip } from '@/components/figures/RecordDateChip';
import { useSay } from '@/components/layout/Notices';
import { PageHeader } from '@/components/layout/PageHeader';
import { EmptyState } from '@/components/states/EmptyState';
import { ProblemText } from '@/components/states/ProblemText';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { useAsOf } from '@/lib/asOf';
import { toDay } from '@/lib/days';
import type { Day } from '@/lib/days';
import { dropDraft, keepDraft, keptDraft } from '@/lib/drafts';
import { useMessages } from '@/lib/i18n/messages';
import { useShortcut } from '@/lib/keys';
import { entryNames } from '@/lib/navigation';
import { useChoiceParam } from '@/lib/urlState';
import { useFormat } from '@/lib/useFormat';
import { amountsOf, saveTargets, targetsQuery } from '../api/targets';
import type { Targets } from '../api/targets';
import type { Unit } from '../grid/amount';
import { fill } from '../grid/fill';
import { layoutOf } from '../grid/layout';
import type { Grain } from '../grid/layout';
import { pasteInto } from '../grid/paste';
import type { Misfit } from '../grid/paste';
import { cellAt, boundsOf, placeOf, selectedCells } from '../grid/selection';
import type { Selection } from '../grid/selection';
import * as grid from '../grid/state';
import type { Amounts, GridState } from '../grid/state';
import { weekdayWeights } from '../grid/weights';
import { words } from '../words';
import { Conflicts } from './Conflicts';
import { CopyDialog } from './CopyDialog';
import { DistributePanel } from './DistributePanel';
import { ImportDialog } from './ImportDialog';
import { PasteDialog } from './PasteDialog';
import { TargetFigures } from './TargetFigures';
import { TargetGrid } from './TargetGrid';
import { useCellText } from './useCellText';
import { WeekChart } from './WeekChart';
import styles from './targets.module.css';

const grains = ['day', 'week', 'month'] as const;

/** The page of one production: reads its targets and its sales, and lets them be edited. */
export function TargetsEditor({ production }: { production: Production }) {
  const t = useMessages(words);
  const names = useMessages(entryNames);
  const query = useQuery(targetsQuery(production.id));
  const sold = production.saleStart !== null && production.saleEnd !== null;
  return (
    <QueryView
      query={query}
      skeleton={
        <>
          <PageHeader title={names.targets} />
          <Skeleton height={560} />
        </>
      }
    >
      {(targets) =>
        sold && targets.value.targets.length > 0 ? (
          <Editor production={production} targets={targets} />
        ) : (
          <>
            <PageHeader title={names.targets} actions={<ProductionMenu production={production} />} />
            <EmptyState>{t.noPeriod}</EmptyState>
          </>
        )
      }
    </QueryView>
  );
}

function ProductionMenu({ production }: { production: Production }) {
  const t = useMessages(words);
  const offered = useProductions().filter(({ active, id }) => active || id === production.id);
  return (
    <Popover
      role="menu"
      title={t.production}
      icon={<CategoryMark category={production.category} />}
      trigger={
        <>
          <span className="clipped">{production.name}</span>
          <ChevronDown aria-hidden />
        </>
      }
    >
      {(close) =>
        offered.map(({ id, code, name, category }) => (
          <MenuLink
            key={id}
            icon={<CategoryMark category={category} />}
            to={`/targets/${encodeURIComponent(code)}`}
            onSelect={close}
          >
            {name}
          </MenuLink>
        ))
      }
    </Popover>
  );
}

function Editor({ production, targets }: { production: Production; targets: Tagged<Targets> }) {
  const t = useMessages(words);
  const names = useMessages(entryNames);
  const format = useFormat();
  const nameOf = useCellText();
  const say = useSay();
  const client = useQueryClient();
  const { manageProductions } = usePermissions();
  const { asOf } = useAsOf();
  const [grain, setGrain] = useChoiceParam<Grain>('grain', grains, 'day');
  const reportAsked = { asOf, productionId: [production.id], grain: 'day' as const };
  const report = useReport('target-vs-actual', reportAsked);
  const item = report.data?.items[0];

  const { id: who } = useAccount();
  const draftName = `targets ${production.id}`;
  const [state, setState] = useState<GridState>(() =>
    grid.restored(amountsOf(targets.value), targets.etag, keptDraft(who, draftName)),
  );
  const [found] = useState(state.drafts.size);
  useEffect(() => {
    if (found > 0) say(t.restored(found));
  }, [found, say, t]);
  useEffect(() => {
    if (state.drafts.size === 0) dropDraft(who, draftName);
    else keepDraft(who, draftName, grid.kept(state));
  }, [state, who, draftName]);
  const [seen, setSeen] = useState(targets);
  if (seen !== targets) {
    // Somebody saved, here or elsewhere: what was typed stays on top of what is there now.
    setSeen(targets);
    setState(grid.rebase(state, amountsOf(targets.value), targets.etag));
  }

  const days = useMemo(() => targets.value.targets.map(({ date }) => date).toSorted(), [targets]);
  const rows = useMemo(() => layoutOf(days, grain), [days, grain]);
  const sales = useMemo(
    () => new Map((item?.periods ?? []).map(({ period, revenueKrw }) => [toDay(period), revenueKrw])),
    [item],
  );
  const recordDate = item?.recordDate ?? null;

  const [selections, setSelections] = useState<Partial<Record<Grain, Selection>>>({});
  const here = placeOf(rows, asOf);
  const chosen = selections[grain] ?? { anchor: here, active: here };
  const selection = cellAt(rows, chosen.active) === null ? { anchor: here, active: here } : chosen;
  const select = (next: Selection) => setSelections({ ...selections, [grain]: next });
  const cells = selectedCells(rows, selection);
  const selectedDays = cells.flatMap((cell) => cell.days).toSorted();
  const selectedSum = grid.sumOf(state, selectedDays);

  const [over, setOver] = useState<'copy' | 'import' | 'paste'>();
  const [distributing, setDistributing] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const bar = useRef<HTMLDivElement>(null);

  /** Takes the offer to undo away, once that would undo something else. */
  const offered = useRef<() => void>(undefined);
  const change = (next: (now: GridState) => GridState) => {
    offered.current?.();
    setState(next);
  };
  const write = (amounts: Amounts) => change((now) => grid.write(now, amounts));
  const back = () => change(grid.undo);
  const again = () => change(grid.redo);
  const offerUndo = (text: string) => {
    offered.current = say(text, { undo: back });
  };
  const changes = state.drafts.size;
  const savable = manageProductions && changes > 0 && state.conflicts.size === 0;

  function fillDays(amounts: Amounts) {
    write(amounts);
    setOver(undefined);
    offerUndo(t.filled(amounts.size));
  }

  function misfitText({ kind, row, column, text }: Misfit): string {
    switch (kind) {
      case 'empty':
        return t.misfitEmpty;
      case 'amount':
        return t.misfitAmount(row, column, text);
      case 'outside':
        return t.misfitOutside(row, column, text);
      case 'closed':
        return t.misfitClosed(row, column, text);
      case 'day':
        return t.misfitDay(row, text);
    }
  }

  /** Answers why the text does not fit, or fills it in. */
  function paste(text: string, own = false, unit?: Unit): string | undefined {
    const pasted = pasteInto(rows, selection, text, grain, own, unit);
    if ('kind' in pasted) return misfitText(pasted);
    write(fill(state, pasted.cells));
    setWrong(undefined);
    const inWon = unit === undefined ? t.pastedWon : t.pastedAsWon;
    const filled = (pasted.unit === 'won' ? inWon : t.pasted)(pasted.cells.length);
    const days = pasted.cells.flatMap(([cell]) => cell.days);
    const along =
      pasted.along === true
        ? `${t.pastedAlong(format.range({ from: days[0] ?? asOf, to: days.at(-1) ?? asOf }))} `
        : '';
    offerUndo(along + filled);
    return undefined;
  }

  async function save() {
    if (!savable || saving) return;
    setSaving(true);
    setProblem(undefined);
    try {
      await send(state, true);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setSaving(false);
    }
  }

  /** Saves; where somebody saved other days meanwhile, once more on top of theirs, since nothing is in conflict. */
  async function send(present: GridState, mayRepeat: boolean): Promise<void> {
    const sent = grid.changesOf(present);
    const query = targetsQuery(production.id);
    try {
      const answer = await saveTargets(production.id, present.etag, sent);
      const after = amountsOf(answer.value);
      setState((now) => grid.saved(now, sent, after, answer.etag));
      client.setQueryData(query.queryKey, answer);
      say(t.saved(sent.length));
    } catch (error) {
      if (!asProblem(error).outdated) throw error;
      const fresh = await client.query({ ...query, staleTime: 0 });
      const merged = grid.rebase(present, amountsOf(fresh.value), fresh.etag);
      if (merged.conflicts.size > 0) return;
      if (!mayRepeat) throw error;
      if (merged.drafts.size > 0) await send(merged, false);
    }
  }

  useShortcut('Ctrl+KeyS', () => void save());

  const first = selectedDays[0];
  const last = selectedDays.at(-1);
  const { top, left } = boundsOf(selection);
  const startCell = cellAt(rows, { row: top, column: left }) ?? cells[0];
  const pasteHere = startCell === undefined ? '' : nameOf(startCell);
  const saleRange = format.range({ from: days[0] ?? asOf, to: days.at(-1) ?? asOf });

  return (
    <>
      <UnsavedGuard changes={changes} onLeave={() => dropDraft(who, draftName)} />
      <PageHeader
        title={names.targets}
        chips={item !== undefined && <RecordDateChip day={recordDate} />}
        subtitle={t.subtitle(saleRange, days.length)}
        actions={
          <>
            <ProductionMenu production={production} />
            <Segmented
              label={t.grain}
              value={grain}
              onChange={setGrain}
              options={grains.map((value) => ({ value, text: t[value] }))}
            />
            {manageProductions && (
              <>
                <Button icon={<Undo2 />} label={t.undo} disabled={state.past.length === 0} onClick={back} />
                <Button
                  icon={<Redo2 />}
                  label={t.redo}
                  disabled={state.future.length === 0}
                  onClick={again}
                />
                <Button icon={<ClipboardPaste aria-hidden />} onClick={() => setOver('paste')}>
                  {t.paste}
                </Button>
                <Button
                  icon={<Split aria-hidden />}
                  aria-expanded={distributing}
                  onClick={() => setDistributing(!distributing)}
                >
                  {t.distribute}
                </Button>
                <Popover role="menu" title={t.more} icon={<Ellipsis />} label={t.more} trigger={undefined}>
                  {(close) => (
                    <>
                      <MenuItem
                        onSelect={() => {
                          close();
                          setOver('copy');
                        }}
                      >
                        {t.copyFrom}
                      </MenuItem>
                      <MenuItem
                        onSelect={() => {
                          close();
                          setOver('import');
                        }}
                      >
                        {t.importFile}
                      </MenuItem>
                    </>
                  )}
                </Popover>
              </>
            )}
          </>
        }
      />
      <div className="stack">
        <TargetFigures
          production={production}
          state={state}
          days={days}
          sales={sales}
          recordDate={recordDate}
        />
        <div className="panels railed" style={{ alignItems: 'start' }}>
          <section className={styles['panel']} aria-label={t.gridTitle(production.name)}>
            <TargetGrid
              label={t.gridTitle(production.name)}
              rows={rows}
              grain={grain}
              state={state}
              sales={sales}
              today={asOf}
              readOnly={!manageProductions}
              selection={selection}
              onSelect={select}
              onWrite={write}
              onPaste={(text, own) => {
                const why = paste(text, own);
                setWrong(why === undefined ? undefined : `${t.refused} ${why}`);
              }}
              onUndo={back}
              onRedo={again}
              onWrong={(text) => setWrong(text === undefined ? undefined : t.wrongAmount(text))}
              onLeave={() => bar.current?.focus()}
            />
            <Conflicts
              state={state}
              onDecide={(decided: readonly Day[], winner) =>
                setState((now) => decided.reduce((next, day) => grid.decide(next, day, winner), now))
              }
            />
            <div ref={bar} tabIndex={-1} className={styles['bar']}>
              {wrong !== undefined && (
                <p role="alert" className={styles['wrong']}>
                  {wrong}
                </p>
              )}
              {problem !== undefined && (
                <p role="alert" className={styles['wrong']}>
                  <ProblemText problem={problem} />
                </p>
              )}
              {changes > 0 && <Chip tone="warning">{t.changed(changes)}</Chip>}
              <span className="caption second" role="status">
                {t.selected(cells.length)}
                {cells.length > 1 && (
                  <>
                    {' · '}
                    {t.sum} <b className="strong">{<Won value={selectedSum} />}</b> · {t.mean}{' '}
                    {<Won value={Math.round(selectedSum / cells.length)} />}
                  </>
                )}
              </span>
              <span className="grow" />
              {manageProductions ? (
                <>
                  <span className={`caption ${styles['keys'] ?? ''}`}>{t.keys}</span>
                  <Button kind="quiet" disabled={changes === 0} onClick={() => change(grid.revert)}>
                    {t.revert}
                  </Button>
                  <Button kind="primary" disabled={!savable} busy={saving} onClick={save}>
                    {t.save}
                  </Button>
                </>
              ) : (
                <span className="caption quiet">{t.readOnly}</span>
              )}
            </div>
          </section>
          <div className="stack">
            {distributing && first !== undefined && last !== undefined && (
              <DistributePanel
                production={production}
                rest={{ from: first, to: days.at(-1) ?? first }}
                selected={
                  selectedDays.length > 1
                    ? { range: { from: first, to: last }, total: selectedSum }
                    : undefined
                }
                today={asOf}
                recentWeights={recordDate === null ? undefined : weekdayWeights(sales, recordDate)}
                onFill={fillDays}
                onClose={() => setDistributing(false)}
              />
            )}
            <WeekChart
              category={production.category}
              days={days}
              state={state}
              sales={sales}
              download={{ report: 'target-vs-actual', query: { ...reportAsked, grain: 'week' } }}
            />
          </div>
        </div>
      </div>
      {over === 'copy' && (
        <CopyDialog
          production={production}
          state={state}
          onFill={fillDays}
          onClose={() => setOver(undefined)}
        />
      )}
      {over === 'import' && (
        <ImportDialog
          productionId={production.id}
          state={state}
          onFill={fillDays}
          onClose={() => setOver(undefined)}
        />
      )}
      {over === 'paste' && (
        <PasteDialog
          where={pasteHere}
          onPaste={(text, unit) => paste(text, false, unit)}
          onClose={() => setOver(undefined)}
        />
      )}
    </>
  );
}
