/** Uploading: a preview first, errors by cell, and after the confirmation every open page changes by itself. */
import assert from 'node:assert/strict';
import { settled } from '../browser.js';
import { until } from '../site.js';
import { broken } from '../workbook.js';

/** @typedef {import('../world.js').World} World */

/** A play whose newest workbook is withdrawn, so that it can be uploaded again. @param {World} world */
async function withdrawn(world) {
  const production = (await world.productions()).find(
    ({ category, active }) => category === 'play' && active,
  );
  assert.ok(production !== undefined, 'the sample data has a play');
  const upload = await world.currentUpload(production.id);
  const workbook = await world.original(upload);
  await world.client.call('DELETE', `/uploads/${upload.id}`);
  return { production, workbook };
}

export const flows = {
  /** @param {World} world */
  async 'a workbook is previewed, confirmed, and another page shows it without a reload'(world) {
    const { production, workbook } = await withdrawn(world);
    const watching = await world.signedIn('master', `/productions/${production.code}/summary`);
    await settled(watching);
    const before = await watching.getByRole('main').innerText();
    await watching.evaluate(() => Object.assign(window, { untouched: true }));

    const tab = await world.signedIn('admin', '/uploads/new');
    await tab.locator('input[type=file]').first().setInputFiles(workbook);
    await tab.getByText('반영할 수 있습니다.').waitFor();
    await tab.getByText(production.name).first().waitFor();
    const { items } = await world.client.call(
      'GET',
      `/uploads?productionId=${production.id}&status=withdrawn`,
    );
    assert.equal(items.length, 1, 'a preview keeps nothing');
    await tab
      .getByRole('button', { name: /^(?:반영|반영 가능한 1개 반영)$/ })
      .first()
      .click();
    await tab
      .getByText(/반영했습니다|반영됨/)
      .first()
      .waitFor();

    await until(
      async () => (await watching.getByRole('main').innerText()) !== before,
      'the page changes',
      20_000,
    );
    assert.equal(await watching.evaluate(() => 'untouched' in window), true, 'without a reload');
    await watching
      .getByText(/자료 반영/)
      .first()
      .waitFor();
  },

  /** @param {World} world */
  async 'an error is told with its cell, and cannot be confirmed'(world) {
    const production = (await world.productions()).find(
      ({ category, active }) => category === 'play' && active,
    );
    const before = await world.currentUpload(production.id);
    const workbook = await world.original(before);
    const { bytes, address } = broken(workbook.buffer, { sheet: 'Daily', column: 'G' });
    const tab = await world.signedIn('admin', '/uploads/new');
    await tab
      .locator('input[type=file]')
      .first()
      .setInputFiles({ ...workbook, buffer: bytes });
    await tab.getByText(/오류 \d+건을 고쳐야 반영할 수 있습니다/).waitFor();
    const [, cell = ''] = address.split('!');
    await tab.getByText(cell, { exact: false }).first().waitFor();
    await tab.getByText('수식 오류(#REF!)가 있습니다.').first().waitFor();
    const confirm = tab.getByRole('button', { name: /^(?:반영|반영 가능한 \d+개 반영)$/ });
    for (const button of await confirm.all()) assert.equal(await button.isDisabled(), true);
    assert.equal((await world.currentUpload(production.id)).id, before.id, 'the figures stay');
  },
};
