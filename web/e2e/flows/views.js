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
    await tab.getByText('멈춰 있습니다').waitFor();
    await tab.clock.runFor(60_000);
    assert.equal(await head.innerText(), second);
    await tab.keyboard.press('ArrowRight');
    assert.notEqual(await head.innerText(), second);
  },
};
