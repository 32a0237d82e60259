/** Targets: pasted from a spreadsheet and saved, and a second browser's conflict is seen before anything is lost. */
import assert from 'node:assert/strict';

/** @typedef {import('../world.js').World} World */

/** A production on sale, with its targets of the week in which today is. @param {World} world */
async function onSale(world) {
  const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
  const production = (await world.productions()).find(
    ({ active, saleStart, saleEnd }) => active && saleStart <= today && today <= saleEnd,
  );
  assert.ok(production !== undefined, 'the sample data has a production on sale');
  return { production, today };
}

/** The grid's cell of a day, by the name that is read aloud: 11월 27일 금요일, 목표 … @param {string} day */
function cellName(day) {
  return new RegExp(`^${Number(day.slice(5, 7))}월 ${Number(day.slice(8, 10))}일`);
}

/** @param {World} world @param {string} id @param {string} day */
async function targetOf(world, id, day) {
  const { targets } = await world.client.call('GET', `/productions/${id}/targets?from=${day}&to=${day}`);
  return targets[0]?.targetKrw;
}

/** Puts a text on the clipboard and pastes it into what has the focus. @param {import('playwright-core').Page} tab @param {string} text */
async function paste(tab, text) {
  await tab.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, text);
}

export const flows = {
  /** @param {World} world */
  async 'targets are pasted, undone, pasted again and saved'(world) {
    const { production, today } = await onSale(world);
    const tab = await world.signedIn('admin', `/targets/${production.code}`);
    const before = await targetOf(world, production.id, today);
    const cell = tab.getByRole('gridcell', { name: cellName(today) });
    await cell.click();
    await paste(tab, '1,234');
    await tab.getByText('변경 1칸').waitFor();
    await tab.keyboard.press('Control+z');
    await tab.getByText('변경 1칸').waitFor({ state: 'hidden' });
    await cell.click();
    await paste(tab, '1,234');
    assert.equal(await targetOf(world, production.id, today), before, 'nothing is saved by itself');
    await tab.getByRole('button', { name: '저장', exact: true }).click();
    await tab.getByText('1칸을 저장했습니다').waitFor();
    assert.equal(await targetOf(world, production.id, today), 12_340_000);
  },

  /** @param {World} world */
  async 'a paste that does not fit is refused as a whole'(world) {
    const { production, today } = await onSale(world);
    const tab = await world.signedIn('admin', `/targets/${production.code}`);
    await tab.getByRole('gridcell', { name: cellName(today) }).click();
    await paste(tab, 'abc');
    await tab.getByText('붙여넣지 않았습니다.').waitFor();
    assert.equal(await tab.getByText(/^변경 \d+칸$/).count(), 0);
  },

  /** @param {World} world */
  async 'a conflict is seen by the second browser, and decided'(world) {
    const { production, today } = await onSale(world);
    const first = await world.signedIn('master', `/targets/${production.code}`);
    const second = await world.signedIn('admin', `/targets/${production.code}`);
    await second.getByRole('gridcell', { name: cellName(today) }).click();
    await paste(second, '2,000');
    await first.getByRole('gridcell', { name: cellName(today) }).click();
    await paste(first, '3,000');
    await first.getByRole('button', { name: '저장', exact: true }).click();
    await first.getByText('1칸을 저장했습니다').waitFor();
    const save = second.getByRole('button', { name: '저장', exact: true });
    // The event of the first save may be there before one presses, and takes the button away.
    await save.click({ timeout: 3_000 }).catch(() => undefined);
    await second.getByText(/충돌 1칸/).waitFor();
    assert.equal(await targetOf(world, production.id, today), 30_000_000, 'nothing is overwritten');
    assert.equal(await save.isDisabled(), true, 'saving waits for the decision');
    await second.getByRole('button', { name: /내 값/ }).first().click();
    await save.click();
    await second.getByText('1칸을 저장했습니다').waitFor();
    assert.equal(await targetOf(world, production.id, today), 20_000_000);
  },

  /** @param {World} world */
  async 'what was typed is there again after the session ended'(world) {
    const { production, today } = await onSale(world);
    const tab = await world.signedIn('admin', `/targets/${production.code}`);
    await tab.getByRole('gridcell', { name: cellName(today) }).click();
    await paste(tab, '888');
    await tab.getByText('변경 1칸', { exact: true }).waitFor();
    // Ended elsewhere: the page learns of it as soon as it asks for something.
    await tab.request.post('/api/v1/auth/logout', { headers: { origin: world.url } });
    await tab.getByRole('button', { name: '저장', exact: true }).click();
    await tab.getByText('로그인이 만료되었습니다').waitFor();
    await tab.getByLabel('이메일').fill(world.logins.admin.email);
    await tab.getByLabel('비밀번호').fill(world.logins.admin.password);
    await tab.getByRole('button', { name: '로그인' }).click();
    await tab.getByText('저장하지 않은 변경 1칸을 되살렸습니다').waitFor();
    await tab.getByText('변경 1칸', { exact: true }).waitFor();
    await tab.getByRole('button', { name: '저장', exact: true }).click();
    await tab.getByText('1칸을 저장했습니다').waitFor();
    assert.equal(await targetOf(world, production.id, today), 8_880_000);
  },

  /** @param {World} world */
  async 'a column of a list runs along the days'(world) {
    const { production, today } = await onSale(world);
    const tab = await world.signedIn('admin', `/targets/${production.code}`);
    await tab.getByRole('gridcell', { name: cellName(today) }).click();
    await paste(tab, '목표\n1000\n1200\n900');
    await tab.getByText('변경 3칸').waitFor();
    const next = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
    await tab.getByRole('gridcell', { name: new RegExp(`${cellName(next).source}.*목표 1,200만`) }).waitFor();
  },

  /** @param {World} world */
  async 'leaving with unsaved changes asks first'(world) {
    const { production, today } = await onSale(world);
    const tab = await world.signedIn('admin', `/targets/${production.code}`);
    await tab.getByRole('gridcell', { name: cellName(today) }).click();
    await paste(tab, '777');
    await tab.getByRole('link', { name: '업로드' }).first().click();
    const dialog = tab.getByRole('dialog');
    await dialog.getByText(/저장하지 않은 변경 1칸/).waitFor();
    await dialog.getByRole('button', { name: '계속 편집' }).click();
    assert.match(tab.url(), /\/targets\//);
  },
};
