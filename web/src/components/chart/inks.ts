/** What a category is drawn in, whatever the form of the chart. */
import type { Category } from '@/api/productions';
import type { Palette } from '@/lib/theme/tokens';

/** How strong the lines of a category are, the first one first. */
export const lineOpacities = [1, 0.72, 0.5] as const;

/** The ink of a category; `all` is of none, or of several. */
export function inkOf(category: Category | 'all', colors: Palette): string {
  return category === 'all' ? colors.text2 : colors[category];
}
