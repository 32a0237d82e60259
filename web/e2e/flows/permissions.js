/** A member sees the production that was granted, and no other, anywhere. */
import assert from 'node:assert/strict';
import { settled } from '../browser.js';

/** @typedef {import('../world.js').World} World */

/** @param {World} world */
async function grantedAndOthers(world) {
  const { items: members } = await world.client.call('GET', '/users?role=member&perPage=200');
  const member = members.find((/** @type {any} */ one) => one.email === world.logins.member.email);
  const all = await world.productions();
  const granted = all.filter(({ id }) => member.productionIds.includes(id));
  const others = all.filter(({ id }) => !member.productionIds.includes(id));
  assert.equal(granted.length, 1, 'the sample data grants one production');
  assert.ok(others.length > 0);
  return { granted: granted[0], others };
}

const everywhere = [
  '/',
  '/plays/overview',
  '/plays/monthly',
  '/plays/productions',
  '/plays/occupancy',
  '/plays/casts',
  '/plays/outlook',
  '/concerts/overview',
  '/uploads/new',
  '/uploads/history',
  '/uploads/coverage',
  '/targets',
  '/marketing',
  '/calendar',
  '/account',
];

export const flows = {
  /** @param {World} world */
  async 'a member sees only the granted production on every page'(world) {
    const { granted, others } = await grantedAndOthers(world);
    const tab = await world.signedIn('member', '/');
    for (const path of everywhere) {
      await tab.goto(path);
      await settled(tab);
      const text = await tab.locator('body').innerText();
      for (const { name, code } of others) {
        assert.equal(text.includes(name) || text.includes(code), false, `${path} tells of ${code}`);
      }
    }
    await tab.goto(`/productions/${granted.code}/summary`);
    await tab.getByRole('heading', { level: 1, name: granted.name }).waitFor();
  },

  /** @param {World} world */
  async 'a production that is not granted is not found, by page and by call'(world) {
    const { others } = await grantedAndOthers(world);
    const tab = await world.signedIn('member', '/account');
    const [other] = others;
    await tab.goto(`/productions/${other.code}/summary`);
    await tab
      .getByText(/찾을 수 없습니다/)
      .first()
      .waitFor();
    for (const path of [
      `/productions/${other.id}`,
      `/productions/${other.id}/targets`,
      `/reports/plays/revenue?productionId=${other.id}`,
    ]) {
      const answer = await tab.request.get(`/api/v1${path}`);
      assert.equal(answer.status(), 404, path);
    }
  },

  /** @param {World} world */
  async 'a member has no office, in the menu nor by address'(world) {
    const tab = await world.signedIn('member', '/account');
    assert.equal(await tab.getByRole('link', { name: '관리', exact: true }).count(), 0);
    for (const path of ['/office/users', '/office/productions', '/office/audit', '/office/jobs']) {
      await tab.goto(path);
      await tab.getByText('이 작업은 관리자만 할 수 있습니다.').waitFor();
      assert.equal(await tab.getByRole('table').count(), 0, path);
    }
  },
};
