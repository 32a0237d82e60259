import { describe, expect, it } from 'vitest';
import { dropDraft, dropDrafts, keepDraft, keptDraft } from './drafts';

describe('drafts', () => {
  it('belong to one person, and last until they are saved or given up', () => {
    keepDraft('a', 'targets 1', { days: 3 });
    expect(keptDraft('a', 'targets 1')).toEqual({ days: 3 });
    expect(keptDraft('b', 'targets 1')).toBeNull();
    dropDraft('a', 'targets 1');
    expect(keptDraft('a', 'targets 1')).toBeNull();
  });

  it('of others are forgotten when somebody signs in, and all of them by signing out', () => {
    keepDraft('a', 'targets 1', 1);
    keepDraft('b', 'targets 1', 2);
    sessionStorage.setItem('another', 'x');
    dropDrafts('b');
    expect(keptDraft('a', 'targets 1')).toBeNull();
    expect(keptDraft('b', 'targets 1')).toBe(2);
    dropDrafts();
    expect(keptDraft('b', 'targets 1')).toBeNull();
    expect(sessionStorage.getItem('another')).toBe('x');
  });

  it('that are broken count as none', () => {
    sessionStorage.setItem('fullhouse.draft a x', '{');
    expect(keptDraft('a', 'x')).toBeNull();
  });
});
