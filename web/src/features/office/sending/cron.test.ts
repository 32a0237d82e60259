import { describe, expect, test } from 'vitest';
import { cronOf, cronText, parseCron, repeatOf } from './cron';

function said(text: string, language: 'ko' | 'en' = 'ko'): string {
  const cron = parseCron(text);
  if (cron === undefined) throw new Error(`${text} is no expression`);
  return cronText(cron, language);
}

describe('an expression in words', () => {
  test.each([
    ['0 14 * * *', '매일 14:00', 'Every day at 14:00'],
    ['0 10 * * 2', '매주 화요일 10:00', 'Every Tuesday at 10:00'],
    ['30 9 * * mon-fri', '평일(월–금) 09:30', 'Every Monday–Friday at 09:30'],
    ['0 9 * * 1,7', '매주 월·일요일 09:00', 'Every Monday, Sunday at 09:00'],
    ['0 10,15 1 * *', '매월 1일 10:00, 15:00', 'On day 1 of the month at 10:00, 15:00'],
    ['0 9 15 * mon', '매월 15일과 매주 월요일 09:00', 'On day 15 of the month and every Monday at 09:00'],
    ['0 0 1 jan,jul *', '1, 7월 매월 1일 00:00', 'In January, July, on day 1 of the month at 00:00'],
    ['*/15 * * * *', '매일 15분마다', 'Every day every 15 minutes'],
    ['0 8-18 * * *', '매일 8–18시에 매시 0분', 'Every day in the hours 8–18, at minute 0 of the hour'],
    ['* * * * *', '매일 매분', 'Every day every minute'],
    ['5/20 9-10 * * 0', '매주 일요일 09:05, 09:25, 09:45, 10:05, 10:25, 10:45', undefined],
  ])('%s', (text, ko, en) => {
    expect(said(text)).toBe(ko);
    if (en !== undefined) expect(said(text, 'en')).toBe(en);
  });

  test.each([
    '',
    '* * * *',
    '* * * * * *',
    '60 * * * *',
    '-1 * * * *',
    '*/0 * * * *',
    '1,,2 * * * *',
    '0 24 * * *',
    '0 18-8 * * *',
    '0 0 0 * *',
    '0 0 * 13 *',
    '0 0 * mon *',
    '0 0 * * 8',
    '0 0 * * mo',
    '1-2-3 * * * *',
    '*/2/3 * * * *',
  ])('“%s” is none', (text) => {
    expect(parseCron(text)).toBeUndefined();
  });
});

describe('what the form offers', () => {
  test.each(['0 14 * * *', '30 9 * * 1,5', '5 0 31 * *'])('%s is read as it is written', (text) => {
    const cron = parseCron(text);
    const repeat = cron === undefined ? undefined : repeatOf(cron);
    expect(repeat === undefined ? undefined : cronOf(repeat)).toBe(text);
  });

  test.each(['0 10,15 * * *', '0 9 15 * 1', '0 9 1 1 *', '*/15 * * * *'])('%s says more', (text) => {
    const cron = parseCron(text);
    expect(cron === undefined ? undefined : repeatOf(cron)).toBeUndefined();
  });

  test('a week without a chosen day is every day', () => {
    expect(cronOf({ every: 'week', time: '10:00', weekdays: [] })).toBe('0 10 * * *');
  });
});
