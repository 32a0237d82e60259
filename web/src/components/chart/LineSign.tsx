import { lineOpacities } from './inks';
import { pointShapes } from './linesOption';
import type { Line } from './linesOption';

const outlines = {
  rect: 'M6 2h6v6h-6z',
  circle: 'M9 2a3 3 0 1 1 0 6a3 3 0 1 1 0-6z',
  diamond: 'M9 1l4 4l-4 4l-4-4z',
  triangle: 'M9 1.5l3.5 6.5h-7z',
} as const;

type Outline = keyof typeof outlines;

/** The sign of a line in a legend: its strength, and the shape of its points. */
export function LineSign({ category, nth }: { category: Line['category']; nth: number }) {
  const place = Math.min(nth, lineOpacities.length - 1);
  const shape = pointShapes[category][place] ?? 'circle';
  const hollow = shape.startsWith('empty');
  const outline = (hollow ? shape.slice('empty'.length).toLowerCase() : shape) as Outline;
  const color = category === 'all' ? 'var(--text2)' : `var(--${category})`;
  return (
    <svg aria-hidden width={18} height={10} opacity={lineOpacities[place]}>
      <path d="M0 5h18" stroke={color} strokeWidth={2} />
      <path d={outlines[outline]} stroke={color} strokeWidth={1.5} fill={hollow ? 'var(--surface)' : color} />
    </svg>
  );
}
