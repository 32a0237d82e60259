/** Messages: where they go, when, what arrives, and what is told of it. */
import assert from 'node:assert/strict';

/** @typedef {import('../world.js').World} World */
/** @typedef {import('playwright-core').Page} Tab */

const slack = '시험 채널';
const path = '/services/e2e';

/** @param {World} world */
async function made(world) {
  const { items } = await world.client.call('GET', '/destinations');
  return items.find((/** @type {any} */ one) => one.name === slack);
}

/** What a post says, as one text. @param {any} post */
const said = (post) => JSON.stringify(post.blocks);

export const flows = {
  /** @param {World} world */
  async 'a destination is made, and a test arrives'(world) {
    const tab = await world.signedIn('admin', '/office/destinations');
    await tab.getByRole('link', { name: '받는 곳 만들기' }).click();
    await tab.getByLabel('이름').fill(slack);
    await tab.getByLabel('웹훅 주소').fill('https://evil.example/hook');
    await tab.getByRole('button', { name: '저장', exact: true }).click();
    await tab.getByText('보낼 수 없는 주소입니다').first().waitFor();
    await tab.getByLabel('웹훅 주소').fill(world.receiver.url(path));
    await tab.getByRole('button', { name: '저장', exact: true }).click();
    await tab.getByRole('heading', { level: 2, name: slack }).waitFor();
    // The address is a secret from now on.
    await tab.getByText('지금 등록된 주소가 있습니다').waitFor();
    assert.equal(await tab.getByLabel('웹훅 주소').inputValue(), '');
    await tab.getByRole('button', { name: '시험 보내기' }).click();
    const [test] = await world.receiver.waitFor(path, 1);
    assert.match(said(test), /Fullhouse/);
    await tab.getByRole('row').filter({ hasText: '보냄' }).first().waitFor();
  },

  /** @param {World} world */
  async 'a schedule runs now, and its delivery shows what arrived'(world) {
    const tab = await world.signedIn('admin', '/office/schedules');
    await tab.getByRole('link', { name: '예약 만들기' }).click();
    await tab.getByLabel('메시지').click();
    await tab.getByRole('option', { name: '주간 예상 손익' }).click();
    await tab.getByLabel('이름').fill('e2e-profit');
    await tab.getByRole('button', { name: '매주', exact: true }).click();
    await tab.getByRole('button', { name: '목', exact: true }).click();
    await tab.getByLabel('시각', { exact: true }).fill('08:30');
    await tab.getByText('매주 월·목요일 08:30 (서울)').waitFor();
    await tab.getByLabel('받는 곳', { exact: true }).fill(slack);
    await tab.getByRole('option', { name: slack }).click();
    await tab.getByRole('button', { name: '저장', exact: true }).click();
    await tab.getByRole('heading', { level: 2, name: '주간 예상 손익' }).waitFor();
    await tab.getByText('진행 중', { exact: true }).waitFor();

    await tab.getByRole('button', { name: '지금 실행' }).click();
    const dialog = tab.getByRole('dialog', { name: 'e2e-profit 지금 실행' });
    await dialog.getByText(slack).waitFor();
    await dialog.getByRole('button', { name: '지금 실행' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const posts = await world.receiver.waitFor(path, 2);
    await tab.getByRole('link', { name: '보냄 1' }).click();
    // The only one of its kind: rows of the list before are there for a moment.
    await tab.getByRole('row').filter({ hasText: '보냄' }).filter({ hasText: '주간 예상 손익' }).click();
    await tab.getByRole('heading', { level: 2, name: '보낸 내용' }).waitFor();
    const head = posts[1].blocks[0].text.text;
    await tab.getByRole('article').getByText(head).first().waitFor();
    await tab.getByRole('button', { name: '원문' }).click();
    const source = await tab.locator('pre').innerText();
    assert.deepEqual(JSON.parse(source.split('\n\n')[0] ?? ''), posts[1], 'exactly what was sent');

    await tab.goto('/office/schedules/e2e-profit');
    await tab.getByRole('button', { name: '일시 중지' }).click();
    await tab.getByRole('button', { name: '다시 시작' }).waitFor();
    await tab.getByText('일시 중지', { exact: true }).waitFor();
    assert.notEqual((await world.client.call('GET', '/schedules/e2e-profit')).pausedAt, null);
    // It goes on under the form, which saves all the same.
    await tab.getByRole('button', { name: '매일', exact: true }).click();
    await tab.getByRole('button', { name: '저장', exact: true }).click();
    await tab.getByText('저장했습니다').waitFor();
    const changed = await world.client.call('GET', '/schedules/e2e-profit');
    assert.equal(changed.cron, '30 8 * * *');
    await tab.getByRole('button', { name: '다시 시작' }).click();
    await tab.getByText('진행 중', { exact: true }).waitFor();
    await tab.getByRole('button', { name: '삭제' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: '삭제', exact: true }).click();
    await tab.getByRole('link', { name: '예약 만들기' }).waitFor();
  },

  /** @param {World} world */
  async 'a message is looked at and sent by hand, and again where it failed'(world) {
    const { length: before } = world.receiver.arrived(path);
    const tab = await world.signedIn('admin', '/office/messages');
    await tab.getByLabel('메시지', { exact: true }).selectOption({ label: '콘서트 일일' });
    await tab.getByRole('heading', { level: 2, name: /콘서트/ }).waitFor();
    await tab.getByRole('button', { name: '메일', exact: true }).click();
    await tab.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();

    // An answer of this kind is for good: it is not tried again by itself.
    world.receiver.status = 404;
    await tab.getByRole('button', { name: '보내기', exact: true }).click();
    const dialog = tab.getByRole('dialog', { name: '콘서트 일일 보내기' });
    for (const box of await dialog.getByRole('checkbox').all()) await box.uncheck();
    await dialog.getByLabel(slack).check();
    await dialog.getByRole('button', { name: '보내기' }).click();
    await tab.waitForURL(/\/office\/deliveries/);
    const row = tab.getByRole('row').filter({ hasText: slack });
    await row.getByText('받는 곳이 거절했습니다').waitFor();
    world.receiver.status = 200;
    await row.getByRole('button', { name: '다시 보내기' }).click();
    await row.getByText('보냄', { exact: true }).waitFor();
    assert.equal(world.receiver.arrived(path).length, before + 1);
    await world.client.call('DELETE', `/destinations/${(await made(world)).id}`);
  },

  /** @param {World} world */
  async 'nobody but the office opens these pages'(world) {
    const tab = await world.signedIn('member', '/office/destinations');
    await tab.getByText('이 작업은 관리자만 할 수 있습니다.').waitFor();
    assert.equal(await tab.getByRole('link', { name: '받는 곳', exact: true }).count(), 0);
  },
};
