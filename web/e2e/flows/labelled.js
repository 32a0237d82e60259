/** Workbooks with people's own headings: what nobody knows is asked about once, and the figures are on the pages. */
import assert from 'node:assert/strict';
import { settled } from '../browser.js';
import { disagreement, figuresOn, keepAnswers } from '../figures.js';
import { playWorkbook } from '../labelledWorkbook.js';
import { seriousFindings } from '../world.js';

/** @typedef {import('../world.js').World} World */
/** @typedef {import('playwright-core').Page} Tab */

const code = 'LB.1';
const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** @param {string} day @param {number} days */
const later = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The play, made once; its days follow the day that it is. @param {World} world */
async function play(world) {
  const { asOf } = await world.client.call('GET', '/reports/overview');
  const { items } = await world.client.call('GET', `/productions?q=${code}`);
  const days = {
    first: later(asOf, -2),
    second: later(asOf, -1),
    shows: [later(asOf, 5), later(asOf, 6)],
    sold: [
      { day: later(asOf, -3), seats: 100 },
      { day: later(asOf, -2), seats: 70 },
    ],
  };
  const found = items.find((/** @type {any} */ one) => one.code === code);
  const production =
    found ??
    (await world.client.call('POST', '/productions', {
      code,
      name: '새 양식의 밤',
      category: 'play',
      saleStart: later(asOf, -10),
      saleEnd: days.shows.at(-1),
      runStart: days.shows[0],
      runEnd: days.shows.at(-1),
      seatsPerPerformance: 300,
      seatGrades: [
        { grade: 'r', priceKrw: 120_000, seats: 150 },
        { grade: 's', priceKrw: 90_000, seats: 100 },
        { grade: 'terrace', label: '2층 앞', priceKrw: 60_000, seats: 50 },
      ],
      targetKrw: 50_000_000,
      productionCostKrw: 30_000_000,
      revenueBasis: 'deposited',
    }));
  return { production, days };
}

/**
 * Applies what was read, and waits until its upload is the one that counts.
 * @param {World} world @param {Tab} tab @param {string} productionId @param {string} recordDate
 * @returns {Promise<any>} the upload
 */
async function apply(world, tab, productionId, recordDate) {
  await tab
    .getByRole('button', { name: /^(?:반영|반영 가능한 1개 반영)$/ })
    .first()
    .click();
  for (;;) {
    const upload = await world.currentUpload(productionId);
    if (upload?.recordDate === recordDate) return upload;
    await tab.waitForTimeout(200);
  }
}

/** Every figure of a page that its report does not tell. @param {Tab} tab @param {string} path */
async function wrongFigures(tab, path) {
  const answers = keepAnswers(tab);
  await tab.goto(path);
  await settled(tab);
  const { shown, unsaid } = await figuresOn(tab);
  assert.ok(shown.length > 0, `${path} shows figures`);
  const wrong = await Promise.all(shown.map((figure) => disagreement(figure, answers)));
  return [...unsaid, ...wrong.filter((fault) => fault !== undefined)].map((fault) => `${path}: ${fault}`);
}

