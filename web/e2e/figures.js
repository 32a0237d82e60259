/**
 * Holds the figures of a page against the reports that they come from. Each figure tells its field (`data-figure`) and
 * what it is of (`data-of`), and the part around it the report (`data-report`); what the report says is read from the
 * answer that the page itself got.
 */

/** @typedef {import('playwright-core').Page} Tab */
/** @typedef {Map<string, unknown>} Answers */
/** @typedef {{ field: string, of: string, source: string, text: string }} Shown */
/** What lies between figures of a report, with what adds up to it. @typedef {{ terms: number[], source: string, text: string }} Between */
/** What one figure of a report is of another. @typedef {{ parts: number[], source: string, text: string }} Quotient */

/** What tells rows apart. */
const identities = [
  'productionCode',
  'category',
  'recordDate',
  'agency',
  'grade',
  'cast',
  'discount',
  'ageGroup',
  'method',
  'card',
  'channel',
  'region',
  'startsAt',
  'period',
  'weekStart',
  'month',
  'day',
  'daysToGo',
  'comparableCode',
  'class',
  'castColumn',
  'person',
  'firstDay',
  'quantity',
  'horizonDays',
  'fromProbability',
];

/** Name and parameters of a report, whatever their order. @param {string} source */
function addressOf(source) {
  const [name = '', query = ''] = source.split('?');
  const search = new URLSearchParams(query);
  search.sort();
  return { name, search, text: `${name}?${search}` };
}

/** Keeps the reports that a tab is answered. @param {Tab} tab */
export function keepAnswers(tab) {
  /** @type {Answers} */
  const answers = new Map();
  tab.on('response', (response) => {
    const { pathname, search } = new URL(response.url());
    const name = /^\/api\/v1\/reports\/(.+)$/.exec(pathname)?.[1];
    if (name === undefined || !response.ok()) return;
    const { text } = addressOf(name + search);
    answers.set(
      text,
      response.json().catch(() => undefined),
    );
  });
  return answers;
}

/** The figures that a page shows, charts as tables. @param {Tab} tab */
export async function figuresOn(tab) {
  return await tab.evaluate(() => {
    const nodes = Array.from(document.querySelectorAll('main [data-figure]'));
    const shown = nodes.map((node) => ({
      field: node.getAttribute('data-figure') ?? '',
      of: node.getAttribute('data-of') ?? '',
      source: node.closest('[data-report]')?.getAttribute('data-report') ?? '',
      text: (node.textContent ?? '').trim(),
    }));
    const between = Array.from(document.querySelectorAll('main [data-terms]'))
      .filter((node) => node.querySelector('[data-amount]') !== null)
      .map((node) => ({
        terms: (node.getAttribute('data-terms') ?? '').split(' ').map(Number),
        source: node.closest('[data-report]')?.getAttribute('data-report') ?? '',
        text: (node.textContent ?? '').trim(),
      }));
    const quotients = Array.from(document.querySelectorAll('main [data-quotient]')).map((node) => ({
      parts: (node.getAttribute('data-quotient') ?? '').split(' ').map(Number),
      source: node.closest('[data-report]')?.getAttribute('data-report') ?? '',
      text: (node.textContent ?? '').trim(),
    }));
    const unsaid = Array.from(document.querySelectorAll('main [data-amount]'))
      .filter((node) => node.closest('[data-figure], [data-terms], [data-quotient]') === null)
      .map(
        (node) => `${node.textContent} in ${node.closest('section, dl, table')?.textContent?.slice(0, 60)}`,
      );
    return { shown, between, quotients, unsaid };
  });
}

/** @type {Record<string, number>} */
const units = { 억: 1e8, 만: 1e4, 원: 1, 석: 1, '%p': 0.01, '%': 0.01 };

/**
 * The figure that a text is, and how far what was told may be from it: half of the last digit. Undefined for words.
 * @param {string} text
 */
export function figureOf(text) {
  // A probability is told no more finely than it is known.
  const bound = /^([<>]) (\d+)%$/.exec(text);
  if (bound !== null) {
    const limit = Number(bound[2]) / 100;
    const [from, to] = bound[1] === '<' ? [0, limit] : [limit, 1];
    return { value: (from + to) / 2, within: ((to - from) / 2) * (1 + 1e-9) };
  }
  const part = /([\d,]+)(?:\.(\d+))?(억|만|원|석|%p|%)?/g;
  if (!/^[+−▲▼]? ?[\d,]+(?:\.\d+)?(?:억|만|원|석|%p|%)?(?: [\d,]+만)?$/.test(text)) return undefined;
  let value = 0;
  let step = 1;
  for (const [, whole = '', decimals = '', unit = ''] of text.matchAll(part)) {
    const size = units[unit] ?? 1;
    value += Number(`${whole.replaceAll(',', '')}.${decimals || 0}`) * size;
    // Money without a rest of 만 is told to the nearest 만 all the same.
    step = Math.min(size, 1e4) / 10 ** decimals.length;
  }
  return { value: /[−▼]/.test(text) ? -value : value, within: (step / 2) * (1 + 1e-9) };
}

/** @param {unknown} value @returns {string} */
const textOf = (value) => (Array.isArray(value) ? value.map(textOf).join(' · ') : String(value ?? ''));

