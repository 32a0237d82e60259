/**
 * Against a running server, named by FULLHOUSE_URL, with an account in FULLHOUSE_EMAIL and FULLHOUSE_PASSWORD:
 * signing in by cookie, surviving a reload, keeping the page that was asked for, and signing out.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { desk, launch } from './browser.js';

/** @param {string} name */
function setting(name) {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

test('somebody signs in, reloads and signs out', async () => {
  const browser = await launch();
  try {
    const context = await browser.newContext({
      baseURL: setting('FULLHOUSE_URL'),
      viewport: desk,
      locale: 'ko-KR',
    });
    const tab = await context.newPage();
    await tab.goto('/account?asOf=2026-11-19');
    await tab.getByLabel('이메일').fill(setting('FULLHOUSE_EMAIL'));
    await tab.getByLabel('비밀번호').fill(setting('FULLHOUSE_PASSWORD'));
    await tab.getByRole('button', { name: '로그인' }).click();
    await tab.getByRole('heading', { level: 1, name: '내 계정' }).waitFor();
    assert.match(tab.url(), /\/account\?asOf=2026-11-19$/);
    assert.equal(await tab.evaluate(() => document.cookie), '', 'no script reads the session');

    await tab.reload();
    await tab.getByRole('heading', { level: 1, name: '내 계정' }).waitFor();

    await tab.getByRole('button', { name: /소유자|관리자|구성원/ }).click();
    await tab.getByRole('menuitem', { name: '로그아웃' }).click();
    await tab.getByRole('heading', { level: 1, name: '로그인' }).waitFor();
    await tab.goto('/account');
    await tab.getByRole('heading', { level: 1, name: '로그인' }).waitFor();
  } finally {
    await browser.close();
  }
});
