/** A second factor from its set-up to its removal, with codes worked out here as an authenticator does. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';

/** @typedef {import('../world.js').World} World */

/** The code of a secret so many steps of 30 seconds from now (RFC 6238). @param {string} secret @param {number} [later] */
function codeOf(secret, later = 0) {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const step = Buffer.alloc(8);
  step.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const hash = createHmac('sha1', Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))))
    .update(step)
    .digest();
  const at = (hash[19] ?? 0) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

export const flows = {
  /** @param {World} world */
  async 'a member sets a second factor up, signs in by a code, and an admin removes it'(world) {
    const { email, password } = world.logins.member;
    const tab = await world.signedIn('member', '/account');
    await tab.getByRole('button', { name: '설정', exact: true }).click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByLabel('현재 비밀번호').fill(password);
    await dialog.getByRole('button', { name: '다음' }).click();
    const picture = dialog.getByRole('img', { name: '인증 앱으로 찍을 QR 코드' });
    await picture.waitFor();
    assert.ok(
      await picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 100),
      'the content policy lets the picture be drawn',
    );
    const secret = (await dialog.locator('code').textContent()) ?? '';
    assert.match(secret, /^[A-Z2-7]{32}$/);
    await dialog.getByLabel('인증 코드').fill(codeOf(secret));
    await dialog.getByRole('button', { name: '확인' }).click();
    const codes = dialog.getByRole('list', { name: '복구 코드' }).getByRole('listitem');
    await codes.first().waitFor();
    assert.equal(await codes.count(), 10);
    const recoveryCode = (await codes.first().textContent()) ?? '';
    await dialog.getByRole('button', { name: '옮겨 두었습니다' }).click();
    await tab.getByText('남은 복구 코드 10개').waitFor();

    for (const code of [codeOf(secret, 1), recoveryCode]) {
      const other = await world.page();
      await other.goto('/account');
      await other.getByLabel('이메일').fill(email);
      await other.getByLabel('비밀번호').fill(password);
      await other.getByRole('button', { name: '로그인' }).click();
      await other.getByLabel('인증 코드').fill('000000');
      await other.getByRole('button', { name: '확인' }).click();
      await other.getByRole('alert').waitFor();
      await other.getByLabel('인증 코드').fill(code);
      await other.getByRole('button', { name: '확인' }).click();
      await other.getByRole('heading', { level: 1, name: '내 계정' }).waitFor();
      await other.close();
    }

    const office = await world.signedIn('admin', '/office/users');
    await office.getByText(email).first().click();
    await office.getByRole('button', { name: '2단계 인증 해제' }).click();
    await office.getByRole('dialog').getByRole('button', { name: '해제' }).click();
    await office.getByText('2단계 인증을 해제했습니다').first().waitFor();
    await tab.reload();
    await tab.getByRole('heading', { level: 1, name: '로그인' }).waitFor();
    await world.signedIn('member', '/account');
  },
};
