/** The web as an application of its own: what browsers ask for, and that without a connection no figure is shown. */
import assert from 'node:assert/strict';
import { settled } from '../browser.js';
import { until } from '../site.js';

/** @typedef {import('../world.js').World} World */

export const flows = {
  /** @param {World} world */
  async 'browsers find what they install the web by'(world) {
    const tab = await world.page();
    const manifest = await tab.request.get('/manifest.webmanifest');
    assert.match(manifest.headers()['content-type'] ?? '', /manifest\+json/);
    const { icons, display } = await manifest.json();
    assert.equal(display, 'standalone');
    for (const { src, type } of icons) {
      const icon = await tab.request.get(src);
      assert.equal(icon.headers()['content-type'], type, src);
    }
    const worker = await tab.request.get('/sw.js');
    assert.match(worker.headers()['content-type'] ?? '', /javascript/);
    assert.equal(worker.headers()['cache-control'], 'no-cache');
    assert.match(worker.headers()['content-security-policy'] ?? '', /default-src 'self'/);
  },

  /** @param {World} world */
  async 'without a connection it says so, shows no figures, and comes back'(world) {
    const tab = await world.signedIn('admin', '/');
    await settled(tab);
    // What says so asks for a page at once: nobody waits for its start.
    const preloads = () =>
      tab.evaluate(async () => {
        const { navigationPreload } = await navigator.serviceWorker.ready;
        return (await navigationPreload.getState()).enabled === true;
      });
    await until(preloads, 'a page is asked for as its worker starts');
    const kept = await tab.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
    assert.deepEqual(kept.toSorted(), ['/favicon.svg', '/offline.html', '/offline.js']);
    await tab.context().setOffline(true);
    await tab.goto('/plays/overview');
    await tab.getByRole('heading', { name: '연결이 없습니다' }).waitFor();
    assert.equal(await tab.getByRole('table').count(), 0);
    await tab.context().setOffline(false);
    await tab.getByRole('heading', { level: 1, name: '연극·뮤지컬' }).waitFor();
  },
};
