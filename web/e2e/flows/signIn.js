/** Signing in by role, surviving a reload, keeping the page that was asked for, and signing out. */
import assert from 'node:assert/strict';

/** @typedef {import('../world.js').World} World */

/** @param {World} world @param {'master' | 'admin' | 'member'} role @param {string} word */
async function signsIn(world, role, word) {
  const tab = await world.page();
  await tab.goto('/account?asOf=2026-11-19');
  await tab.getByLabel('이메일').fill(world.logins[role].email);
  await tab.getByLabel('비밀번호').fill(world.logins[role].password);
  await tab.getByRole('button', { name: '로그인' }).click();
  await tab.getByRole('heading', { level: 1, name: '내 계정' }).waitFor();
  assert.match(tab.url(), /\/account\?asOf=2026-11-19$/);
  await tab.getByRole('main').getByText(word, { exact: true }).first().waitFor();
  assert.equal(await tab.evaluate(() => document.cookie), '', 'no script reads the session');
  assert.equal(await tab.evaluate(() => JSON.stringify({ ...localStorage }).includes('fh')), false);

  await tab.reload();
  await tab.getByRole('heading', { level: 1, name: '내 계정' }).waitFor();
  return tab;
}

export const flows = {
  /** @param {World} world */
  async 'a master signs in, reloads, signs out, and is out'(world) {
    const tab = await signsIn(world, 'master', '소유자');
    await tab.getByRole('button', { name: /소유자/ }).click();
    await tab.getByRole('menuitem', { name: '로그아웃' }).click();
    await tab.getByRole('heading', { level: 1, name: '로그인' }).waitFor();
    await tab.goto('/account');
    await tab.getByRole('heading', { level: 1, name: '로그인' }).waitFor();
  },

  /** @param {World} world */
  async 'an admin signs in'(world) {
    await signsIn(world, 'admin', '관리자');
  },

  /** @param {World} world */
  async 'a member signs in'(world) {
    await signsIn(world, 'member', '구성원');
  },

  /** @param {World} world */
  async 'a session that ends elsewhere leads to the sign-in and back to the page'(world) {
    const tab = await world.signedIn('admin', '/account');
    await tab.request.post('/api/v1/auth/logout', { headers: { origin: world.url } });
    await tab.reload();
    await tab.getByRole('heading', { level: 1, name: '로그인' }).waitFor();
    await tab.getByLabel('이메일').fill(world.logins.admin.email);
    await tab.getByLabel('비밀번호').fill(world.logins.admin.password);
    await tab.getByRole('button', { name: '로그인' }).click();
    await tab.getByRole('heading', { level: 1, name: '내 계정' }).waitFor();
  },
};