/** @param {object} level @param {string} field @returns {unknown} */
const read = (level, field) =>
  field.split('.').reduce((/** @type {any} */ inner, name) => inner?.[name], level);

/**
 * Every place of an answer that tells a field, with what it is of.
 * @param {unknown} level @param {string} field @param {Record<string, string>} around
 * @returns {Generator<{ of: Record<string, string>, value: unknown }>}
 */
function* places(level, field, around = {}) {
  if (Array.isArray(level)) {
    for (const element of level) yield* places(element, field, around);
  } else if (typeof level === 'object' && level !== null) {
    const own = identities.map((name) => [name, textOf(read(level, name))]).filter(([, text]) => text !== '');
    const of = { ...around, ...Object.fromEntries(own) };
    const value = read(level, field);
    if (value !== undefined) yield { of, value };
    for (const inner of Object.values(level)) yield* places(inner, field, of);
  }
}

/**
 * What an answer tells in a field of what a figure is of: where it says least else.
 * @param {unknown} answer @param {Shown} shown
 */
function toldOf(answer, { field, of }) {
  const wanted = Object.fromEntries(new URLSearchParams(of.replaceAll('+', '%2B')));
  let nearest = Number.POSITIVE_INFINITY;
  /** @type {unknown[]} */
  let told = [];
  for (const place of places(answer, field)) {
    const names = new Set([...Object.keys(place.of), ...Object.keys(wanted)]);
    let distance = 0;
    for (const name of names) {
      if (place.of[name] === undefined || wanted[name] === undefined) distance += 1;
      else if (place.of[name] !== wanted[name]) distance = Number.POSITIVE_INFINITY;
    }
    if (distance < nearest) told = [];
    if (distance === Number.POSITIVE_INFINITY || distance > nearest) continue;
    nearest = distance;
    told.push(place.value);
  }
  return told;
}

/**
 * What a figure says that its report does not; undefined where they agree.
 * @param {Shown} shown @param {Answers} answers
 */
export async function disagreement(shown, answers) {
  const { field, of, source, text } = shown;
  const name = `${text} (${field} of ${of || 'all'}, ${source || 'of no report'})`;
  if (source === '') return `${name}: no part around it tells its report`;
  const answer = await answers.get(addressOf(source).text);
  const seen = figureOf(text);
  if (answer === undefined) return seen === undefined ? undefined : `${name}: the page did not ask for it`;
  const told = toldOf(answer, shown);
  const agrees = told.some((value) =>
    typeof value === 'number'
      ? seen !== undefined && Math.abs(value - seen.value) <= seen.within
      : seen === undefined,
  );
  if (agrees || (told.length === 0 && seen === undefined)) return undefined;
  return `${name}: the report says ${told.length === 0 ? 'nothing' : told.join(' or ')}`;
}

/** Every number of an answer. @param {unknown} level @returns {Generator<number>} */
function* numbersOf(level) {
  if (typeof level === 'number') yield level;
  else if (typeof level === 'object' && level !== null)
    for (const inner of Object.values(level)) yield* numbersOf(inner);
}

/**
 * What is wrong with a figure that lies between those of a report: a term that the report does not tell, or a sum that
 * is not theirs. Undefined where nothing is.
 * @param {Between} between @param {Answers} answers
 */
export async function misadded({ terms, source, text }, answers) {
  const name = `${text} (${terms.join(' + ')}, ${source || 'of no report'})`;
  const told = new Set(numbersOf(await answers.get(addressOf(source).text)));
  const unknown = terms.filter((term) => term !== 0 && !told.has(Math.abs(term)));
  if (unknown.length > 0) return `${name}: the report does not tell ${unknown.join(', ')}`;
  const seen = figureOf(text);
  const sum = terms.reduce((before, term) => before + term, 0);
  if (seen !== undefined && Math.abs(sum - seen.value) <= seen.within) return undefined;
  return `${name}: they add up to ${sum}`;
}

/**
 * What is wrong with a share that no report tells: a part that the report does not tell, or another share than theirs.
 * Heat maps leave out the sign of per cent. Undefined where nothing is wrong.
 * @param {Quotient} quotient @param {Answers} answers
 */
export async function misdivided({ parts, source, text }, answers) {
  const name = `${text} (${parts.join(' of ')}, ${source || 'of no report'})`;
  const told = new Set(numbersOf(await answers.get(addressOf(source).text)));
  const unknown = parts.filter((part) => !told.has(part));
  if (parts.length !== 2 || unknown.length > 0)
    return `${name}: the report does not tell ${unknown.join(', ')}`;
  const [part = Number.NaN, whole = Number.NaN] = parts;
  const seen = figureOf(text.endsWith('%') ? text : `${text}%`);
  if (seen !== undefined && Math.abs(part / whole - seen.value) <= seen.within) return undefined;
  return `${name}: it is ${part / whole}`;
}

/**
 * Which figure it is, on whatever page: one of a production, whichever others were asked for beside it. Undefined for
 * sums, which are of what was asked for.
 * @param {Shown} shown
 */
export function nameOf({ field, of, source }) {
  if (!of.includes('productionCode=')) return undefined;
  const { name, search } = addressOf(source);
  search.delete('productionId');
  return `${name}?${search} ${of} ${field}`;
}
