/**
 * Reports of some invented productions, for screenshots without a server: a season of sales that ends yesterday,
 * made by a rule, so that pictures of one day look alike.
 */

const dayMs = 86_400_000;

/** @param {string} day @param {number} n */
const add = (day, n) => new Date(Date.parse(day) + n * dayMs).toISOString().slice(0, 10);
const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
const yesterday = add(today, -1);
/** @param {string} day */
const monday = (day) => add(day, -((new Date(day).getUTCDay() + 6) % 7));
/** @param {string} from @param {string} to */
const range = (from, to) =>
  Array.from({ length: (Date.parse(to) - Date.parse(from)) / dayMs + 1 }, (_, k) => add(from, k));
/** @param {number} seed */
const random = (seed) => () => (seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296;

const weekdays = [0.75, 1.12, 1, 1, 1.05, 1.15, 0.8];
const casts = [
  ['장수아', '임준호', '강소율'],
  ['장수아', '김지유', '강준호'],
  ['오지우', '임준호', '강준호'],
  ['이정우', '김지유', '강준호'],
  ['이정우', '임준호', '강소율'],
];

/**
 * @typedef {{ code: string, name: string, category: 'musical' | 'play' | 'concert', venue: string, level: number,
 *   target: number, trend: number, seats: number, fill: number, opens: number, missing?: boolean, preview?: boolean }} Seed
 * @type {readonly Seed[]}
 */
// prettier-ignore
const seeds = [
  { code: 'MU2611', name: '봄밤의 왈츠', category: 'musical', venue: '봄빛아트센터 대극장', level: 3400, target: 2760, trend: 0.1, seats: 620, fill: 0.7, opens: -26, preview: true },
  { code: 'MU2609', name: '달의 정원', category: 'musical', venue: '서강아트홀', level: 1840, target: 1790, trend: -0.12, seats: 480, fill: 0.81, opens: -40, missing: true },
  { code: 'MU2614', name: '푸른 항해', category: 'musical', venue: '남산드림센터', level: 2260, target: 2480, trend: 0.3, seats: 1100, fill: 0.3, opens: 19 },
  { code: 'CO2613', name: '겨울 숲 콘서트', category: 'concert', venue: '한강콘서트홀', level: 980, target: 720, trend: 0.2, seats: 3200, fill: 0.7, opens: 29 },
  { code: 'PL2612', name: '두 번째 편지', category: 'play', venue: '동숭소극장', level: 559, target: 580, trend: 0.05, seats: 280, fill: 0.5, opens: -20 },
  { code: 'PL2608', name: '아홉 번째 창문', category: 'play', venue: '동숭소극장', level: 318, target: 290, trend: 0.05, seats: 180, fill: 0.74, opens: -50 },
  { code: 'PL2615', name: '옥탑의 계절', category: 'play', venue: '연희예술극장', level: 264, target: 410, trend: 0.1, seats: 240, fill: 0.4, opens: -3 },
  { code: 'CO2616', name: '새벽의 노래', category: 'concert', venue: '한강콘서트홀', level: 1120, target: 980, trend: -0.35, seats: 1800, fill: 0.6, opens: 43 },
  { code: 'CO2610', name: '윤슬 현악 사중주', category: 'concert', venue: '바람리사이틀홀', level: 205, target: 190, trend: 0.5, seats: 420, fill: 0.87, opens: 2, missing: true },
];

/** @param {Seed} seed @param {number} index */
function season(seed, index) {
  const { code, name, category, level, target, trend, opens } = seed;
  const concert = category === 'concert';
  const recordDate = seed.missing ? add(yesterday, -1) : yesterday;
  const runStart = add(today, opens);
  const runEnd = add(runStart, concert ? 0 : 52);
  const saleStart = add(runStart, concert ? -75 : -64);
  const saleEnd = concert ? add(runStart, -1) : runEnd;
  const next = random(index * 7919 + 11);
  let [revenue, due] = [0, 0];
  const days = range(saleStart, saleEnd).map((period, k) => {
    const weight = weekdays[new Date(period).getUTCDay()] ?? 1;
    const rise = period < runStart && !concert ? 0.55 : 1;
    const targetKrw = Math.round(target * weight * rise) * 10_000;
    const sold =
      Math.round(level * weight * rise * (1 + (trend * (k - 60)) / 60) * (0.82 + 0.36 * next()) * 10) * 1_000;
    const revenueKrw = period <= recordDate ? sold : null;
    due += targetKrw;
    if (revenueKrw !== null) revenue += revenueKrw;
    return { period, revenueKrw, targetKrw, due };
  });
  /** @type {any[]} */
  const shows = concert
    ? []
    : range(runStart, runEnd)
        .filter((day) => new Date(day).getUTCDay() !== 1)
        .flatMap((day) => {
          const weekday = new Date(day).getUTCDay();
          return weekday === 6
            ? [
                [day, '14:00'],
                [day, '18:30'],
              ]
            : weekday === 0
              ? [[day, '15:00']]
              : weekday === 3
                ? [
                    [day, '16:00'],
                    [day, '20:00'],
                  ]
                : [[day, '19:30']];
        })
        .map(([day = '', time], k) => {
          const ahead = Math.max(0, (Date.parse(day) - Date.parse(today)) / dayMs);
          const paidShare = Number(
            Math.max(0.08, Math.min(1.06, (seed.fill + (next() - 0.5) * 0.3) * (1 - ahead / 45))).toFixed(4),
          );
          const paidSeats = Math.round(seed.seats * paidShare);
          const complimentarySeats = Math.round(seed.seats * 0.03 * next() * 2);
          const complimentaryShare = Number((complimentarySeats / seed.seats).toFixed(4));
          /** @param {number} n */
          const grades = (n) => ({
            vip: Math.floor(n * 0.23),
            r: Math.floor(n * 0.39),
            s: Math.floor(n * 0.2),
            a: Math.floor(n * 0.11),
            bad_s: Math.floor(n * 0.04),
            accessible:
              n -
              Math.floor(n * 0.23) -
              Math.floor(n * 0.39) -
              Math.floor(n * 0.2) -
              Math.floor(n * 0.11) -
              Math.floor(n * 0.04),
          });
          const occupancy = Number((paidShare + complimentaryShare).toFixed(4));
          return {
            startsAt: `${day}T${time}:00+09:00`,
            cast: casts[k % casts.length],
            paidShare,
            complimentaryShare,
            occupancy,
            paidSeats,
            complimentarySeats,
            remainingSeats: Math.max(0, seed.seats - paidSeats - complimentarySeats),
            paidSeatsByGrade: grades(paidSeats),
            complimentarySeatsByGrade: grades(complimentarySeats),
            depositShare: paidShare,
            revenueKrw: paidSeats * 101_830,
            meanTicketPriceKrw: 101_830,
            week: monday(day) === monday(today) ? 'this' : 'next',
            low: occupancy < 0.4,
          };
        });
  const breakEvenKrw = concert ? 620_000_000 : Math.round(level * 0.55) * 1_000_000;
  const production = {
    id: `0197c1a0-0000-7000-8000-00000000001${index}`,
    code,
    name,
    category,
    active: true,
    venue: seed.venue,
    runStart: concert ? null : runStart,
    runEnd: concert ? null : runEnd,
    saleStart,
    saleEnd,
    runningMinutes: 150,
    targetShare: concert ? 0.85 : 0.68,
    breakEvenKrw,
    seatsPerPerformance: concert ? null : seed.seats,
    previewEnd: seed.preview ? add(runStart, 6) : null,
    concertAt: concert ? `${runStart}T19:00:00+09:00` : null,
    seatInventory: concert ? { vip: 400, r: 900, s: 1100, a: 480, b: 320 } : null,
    hasSlackWebhook: false,
    createdAt: '2026-09-01T09:00:00+09:00',
    updatedAt: '2026-09-01T09:00:00+09:00',
  };
  const head = {
    productionId: production.id,
    productionCode: code,
    productionName: name,
    category,
    recordDate,
  };
  return { seed, production, head, days, shows, revenue, recordDate };
}

const seasons = seeds.map(season);

/** The productions themselves. */
export const productions = seasons
  .map(({ production }) => production)
  .toSorted((a, b) => (a.code < b.code ? -1 : 1));

/** @param {number | null} a @param {number | null} b */
const ratio = (a, b) => (a === null || b === null || b === 0 ? null : Number((a / b).toFixed(4)));
/** @param {readonly (number | null | undefined)[]} all */
const sum = (all) => all.reduce((/** @type {number} */ total, value) => total + (value ?? 0), 0);
/** @param {readonly number[]} all */
const mean = (all) => (all.length === 0 ? null : Number((sum(all) / all.length).toFixed(4)));

/** @typedef {ReturnType<typeof season>} Season */

/** @param {Season} season @param {string} grain */
function periods({ days, recordDate }, grain) {
  const of = (/** @type {string} */ day) =>
    grain === 'month' ? day.slice(0, 7) : grain === 'week' ? monday(day) : day;
  let [sold, due] = [0, 0];
  return [...new Set(days.map(({ period }) => of(period)))].map((period) => {
    const inside = days.filter((day) => of(day.period) === period);
    const known = inside.some(({ period: day }) => day <= recordDate);
    const revenueKrw = known ? sum(inside.map((day) => day.revenueKrw)) : null;
    const targetKrw = sum(inside.map((day) => day.targetKrw));
    due += targetKrw;
    sold += revenueKrw ?? 0;
    return {
      period,
      revenueKrw,
      targetKrw,
      ratio: ratio(revenueKrw, targetKrw),
      cumulativeRevenueKrw: known ? sold : null,
      cumulativeTargetKrw: due,
      cumulativeRatio: known ? ratio(sold, due) : null,
    };
  });
}

/** @param {Season} season */
function weeks({ shows, seed }) {
  return [...new Set(shows.map(({ startsAt }) => monday(startsAt.slice(0, 10))))].map((weekStart) => {
    const inside = shows.filter(({ startsAt }) => monday(startsAt.slice(0, 10)) === weekStart);
    const paidSeats = sum(inside.map((show) => show.paidSeats));
    const offeredSeats = inside.length * seed.seats;
    return {
      weekStart,
      weekEnd: add(weekStart, 6),
      performances: inside.length,
      paidShare: mean(inside.map((show) => show.paidShare)),
      offeredSeats,
      paidSeats,
      paidRatio: ratio(paidSeats, offeredSeats),
      revenueKrw: paidSeats * 101_830,
      meanTicketPriceKrw: 101_830,
    };
  });
}

/** @type {readonly [string | null, string | null, string | null][]} */
const marketing = [
  ['평일 마티네 할인', '인스타그램 광고', null],
  [null, null, null],
  ['수능 수험생 40% 할인', '유튜브 하이라이트 공개', '2차 티켓오픈'],
  [null, '네이버 기획전', null],
  ['조기예매 30%', null, null],
];

/** @param {Season} season */
function marketingWeeks(season) {
  const all = periods(season, 'week');
  return all.map((week, k) => {
    const [salesMarketing, promotion, other] = marketing[k % marketing.length] ?? [null, null, null];
    const before = all[k - 1]?.revenueKrw ?? 0;
    const changeKrw = week.revenueKrw === null ? null : week.revenueKrw - before;
    return {
      weekNumber: k + 1,
      weekStart: week.period,
      weekEnd: add(week.period, 6),
      salesMarketing,
      promotion,
      other,
      revenueKrw: week.revenueKrw,
      previousRevenueKrw: before,
      changeKrw,
      changeRatio: ratio(changeKrw, before),
    };
  });
}

/** @param {Season} season */
function breakEven({ seed, production }) {
  const grades = Object.entries(production.seatInventory ?? {}).map(([grade, each], k) => {
    const soldSeats = Math.round(each * 2 * (seed.fill - k * 0.05));
    const expectedAdditionalSeats = Math.round(soldSeats * 0.3);
    return {
      grade,
      seats: each * 2,
      soldSeats,
      remainingSeats: each * 2 - soldSeats,
      expectedAdditionalSeats,
      expectedRemainingSeats: Math.max(0, each * 2 - soldSeats - expectedAdditionalSeats),
      breakEvenSeats: Math.round(each * 1.7),
      expectedSalesRatio: 0.93,
      expectedRemainingRatio: 0.07,
    };
  });
  const total = grades.reduce(
    (all, grade) => ({
      ...all,
      seats: all.seats + grade.seats,
      soldSeats: all.soldSeats + grade.soldSeats,
      remainingSeats: all.remainingSeats + grade.remainingSeats,
      expectedAdditionalSeats: all.expectedAdditionalSeats + grade.expectedAdditionalSeats,
      expectedRemainingSeats: all.expectedRemainingSeats + grade.expectedRemainingSeats,
      breakEvenSeats: all.breakEvenSeats + grade.breakEvenSeats,
    }),
    {
      grade: 'total',
      seats: 0,
      soldSeats: 0,
      remainingSeats: 0,
      expectedAdditionalSeats: 0,
      expectedRemainingSeats: 0,
      breakEvenSeats: 0,
      expectedSalesRatio: 0.93,
      expectedRemainingRatio: 0.07,
    },
  );
  return { performances: 2, elapsedDays: 44, daysToSaleEnd: 31, targetShare: 0.85, grades, total };
}

/** @param {Season} season */
function playForecast({ shows, recordDate, production }) {
  const played = shows.filter(({ startsAt }) => startsAt.slice(0, 10) <= recordDate);
  const toCome = shows.length - played.length;
  const playedRevenueKrw = sum(played.map((show) => show.revenueKrw));
  const meanKrw = played.length === 0 ? null : Math.round(playedRevenueKrw / played.length);
  const projectedRevenueKrw = meanKrw === null ? null : playedRevenueKrw + meanKrw * toCome;
  return {
    playedPerformances: played.length,
    playedRevenueKrw,
    playedMeanRevenueKrw: meanKrw,
    toComePerformances: toCome,
    toComeRevenueKrw: sum(shows.map((show) => show.revenueKrw)) - playedRevenueKrw,
    toComeMeanRevenueKrw: null,
    projectedRevenueKrw,
    breakEvenKrw: production.breakEvenKrw,
    projectedProfitKrw: projectedRevenueKrw === null ? null : projectedRevenueKrw - production.breakEvenKrw,
    reason: meanKrw === null ? 'no_played_performance' : null,
  };
}

/** @param {Season} season */
function concertForecast({ revenue, days, production }) {
  const projectedRevenueKrw = Math.round(revenue * 1.5);
  return {
    revenueKrw: revenue,
    saleDays: days.length,
    daysLeft: 30,
    projectedRevenueKrw,
    breakEvenKrw: production.breakEvenKrw,
    projectedProfitKrw: projectedRevenueKrw - production.breakEvenKrw,
    reason: null,
    exceedsHouse: revenue > 600_000_000,
  };
}

/** @param {Season} season */
function runOccupancy({ shows, recordDate }) {
  /** @param {any[]} some */
  const shares = (some) => ({
    performances: some.length,
    depositShare: mean(some.map((show) => show.paidShare)),
    paidShare: mean(some.map((show) => show.paidShare)),
    unpaidShare: 0,
  });
  const played = shows.filter(({ startsAt }) => startsAt.slice(0, 10) <= recordDate);
  return {
    targetShare: 0.68,
    ...shares(shows),
    past: shares(played),
    future: shares(shows.slice(played.length)),
  };
}

/** @param {Season} season */
function castRevenue({ shows }) {
  return casts
    .map((cast) => {
      const own = shows.filter((show) => show.cast === cast);
      const revenueKrw = sum(own.map((show) => show.revenueKrw));
      return {
        cast,
        revenueKrw,
        performances: own.length,
        meanRevenueKrw: own.length === 0 ? null : Math.round(revenueKrw / own.length),
      };
    })
    .toSorted((a, b) => b.revenueKrw - a.revenueKrw)
    .map((cast, k) => ({ ...cast, rank: k + 1 }));
}

/** @type {Record<string, (season: Season, search: URLSearchParams) => object>} */
const items = {
  'target-vs-actual': (season, search) => ({ periods: periods(season, search.get('grain') ?? 'day') }),
  'marketing-effect': (season) => ({ weeks: marketingWeeks(season) }),
  'upload-coverage': ({ recordDate }) => ({
    coverage: [yesterday, today].map((day) => ({ day, uploaded: day <= recordDate, fileName: null })),
  }),
  'plays/outlook': ({ shows }) => ({
    thisWeekStart: monday(today),
    nextWeekStart: add(monday(today), 7),
    nextWeekOccupancy: 0.5,
    performances: shows.filter(
      ({ startsAt }) =>
        startsAt.slice(0, 10) >= monday(today) && startsAt.slice(0, 10) <= add(monday(today), 13),
    ),
  }),
  'plays/profit-forecast': playForecast,
  'plays/performances': ({ shows }) => ({ performances: shows }),
  'plays/cast-revenue': (season) => ({ casts: castRevenue(season) }),
  'plays/weekly-occupancy': (season) => ({ weeks: weeks(season) }),
  'plays/weekly-capacity': (season) => ({ weeks: weeks(season) }),
  'plays/occupancy': runOccupancy,
  'concerts/profit-forecast': concertForecast,
  'concerts/break-even': breakEven,
  'concerts/weekly': (season) => ({
    weeks: marketingWeeks(season)
      .filter(({ revenueKrw }) => revenueKrw !== null)
      .map((week) => ({
        ...week,
        seats: Math.round((week.revenueKrw ?? 0) / 110_000),
        complimentarySeats: 4,
      })),
  }),
};

/**
 * The answer of a report; undefined for one that is not known here.
 * @param {string} name @param {URLSearchParams} search
 */
export function reportAnswer(name, search) {
  const item = items[name];
  if (item === undefined) return undefined;
  const wanted = search.getAll('productionId');
  const shown = seasons.filter(
    ({ production }) =>
      (wanted.length === 0 || wanted.includes(production.id)) &&
      (name.startsWith('concerts/')
        ? production.category === 'concert'
        : !name.startsWith('plays/') || production.category !== 'concert'),
  );
  return {
    report: name,
    asOf: search.get('asOf') ?? today,
    grain: search.get('grain') ?? 'day',
    lowThreshold: 0.4,
    days: 2,
    from: null,
    to: null,
    items: shown.map((season) => ({ ...season.head, ...item(season, search) })),
  };
}
