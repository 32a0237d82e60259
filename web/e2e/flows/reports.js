/** Reports: tables download as files that open, and the state of a page lives in its address. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

/** @typedef {import('../world.js').World} World */

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
    assert.equal(xlsx.bytes.subarray(0, 2).toString('latin1'), 'PK', 'the workbook is one');
  },

  /** @param {World} world */
  async 'every chart can be read as a table'(world) {
    const tab = await world.signedIn('admin', '/plays/overview');
    const asTable = tab.getByRole('button', { name: /표로 보기/ }).first();
    await asTable.click();
    await tab.getByRole('table').first().waitFor();
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
