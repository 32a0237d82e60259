/**
 * The flows, against the real program.
 *
 *     FULLHOUSE_BINARY=../target/release/fullhouse node e2e/run.js [--only=NAME]
 */
import { test } from 'node:test';
import * as collection from './flows/collection.js';
import * as desk from './flows/desk.js';
import * as figures from './flows/figures.js';
import * as foresight from './flows/foresight.js';
import * as installed from './flows/installed.js';
import * as labelled from './flows/labelled.js';
import * as layout from './flows/layout.js';
import * as looks from './flows/looks.js';
import * as messages from './flows/messages.js';
import * as notices from './flows/notices.js';
import * as office from './flows/office.js';
import * as paper from './flows/paper.js';
import * as permissions from './flows/permissions.js';
import * as reports from './flows/reports.js';
import * as restart from './flows/restart.js';
import * as secondFactor from './flows/secondFactor.js';
import * as signIn from './flows/signIn.js';
import * as targets from './flows/targets.js';
import * as upload from './flows/upload.js';
import * as views from './flows/views.js';
import { onStage, withDatabase } from './stage.js';

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);

/** Far longer than a flow takes where the machine has much else to do: what hangs is to end. */
const flowMs = 600_000;

/** What walks over all pages. */
const pages = { looks, layout, figures };

/** What people do, in this order: what changes the sample data comes after what counts on it. */
const deeds = {
  signIn,
  secondFactor,
  permissions,
  foresight,
  reports,
  paper,
  views,
  installed,
  office,
  messages,
  notices,
  targets,
  upload,
  collection,
  labelled,
  desk,
  restart,
};

/** @typedef {Record<string, { flows: Record<string, (world: import('./world.js').World) => Promise<void>> }>} Files */

/** @param {import('node:test').TestContext} lane @param {Files} files @param {import('./world.js').World} world */
async function walk(lane, files, world) {
  for (const [name, { flows }] of Object.entries(files)) {
    for (const [index, [title, flow]] of Object.entries(flows).entries()) {
      await lane.test(title, { timeout: flowMs }, async () => {
        try {
          await flow(world);
        } catch (error) {
          await world.photograph(`failed-${name}-${index + 1}`);
          throw error;
        } finally {
          await world.closeAll();
        }
      });
    }
  }
}

const lanes = Object.entries({ pages, deeds }).flatMap(([lane, all]) => {
  const files = Object.entries(all).filter(([name]) => only === undefined || only === name);
  return files.length === 0 ? [] : [{ lane, files: Object.fromEntries(files) }];
});
if (lanes.length === 0) throw new Error(`no file of e2e/flows is called ${only}`);

await withDatabase(() =>
  // Side by side, each in a world of its own: one leaves the other a core.
  test('the flows', { concurrency: true }, async (all) => {
    const walks = lanes.map(({ lane, files }) =>
      all.test(lane, { concurrency: 1 }, (flows) => onStage((world) => walk(flows, files, world))),
    );
    await Promise.all(walks);
  }),
);
