/** A day at the desk: what people press, type and drop, while others do the same. */
import assert from 'node:assert/strict';
import { looks, settled, speaking } from '../browser.js';
import { faultsOf, pagesOf } from '../pages.js';
import { until } from '../site.js';
import { repacked } from '../workbook.js';

/** @typedef {import('../world.js').World} World */

/** The first active production of a category. @param {World} world @param {string} category */
async function activeOf(world, category) {
  const found = (await world.productions()).find((one) => one.category === category && one.active);
  assert.ok(found !== undefined, `the sample data have a ${category}`);
  return found;
}

/** The live uploads of the production of a category that has most of them, oldest first. @param {World} world @param {string} category @returns {Promise<any[]>} */
async function longestHistory(world, category) {
  const found = (await world.productions()).filter((one) => one.category === category && one.active);
  const histories = await Promise.all(
    found.map(async ({ id }) => {
      const query = `productionId=${id}&status=completed&sort=recordDate&order=asc&perPage=200`;
      const { items } = await world.client.call('GET', `/uploads?${query}`);
      return items;
    }),
  );
  return histories.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** What people and workbooks name, by the fields of answers that tell it: it is said as they say it in every language. */
const given = new Set([
  'name',
  'productionName',
  'text',
  'note',
  'salesMarketing',
  'promotion',
  'other',
  'label',
  'fileName',
  'subject',
]);

/**
 * Every text of an answer that somebody has given.
 * @param {unknown} level @param {string} [field] @returns {Generator<string>}
 */
function* givenIn(level, field = '') {
  if (typeof level === 'string') {
    if (!given.has(field) || !korean.test(level)) return;
    yield level;
    // Where there is no room for a name, its first six letters stand for it.
    if (field === 'name') yield Array.from(level).slice(0, 6).join('').trimEnd();
  } else if (Array.isArray(level)) for (const one of level) yield* givenIn(one, field);
  else if (typeof level === 'object' && level !== null)
    for (const [name, inner] of Object.entries(level)) yield* givenIn(inner, name);
}

const korean = /[가-힣]/;

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
  async 'twenty files at once are each read to their end, and those that stay are applied'(world) {
    const live = await longestHistory(world, 'play');
    const [{ productionId, productionCode }] = live;
    // Each workbook of the season in other bytes: the same ones would be told to be applied before.
    const files = await Promise.all(
      live.map(async (/** @type {any} */ upload, /** @type {number} */ index) => {
        const { mimeType, buffer } = await world.original(upload);
        const name = `${upload.recordDate.replaceAll('-', '')}_${productionCode}_${index}.xlsx`;
        return { name, mimeType, buffer: repacked(buffer) };
      }),
    );
    assert.equal(files.length, 20, 'the play has a workbook of each of twenty days');
    const theirs = async () => {
      const { items } = await world.client.call('GET', `/uploads?productionId=${productionId}&perPage=200`);
      return items.filter((/** @type {any} */ { fileName }) => files.some(({ name }) => name === fileName));
    };
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
    await tab.getByRole('button', { name: '반영 가능한 20개 반영' }).waitFor();
    assert.deepEqual(await theirs(), [], 'a preview keeps nothing');

    const kept = files.slice(-3);
    for (const { name } of files.slice(0, -3))
      await tab.getByRole('button', { name: `${name} 제거`, exact: true }).click();
    await tab.getByRole('button', { name: '반영 가능한 3개 반영' }).click();
    await tab.getByRole('button', { name: '끝난 파일 지우기' }).waitFor();
    await until(async () => (await theirs()).length === kept.length, 'the three are there');
    await until(
      async () => (await theirs()).every((/** @type {any} */ { status }) => status === 'completed'),
      'they are live',
    );
    assert.equal((await world.currentUpload(productionId)).fileName, kept.at(-1)?.name);
  },

  /** @param {World} world */
  async 'English speaks English: heads, buttons and columns'(world) {
    /** @type {Promise<void>[]} */
    const read = [];
    /** @type {Set<string>} */
    const data = new Set();
    const faults = await faultsOf(
      world,
      { ...looks.light, ...speaking(world.url, 'en') },
      await pagesOf(world),
      async (tab, { path, prepare }) => {
        await prepare?.(tab);
        await settled(tab);
        const lang = await tab.evaluate(() => document.documentElement.lang);
        const spoken = await tab
          .locator(':is(h2, th[scope="col"], dt > span:first-child, label, button, [role="tab"], nav a)')
          .evaluateAll((nodes) =>
            nodes.map((node) => `${node.textContent} ${node.getAttribute('aria-label') ?? ''}`.trim()),
          );
        await Promise.all(read);
        const names = [...data].toSorted((a, b) => b.length - a.length);
        const said = (/** @type {string} */ text) =>
          names.reduce((rest, name) => rest.replaceAll(name, ''), text);
        const foreign = spoken.filter((text) => korean.test(text) && korean.test(said(text)));
        return [...(lang === 'en' ? [] : [`is in ${lang}`]), ...foreign].map((fault) => `${path}: ${fault}`);
      },
      (tab) =>
        tab.on('response', (response) => {
          // The stream of events never ends.
          if (!/\/json/.test(response.headers()['content-type'] ?? '') || !response.ok()) return;
          const taken = response.json().then(
            (answer) => [...givenIn(answer)].forEach((text) => data.add(text)),
            () => undefined,
          );
          read.push(taken);
        }),
    );
    assert.deepEqual(faults, [], faults.join('\n'));
  },
};
