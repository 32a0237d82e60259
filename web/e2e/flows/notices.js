/** The bell, and the alerts of a production. */
import assert from 'node:assert/strict';

/** @typedef {import('../world.js').World} World */

export const flows = {
  /** @param {World} world */
  async 'the bell counts what others do as it happens, and leads there'(world) {
    const [production] = await world.productions();
    const tab = await world.signedIn('admin', '/account');
    const bell = tab.getByRole('button', { name: /^소식/ });
    await bell.waitFor();
    // What there was before is read.
    await bell.click();
    const list = tab.getByRole('dialog', { name: '소식' });
    const read = list.getByRole('button', { name: '모두 읽음' });
    await list.getByRole('listitem').first().waitFor();
    await read.click();
    await tab.getByRole('button', { name: '소식', exact: true }).waitFor();
    await tab.keyboard.press('Escape');

    const { targets } = await world.client.call('GET', `/productions/${production.id}/targets`);
    const { date, targetKrw } = targets[0];
    await world.client.call('PUT', `/productions/${production.id}/targets`, {
      targets: [{ date, targetKrw: targetKrw + 1 }],
    });
    await tab.getByRole('button', { name: '소식, 읽지 않음 1' }).waitFor();
    await bell.click();
    const link = list.getByRole('link', { name: /목표 변경/ }).first();
    await link.getByText('새 소식').waitFor();
    await link.click();
    await tab.waitForURL(new RegExp(`/targets/${production.code}`));
    await world.client.call('PUT', `/productions/${production.id}/targets`, {
      targets: [{ date, targetKrw }],
    });
  },

  /** @param {World} world */
  async 'an alert is muted for a week, and told again'(world) {
    const [production] = await world.productions();
    const mutes = async () =>
      (await world.client.call('GET', `/productions/${production.id}/alert-mutes`)).mutes;
    const tab = await world.signedIn('admin', `/productions/${production.code}/alerts`);
    const kind = tab.getByRole('listitem').filter({ hasText: '하루 판매가 평소와 크게 다를 때' });
    await kind.getByRole('button', { name: '잠시 끄기' }).click();
    await kind.getByRole('menuitem', { name: '일주일' }).click();
    await kind.getByText(/까지 끔/).waitFor();
    assert.deepEqual(
      (await mutes()).map((/** @type {any} */ mute) => mute.kind),
      ['unusual_day'],
    );
    await kind.getByRole('button', { name: '다시 알리기' }).click();
    await kind.getByRole('button', { name: '잠시 끄기' }).waitFor();
    assert.deepEqual(await mutes(), []);
  },
};
