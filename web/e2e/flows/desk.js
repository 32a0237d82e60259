/** A day at the desk: what people press, type and drop, while others do the same. */
import assert from 'node:assert/strict';
import { settled } from '../browser.js';
import { until } from '../site.js';

/** @typedef {import('../world.js').World} World */

/** The first active production of a category. @param {World} world @param {string} category */
async function activeOf(world, category) {
  const found = (await world.productions()).find((one) => one.category === category && one.active);
  assert.ok(found !== undefined, `the sample data have a ${category}`);
  return found;
}

/** Two tabs at a page: one types into a field, then the other saves first. Answers the first one's dialog. @param {World} world @param {{ path: string, field: RegExp }} where */
async function bothType(world, { path, field }) {
  const [mine, theirs] = [await world.signedIn('admin', path), await world.signedIn('master', path)];
  await settled(mine);
  await settled(theirs);
  await mine.getByRole('textbox', { name: field }).first().fill('내 메모');
  await theirs.getByRole('textbox', { name: field }).first().fill('남의 메모');
  await theirs.getByRole('button', { name: '저장', exact: true }).click();
  await theirs.getByText('자동 저장하지 않습니다').waitFor();
  await mine.getByRole('button', { name: '저장', exact: true }).click();
  const dialog = mine.getByRole('dialog', { name: '다른 사람이 먼저 저장한 값 1개' });
  await dialog.getByText('남의 메모').waitFor();
  await dialog.getByText('내 메모').waitFor();
  return { mine, dialog };
}

export const flows = {
  /** @param {World} world */
  async 'the performance that opens is the one that was pressed'(world) {
    const tab = await world.signedIn('admin', '/plays/outlook');
    await settled(tab);
    const cells = tab.locator('main ol a[href*="perf="]');
    for (const place of ['first', 'last']) {
      const cell = place === 'first' ? cells.first() : cells.last();
      const said = (await cell.locator('.spoken').textContent()) ?? '';
      const [, month, day, time] = /(\d+)월 (\d+)일.* (\d\d:\d\d)/.exec(said) ?? [];
      assert.ok(time !== undefined, `the cell says its day and time: ${said}`);
      await cell.click();
      await tab
        .getByRole('heading', { level: 2, name: new RegExp(`^${month}/${day}\\(.\\) ${time}$`) })
        .waitFor();
      await tab.goBack();
      await settled(tab);
    }
  },

  /** @param {World} world */
  async 'marketing notes that two people change are decided, and saved as decided'(world) {
    const { mine, dialog } = await bothType(world, { path: '/marketing', field: /프로모션/ });
    await dialog.getByRole('button', { name: '내 값', exact: true }).click();
    await dialog.getByRole('button', { name: '선택한 값으로 저장' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await mine.reload();
    await mine
      .getByRole('textbox', { name: /프로모션/ })
      .first()
      .waitFor();
    assert.equal(
      await mine
        .getByRole('textbox', { name: /프로모션/ })
        .first()
        .inputValue(),
      '내 메모',
    );
  },

  /** @param {World} world */
  async 'a calendar note of somebody else is kept where it is chosen'(world) {
    const { mine, dialog } = await bothType(world, { path: '/calendar?month=2026-11', field: /월 메모/ });
    await dialog.getByRole('button', { name: '먼저 저장한 값', exact: true }).click();
    await dialog.getByRole('button', { name: '선택한 값으로 저장' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await mine.reload();
    await mine
      .getByRole('textbox', { name: /월 메모/ })
      .first()
      .waitFor();
    assert.equal(
      await mine
        .getByRole('textbox', { name: /월 메모/ })
        .first()
        .inputValue(),
      '남의 메모',
    );
  },

  /** @param {World} world */
  async 'an upload is withdrawn after its effect was told'(world) {
    const production = await activeOf(world, 'concert');
    const upload = await world.currentUpload(production.id);
    const tab = await world.signedIn('admin', `/uploads/${upload.id}`);
    await tab.getByRole('button', { name: '철회', exact: true }).click();
    const dialog = tab.getByRole('dialog', { name: new RegExp(`^${production.name} .*자료 철회$`) });
    await dialog
      .getByText(/철회하면|자료가 없습니다/)
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: '철회', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    assert.equal((await world.client.call('GET', `/uploads/${upload.id}`)).status, 'withdrawn');
  },

  /** @param {World} world */
  async 'a file makes its production, and is read for it'(world) {
    const play = await activeOf(world, 'play');
    const upload = await world.currentUpload(play.id);
    const workbook = await world.original(upload);
    const tab = await world.signedIn('admin', '/uploads/new');
    await tab
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        ...workbook,
        name: `${upload.recordDate.replaceAll('-', '')}_PLE2E7_새벽의 무대.xlsx`,
      });
    await tab.getByRole('button', { name: '공연 만들기' }).first().click();
    const dialog = tab.getByRole('dialog', { name: '공연 만들기' });
    assert.equal(await dialog.getByLabel('코드').inputValue(), 'PLE2E7');
    await dialog.getByRole('button', { name: '공연 만들기' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await tab
      .getByRole('button', { name: /^(?:반영|반영 가능한 1개 반영)$/ })
      .first()
      .waitFor();
    const { items } = await world.client.call('GET', '/productions?q=PLE2E7');
    assert.equal(items[0].name, '새벽의 무대');
    await world.client.call('DELETE', `/productions/${items[0].id}`);
  },

  /** @param {World} world */
  async 'twenty files at once are each read to their end'(world) {
    const play = await activeOf(world, 'play');
    const upload = await world.currentUpload(play.id);
    const workbook = await world.original(upload);
    const files = Array.from({ length: 20 }, (_, index) => ({
      ...workbook,
      name: `20261${String(1001 + index).slice(1)}_${play.code}_${index}.xlsx`,
    }));
    const tab = await world.signedIn('admin', '/uploads/new');
    await tab.locator('input[type=file]').first().setInputFiles(files);
    await tab
      .getByText(files[19]?.name ?? '')
      .first()
      .waitFor();
    await until(
      async () => (await tab.getByText(/^(?:대기 중|전송 중|읽는 중)/).count()) === 0,
      'all files are read',
      120_000,
    );
    const { items } = await world.client.call('GET', `/uploads?productionId=${play.id}&perPage=200`);
    assert.ok(!items.some((/** @type {any} */ { fileName }) => files.some(({ name }) => name === fileName)));
  },

  /** @param {World} world */
  async 'English speaks English: heads, buttons and columns'(world) {
    const tab = await world.signedIn('master', '/account');
    await tab.evaluate(() => localStorage.setItem('fullhouse.language', 'en'));
    /** @type {string[]} */
    const faults = [];
    for (const path of [
      '/',
      '/plays/overview',
      '/concerts/profit',
      '/marketing',
      '/uploads/history',
      '/account',
    ]) {
      await tab.goto(path);
      await settled(tab);
      const texts = await tab
        .locator('main :is(h2, th[scope="col"], dt > span:first-child, label)')
        .allInnerTexts();
      // Names of productions are what their people call them.
      const names = (await world.productions()).map(({ name }) => name);
      faults.push(
        ...texts
          .filter((text) => /[가-힣]/.test(names.reduce((rest, name) => rest.replaceAll(name, ''), text)))
          .map((text) => `${path}: ${text}`),
      );
    }
    assert.deepEqual(faults, []);
    assert.equal(await tab.evaluate(() => document.documentElement.lang), 'en');
  },
};
