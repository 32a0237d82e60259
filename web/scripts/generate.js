/**
 * Writes the types of the API from its contract, `../openapi/openapi.json`. With `--check` it only compares and
 * fails when the committed file is stale.
 */
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const contract = new URL('../../openapi/openapi.json', import.meta.url);
const target = new URL('../src/api/generated/schema.ts', import.meta.url);
const head = '// Generated from openapi/openapi.json by `npm run generate`; never edited.\n\n';

const text = head + astToString(await openapiTS(contract, { alphabetize: true }));
if (process.argv.includes('--check')) {
  const present = await readFile(target, 'utf8').catch(() => '');
  if (present !== text) {
    console.error('src/api/generated/schema.ts is stale: run `npm run generate`');
    process.exit(1);
  }
} else {
  await writeFile(target, text);
}
