/**
 * Writes what the web knows of the API from its contract in `../openapi`: the types from `openapi.json`, and from
 * `catalogue.json` the reports with their tables and the words and units of their fields. With `--check` it only
 * compares and fails when a committed file is stale.
 */
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString, NULL } from 'openapi-typescript';
import ts from 'typescript';

/**
 * The answer of `GET /api/v1/reports`, as far as the web takes it.
 * @typedef {{ ko: string, en: string }} Words
 * @typedef {{ field: string, title: Words, unit: string, sense: string, formula: Words | null }} Column
 * @typedef {{ name: string, title: Words, rows: string[], furtherRow: string | null, columns: Column[] }} Table
 * @typedef {{ name: string, categories: string[], title: Words, description: Words, parameters: { name: string }[], tables: Table[] }} Report
 * @typedef {{ word: string, title: Words }} Word
 */

const contract = new URL('../../openapi/openapi.json', import.meta.url);
/** @type {{ reports: Report[], choices: Word[], grades: Word[] }} */
const { reports, choices, grades } = JSON.parse(
  await readFile(new URL('../../openapi/catalogue.json', import.meta.url), 'utf8'),
);

/** Formats of texts that have a type of their own, so that a day is never taken for an instant. */
const formats = { date: 'Day', 'date-time': 'Instant' };

/** @param {import('openapi-typescript').SchemaObject} schema */
function transform(schema) {
  const name = schema.format === 'date' || schema.format === 'date-time' ? formats[schema.format] : undefined;
  if (name === undefined) return undefined;
  const type = ts.factory.createTypeReferenceNode(name);
  const nullable = Array.isArray(schema.type) && schema.type.includes('null');
  return nullable ? ts.factory.createUnionTypeNode([type, NULL]) : type;
}

/** @param {string} source */
const head = (source) => `// Generated from openapi/${source} by \`npm run generate\`; never edited.\n\n`;
/** @param {string} about @param {string} name @param {unknown} value */
const constant = (about, name, value) =>
  `/** ${about} */\nexport const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`;
/** @param {Word[]} list */
const byWord = (list) => Object.fromEntries(list.map(({ word, title }) => [word, title]));

/** Fields by name. The few that are called otherwise in some table have words of their own there. */
/** @type {Record<string, Words & { unit: string, sense: string, formula: Words | null }>} */
const fields = {};
for (const { field, title, unit, sense, formula } of reports
  .flatMap(({ tables }) => tables)
  .flatMap((table) => table.columns)) {
  fields[field] ??= { ...title, unit, sense, formula };
}

/**
 * What columns of a table are called where that is not what their field is called elsewhere.
 * @param {Column[]} columns
 */
function ownWords(columns) {
  const own = columns.filter(
    ({ field, title }) => title.ko !== fields[field]?.ko || title.en !== fields[field]?.en,
  );
  return own.length === 0 ? {} : { words: Object.fromEntries(own.map(({ field, title }) => [field, title])) };
}

const entries = reports.map(({ name, categories, title, description, parameters, tables }) => [
  name,
  {
    categories,
    title,
    description,
    parameters: parameters.filter(({ name: own }) => !['format', 'table'].includes(own)),
    tables: Object.fromEntries(
      tables.map(({ name: table, title: text, rows, furtherRow, columns }) => [
        table,
        { title: text, rows, furtherRow, columns: columns.map(({ field }) => field), ...ownWords(columns) },
      ]),
    ),
  },
]);

const files = {
  'api/generated/schema.ts':
    head('openapi.json') +
    "import type { Day, Instant } from '../../lib/days';\n\n" +
    astToString(await openapiTS(contract, { alphabetize: true, transform })),
  'api/generated/catalogue.ts':
    head('catalogue.json') +
    constant(
      'Every report: its words, its parameters, and the columns of its tables.',
      'reports',
      Object.fromEntries(entries),
    ),
  'lib/i18n/generated/glossary.ts':
    head('catalogue.json') +
    [
      constant(
        'What each field of the reports is called, its unit, how its figures are read, and how they come about.',
        'fields',
        fields,
      ),
      constant('What each word of a choice is called.', 'choices', byWord(choices)),
      constant('What the usual seat grades are called.', 'grades', byWord(grades)),
    ].join('\n'),
};

for (const [name, text] of Object.entries(files)) {
  const target = new URL(`../src/${name}`, import.meta.url);
  if (!process.argv.includes('--check')) {
    await writeFile(target, text);
  } else if ((await readFile(target, 'utf8').catch(() => '')) !== text) {
    console.error(`src/${name} is stale: run \`npm run generate\``);
    process.exitCode = 1;
  }
}
