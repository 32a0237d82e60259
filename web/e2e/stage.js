/**
 * Sets the stage for a script: the real program, which FULLHOUSE_BINARY names, on a throw-away database with a season
 * of sample data, and a browser. Without TEST_DATABASE_URL the program starts a PostgreSQL for as long as the script runs.
 */
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { launch } from './browser.js';
import { Client } from './client.js';
import { Receiver } from './receiver.js';
import { master, Site } from './site.js';
import { World } from './world.js';

function program() {
  const named = process.env['FULLHOUSE_BINARY'];
  if (named === undefined) throw new Error('FULLHOUSE_BINARY is not set: name the program');
  return resolve(named);
}

/** Where there is no PostgreSQL, runs this script once more with one. @param {() => Promise<void>} work */
export async function withDatabase(work) {
  if (process.env['TEST_DATABASE_URL'] === undefined) await again(program());
  else await work();
}

/** One world, which sees nothing of others beside it. @param {(world: World) => Promise<void>} work */
export async function onStage(work) {
  await withDatabase(() => play(program(), work));
}

/** Runs this script once more, with a PostgreSQL. @param {string} binary */
async function again(binary) {
  const child = spawn(binary, ['with-postgres', '--', process.execPath, ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, FULLHOUSE_BINARY: binary },
  });
  process.exitCode = await new Promise((ended) => child.on('exit', (code) => ended(code ?? 1)));
}

/** @param {string} binary @param {(world: World) => Promise<void>} work */
async function play(binary, work) {
  await mkdir(new URL('../screenshots/', import.meta.url), { recursive: true });
  const receiver = await Receiver.start();
  const site = await Site.make(binary, { SLACK_HOSTS: receiver.host });
  let browser;
  try {
    const { stdout } = await site.command('demo', '--fill-only');
    await site.start();
    browser = await launch();
    const client = await Client.signIn(site.url, master);
    await work(new World({ site, browser, client, receiver, told: stdout }));
  } finally {
    await browser?.close();
    await site.remove();
    receiver.stop();
  }
}