export const flows = {
  /** @param {World} world */
  async 'labels that nobody knows are asked about, and the figures are on the pages'(world) {
    const { production, days } = await play(world);
    const tab = await world.signedIn('admin', '/uploads/new');
    await tab
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: `회차별판매_${days.first.slice(5).replace('-', '')}.xlsx`,
        mimeType,
        buffer: playWorkbook({ shows: days.shows, days: days.sold }),
      });
    // The name says no production, and only suggests a day.
    await tab.getByText('추정', { exact: true }).waitFor();
    assert.equal(await tab.getByLabel('기준일', { exact: true }).inputValue(), days.first);
    await tab.getByRole('combobox', { name: '공연', exact: true }).selectOption(code);
    await tab.getByRole('button', { name: '읽기', exact: true }).click();

    const form = tab.getByRole('form', { name: '처음 보는 항목이 있습니다.' });
    await form.waitFor();
    const asked = await form.getByRole('listitem').allInnerTexts();
    assert.equal(asked.length, 2, asked.join('\n'));
    await tab.getByRole('region', { name: '읽은 머리글 회차별판매' }).waitFor();
    for (const group of ['인터파크(입금)', '유료계']) {
      await form.getByLabel(`‘${group} › 테라스’의 뜻`).selectOption('grade');
      await form.getByLabel(`‘${group} › 테라스’의 코드`).fill('terrace');
    }
    await form.getByRole('button', { name: '양식 저장하고 다시 확인' }).click();
    await form.waitFor({ state: 'hidden' });
    await tab.getByText('판매', { exact: true }).first().waitFor();
    const upload = await apply(world, tab, production.id, days.first);
    assert.equal(upload.labelled, true);
    assert.deepEqual(upload.facts.performances.paidSeatsByGrade.terrace, 16);

    const sales = `/productions/${code}/sales`;
    await tab.goto(sales);
    const agencies = tab.getByRole('region', { name: '예매처', exact: true });
    await agencies.getByRole('row', { name: /^인터파크/ }).waitFor();
    // 160 seats are paid for, ten are not.
    await agencies.getByText('1,600만').first().waitFor();
    await agencies.getByRole('button', { name: '예매 전체' }).click();
    await agencies.getByText('1,700만').first().waitFor();

    await tab.goto(`/productions/${code}/performances`);
    await tab.getByRole('region', { name: '미입금', exact: true }).waitFor();
    await tab
      .getByRole('region', { name: '등급별 판매' })
      .getByRole('row', { name: /^2층 앞/ })
      .waitFor();
    await tab.getByText('오르페 이정우').first().waitFor();

    const paths = [sales, `/productions/${code}/performances`, `/productions/${code}/summary`];
    const wrong = [];
    for (const path of paths) wrong.push(...(await wrongFigures(tab, path)));
    assert.deepEqual(wrong, [], wrong.join('\n'));
    assert.deepEqual(await seriousFindings(tab), []);
  },

  /** @param {World} world */
  async 'the workbook of the next day goes through without a question'(world) {
    const { production, days } = await play(world);
    const tab = await world.signedIn('admin', '/uploads/new');
    await tab
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: `${days.second.replaceAll('-', '')}_${code}_새 양식의 밤.xlsx`,
        mimeType,
        buffer: playWorkbook({ shows: days.shows, days: [...days.sold, { day: days.second, seats: 20 }] }),
      });
    await tab.getByText(/^(?:반영 가능|경고 \d+)$/).waitFor();
    assert.equal(await tab.getByRole('form', { name: '처음 보는 항목이 있습니다.' }).count(), 0);
    const upload = await apply(world, tab, production.id, days.second);
    assert.equal(upload.facts.daily.revenueKrw, 19_000_000);

    await tab.goto(`/productions/${code}/settings`);
    const layout = tab.getByRole('region', { name: '이 공연의 양식' });
    await layout.getByText('인터파크(입금) › 테라스').waitFor();
  },

  /** @param {World} world */
  async 'a memo of a day stands above the chart for everybody'(world) {
    await play(world);
    const tab = await world.signedIn('admin', `/productions/${code}/sales`);
    const lane = tab.getByRole('region', { name: '메모와 캠페인' });
    await lane.getByRole('button', { name: '메모 쓰기' }).click();
    const dialog = tab.getByRole('dialog', { name: '메모 남기기' });
    await dialog.getByLabel('내용').fill('방송 출연');
    await dialog.getByRole('button', { name: '저장', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    const other = await world.signedIn('master', `/productions/${code}/sales`);
    await other
      .getByRole('region', { name: '메모와 캠페인' })
      .getByRole('button', { name: /방송 출연/ })
      .click();
    await other.getByRole('dialog', { name: '메모 수정' }).getByRole('button', { name: '삭제' }).click();
    await lane.getByRole('button', { name: /방송 출연/ }).waitFor({ state: 'hidden' });
  },
};
