import { describe, expect, it } from 'vitest';
import { words as sending } from '../sending/words';
import { words as recipes } from './recipes/words';
import { words } from './words';

describe('the words of collection', () => {
  it.each(['ko', 'en'] as const)(
    'are those of recipes and of schedules for the same thing: %s',
    (language) => {
      expect(words[language].nothing_new).toBe(recipes[language].nothing_new);
      expect(words[language].trigger).toBe(sending[language].trigger);
      expect(words[language].remove).toBe(sending[language].remove);
      expect(words[language].removed).toBe(sending[language].removed);
    },
  );

  it('tell a source that a person paused from one that stopped by itself', () => {
    expect([words.ko.paused, words.ko.stopped]).toEqual(['일시 중지', '오류로 중지']);
  });
});
