/** What one has chosen follows one: views, columns, the wall. */
import assert from 'node:assert/strict';
import { settled } from '../browser.js';

/** @typedef {import('../world.js').World} World */

export const flows = {
  /** @param {World} world */
  async 'a view is kept with its filters, and is in the menu of every browser'(world) {
    const tab = await world.signedIn('admin', '/plays/weekly?period=lastMonth');
    await settled(tab);
    await tab.getByRole('button', { name: '저장한 보기' }).click();
    await tab.getByRole('textbox', { name: '이름' }).fill('지난달 주간');
    const kept = tab.waitForResponse((answer) => answer.url().endsWith('/auth/preferences') && answer.ok());
    await tab.getByRole('button', { name: '저장', exact: true }).click();
    await kept;
    const other = await world.signedIn('admin', '/');
    await other
      .getByRole('navigation', { name: '주 메뉴' })
      .getByRole('link', { name: '지난달 주간' })
      .click();
    await settled(other);
    assert.equal(
      new URL(other.url()).pathname + new URL(other.url()).search,
      '/plays/weekly?period=lastMonth',
    );
  },

  /** @param {World} world */
  async 'a column that is hidden stays hidden, and the figure beside it explains itself'(world) {
    const tab = await world.signedIn('admin', '/plays/weekly');
    await settled(tab);
    const columns = tab.getByRole('columnheader', { name: '판매 가능 좌석' });
    const before = await columns.count();
    assert.ok(before > 0);
    const panel = tab
      .locator('section')
      .filter({ has: tab.getByRole('columnheader', { name: '판매 가능 좌석' }) })
      .first();
    await panel
      .getByRole('button', { name: /열 선택$/ })
      .first()
      .click();
    const kept = tab.waitForResponse((answer) => answer.url().endsWith('/auth/preferences') && answer.ok());
    // Not `uncheck`, which looks at the box before the page has drawn it anew.
    await tab.getByRole('checkbox', { name: '판매 가능 좌석' }).click();
    await kept;
    await tab.getByRole('checkbox', { name: '판매 가능 좌석', checked: false }).waitFor();
    await tab.reload();
    await settled(tab);
    assert.equal(await columns.count(), before - 1, 'another table keeps its columns');
    await tab.getByRole('button', { name: /설명$/ }).first().click();
    await tab.getByText('유료 좌석 ÷ 판매 가능 좌석').first().waitFor();
  },

  /** @param {World} world */
  async 'the wall turns its pages by itself and stops on a key'(world) {
    const tab = await world.page();
    await tab.clock.install();
    const answer = await tab.request.post('/api/v1/auth/login', {
      headers: { origin: world.url },
      data: { ...world.logins.member, cookie: true },
    });
    assert.equal(answer.status(), 200);
    await tab.goto('/wall');
    const head = tab.getByRole('heading', { level: 1 });
    await head.waitFor();
    await tab.locator('[data-figure]').first().waitFor();
    const first = await head.innerText();
    await tab.clock.runFor(21_000);
    assert.notEqual(await head.innerText(), first, 'it has moved on');
    const second = await head.innerText();
    await tab.keyboard.press('Space');
    await tab.getByText('일시 중지됨').waitFor();
    await tab.clock.runFor(60_000);
    assert.equal(await head.innerText(), second);
    await tab.keyboard.press('ArrowRight');
    assert.notEqual(await head.innerText(), second);
  },

  /** @param {World} world */
  async 'a production stands beside another one by the days to their openings'(world) {
    const productions = await world.productions();
    const [one, other] = productions.filter(({ category, active }) => category === 'musical' && active);
    const tab = await world.signedIn('admin', `/productions/${one.code}/compare`);
    await settled(tab);
    await tab.getByRole('combobox', { name: '비교할 대상' }).selectOption(other.code);
    await settled(tab);
    await tab.getByRole('columnheader', { name: `${other.name} 누적` }).waitFor();
    assert.ok((await tab.getByRole('rowheader', { name: /^(?:D[−+]\d+|개막일)/ }).count()) > 10);
    assert.match(tab.url(), new RegExp(`with=${other.code}`));
  },
};
