/** Forecasts: a production tells where it ends and how sure that is, a change is tried out, and earlier ones are scored. */
import assert from 'node:assert/strict';
import { settled } from '../browser.js';
import { disagreement, figuresOn, keepAnswers, misdivided } from '../figures.js';

/** @typedef {import('../world.js').World} World */
/** @typedef {import('playwright-core').Page} Tab */

/** The forecast that a page shows, by its production. @param {World} world @param {any} production */
async function forecastOf(world, production) {
  const { items } = await world.client.call('GET', `/reports/forecast?productionId=${production.id}`);
  return items[0];
}

/**
 * A production on sale that has an interval of revenue and a break-even.
 * @param {World} world @param {(production: any) => boolean} wanted
 */
async function onSale(world, wanted = () => true) {
  for (const production of (await world.productions()).filter(({ active }) => active).filter(wanted)) {
    const item = await forecastOf(world, production);
    if (item?.run?.breakEven) return { production, item };
  }
  assert.fail('the sample data have a production with a forecast of its break-even');
}

/** What the figures of a page say that their reports do not. @param {Tab} tab @param {import('../figures.js').Answers} answers */
async function faultsOn(tab, answers) {
  const { shown, quotients } = await figuresOn(tab);
  const faults = await Promise.all([
    ...shown.map((figure) => disagreement(figure, answers)),
    ...quotients.map((figure) => misdivided(figure, answers)),
  ]);
  return { count: shown.length + quotients.length, faults: faults.filter((fault) => fault !== undefined) };
}

export const flows = {
  /** @param {World} world */
  async 'a production tells where it ends, and never promises it'(world) {
    const { production } = await onSale(world);
    const tab = await world.signedIn('admin', '/account');
    const answers = keepAnswers(tab);
    await tab.goto(`/productions/${production.code}/forecast`);
    await settled(tab);
    await tab.getByRole('heading', { level: 2, name: '최종 예측' }).waitFor();
    await tab.getByText('손익분기 도달 확률').first().waitFor();
    await tab.getByText('80% 구간').first().waitFor();
    const { count, faults } = await faultsOn(tab, answers);
    assert.ok(count > 10, `${count} figures`);
    assert.deepEqual(faults, []);
    const straightLine = tab.getByRole('heading', { level: 2, name: '예상 손익' });
    assert.equal(await straightLine.count(), 0, 'the straight line is shown only where one asks for it');
    await tab.getByRole('button', { name: '직선 예상 보기' }).click();
    await straightLine.waitFor();
  },

  /** @param {World} world */
  async 'the calendar shows what is expected of each performance, and its interval where one points'(world) {
    const { production } = await onSale(world, ({ category }) => category !== 'concert');
    const tab = await world.signedIn('admin', '/account');
    const answers = keepAnswers(tab);
    await tab.goto(`/productions/${production.code}/performances`);
    await settled(tab);
    await tab.getByRole('button', { name: '예상 최종' }).click();
    await tab.waitForURL(/heat=final/);
    const grid = tab.getByRole('grid', { name: '회차별 점유율' });
    const cell = grid.locator('button[title*="80% 구간"]').first();
    assert.match(
      (await cell.getAttribute('title')) ?? '',
      /예상 [\d,]+석 \/ 초대를 뺀 판매 가능 [\d,]+석 · 80% 구간 [\d,]+석 ~ [\d,]+석$/,
    );
    const { faults } = await faultsOn(tab, answers);
    assert.deepEqual(faults, []);
  },

  /** @param {World} world */
  async 'a change is tried out: at elasticity 0 the same seats are expected, and nothing is kept'(world) {
    const { production, item } = await onSale(world);
    const tab = await world.signedIn('admin', '/account');
    const answers = keepAnswers(tab);
    await tab.goto(`/productions/${production.code}/forecast`);
    await settled(tab);
    await tab.getByLabel('더 드는 비용').fill('1천만');
    await tab.getByRole('button', { name: '계산하기' }).click();
    const table = tab.getByRole('table', { name: '바꾸기 전과 후' });
    await table.waitFor();
    const seats = table.getByRole('row', { name: /^최종 좌석/ }).getByRole('cell');
    assert.equal(await seats.nth(0).innerText(), await seats.nth(1).innerText());
    assert.match(
      await table
        .getByRole('row', { name: /^손익 80% 구간/ })
        .getByRole('cell')
        .nth(2)
        .innerText(),
      /−1,000만/,
    );
    const { faults } = await faultsOn(tab, answers);
    assert.deepEqual(faults, []);
    assert.deepEqual((await forecastOf(world, production)).run, item.run);
  },

  /** @param {World} world */
  async 'home tells the chance of break-even beside the interval of profit'(world) {
    const tab = await world.signedIn('admin', '/account');
    const answers = keepAnswers(tab);
    await tab.goto('/');
    await settled(tab);
    const table = tab.getByRole('table', { name: '손익분기 전망' });
    await table.waitFor();
    await table.getByRole('columnheader', { name: '손익 80% 구간' }).waitFor();
    const { faults } = await faultsOn(tab, answers);
    assert.deepEqual(faults, []);
  },

  /** @param {World} world */
  async 'what stood in for a forecast before is scored beside it'(world) {
    const tab = await world.signedIn('admin', '/reports');
    await tab.getByRole('link', { name: '예측 성적표' }).click();
    await tab.waitForURL(/\/reports\/forecast-scorecard/);
    await settled(tab);
    const card = await world.client.call('GET', '/reports/forecast-scorecard');
    const scored = card.horizons.some((/** @type {any} */ { forecasts }) => forecasts > 0);
    if (scored) await tab.getByRole('columnheader', { name: '직선 오차' }).first().waitFor();
    else await tab.getByText(/아직 채점할 예측이 없습니다/).waitFor();
  },

  /** @param {World} world */
  async 'the state of the server tells how old the newest backup is'(world) {
    const tab = await world.signedIn('admin', '/office/state');
    const panel = tab.getByRole('region', { name: '백업', exact: true });
    await panel.getByText('마지막 백업', { exact: true }).waitFor();
    await panel.getByText('마지막 시험 복원').waitFor();
    const { backup } = await world.client.call('GET', '/backups');
    if (backup === null) await panel.getByText('아직 없음').waitFor();
    else await panel.getByText(/(?:분|시간|일) 전$/).waitFor();
  },
};
