/** Files that come by themselves: a folder is set up in the office, tested, switched on, and brings its workbook. */
import assert from 'node:assert/strict';
import { readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settled } from '../browser.js';
import { inboxName, until } from '../site.js';
import { repacked } from '../workbook.js';
import { seriousFindings } from '../world.js';

/** @typedef {import('../world.js').World} World */

const name = '공연팀 폴더';

/** The newest workbook of a musical, which is withdrawn, in other bytes: those that were withdrawn would wait. @param {World} world */
async function comingWorkbook(world) {
  const production = (await world.productions()).find(
    ({ category, active }) => category === 'musical' && active,
  );
  assert.ok(production !== undefined, 'the sample data have a musical');
  const upload = await world.currentUpload(production.id);
  const workbook = await world.original(upload);
  // Also those that it took the place of: what a person uploaded for this day would hold it.
  for (
    let current = upload;
    current?.recordDate === upload.recordDate;
    current = await world.currentUpload(production.id)
  ) {
    await world.client.call('DELETE', `/uploads/${current.id}`);
  }
  const bytes = repacked(workbook.buffer);
  assert.ok(!bytes.equals(workbook.buffer), 'the bytes are others');
  return { production, recordDate: upload.recordDate, fileName: workbook.name, bytes };
}

/** Puts a file into a folder as careful programs do: beside first. @param {string} folder @param {string} fileName @param {Buffer} bytes */
async function drop(folder, fileName, bytes) {
  const beside = join(folder, `${fileName}.part`);
  await writeFile(beside, bytes);
  await rename(beside, join(folder, fileName));
}

/** @param {World} world */
async function made(world) {
  const { items } = await world.client.call('GET', '/collection/sources');
  return items.find((/** @type {any} */ one) => one.name === name);
}

export const flows = {
  /** @param {World} world */
  async 'a folder is set up, tested, switched on, and brings a workbook by itself'(world) {
    const { inbox } = world.site;
    const { production, recordDate, fileName, bytes } = await comingWorkbook(world);
    const tab = await world.signedIn('admin', '/office/collection');
    await settled(tab);
    await tab.getByRole('button', { name: '소스 만들기' }).click();
    await tab
      .getByRole('dialog', { name: '어디에서 가져올까요?' })
      .getByRole('button', { name: /^폴더/ })
      .click();
    const form = tab.getByRole('dialog', { name: '소스 만들기: 폴더' });
    await form.getByRole('textbox', { name: '이름', exact: true }).fill(name);
    await form.getByRole('combobox', { name: '폴더', exact: true }).selectOption(inboxName);
    await form.getByRole('combobox', { name: '확인', exact: true }).selectOption('never');
    await form.getByRole('button', { name: '저장하고 시험으로' }).click();

    const trial = tab.getByRole('dialog', { name: `${name} 시험` });
    await trial.waitFor();
    assert.equal((await made(world)).active, false, 'nothing is taken before it was tested');
    await drop(inbox, fileName, bytes);
    await trial.getByRole('button', { name: '시험', exact: true }).click();
    await trial.getByText(fileName, { exact: true }).waitFor();
    await trial.getByRole('status').getByText('성공', { exact: true }).waitFor();
    await trial.getByText('시험이라 올리지 않았습니다.', { exact: false }).waitFor();
    assert.deepEqual(await seriousFindings(tab), []);
    assert.ok((await readdir(inbox)).includes(fileName), 'a test moves nothing');
    assert.notEqual((await world.currentUpload(production.id))?.recordDate, recordDate);

    await trial.getByRole('button', { name: '켜기', exact: true }).click();
    await trial.waitFor({ state: 'hidden' });
    await until(
      async () => (await readdir(join(inbox, 'done'))).includes(fileName),
      'the file is taken',
      30_000,
    );
    const upload = await world.currentUpload(production.id);
    assert.equal(upload.recordDate, recordDate);
    const source = await made(world);
    assert.deepEqual(upload.source, { id: source.id, name });
    assert.equal(upload.uploadedBy, null, 'nobody uploaded it');

    await tab.goto('/office/collection?part=runs');
    await settled(tab);
    await tab
      .getByRole('row')
      .filter({ hasText: '파일 도착' })
      .getByRole('button', { name, exact: true })
      .click();
    const run = tab.getByRole('dialog', { name });
    await run.getByText(fileName, { exact: true }).waitFor();
    await run.getByRole('link', { name: '올린 자료 보기' }).click();
    await tab.waitForURL(new RegExp(`/uploads/${upload.id}`));
    await tab.getByText(name, { exact: false }).first().waitFor();
    await world.client.call('DELETE', `/collection/sources/${source.id}`);
  },

  /** @param {World} world */
  async 'what may not be collected is said in words'(world) {
    const tab = await world.signedIn('admin', '/office/collection');
    await settled(tab);
    await tab.getByRole('button', { name: '소스 만들기' }).click();
    await tab
      .getByRole('dialog', { name: '어디에서 가져올까요?' })
      .getByRole('button', { name: /^주소/ })
      .click();
    const form = tab.getByRole('dialog', { name: '소스 만들기: 주소' });
    await form.getByRole('textbox', { name: '이름', exact: true }).fill('받을 수 없는 주소');
    await form
      .getByRole('textbox', { name: '주소', exact: true })
      .fill('https://share.example.com/sales.xlsx');
    await form.getByRole('button', { name: '저장하고 시험으로' }).click();
    await form.getByText(/허용하지 않는 호스트입니다/).waitFor();

    const member = await world.signedIn('member', '/office/collection');
    await member.getByText('이 작업은 관리자만 할 수 있습니다.').waitFor();
  },
};
