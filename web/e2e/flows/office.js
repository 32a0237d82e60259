/** The office: productions, users and their links, what somebody else saved, and the audit of it all. */
import assert from 'node:assert/strict';

/** @typedef {import('../world.js').World} World */

const code = 'E2E.1';

/** @param {World} world */
async function made(world) {
  const { items } = await world.client.call('GET', `/productions?q=${code}`);
  return items.find((/** @type {any} */ one) => one.code === code);
}

export const flows = {
  /** @param {World} world */
  async 'a production is made, shortened with its loss told, and deleted'(world) {
    const tab = await world.signedIn('admin', '/office/productions');
    await tab.getByRole('link', { name: '공연 만들기' }).click();
    await tab.getByRole('textbox', { name: '공연명' }).fill('새벽의 행진');
    await tab.getByLabel('코드').fill(code);
    await tab.getByLabel(/카테고리/).click();
    await tab.getByRole('option', { name: '콘서트' }).click();
    await tab.getByLabel('판매 시작').fill('2026-10-05');
    await tab.getByLabel('판매 종료').fill('2026-12-06');
    await tab.getByLabel('손익분기점').fill('1억 2천');
    await tab.getByRole('button', { name: '등급 추가' }).click();
    await tab.getByLabel('VIP석 좌석').fill('40');
    await tab.getByLabel('VIP석 정가(원)').fill('150000');
    await tab.getByRole('button', { name: '저장', exact: true }).click();
    await tab.waitForURL(new RegExp(`/productions/${code}$`));
    await tab.getByRole('region', { name: '처음 시작하기' }).waitFor();
    const production = await made(world);
    assert.equal(production.breakEvenKrw, 120_000_000);
    assert.deepEqual(production.seatInventory, { vip: 40 });
    assert.equal(production.seatGrades[0].priceKrw, 150_000);

    await world.client.call('PUT', `/productions/${production.id}/targets`, {
      targets: [{ date: '2026-12-05', targetKrw: 5_000_000 }],
    });
    await tab.goto(`/office/productions/${production.id}`);
    await tab.getByLabel('판매 종료').fill('2026-11-30');
    await tab.getByRole('button', { name: '저장', exact: true }).click();
    const dialog = tab.getByRole('dialog', { name: '지워지는 목표와 메모' });
    await dialog.getByText('5,000,000원').waitFor();
    assert.equal((await made(world)).saleEnd, '2026-12-06', 'nothing is lost yet');
    await dialog.getByRole('button', { name: '지우고 저장' }).click();
    await dialog.waitFor({ state: 'hidden' });
    assert.equal((await made(world)).saleEnd, '2026-11-30');

    await tab.getByRole('button', { name: '삭제', exact: true }).click();
    await tab.getByRole('dialog').getByRole('button', { name: '삭제', exact: true }).click();
    await tab.getByRole('link', { name: '공연 만들기' }).waitFor();
    assert.equal(await made(world), undefined);
  },

  /** @param {World} world */
  async 'a code that is taken is told at its field, with what has it'(world) {
    const [known] = await world.productions();
    const tab = await world.signedIn('admin', '/office/productions/create');
    await tab.getByRole('textbox', { name: '공연명' }).fill('또 하나의 공연');
    await tab.getByLabel('코드').fill(known.code.toLowerCase());
    await tab.getByLabel(/카테고리/).click();
    await tab.getByRole('option', { name: '콘서트' }).click();
    await tab.getByRole('button', { name: '저장', exact: true }).click();
    await tab.getByText(`이미 쓰는 값입니다: ${known.name}`).first().waitFor();
    assert.equal(await tab.getByLabel('코드').getAttribute('aria-invalid'), 'true');
  },

  /** @param {World} world */
  async 'what somebody else saved first is shown before it is overwritten'(world) {
    const [production] = await world.productions();
    const tab = await world.signedIn('admin', `/office/productions/${production.id}`);
    await tab.getByLabel('공연장', { exact: true }).fill('내 극장');
    await world.client.call('PATCH', `/productions/${production.id}`, { venue: '남의 극장' });
    await tab.getByRole('button', { name: '저장', exact: true }).click();
    const dialog = tab.getByRole('dialog', { name: '다른 사람이 먼저 저장한 값 1개' });
    await dialog.getByText('남의 극장').waitFor();
    await dialog.getByText('내 극장').waitFor();
    await dialog.getByRole('button', { name: '내 값', exact: true }).click();
    await dialog.getByRole('button', { name: '선택한 값으로 저장' }).click();
    // The dialog closes before it is saved.
    await tab.getByText('저장했습니다').first().waitFor();
    assert.equal((await world.client.call('GET', `/productions/${production.id}`)).venue, '내 극장');
    await world.client.call('PATCH', `/productions/${production.id}`, { venue: production.venue });
  },

  /** @param {World} world */
  async 'fields that only one of two people changed are saved by themselves'(world) {
    const [production] = await world.productions();
    const path = `/productions/${production.id}`;
    const tab = await world.signedIn('admin', `/office${path}`);
    await tab.getByLabel('공연장', { exact: true }).fill('내 극장');
    await world.client.call('PATCH', path, { runningMinutes: 77 });
    await tab.getByRole('button', { name: '저장', exact: true }).click();
    await tab.getByText('저장했습니다').first().waitFor();
    const { venue, runningMinutes } = await world.client.call('GET', path);
    assert.deepEqual({ venue, runningMinutes }, { venue: '내 극장', runningMinutes: 77 });
    const { venue: before, runningMinutes: minutes } = production;
    await world.client.call('PATCH', path, { venue: before, runningMinutes: minutes });
  },

  /** @param {World} world */
  async 'a list is imported, with its errors by row first'(world) {
    const tab = await world.signedIn('admin', '/office/productions');
    await tab.getByRole('button', { name: '목록 가져오기' }).click();
    const dialog = tab.getByRole('dialog', { name: '공연 목록 가져오기' });
    const file = (/** @type {string} */ rows) => ({
      name: '목록.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`code,name,category,saleStart,saleEnd\n${rows}\n`),
    });
    await dialog
      .locator('input[type=file]')
      .setInputFiles(file('E2E.2,달의 뒤편,play,2026-12-01,2026-11-01'));
    await dialog.getByText(/E2: .*시작일보다 빠릅니다/).waitFor();
    assert.equal(await dialog.getByRole('button', { name: '1개 등록' }).isDisabled(), true);
    await dialog
      .locator('input[type=file]')
      .setInputFiles(file('E2E.2,달의 뒤편,play,2026-12-01,2026-12-31'));
    await dialog.getByText('등록 가능', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: '1개 등록' }).click();
    // The row of the preview has the name as well.
    await dialog.waitFor({ state: 'hidden' });
    await tab.getByText('달의 뒤편').first().waitFor();
    const { items } = await world.client.call('GET', '/productions?q=E2E.2');
    await world.client.call('DELETE', `/productions/${items[0].id}`);
  },

  /** @param {World} world */
  async 'a user is made with grants, and sets a password by the link'(world) {
    const [production] = await world.productions();
    const tab = await world.signedIn('admin', '/office/users');
    await tab.getByRole('link', { name: '사용자 만들기' }).click();
    await tab.getByRole('textbox', { name: '이메일' }).fill('new.member@example.com');
    await tab.getByLabel('이름', { exact: false }).last().fill('새 담당자');
    await tab.getByLabel('업로드', { exact: true }).check();
    await tab.getByLabel('볼 수 있는 공연').fill(production.name);
    await tab.getByRole('option', { name: new RegExp(production.name) }).click();
    await tab.getByRole('button', { name: '저장', exact: true }).click();
    await tab.getByRole('heading', { level: 2, name: '새 담당자' }).waitFor();
    await tab.getByRole('button', { name: '비밀번호 설정 링크 만들기' }).click();
    const link = await tab.getByLabel('링크', { exact: true }).inputValue();
    const other = await world.page();
    await other.goto(`/reset${new URL(link).hash}`);
    await other.getByLabel('새 비밀번호', { exact: true }).fill('a long enough password');
    await other.getByLabel(/다시/).fill('a long enough password');
    await other.locator('form').getByRole('button').last().click();
    await other.getByRole('status').waitFor();
    await other.getByRole('link').last().click();
    await other.getByLabel('이메일').fill('new.member@example.com');
    await other.getByLabel('비밀번호').fill('a long enough password');
    await other.getByRole('button', { name: '로그인' }).click();
    await other.getByRole('button', { name: /새 담당자/ }).waitFor();
    const { items } = await world.client.call('GET', '/users?q=new.member');
    assert.deepEqual(items[0].productionIds, [production.id]);
    assert.equal(items[0].canUpload, true);
    await world.client.call('PATCH', `/users/${items[0].id}`, { active: false });
  },

  /** @param {World} world */
  async 'only a master touches a master'(world) {
    const { items } = await world.client.call('GET', '/users?role=master');
    const tab = await world.signedIn('admin', `/office/users/${items[0].id}`);
    await tab.getByText('이 사용자는 소유자만 바꿀 수 있습니다.').waitFor();
    assert.equal(await tab.getByRole('button', { name: '비밀번호 설정 링크 만들기' }).count(), 0);
  },

  /** @param {World} world */
  async 'the audit tells before and after'(world) {
    const [production] = await world.productions();
    const tab = await world.signedIn('master', '/office/audit');
    await tab.getByLabel('작업', { exact: true }).click();
    await tab.getByRole('option', { name: '공연 바꿈' }).click();
    const row = tab.getByRole('row').filter({ hasText: production.name }).first();
    await row.getByRole('button', { name: '자세히' }).click();
    await tab.getByRole('columnheader', { name: '변경 전', exact: true }).waitFor();
    await tab.getByRole('rowheader', { name: '공연장' }).first().waitFor();
  },

  /** @param {World} world */
  async 'the state of the server is there for admins, and says what to do'(world) {
    const tab = await world.signedIn('admin', '/office/state');
    const storage = tab.getByRole('region', { name: '저장 공간' });
    await storage.getByText('PostgreSQL').waitFor();
    await storage.getByText(/남음/).waitFor();
    await tab.getByRole('region', { name: '작업' }).getByRole('link', { name: '보기' }).first().waitFor();
    const { version, warnings } = await world.client.call('GET', '/system');
    await tab.getByRole('region', { name: '서버' }).getByText(version, { exact: true }).waitFor();
    const told = tab.getByRole('region', { name: '살펴볼 것' });
    // Nobody made a backup: that counts as well.
    await told.getByText('백업이 없습니다.').waitFor();
    assert.ok((await told.getByRole('listitem').count()) > warnings.length);

    const member = await world.signedIn('member', '/office/state');
    await member.getByText('이 작업은 관리자만 할 수 있습니다.').waitFor();
  },
};
