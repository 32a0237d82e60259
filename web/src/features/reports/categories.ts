import type { Category } from '@/api/productions';

/** What the page of plays and musicals is about. */
export const plays: readonly Category[] = ['play', 'musical'];

/** What the page of concerts is about. */
export const concerts: readonly Category[] = ['concert'];
