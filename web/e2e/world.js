/** What a flow works with: the program, a browser, who can sign in, and what is in the sample data. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { desk } from './browser.js';
import { master } from './site.js';

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @typedef {'master' | 'admin' | 'member'} Role */

export class World {
  /** @type {import('playwright-core').BrowserContext[]} */
  #open = [];

  /**
   * @param {{ site: import('./site.js').Site, browser: import('playwright-core').Browser,
   *   client: import('./client.js').Client, receiver: import('./receiver.js').Receiver, told: string }} parts
   */
  constructor({ site, browser, client, receiver, told }) {
    this.site = site;
    this.browser = browser;
    /** The master's. */
    this.client = client;
    /** Where webhooks may lead. */
    this.receiver = receiver;
    this.url = site.url;
    /** @param {Role} role */
    const login = (role) => {
      const [, email = '', password = ''] =
        new RegExp(`^\\s*${role}\\s+(\\S+@\\S+)\\s+(\\S+)\\s*$`, 'm').exec(told) ?? [];
      return { email, password };
    };
    /** @type {Record<Role, { email: string, password: string }>} */
    this.logins = { master, admin: login('admin'), member: login('member') };
  }

  /**
   * A new browser, as somebody else's is, with one page.
   * @param {import('playwright-core').BrowserContextOptions} [option]
   */
  async page(option = {}) {
    const context = await this.browser.newContext({
      baseURL: this.url,
      viewport: desk,
      locale: 'ko-KR',
      timezoneId: 'Asia/Seoul',
      acceptDownloads: true,
      ...option,
    });
    context.setDefaultTimeout(60_000);
    this.#open.push(context);
    return await context.newPage();
  }

  /**
   * A new browser in which somebody has signed in, at an address.
   * @param {Role} role @param {string} [path] @param {import('playwright-core').BrowserContextOptions} [option]
   */
  async signedIn(role, path = '/', option = {}) {
    const tab = await this.page(option);
    const answer = await tab.request.post('/api/v1/auth/login', {
      headers: { origin: this.url },
      data: { ...this.logins[role], cookie: true },
    });
    assert.equal(answer.status(), 200, `${role} signs in`);
    await tab.goto(path);
    await tab.getByRole('heading', { level: 1 }).first().waitFor();
    return tab;
  }

  /** The productions of the sample data, by code. @returns {Promise<any[]>} */
  async productions() {
    const { items } = await this.client.call('GET', '/productions?perPage=200&sort=code');
    return items;
  }

  /** The newest live upload of a production. @param {string} productionId @returns {Promise<any>} */
  async currentUpload(productionId) {
    const query = `productionId=${productionId}&status=completed&sort=recordDate&order=desc&perPage=1`;
    const { items } = await this.client.call('GET', `/uploads?${query}`);
    return items[0];
  }

  /** The workbook of an upload. @param {any} upload */
  async original(upload) {
    const answer = await fetch(`${this.site.url}/api/v1/uploads/${upload.id}/file`, {
      headers: { authorization: `Bearer ${this.client.token}` },
    });
    assert.equal(answer.status, 200);
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return { name: String(upload.fileName), mimeType, buffer: Buffer.from(await answer.arrayBuffer()) };
  }

  /** Photographs every page that is open. @param {string} name */
  async photograph(name) {
    let count = 0;
    for (const tab of this.#open.flatMap((context) => context.pages())) {
      count += 1;
      const path = new URL(`../screenshots/${name}-${count}.png`, import.meta.url).pathname;
      await tab.screenshot({ path, fullPage: true }).catch(() => undefined);
    }
  }

  async closeAll() {
    await Promise.all(this.#open.map((context) => context.close()));
    this.#open = [];
  }
}

/** What axe looks at unless told otherwise. */
const guidelines = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds that is serious or worse.
 * @param {import('playwright-core').Page} tab
 * @param {readonly string[]} [rules] names of rules or of sets of them
 * @returns {Promise<string[]>}
 */
export async function seriousFindings(tab, rules = guidelines) {
  // By evaluation, as the page's policy refuses scripts that are put into it. Once for each page.
  if (!(await tab.evaluate(() => 'axe' in window))) await tab.evaluate(await axeSource);
  return await tab.evaluate(async (runOnly) => {
    const { axe } = /** @type {any} */ (window);
    // What is right takes as long to tell as what is wrong, and there is much more of it.
    const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
    return violations
      .filter((/** @type {any} */ { impact }) => impact === 'serious' || impact === 'critical')
      .map(
        (/** @type {any} */ { id, nodes }) =>
          `${id}: ${nodes.map((/** @type {any} */ node) => node.html.slice(0, 160)).join(' | ')}`,
      );
  }, rules);
}
