/**
 * What the stand-in answers on uploads and targets: a season of three productions, with a dry run for each kind of
 * file that the page can show.
 */

const ids = {
  MU2611: '0197c1a0-0000-7000-8000-000000000001',
  PL2612: '0197c1a0-0000-7000-8000-000000000002',
  CO2613: '0197c1a0-0000-7000-8000-000000000003',
};

/** @param {string} day @param {number} count */
const later = (day, count) => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);

const saleDays = Array.from({ length: 116 }, (_, index) => later('2026-08-22', index));
const byWeekday = [701, 1075, 935, 935, 981, 1075, 748];

/** @param {string} day */
function target(day) {
  const base = byWeekday[new Date(day).getUTCDay()] ?? 0;
  return Math.round(base * (day < '2026-10-25' ? 1 : 2.909)) * 10_000;
}

/** Sales that rise and fall as sales do, the same at every run. @param {string} day @param {number} index */
function sale(day, index) {
  return Math.round(target(day) * (1.28 + 0.34 * Math.sin(index / 6) + 0.11 * Math.sin(index * 1.7)));
}

const targets = saleDays.map((date) => ({ date, targetKrw: target(date) }));
const targetsAnswer = {
  targets,
  weeks: [],
  totalKrw: targets.reduce((sum, { targetKrw }) => sum + targetKrw, 0),
};

/** @param {number} rows @param {number} performances @param {number} seats @param {number} won @param {number} free */
const facts = (rows, performances, seats, won, free) => ({
  daily: {
    rows,
    firstDay: '2026-09-21',
    lastDay: '2026-11-19',
    seats,
    revenueKrw: won,
    complimentarySeats: 0,
    seatsByGrade: {},
  },
  performances: {
    rows: performances,
    firstStart: '2026-10-25T14:00:00+09:00',
    lastStart: '2026-12-15T19:30:00+09:00',
    paidSeats: seats,
    complimentarySeats: free,
    revenueKrw: won,
    paidSeatsByGrade: {},
    complimentarySeatsByGrade: {},
    casts: 12,
  },
});

/**
 * @param {string} id @param {keyof typeof ids} code @param {string} recordDate @param {string} fileName
 * @param {string} status @param {number} won @param {string} uploadedAt
 */
function upload(id, code, recordDate, fileName, status, won, uploadedAt, current = false) {
  return {
    id,
    productionId: ids[code],
    productionCode: code,
    recordDate,
    fileName,
    files: [{ fileName, sha256: 'ab', sizeBytes: 31_000 }],
    sha256: 'ab',
    sizeBytes: 31_000,
    status,
    current,
    diagnosticCounts: status === 'failed' ? { error_cell: 12 } : {},
    facts: status === 'failed' ? null : facts(60, 40, 5_192, won, 660),
    uploadedAt,
    uploadedBy: { id: '0197c1a0-0000-7000-8000-000000000407', name: '담당자' },
    finishedAt: uploadedAt,
  };
}

const uploads = [
  upload(
    'u1',
    'MU2611',
    '2026-11-18',
    '20261118_MU2611_봄밤의 왈츠.xlsx',
    'completed',
    1_885_603_000,
    '2026-11-20T13:41:00+09:00',
    true,
  ),
  upload(
    'u2',
    'PL2612',
    '2026-11-18',
    '20261118_PL2612_두 번째 편지.xlsx',
    'completed',
    263_737_000,
    '2026-11-20T13:38:00+09:00',
    true,
  ),
  upload(
    'u3',
    'CO2613',
    '2026-11-18',
    '20261118_CO2613_겨울 숲 콘서트.xlsx',
    'superseded',
    500_347_400,
    '2026-11-19T13:50:00+09:00',
  ),
  upload(
    'u4',
    'PL2612',
    '2026-11-17',
    '20261117_PL2612_두 번째 편지.xls',
    'failed',
    0,
    '2026-11-19T13:47:00+09:00',
  ),
];

/** @param {string} code @param {'error' | 'warning'} severity @param {string} cell @param {string | null} value @param {string} ko */
const finding = (code, severity, cell, value, ko) => ({
  code,
  severity,
  sheet: cell.split('!')[0],
  cell,
  value,
  message: { ko, en: ko },
});

const findings = [
  finding(
    'error_cell',
    'error',
    '회차별판매!J44',
    '#REF!',
    '수식 오류(#REF!)가 있습니다. 수식을 고친 뒤 다시 저장해 주세요.',
  ),
  finding(
    'duplicate_performance',
    'error',
    '회차별판매!B31',
    '2026-11-28 14:00',
    '같은 일시(2026-11-28 14:00)의 회차가 두 번 있습니다.',
  ),
  finding('grade_sum_mismatch', 'warning', '회차별판매!J22', '182', '등급별 합계가 총계(182)와 다릅니다.'),
  finding('blank_number', 'warning', '회차별판매!Q18', null, '빈 칸을 0으로 읽었습니다.'),
  finding('not_a_number', 'error', 'Daily!G64', '109', '숫자가 있어야 할 곳에 ‘109’이(가) 있습니다.'),
  finding(
    'negative_sale',
    'warning',
    'Daily!H12',
    '-540000',
    '음수(-540000)입니다. 환불이 판매보다 많은지 확인해 주세요.',
  ),
];

