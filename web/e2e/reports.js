/**
 * Answers of reports for the stand-in, from sample data: FULLHOUSE_SAMPLES names a folder with `expected.json` and
 * `productions.json`. Without it, pages show what they show when a report cannot be read.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const folder = process.env['FULLHOUSE_SAMPLES'];

/** @param {string} name @returns {Promise<any>} */
const read = async (name) =>
  folder === undefined ? undefined : JSON.parse(await readFile(join(folder, name), 'utf8'));

const expected = await read('expected.json');
const setup = await read('productions.json');
const reports = Object.values(expected?.reportsAfterRecordDate ?? {}).at(-1) ?? {};

/** When the samples are looked at, so that pictures of them do not depend on the day on which they are taken. */
export const sampleNow = expected === undefined ? undefined : new Date(`${expected.asOf}T13:41:00+09:00`);

/** @param {string} code @returns {any} */
const produced = (code) => setup?.productions.find((/** @type {any} */ one) => one.code === code);

/** The facts of a production, where the samples have them. @param {string} code */
export function factsOf(code) {
  const facts = { ...produced(code) };
  delete facts.dailyTargets;
  delete facts.marketingWeeks;
  return facts;
}

/** The marketing weeks of a production. @param {string} code */
function weeksOf(code) {
  const item = reports['marketing-effect']?.items.find(
    (/** @type {any} */ one) => one.productionCode === code,
  );
  return (item?.weeks ?? []).map(
    (/** @type {any} */ { weekNumber, weekStart, weekEnd, salesMarketing, promotion, other }) => ({
      weekNumber,
      weekStart,
      weekEnd,
      salesMarketing,
      promotion,
      other,
    }),
  );
}

/**
 * What the stand-in answers to a call about reports, notes or marketing weeks; undefined for others.
 * @param {URL} url
 * @param {readonly { id: string, code: string }[]} productions
 */
export function reportAnswer(url, productions) {
  if (expected === undefined) return undefined;
  const path = url.pathname.replace('/api/v1/', '');
  if (path === 'calendar/notes')
    return {
      notes: [
        { date: '2026-11-19', note: '수능일' },
        { date: '2026-11-27', note: '연말 기획 회의' },
      ],
    };
  if (path === 'calendar/monthly-notes') return { notes: setup.monthlyNotes };
  const weeks = /^productions\/([^/]+)\/marketing-weeks$/.exec(path);
  if (weeks !== null) return { weeks: weeksOf(productions.find(({ id }) => id === weeks[1])?.code ?? '') };
  if (!path.startsWith('reports/')) return undefined;
  const name = path.replace('reports/', '').replaceAll('/', '-');
  const grain = url.searchParams.get('grain') ?? 'day';
  const report = reports[name === 'target-vs-actual' ? `${name}-${grain}` : name];
  if (report === undefined) return undefined;
  const ids = url.searchParams.getAll('productionId');
  const [from, to] = [url.searchParams.get('from'), url.searchParams.get('to')];
  const items = report.items
    ?.map((/** @type {any} */ item) => ({
      ...item,
      ...(item.productionCode === undefined
        ? {}
        : { productionId: productions.find(({ code }) => code === item.productionCode)?.id }),
      ...(name === 'plays-performances'
        ? {
            performances: item.performances.filter(
              (/** @type {any} */ { startsAt }) =>
                (from === null || startsAt.slice(0, 10) >= from) &&
                (to === null || startsAt.slice(0, 10) <= to),
            ),
          }
        : {}),
    }))
    .filter((/** @type {any} */ { productionId }) => ids.length === 0 || ids.includes(productionId));
  return { ...report, ...(items === undefined ? {} : { items }) };
}
