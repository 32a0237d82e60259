/**
 * Measures what the first page loads, compressed: the entry, what it imports statically, and their styles. Fails
 * beyond the limit. Fonts are not counted: the browser fetches only the ranges of characters that a page shows.
 */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

/** React, the router and the queries, which every page needs, are 106 kB of it: `docs/decisions/0027`. */
const limit = 148_000;
const dist = new URL('../dist/', import.meta.url);
/** @type {Record<string, {file: string, isEntry?: boolean, imports?: string[], css?: string[]}>} */
const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8'));

/** @type {Set<string>} */
const files = new Set();
/** @param {string} key */
function collect(key) {
  const chunk = manifest[key];
  if (chunk === undefined || files.has(chunk.file)) return;
  files.add(chunk.file);
  chunk.css?.forEach((file) => files.add(file));
  chunk.imports?.forEach(collect);
}
for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) collect(key);

let total = 0;
for (const file of files) {
  const size = gzipSync(await readFile(new URL(file, dist))).length;
  total += size;
  console.log(`${String(size).padStart(8)}  ${file}`);
}
console.log(`${String(total).padStart(8)}  first load, compressed (limit ${limit})`);
if (total > limit) process.exit(1);
