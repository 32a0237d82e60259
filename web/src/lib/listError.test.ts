import { describe, expect, it } from 'vitest';
import { listErrorText } from './listError';

describe('what is wrong with a list', () => {
  const error = { cell: 'C3', message: 'a day, as 2026-11-19', messageKo: '‘soon’을(를) 읽을 수 없습니다.' };

  it('is told at its cell in either language', () => {
    expect(listErrorText('ko', error)).toBe('C3: ‘soon’을(를) 읽을 수 없습니다.');
    expect(listErrorText('en', error)).toBe('C3: should be a day, as 2026-11-19');
  });

  it('is told without one where a column is missing, and not at all of other rules', () => {
    expect(listErrorText('ko', { message: 'this column', messageKo: '‘코드’ 열이 없습니다.' })).toBe(
      '‘코드’ 열이 없습니다.',
    );
    expect(listErrorText('ko', { message: 'one file' })).toBeUndefined();
  });
});
