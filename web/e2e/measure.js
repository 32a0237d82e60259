/** What is measured of a page in a browser, as only a browser lays tables out. */

/** Widths that offices have, and a tablet. */
export const widths = [820, 1024, 1280, 1366, 1440, 1920];

/** Three lines of a dense table: taller ones have lost the room for their names. */
const tallest = 64;

/**
 * What is wrong with the tables of a page: rows that are too tall, words in columns of single letters, columns that
 * are hidden without a hint, heads that scroll away.
 * @param {import('playwright-core').Page} tab
 * @returns {Promise<string[]>}
 */
export async function tableFaults(tab) {
  return await tab.evaluate(async (most) => {
    /** @type {string[]} */
    const faults = [];
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    for (const table of Array.from(document.querySelectorAll('main table'))) {
      // A month is a table of days, whose rows are as tall as what is played.
      if (!(table instanceof HTMLElement) || table.offsetParent === null || table.closest('.fc') !== null)
        continue;
      const name =
        table.querySelector('caption')?.textContent ?? table.getAttribute('aria-label') ?? 'a table';
      for (const row of Array.from(table.querySelectorAll('tbody tr'))) {
        // Fields of text grow with what is written.
        if (!(row instanceof HTMLElement) || row.querySelector('textarea, input') !== null) continue;
        if (row.offsetHeight > most)
          faults.push(`${name}: a row of ${row.offsetHeight} px, ${row.innerText.slice(0, 40)}`);
      }
      const place = table.parentElement;
      if (place === null) continue;
      const hidden = table.offsetWidth - place.clientWidth;
      // A width that is rounded may be a pixel too much.
      if (place.hasAttribute('data-fits') && hidden > 1) faults.push(`${name}: ${hidden} px are cut off`);
      if (place.hasAttribute('data-wide') && !place.hasAttribute('data-more'))
        faults.push(`${name}: ${hidden} px are hidden without a hint`);
      // The head stays in sight while rows of its table are.
      const head = table.querySelector('thead th');
      const rows = table.querySelectorAll('tbody tr');
      const middle = rows[Math.floor(rows.length / 2)];
      const own = place.hasAttribute('data-fits') || place.hasAttribute('data-wide');
      if (!own || head === null || middle === undefined || table.offsetHeight < 1.5 * innerHeight) continue;
      middle.scrollIntoView({ block: 'center' });
      await frame();
      const { top } = head.getBoundingClientRect();
      if (top < 0 || top > innerHeight) faults.push(`${name}: its head is at ${Math.round(top)} px`);
    }
    scrollTo(0, 0);
    return faults;
  }, tallest);
}

/**
 * Columns that do not stand inside of their table's place, whether or not it says that there are more.
 * @param {import('playwright-core').Locator} table
 * @returns {Promise<string[]>}
 */
export async function cutColumns(table) {
  return await table.evaluate((node) => {
    const place = node.parentElement?.getBoundingClientRect().right ?? 0;
    // A width that is rounded may be a pixel too much.
    const end = Math.min(place, document.documentElement.clientWidth) + 1;
    return Array.from(node.querySelectorAll('thead th'))
      .filter((head) => head.getBoundingClientRect().right > end)
      .map((head) => (head.textContent ?? '').trim());
  });
}

/** How large a finger is. */
const finger = 44;

/**
 * What a finger would miss: buttons, tabs, menus and boxes that are smaller than it.
 * @param {import('playwright-core').Page} tab
 * @returns {Promise<string[]>}
 */
export async function smallTargets(tab) {
  return await tab.evaluate((least) => {
    const targets = document.querySelectorAll(
      'button, nav a, .fc a[href], label:has(> input[type="checkbox"])',
    );
    return Array.from(targets).flatMap((target) => {
      if (!(target instanceof HTMLElement) || target.offsetParent === null) return [];
      // Seven days of a week share its width; what is pressed in a month is as tall as elsewhere.
      const inMonth = target.closest('.fc') !== null;
      // Heads of columns are read aloud on a phone, and not seen.
      if (target.closest('thead, .spoken') !== null) return [];
      if (!inMonth && target.closest('[role="grid"]') !== null) return [];
      const { width, height } = target.getBoundingClientRect();
      const enough = least - 0.5;
      if ((inMonth || width >= enough) && height >= enough) return [];
      const name = target.getAttribute('aria-label') ?? target.innerText.slice(0, 30);
      return [`${name || target.className}: ${Math.round(width)} × ${Math.round(height)} px`];
    });
  }, finger);
}
