/**
 * The real program on a database of its own, as the tests of the server have it: one database per run on the
 * PostgreSQL that TEST_DATABASE_URL names, a folder for originals, and a port that is kept through restarts.
 */
import { execFile, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const startMs = 60_000;

/** What the folder is called from which files may be collected. */
export const inboxName = 'inbox';

/** Who can sign in from the first start on. */
export const master = { email: 'master@example.com', password: 'correct horse battery' };

/** What a developer's shell may have set and that would change what the program does. */
const foreign =
  /^(?:POSTGRES_|EMBEDDED_|BOOTSTRAP_|SLACK_|OPENAI_|COLLECT_|KOPIS_|DATABASE_URL$|MODE$|HOST$|PORT$|PUBLIC_URL$)/;

/** @param {string} url @param {string} name */
function withDatabase(url, name) {
  const [address = '', query] = url.split('?');
  const server = address.replace(/^([a-z]+:\/\/[^/]*).*$/, '$1');
  return query === undefined ? `${server}/${name}` : `${server}/${name}?${query}`;
}

/** A port that nobody has now. @returns {Promise<number>} */
function freePort() {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** @param {() => Promise<boolean>} holds @param {string} what */
export async function until(holds, what, ms = startMs) {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain until ${what}`);
}

/** One server with its database and its folder. */
export class Site {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #server;

  /**
   * @param {string} binary @param {string} admin @param {string} name @param {string} folder @param {number} port
   * @param {Readonly<Record<string, string>>} settings
   */
  constructor(binary, admin, name, folder, port, settings) {
    this.binary = binary;
    this.admin = admin;
    this.name = name;
    this.folder = folder;
    this.inbox = join(folder, inboxName);
    this.url = `http://127.0.0.1:${port}`;
    this.environment = {
      ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !foreign.test(key))),
      DATABASE_URL: withDatabase(admin, name),
      UPLOAD_STORE: join(folder, 'originals'),
      COLLECT_FOLDERS: `${inboxName}=${this.inbox}`,
      COLLECT_STABLE_S: '1',
      BOOTSTRAP_EMAIL: master.email,
      BOOTSTRAP_PASSWORD: master.password,
      PORT: String(port),
      LOG: 'warn,fullhouse::commands::serve=info',
      ...settings,
    };
  }

  /**
   * Makes the database and the folder.
   * @param {string} binary @param {Readonly<Record<string, string>>} [settings] of the environment.
   */
  static async make(binary, settings = {}) {
    const admin = process.env['TEST_DATABASE_URL'];
    if (admin === undefined)
      throw new Error('TEST_DATABASE_URL is not set: run this inside of with-postgres');
    const name = `e2e_${crypto.randomUUID().replaceAll('-', '')}`;
    await run('psql', [admin, '-qc', `CREATE DATABASE ${name}`]);
    const folder = await mkdtemp(join(tmpdir(), 'fullhouse-e2e-'));
    await chmod(folder, 0o755);
    await mkdir(join(folder, inboxName));
    return new Site(binary, admin, name, folder, await freePort(), settings);
  }

  /** Runs a command of the program to its end. @param {string[]} command */
  async command(...command) {
    return await run(this.binary, command, { cwd: this.folder, env: this.environment, timeout: 300_000 });
  }

  /** Starts the server and waits until it is ready. */
  async start() {
    const log = createWriteStream(join(this.folder, 'server.log'), { flags: 'a' });
    const server = spawn(this.binary, ['serve'], {
      cwd: this.folder,
      env: this.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    server.stdout.pipe(log);
    server.stderr.pipe(log);
    this.#server = server;
    await until(async () => {
      if (server.exitCode !== null) throw new Error(`the server ended: ${await this.log()}`);
      try {
        return (await fetch(`${this.url}/readyz`)).ok;
      } catch {
        return false;
      }
    }, 'the server is ready');
  }

  /** Stops it: as asked by default, or at once as a power cut would. @param {NodeJS.Signals} signal */
  async stop(signal = 'SIGTERM') {
    const server = this.#server;
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
    this.#server = undefined;
  }

  async log() {
    return await readFile(join(this.folder, 'server.log'), 'utf8').catch(() => '');
  }

  /** Stops the server and removes what it had. */
  async remove() {
    await this.stop();
    await run('psql', [this.admin, '-qc', `DROP DATABASE IF EXISTS ${this.name} WITH (FORCE)`]);
    await rm(this.folder, { recursive: true, force: true });
  }
}
