/** Reports: tables download as files that open, and the state of a page lives in its address. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { settled } from '../browser.js';
import { until } from '../site.js';
import { unpack } from '../workbook.js';

/** @typedef {import('../world.js').World} World */

/** Pages with charts of every kind. */
const chartPages = [
  '/plays/overview',
  '/plays/monthly',
  '/plays/weekly',
  '/concerts/daily',
  '/concerts/break-even',
];

/** What charts are drawn into: small pictures of rows are drawn otherwise. */
const chart = 'div[role="img"] > [aria-hidden]';

/** @param {import('playwright-core').Page} tab @param {string} kind */
async function download(tab, kind) {
  await tab
    .getByRole('button', { name: /내려받기/ })
    .first()
    .click();
  const [file] = await Promise.all([
    tab.waitForEvent('download'),
    tab.getByRole('menuitem', { name: kind }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

export const flows = {
  /** @param {World} world */
  async 'a table downloads as CSV and as xlsx'(world) {
    const tab = await world.signedIn('admin', '/plays/productions');
    const csv = await download(tab, 'CSV');
    assert.match(csv.name, /\.csv$/);
    assert.ok(csv.bytes.toString('utf8').split('\n').length > 2, 'the CSV has rows');
    const xlsx = await download(tab, '엑셀(xlsx)');
    assert.match(xlsx.name, /\.xlsx$/);
    const parts = unpack(xlsx.bytes);
    const text = (/** @type {RegExp} */ path) =>
      parts.find(({ name }) => path.test(name))?.bytes.toString('utf8') ?? '';
    assert.match(text(/^xl\/workbook\.xml$/), /<sheet [^>]*name="[^"]+"/, 'the workbook has a sheet');
    const rows = text(/^xl\/worksheets\/sheet1\.xml$/).match(/<row\b/g) ?? [];
    assert.ok(rows.length > 2, `the sheet has ${rows.length} rows`);
  },

  /** @param {World} world */
  async 'every chart can be read as a table'(world) {
    const tab = await world.signedIn('admin', '/account');
    for (const path of chartPages) {
      await tab.goto(path);
      await settled(tab);
      await tab.locator(chart).first().waitFor({ state: 'attached' });
      const panels = tab.locator('main section');
      const ids = await panels
        .filter({ has: tab.locator(chart) })
        .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('aria-labelledby') ?? ''));
      for (const id of ids) {
        const panel = tab.locator(`section[aria-labelledby="${id}"]`);
        const rows = panel.locator('tbody tr');
        const before = await rows.count();
        await panel.getByRole('button', { name: /표로 보기/ }).click();
        await panel.getByRole('button', { name: /차트로 보기/ }).waitFor();
        const title = await panel.getByRole('heading').first().innerText();
        await until(async () => (await rows.count()) > before, `${title} of ${path} has rows`, 10_000);
      }
    }
  },

  /** @param {World} world */
  async 'a day in the past lives in the address, and Back undoes it'(world) {
    const tab = await world.signedIn('admin', '/plays/overview');
    await tab.goto('/plays/monthly?asOf=2026-11-10');
    await tab.getByRole('heading', { level: 1 }).waitFor();
    await tab.getByRole('link', { name: '주간', exact: true }).click();
    await tab.waitForURL(/\/plays\/weekly\?.*asOf=2026-11-10/);
    await tab.goBack();
    await tab.waitForURL(/\/plays\/monthly\?.*asOf=2026-11-10/);
  },
};
