/**
 * Serves `dist` as the product's binary does: files as they are, and the page for every other address. With `api` it
 * hands calls on to that server, whose answers it lets through as they come, so that streams go on.
 */
import { readFile } from 'node:fs/promises';
import { createServer, request as ask } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The server's policy: whatever breaks it shows up here and not first in production. */
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/**
 * @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response
 * @param {string} api
 */
function handOn(request, response, api) {
  const { hostname, port } = new URL(api);
  // The host stays the browser's, which the server compares with the origin of a write.
  const { method = 'GET', url: path = '/', headers } = request;
  // A connection of its own for each call: one that is kept may be closed by the server just when it is used again.
  const onward = ask({ hostname, port, method, path, headers, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    response.flushHeaders();
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  onward.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  });
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

/**
 * @param {{ api?: string }} [option]
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export function serveDist({ api } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (api !== undefined && /^\/(?:api|swagger-ui|healthz|readyz)\b/.test(pathname)) {
      handOn(request, response, api);
      return;
    }
    const file = extname(pathname) === '' ? '/index.html' : pathname;
    try {
      const bytes = await readFile(join(dist, file));
      response.writeHead(200, {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': policy,
      });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const close = () => {
        server.close();
        server.closeAllConnections();
      };
      resolve({ url: `http://127.0.0.1:${port}`, close });
    });
  });
}
