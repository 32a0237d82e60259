/** Somebody who gets messages: a server of webhooks on the loopback, which keeps what arrived and answers as it is told. */
import { createServer } from 'node:http';
import { until } from './site.js';

export class Receiver {
  /** What arrived, by path. @type {Map<string, any[]>} */
  #arrived = new Map();
  #server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (piece) => (text += piece));
    request.on('end', () => {
      const path = request.url ?? '';
      if (this.status < 300) this.#arrived.set(path, [...this.arrived(path), JSON.parse(text)]);
      response.writeHead(this.status, { 'content-type': 'text/plain' }).end('ok');
    });
  });
  /** What it answers. */
  status = 200;

  static async start() {
    const receiver = new Receiver();
    await new Promise((ready) => receiver.#server.listen(0, '127.0.0.1', () => ready(undefined)));
    return receiver;
  }

  /** `127.0.0.1:8080`, as the configuration names hosts. */
  get host() {
    const address = this.#server.address();
    return `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  /** The address of a path. @param {string} path */
  url(path) {
    return `http://${this.host}${path}`;
  }

  /** @param {string} path @returns {any[]} */
  arrived(path) {
    return this.#arrived.get(path) ?? [];
  }

  /** Waits until so much has arrived, and answers it. @param {string} path @param {number} count */
  async waitFor(path, count) {
    await until(() => Promise.resolve(this.arrived(path).length >= count), `${count} arrived at ${path}`);
    return this.arrived(path);
  }

  stop() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
