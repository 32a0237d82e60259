/** The web as an application of its own: what browsers ask for, and that without a connection no figure is shown. */
import assert from 'node:assert/strict';

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
};
