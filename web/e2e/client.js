/** Calls of the API beside the browser: what a flow needs before it begins, and what it looks up afterwards. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** Somebody who is signed in by token. */
export class Client {
  /** @param {string} url @param {string} token */
  constructor(url, token) {
    this.url = url;
    this.token = token;
  }

  /** @param {string} url @param {{ email: string, password: string }} who */
  static async signIn(url, { email, password }) {
    const answer = await fetch(`${url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!answer.ok) throw new Error(`${email} cannot sign in: ${answer.status} ${await answer.text()}`);
    const { token } = /** @type {{ token: string }} */ (await answer.json());
    return new Client(url, token);
  }

  /**
   * @param {string} method @param {string} path @param {unknown} [body] @param {Record<string, string>} [headers]
   * @returns {Promise<any>}
   */
  async call(method, path, body, headers = {}) {
    const form = body instanceof FormData;
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  /** Uploads a workbook and waits until it has ended. @param {string} file */
  async upload(file) {
    const form = new FormData();
    form.append('file', new Blob([await readFile(file)]), basename(file));
    return await this.call('POST', '/uploads', form, { prefer: 'wait=30' });
  }
}
