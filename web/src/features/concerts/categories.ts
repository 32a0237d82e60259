import type { Category } from '@/api/productions';

/** What the page is about. */
export const concerts: readonly Category[] = ['concert'];
