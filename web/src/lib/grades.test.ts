import { expect, it } from 'vitest';
import { inGradeOrder } from './grades';

it('orders grades from the best seats on, and others after them', () => {
  expect(inGradeOrder(['accessible', 's', 'box', 'vip', 'r', 's', 'balcony'])).toEqual([
    'vip',
    'r',
    's',
    'accessible',
    'balcony',
    'box',
  ]);
});
