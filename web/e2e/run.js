/**
 * The flows, against the real program on a throw-away database with a season of sample data.
 *
 *     FULLHOUSE_BINARY=../target/debug/fullhouse node e2e/run.js [--dist] [--only=NAME]
 *
 * The program serves the pages; with `--dist` they come from `dist` and calls are handed on to it. Without
 * TEST_DATABASE_URL the program starts a PostgreSQL for as long as this runs.
 */
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.js';
import { Client } from './client.js';
import * as looks from './flows/looks.js';
import * as office from './flows/office.js';
import * as permissions from './flows/permissions.js';
import * as reports from './flows/reports.js';
import * as restart from './flows/restart.js';
import * as signIn from './flows/signIn.js';
import * as targets from './flows/targets.js';
import * as upload from './flows/upload.js';
import { master, Site } from './site.js';
import { serveDist } from './static.js';
import { World } from './world.js';

const named = process.env['FULLHOUSE_BINARY'];
if (named === undefined) throw new Error('FULLHOUSE_BINARY is not set: name the program');
const binary = resolve(named);
const fromDist = process.argv.includes('--dist');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);

/** In this order: what changes the sample data comes after what counts on it. */
const flows = { signIn, permissions, looks, reports, office, targets, upload, restart };

if (process.env['TEST_DATABASE_URL'] === undefined) {
  const again = [
    'with-postgres',
    '--',
    process.execPath,
    fileURLToPath(import.meta.url),
    ...process.argv.slice(2),
  ];
  const child = spawn(binary, again, {
    stdio: 'inherit',
    env: { ...process.env, FULLHOUSE_BINARY: binary },
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  await runFlows();
}

async function runFlows() {
  await mkdir(new URL('../screenshots/', import.meta.url), { recursive: true });
  const site = await Site.make({ binary });
  const { stdout } = await site.command('demo', '--fill-only');
  await site.start();
  const served = fromDist ? await serveDist({ api: site.url }) : undefined;
  const browser = await launch();
  const client = await Client.signIn(site.url, master);
  const world = new World({ site, browser, client, url: served?.url ?? site.url, told: stdout });

  await test('the flows', async (all) => {
    for (const [name, { flows: steps }] of Object.entries(flows)) {
      if (only !== undefined && only !== name) continue;
      for (const [title, step] of Object.entries(steps)) {
        await all.test(title, { timeout: 180_000 }, async () => {
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
  await browser.close();
  served?.close();
  await site.remove();
}
