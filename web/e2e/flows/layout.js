/** What only a browser knows of the layout: tables at the widths that offices have, and sheets of paper. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { looks, settled, speaking } from '../browser.js';
import { cutColumns, tableFaults, widths } from '../measure.js';
import { faultsOf, pagesOf } from '../pages.js';

/** @typedef {import('../world.js').World} World */

/** As long as a name may be that somebody really gives. */
const longName =
  '아주 길고도 긴 이름을 가진 어느 겨울밤의 뮤지컬이 두 줄을 넘어 세 줄이 될 때까지 이어지는 이야기';

/** Gives a production a long name for as long as some work lasts. @param {World} world @param {() => Promise<void>} work */
async function withLongName(world, work) {
  const production = (await world.productions()).find(
    ({ category, active }) => category === 'musical' && active,
  );
  assert.ok(production !== undefined, 'the sample data have a musical');
  const path = `/productions/${production.id}`;
  await world.client.call('PATCH', path, { name: longName });
  try {
    await work();
  } finally {
    await world.client.call('PATCH', path, { name: production.name });
  }
}

/** What does not fit. @param {import('playwright-core').Page} tab @returns {Promise<readonly string[]>} */
async function layoutFaults(tab) {
  const over = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [...(over > 0 ? [`${over} px wider than the window`] : []), ...(await tableFaults(tab))];
}

/**
 * The faults that stay: charts and the edges of tables follow a window that changes its size.
 * @param {() => Promise<readonly string[]>} look
 */
async function lasting(look) {
  let faults = await look();
  for (let again = 0; faults.length > 0 && again < 20; again += 1) {
    await pause(100);
    faults = await look();
  }
  return faults;
}

/** Which edges of something are out of sight, or behind something else, such as the bar of a phone. @param {import('playwright-core').Locator} place */
async function hiddenEdges(place) {
  return await place.evaluate((node) => {
    const { left, width, top, bottom } = node.getBoundingClientRect();
    return Object.entries({ top: top + 2, bottom: bottom - 2 })
      .filter(([, y]) => document.elementFromPoint(left + width / 2, y) !== node)
      .map(([edge]) => edge);
  });
}

/** Widths of desks at which the tables that are looked at most need no scrolling. */
const desks = [1280, 1366, 1440];

/** Pages whose tables are of other kinds: grids of days, forms, what is read aloud only. */
const elsewhere = /^(?:not-found|office-.*-new|office-production|office-user)$/;

export const flows = {
  /** @param {World} world */
  async 'tables keep their names whole and their heads in sight'(world) {
    await withLongName(world, async () => {
      const pages = (await pagesOf(world)).filter(({ name }) => !elsewhere.test(name));
      const faults = await faultsOf(world, looks.light, pages, async (tab, { path }) => {
        /** @type {string[]} */
        const found = [];
        for (const width of widths) {
          await tab.setViewportSize({ width, height: 900 });
          const faults = await lasting(() => layoutFaults(tab));
          found.push(...faults.map((fault) => `${width} ${path}: ${fault}`));
        }
        return found;
      });
      assert.deepEqual(faults, [], faults.join('\n'));
    });
  },

  /** @param {World} world */
  async 'the first page and that of casts show all their figures at the widths of desks, in both languages'(
    world,
  ) {
    const tables = {
      ko: { '/': '공연별 현황', '/plays/casts': '캐스트 매출' },
      en: { '/': 'By production', '/plays/casts': 'Cast revenue' },
    };
    /** @type {string[]} */
    const faults = [];
    for (const language of /** @type {const} */ (['ko', 'en'])) {
      const tab = await world.signedIn('admin', '/account', speaking(world.url, language));
      for (const [path, name] of Object.entries(tables[language])) {
        await tab.goto(path);
        for (const width of desks) {
          await tab.setViewportSize({ width, height: 900 });
          await settled(tab);
          const table = tab.getByRole('table', { name });
          const cut = await lasting(() => cutColumns(table));
          faults.push(...cut.map((column) => `${language} ${width} ${path}: ${column} is cut off`));
        }
      }
      await tab.context().close();
    }
    assert.deepEqual(faults, []);
  },

  /** @param {World} world */
  async 'a window that is wider than the page has it in its middle'(world) {
    const tab = await world.signedIn('admin', '/', { viewport: { width: 2560, height: 1440 } });
    await settled(tab);
    const [before, width, after] = await tab.evaluate(() => {
      const page = document.querySelector('main')?.parentElement;
      const { left = 0, right = 0 } = page?.getBoundingClientRect() ?? {};
      const menu = page?.previousElementSibling?.getBoundingClientRect().right ?? 0;
      return [left - menu, right - left, document.documentElement.clientWidth - right];
    });
    assert.ok(width > 1_600 && width <= 1_680 && before > 0, `${before} + ${width} + ${after} px`);
    assert.ok(Math.abs(before - after) <= 1, `${before} px before the page, ${after} px after it`);
  },

  /** @param {World} world */
  async 'a day of the calendar opens its note where one sees it, at a desk and on a phone'(world) {
    for (const look of [looks.light, looks.phone]) {
      const tab = await world.signedIn('admin', '/calendar', look);
      await settled(tab);
      const days = tab.getByRole('button', { name: /메모와 회차/ });
      const day = days.nth((await days.count()) - 1);
      await day.scrollIntoViewIfNeeded();
      await day.click();
      const note = tab.locator('[data-chosen] textarea');
      await note.waitFor();
      await tab.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
      const hidden = await lasting(() => hiddenEdges(note));
      assert.deepEqual(hidden, [], `${look.viewport.width}: the field is in sight`);
      await tab.context().close();
    }
  },

  /** @param {World} world */
  async 'a sheet shows every chart inside of its edges'(world) {
    const tab = await world.signedIn('admin', '/plays/overview');
    await settled(tab);
    // The code that draws comes after the page.
    await tab.locator('main [role="img"] svg').first().waitFor({ state: 'attached' });
    await tab.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await tab.emulateMedia({ media: 'print' });
    const drawn = await tab.evaluate(() =>
      Array.from(
        document.querySelectorAll('main [role="img"] svg'),
        (svg) => svg.getBoundingClientRect().width,
      ),
    );
    assert.ok(drawn.length > 0 && drawn.every((width) => width > 0 && width <= 680), `charts of ${drawn} px`);
    const skip = tab.getByText('본문으로 건너뛰기');
    assert.equal(await skip.isVisible(), false, 'nothing on paper can be skipped');
  },
};
