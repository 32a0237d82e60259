/** A server that goes away and comes back: what is shown stays, says that it is old, and becomes current by itself. */
import assert from 'node:assert/strict';
import { settled } from '../browser.js';

/** @typedef {import('../world.js').World} World */

export const flows = {
  /** @param {World} world */
  async 'a restart is survived: figures stay, the loss is told, and changes come again'(world) {
    const tab = await world.signedIn('admin', '/');
    await settled(tab);
    await tab.evaluate(() => Object.assign(window, { untouched: true }));
    await world.site.stop('SIGKILL');
    await tab
      .getByText(/연결 끊김/)
      .first()
      .waitFor({ timeout: 60_000 });
    await tab.getByRole('heading', { level: 1 }).first().waitFor();
    await world.site.start();
    await tab
      .getByText(/연결 끊김/)
      .first()
      .waitFor({ state: 'hidden', timeout: 90_000 });
    assert.equal(await tab.evaluate(() => 'untouched' in window), true, 'the page was not reloaded');
    assert.equal(
      await tab.getByRole('heading', { level: 1, name: '로그인' }).count(),
      0,
      'nobody is signed out',
    );
    const [production] = await world.productions();
    const answer = await tab.request.get(`/api/v1/productions/${production.id}`);
    assert.equal(answer.status(), 200, 'the session goes on');
  },

  /** @param {World} world */
  async 'a tab that is opened while the server is away gets its figures once it is back'(world) {
    const tab = await world.signedIn('admin', '/plays/overview');
    await settled(tab);
    await world.site.stop();
    await tab.getByRole('link', { name: '월별', exact: true }).click();
    await tab.waitForURL(/\/plays\/monthly/);
    const refusals = tab.getByText(/서버에 연결할 수 없습니다/);
    await refusals.first().waitFor();
    await world.site.start();
    await refusals.first().waitFor({ state: 'hidden', timeout: 90_000 });
    await tab.getByRole('table', { name: '월별 표' }).locator('[data-figure]').first().waitFor();
    await settled(tab);
    assert.equal(await refusals.count(), 0, 'nothing says that the server is away');
  },
};
