/** Every figure on every page is what its report says, and the same figure is the same wherever it stands. */
import assert from 'node:assert/strict';
import { looks, settled } from '../browser.js';
import { disagreement, figureOf, figuresOn, keepAnswers, misadded, misdivided, nameOf } from '../figures.js';
import { faultsOf, pagesOf } from '../pages.js';

/** @typedef {import('../world.js').World} World */
/** @typedef {import('playwright-core').Page} Tab */

/** Pages whose figures are of what one types or uploads, and of no report. */
const entered = /^(?:targets|upload)/;

/** How many figures the pages of the sample data show at the least: a test of nothing would pass as well. */
const fewest = 1_500;

/** Opens what is folded: charts as tables, rows to come. @param {Tab} tab */
async function unfold(tab) {
  // Once it is pressed, a button has another name.
  const folded = tab.getByRole('button', { name: /표로 보기|^앞으로 \d+개 보기/ });
  // Not by a pointer: what is drawn meanwhile moves what stands below it.
  for (let left = await folded.count(); left > 0; left -= 1) await folded.first().dispatchEvent('click');
  await settled(tab);
}

/** @param {World} world @param {string} path @returns {Promise<any>} */
const report = (world, path) => world.client.call('GET', `/reports/${path}`);

export const flows = {
  /** @param {World} world */
  async 'every figure is what its report says, on every page'(world) {
    /** @type {WeakMap<Tab, import('../figures.js').Answers>} */
    const kept = new WeakMap();
    /** @type {Map<string, { text: string, path: string }>} */
    const seen = new Map();
    let count = 0;
    const faults = await faultsOf(
      world,
      looks.light,
      await pagesOf(world),
      async (tab, { name, path, prepare }) => {
        await prepare?.(tab);
        await unfold(tab);
        const { shown, between, quotients, unsaid } = await figuresOn(tab);
        count += shown.length + between.length + quotients.length;
        const found = unsaid
          .filter(() => !entered.test(name))
          .map((text) => `${path}: of no report: ${text}`);
        const answers = kept.get(tab) ?? new Map();
        for (const figure of between) {
          const fault = await misadded(figure, answers);
          if (fault !== undefined) found.push(`${path}: ${fault}`);
        }
        for (const figure of quotients) {
          const fault = await misdivided(figure, answers);
          if (fault !== undefined) found.push(`${path}: ${fault}`);
        }
        for (const figure of shown) {
          const fault = await disagreement(figure, answers);
          if (fault !== undefined) found.push(`${path}: ${fault}`);
          const key = nameOf(figure);
          const before = key === undefined ? undefined : seen.get(key);
          if (key !== undefined && before === undefined) seen.set(key, { text: figure.text, path });
          else if (before !== undefined && differ(before.text, figure.text))
            found.push(`${path}: ${figure.text}, but ${before.text} on ${before.path}: ${key}`);
        }
        return found;
      },
      (tab) => kept.set(tab, keepAnswers(tab)),
    );
    assert.deepEqual(faults, [], faults.join('\n'));
    assert.ok(count > fewest, `${count} figures were read`);
  },

  /** @param {World} world */
  async 'reports that tell the same tell it alike'(world) {
    const overview = await report(world, 'overview');
    const { asOf } = overview;
    const [days, weeks, months] = await Promise.all(
      ['day', 'week', 'month'].map((grain) => report(world, `target-vs-actual?asOf=${asOf}&grain=${grain}`)),
    );
    const forecasts = await Promise.all(
      ['plays', 'concerts'].map((name) => report(world, `${name}/profit-forecast?asOf=${asOf}`)),
    );
    const revenue = await report(world, `plays/revenue?asOf=${asOf}`);
    const sales = await report(world, `concerts/target-sales?asOf=${asOf}`);
    /** @type {[string, unknown, unknown][]} */
    const pairs = [];
    for (const item of overview.items) {
      const code = item.productionCode;
      const of = (/** @type {any} */ { items }) =>
        items.find((/** @type {any} */ { productionCode }) => productionCode === code);
      const told = of(days)?.periods.findLast((/** @type {any} */ { revenueKrw }) => revenueKrw !== null);
      if (told === undefined || item.recordDate === null) continue;
      // What was sold on which day, and what a play sold, is told as booked.
      const booked = item.basis === 'deposited' ? item.bookedKrw : item.revenueKrw;
      const yesterday = new Date(Date.parse(asOf) - 86_400_000);
      const monday = new Date(yesterday.getTime() - ((yesterday.getUTCDay() + 6) % 7) * 86_400_000);
      /** @param {any} answer @param {string} wanted */
      const at = (answer, wanted) =>
        of(answer).periods.find((/** @type {any} */ { period }) => period === wanted);
      const month = at(months, yesterday.toISOString().slice(0, 7));
      const week = at(weeks, monday.toISOString().slice(0, 10));
      pairs.push([`${code}: total`, booked, told.cumulativeRevenueKrw]);
      // A sale that is over has no such period.
      if (month !== undefined)
        pairs.push(
          [`${code}: month`, item.monthRevenueKrw, month.revenueKrw],
          [`${code}: due of the month`, item.monthDueTargetKrw, month.dueTargetKrw],
        );
      if (week !== undefined) pairs.push([`${code}: week`, item.weekRevenueKrw, week.revenueKrw]);
      for (const forecast of forecasts) {
        const found = of(forecast);
        if (found?.revenueKrw !== undefined)
          pairs.push([`${code}: so far`, item.revenueKrw, found.revenueKrw]);
      }
      const play = of(revenue);
      if (play !== undefined) pairs.push([`${code}: of plays`, booked, play.totalRevenueKrw]);
      const concert = of(sales);
      if (concert !== undefined) pairs.push([`${code}: of concerts`, item.revenueKrw, concert.revenueKrw]);
    }
    const unlike = pairs.filter(([, one, other]) => one !== other);
    assert.deepEqual(unlike, []);
    assert.ok(pairs.length > 12, `${pairs.length} pairs were compared`);
  },
};

/** Whether two texts cannot be the same figure; one may be told more finely. @param {string} one @param {string} other */
function differ(one, other) {
  const [a, b] = [figureOf(one), figureOf(other)];
  if (a === undefined || b === undefined) return a !== b;
  return Math.abs(a.value - b.value) > Math.max(a.within, b.within);
}
