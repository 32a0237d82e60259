/**
 * Compresses what was built, once for all who load it: beside each text file one for `br` and one for `gzip`, where that
 * is smaller.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const texts = /\.(css|html|js|json|svg)$/;

for (const entry of await readdir(dist, { recursive: true })) {
  if (!texts.test(entry) || entry.startsWith('.vite')) continue;
  const file = new URL(entry, dist);
  const text = await readFile(file);
  const smaller = {
    br: brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    gz: gzipSync(text, { level: 9 }),
  };
  for (const [ending, bytes] of Object.entries(smaller)) {
    if (bytes.length < text.length) await writeFile(new URL(`${entry}.${ending}`, dist), bytes);
  }
}
