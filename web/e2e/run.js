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
import { onStage } from './stage.js';

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);

/** Far longer than a flow takes where the machine has much else to do: what hangs is to end. */
const flowMs = 600_000;

/** In this order: what changes the sample data comes after what counts on it. */
const flows = {
  signIn,
  secondFactor,
  permissions,
  looks,
  layout,
  figures,
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

await onStage(async (world) => {
  await test('the flows', async (all) => {
    for (const [name, { flows: steps }] of Object.entries(flows)) {
      if (only !== undefined && only !== name) continue;
      for (const [title, step] of Object.entries(steps)) {
        await all.test(title, { timeout: flowMs }, async () => {
          try {
            await step(world);
          } catch (error) {
            await world.photograph(`failed-${name}-${Object.keys(steps).indexOf(title) + 1}`);
            throw error;
          } finally {
            await world.closeAll();
          }
        });
      }
    }
  });
});