/** @param {keyof typeof ids} code @param {object} more */
const run = (code, more) => ({
  status: 'completed',
  productionId: ids[code],
  productionCode: code,
  recordDate: '2026-11-19',
  becomesCurrent: true,
  replaces: null,
  diagnostics: [],
  diagnosticCounts: {},
  preview: { daily: [], performances: [] },
  ...more,
});

/** Answers a dry run by the code in the file's name. @param {import('playwright-core').Request} request */
function dryRun(request) {
  const sent = request.postDataBuffer()?.toString('utf8') ?? '';
  if (sent.includes('MU2611')) {
    const change = {
      saleDays: 1,
      seats: 319,
      revenueKrw: 32_119_000,
      performances: 0,
      paidSeats: 319,
      complimentarySeats: 220,
    };
    return run('MU2611', { facts: facts(90, 60, 18_919, 1_917_722_000, 2_156), change });
  }
  if (sent.includes('CO2613')) {
    const change = {
      saleDays: 1,
      seats: 41,
      revenueKrw: 4_810_000,
      performances: 0,
      paidSeats: 41,
      complimentarySeats: 4,
    };
    return run('CO2613', {
      facts: facts(45, 2, 4_496, 505_157_400, 168),
      change,
      diagnostics: [findings[3]],
      diagnosticCounts: { blank_number: 1 },
    });
  }
  const change = {
    saleDays: 1,
    seats: 111,
    revenueKrw: 5_590_000,
    performances: 0,
    paidSeats: 111,
    complimentarySeats: 11,
  };
  return run('PL2612', {
    status: 'failed',
    facts: facts(60, 40, 5_303, 269_330_000, 671),
    change,
    diagnostics: findings,
    diagnosticCounts: { error_cell: 1, blank_number: 5 },
  });
}

/** @param {keyof typeof ids} code @param {string} name @param {string} category @param {readonly number[]} gaps */
const coverage = (code, name, category, gaps) => ({
  category,
  productionCode: code,
  productionId: ids[code],
  productionName: name,
  recordDate: '2026-11-18',
  coverage: Array.from({ length: 29 }, (_, index) => ({
    day: later('2026-10-22', index),
    uploaded: !gaps.includes(index),
    fileName: null,
  })),
});

/** @param {readonly unknown[]} items */
const page = (items) => ({ items, page: 1, perPage: 50, total: items.length });

/** @type {Record<string, unknown>} */
export const uploadAnswers = {
  /** @param {import('playwright-core').Request} request */
  '/api/v1/uploads': (request) => (request.method() === 'POST' ? dryRun(request) : page(uploads)),
  '/api/v1/uploads/u4': { ...uploads[3], diagnostics: findings, diagnosticCounts: { error_cell: 6 } },
  '/api/v1/reports/upload-coverage': {
    report: 'upload-coverage',
    asOf: '2026-11-19',
    days: 29,
    items: [
      coverage('CO2613', '겨울 숲 콘서트', 'concert', [28]),
      coverage('MU2611', '봄밤의 왈츠', 'musical', [28]),
      coverage('PL2612', '두 번째 편지', 'play', [10, 11, 28]),
    ],
  },
  [`/api/v1/productions/${ids.MU2611}/targets`]: targetsAnswer,
  [`/api/v1/productions/${ids.MU2611}/targets/distribute`]: targetsAnswer,
  '/api/v1/reports/target-vs-actual': {
    report: 'target-vs-actual',
    asOf: '2026-11-20',
    grain: 'day',
    items: [
      {
        category: 'musical',
        productionCode: 'MU2611',
        productionId: ids.MU2611,
        productionName: '봄밤의 왈츠',
        recordDate: '2026-11-19',
        periods: saleDays.map((day, index) => ({
          period: day,
          revenueKrw: day <= '2026-11-19' ? sale(day, index) : null,
          targetKrw: target(day),
          ratio: null,
          cumulativeRevenueKrw: null,
          cumulativeTargetKrw: 0,
          cumulativeRatio: null,
        })),
      },
    ],
  },
};

/** Drops three files, so that the page shows what it is for. @param {import('playwright-core').Page} tab */
export async function dropFiles(tab) {
  const file = (/** @type {string} */ name) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(name.padEnd(31_000)),
  });
  await tab
    .getByLabel('올릴 파일 고르기')
    .setInputFiles([
      file('20261119_MU2611_봄밤의 왈츠.xlsx'),
      file('20261119_PL2612_두 번째 편지.xlsx'),
      file('20261119_CO2613_겨울 숲 콘서트.xlsx'),
    ]);
  await tab.locator('li', { hasText: '20261119_PL2612' }).getByRole('button').first().click();
}

/** Changes a week of targets and opens the distribution. @param {import('playwright-core').Page} tab */
export async function editTargets(tab) {
  await tab.getByRole('button', { name: '붙여넣기' }).waitFor();
  await tab.getByRole('gridcell', { name: /11월 23일/ }).click();
  await tab.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', '3,503\t3,046\t3,046\t3,199\t3,503\t2,437\t2,285');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true }),
    );
  });
  await tab.keyboard.press('Shift+End');
  await tab.getByRole('button', { name: '나누기' }).click();
}
