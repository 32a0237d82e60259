/** The order of seat grades. */
import { labels } from './i18n/labels';

/** The usual grades, from the best seats on. */
export const usualGrades: readonly string[] = Object.keys(labels.grade);

/** Codes of grades without doubles: the usual ones from the best seats on, then others by name. */
export function inGradeOrder(codes: Iterable<string>): string[] {
  const place = (code: string) =>
    usualGrades.includes(code) ? usualGrades.indexOf(code) : usualGrades.length;
  return [...new Set(codes)].sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}
