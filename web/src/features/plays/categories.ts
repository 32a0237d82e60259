import type { Category } from '@/api/productions';

/** What the page is about. */
export const plays: readonly Category[] = ['play', 'musical'];
