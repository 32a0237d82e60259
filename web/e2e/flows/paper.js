/** Pictures and sheets leave the house: a chart as PNG, a page as PDF, and the report of one production. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { settled, speaking } from '../browser.js';

/** @typedef {import('../world.js').World} World */

/** Width and height of a PNG. @param {Buffer} bytes */
function sizeOf(bytes) {
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Sheets of a PDF. @param {Buffer} bytes */
function sheetsOf(bytes) {
  return bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Whether some of a picture is not white, as its reader sees it. @param {import('playwright-core').Page} tab @param {Buffer} bytes */
async function isDrawn(tab, bytes) {
  return await tab.evaluate(async (base64) => {
    const blob = await new Response(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))).blob();
    const image = await createImageBitmap(blob);
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (context === null) return false;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const corner = [data[0], data[1], data[2], data[3]].join();
    let inked = 0;
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 200) inked += 1;
    return corner === '255,255,255,255' && inked > data.length / 4 / 500;
  }, bytes.toString('base64'));
}

/** What is wider than the paper between its margins. @param {import('playwright-core').Page} tab */
async function tooWide(tab) {
  return await tab.evaluate(() =>
    Array.from(document.querySelectorAll('main table, main svg, main section'))
      .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
      .map((part) => part.outerHTML.slice(0, 90)),
  );
}

/** What is said at the head of the first sheet, where it has that of every page. @param {import('playwright-core').Page} tab */
async function headOf(tab) {
  const head = tab.locator('[data-print-head]');
  return (await head.isVisible()) ? await head.innerText() : '';
}

/** What stands at the edges of the sheets that follow. @param {import('playwright-core').Page} tab */
async function edgesOf(tab) {
  return await tab.evaluate(() =>
    document.adoptedStyleSheets
      .flatMap(({ cssRules }) => Array.from(cssRules, ({ cssText }) => cssText))
      .join('\n'),
  );
}

/** What a page is called, without the name of the application. @param {import('playwright-core').Page} tab */
async function titleOf(tab) {
  return (await tab.title()).replace(/ · Fullhouse$/, '');
}

/** Shows a page as it is printed, at the width of the paper. @param {import('playwright-core').Page} tab */
async function asSheet(tab) {
  await tab.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await tab.emulateMedia({ media: 'print' });
  await tab.setViewportSize({ width: 688, height: 1000 });
}

export const flows = {
  /** @param {World} world */
  async 'a chart is saved as a picture on white, also while colours are dark'(world) {
    const tab = await world.signedIn('admin', '/plays/weekly', { colorScheme: 'dark' });
    await settled(tab);
    await tab.locator('main [role="img"] svg').first().waitFor({ state: 'attached' });
    const panel = tab
      .locator('section')
      .filter({ has: tab.locator('[role="img"] svg') })
      .first();
    await panel.getByRole('button', { name: /내려받기/ }).click();
    const [file] = await Promise.all([
      tab.waitForEvent('download'),
      tab.getByRole('menuitem', { name: '그림(PNG)' }).click(),
    ]);
    const bytes = await readFile(await file.path());
    assert.match(file.suggestedFilename(), /^\S.* \d{4}-\d{2}-\d{2}\.png$/);
    const { width, height } = sizeOf(bytes);
    assert.ok(width === 2080 && height > 500, `${width} × ${height}`);
    assert.ok(await isDrawn(tab, bytes), 'it is drawn on white');
  },

  /** @param {World} world */
  async 'a page of figures is sheets that cut nothing off'(world) {
    for (const path of [
      '/',
      '/plays/occupancy',
      '/plays/targets',
      '/concerts/break-even',
      '/reports/plays/summary',
    ]) {
      const tab = await world.signedIn('admin', path);
      await settled(tab);
      assert.ok(sheetsOf(await tab.pdf({ preferCSSPageSize: true })) > 0);
      await asSheet(tab);
      assert.deepEqual(await tooWide(tab), [], path);
      // What is chosen of a few is a word on paper.
      const buttons = tab.locator('button:not([aria-pressed="true"])').filter({ visible: true });
      assert.equal(await buttons.count(), 0, `buttons on ${path}`);
      assert.match(await headOf(tab), /^Fullhouse\s+조회일 .+ · 자료 .+ 기준$/, path);
      assert.ok(await tab.getByRole('heading', { level: 1 }).isVisible(), `the title of ${path}`);
      const edges = await edgesOf(tab);
      assert.ok(edges.includes(`"Fullhouse · ${await titleOf(tab)}"`), `${path}: ${edges}`);
      assert.match(edges, /"조회일 .+ · 자료 .+ 기준"/, path);
      await tab.context().close();
    }
  },

  /** @param {World} world */
  async 'a sheet in English tells title and day in English'(world) {
    const tab = await world.signedIn('admin', '/plays/occupancy', speaking(world.url, 'en'));
    await settled(tab);
    await asSheet(tab);
    assert.deepEqual(await tooWide(tab), []);
    assert.match(await headOf(tab), /^Fullhouse\s+As of .+ · Data as of [^가-힣]+$/);
    const edges = await edgesOf(tab);
    assert.equal(await titleOf(tab), 'Occupancy · Plays & musicals');
    assert.ok(edges.includes('"Fullhouse · Occupancy · Plays & musicals"'), edges);
    assert.match(edges, /"As of .+ · Data as of .+"/);
    assert.match(edges, /"Printed .+"/);
    assert.doesNotMatch(edges, /[가-힣]/);
  },

  /** @param {World} world */
  async 'the report of a production is printed with its cover first'(world) {
    const productions = await world.productions();
    const code = productions.find(({ category, active }) => category === 'musical' && active).code;
    const tab = await world.signedIn('admin', `/productions/${code}`);
    await tab.getByRole('link', { name: '보고서', exact: true }).last().click();
    await tab.getByRole('button', { name: '인쇄 · PDF로 저장' }).waitFor();
    await settled(tab);
    await tab.locator('main [role="img"] svg').first().waitFor({ state: 'attached' });
    const pdf = await tab.pdf({ preferCSSPageSize: true });
    assert.ok(sheetsOf(pdf) >= 3, `${sheetsOf(pdf)} sheets`);
    await asSheet(tab);
    assert.deepEqual(await tooWide(tab), []);
    await tab.getByText('자료 기준일').waitFor();
    assert.equal(await headOf(tab), '', 'the cover is a head of its own');
    assert.equal(await tab.getByRole('button', { name: '인쇄 · PDF로 저장' }).isVisible(), false);
  },
};
