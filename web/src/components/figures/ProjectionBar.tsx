import type { Category } from '@/api/productions';
import { useFormat } from '@/lib/useFormat';
import { StackBar } from './StackBar';
import type { PartLook } from './StackBar';

/** Of what a projected revenue is made, in won, against its goal. */
export function ProjectionBar({
  category,
  parts,
  goal,
}: {
  category: Category;
  parts: readonly { readonly look: PartLook; readonly name: string; readonly value: number }[];
  goal: { readonly name: string; readonly value: number | null };
}) {
  const format = useFormat();
  const sum = parts.reduce((before, { value }) => before + value, 0);
  return (
    <StackBar
      category={category}
      whole={Math.max(sum, goal.value ?? 0) * 1.04}
      tick={goal.value}
      label={[...parts, goal].map(({ name, value }) => `${name} ${format.shortWon(value)}`).join(', ')}
      parts={parts}
    />
  );
}
