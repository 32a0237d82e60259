import { describe, expect, it } from 'vitest';
import { changesAnything, readNumber, readTrial, unchanged } from './whatIf';
import type { TypedTrial } from './whatIf';

const id = '0197c1a0-0000-7000-8000-000000000001';
const read = (change: Partial<TypedTrial>) => readTrial({ ...unchanged, ...change }, id, '2026-11-20');
const trialOf = (change: Partial<TypedTrial>) => read(change).trial;
const wrongOf = (change: Partial<TypedTrial>) => [...(read(change).wrong ?? [])];

describe('a change that is tried out', () => {
  it('asks nothing of what was left empty', () => {
    expect(trialOf({})).toEqual({ productionId: id, asOf: '2026-11-20' });
    expect(changesAnything({ productionId: id })).toBe(false);
    expect(trialOf({ costKrw: 0, complimentarySeats: '0' })).toEqual({
      productionId: id,
      asOf: '2026-11-20',
    });
  });

  it('reads per cents as ratios, with either minus', () => {
    const trial = trialOf({
      prices: [
        { id: 0, change: '−12.5%', share: '40' },
        { id: 1, change: '7', share: '60' },
      ],
      priceElasticity: '-0.8',
    });
    expect(trial?.prices).toEqual([
      { changeRatio: -0.125, revenueShare: 0.4 },
      { changeRatio: 0.07, revenueShare: 0.6 },
    ]);
    expect(trial?.priceElasticity).toBe(-0.8);
    expect(trial !== undefined && changesAnything(trial)).toBe(true);
  });

  it('adds a performance in Seoul, with what it takes from the others', () => {
    const trial = trialOf({
      further: true,
      furtherDay: '2026-12-21',
      furtherTime: '19:30',
      furtherSeats: '1,200',
      displacement: '20',
    });
    expect(trial?.furtherPerformance).toEqual({
      startsAt: '2026-12-21T19:30:00+09:00',
      sellableSeats: 1_200,
      displacementShare: 0.2,
    });
  });

  it('gives away and costs more or less', () => {
    expect(trialOf({ complimentarySeats: '-10', complimentaryElasticity: '', costKrw: -5_000_000 })).toEqual({
      productionId: id,
      asOf: '2026-11-20',
      complimentarySeats: -10,
      complimentaryElasticity: 0,
      costKrw: -5_000_000,
    });
  });

  it.each([
    [{ prices: [{ id: 3, change: 'ten', share: '100' }] }, ['change3']],
    [{ prices: [{ id: 3, change: '-100', share: '100' }] }, ['change3']],
    [{ prices: [{ id: 3, change: '10', share: '' }] }, ['share3']],
    [
      {
        prices: [
          { id: 0, change: '1', share: '60' },
          { id: 1, change: '1', share: '50' },
        ],
      },
      ['shares'],
    ],
    [{ priceElasticity: '11' }, ['priceElasticity']],
    [{ complimentarySeats: '1.5' }, ['complimentarySeats']],
    [{ further: true }, ['furtherDay', 'furtherSeats']],
  ] satisfies [Partial<TypedTrial>, string[]][])('says which field cannot be read: %j', (change, fields) => {
    expect(wrongOf(change)).toEqual(fields);
  });

  it('lets prices fill the revenue exactly', () => {
    const third = { change: '5', share: '33.3' };
    expect(wrongOf({ prices: [0, 1, 2].map((id) => ({ id, ...third })) })).toEqual([]);
    expect(readNumber('1e3')).toBeUndefined();
    expect(readNumber('')).toBeUndefined();
  });
});
