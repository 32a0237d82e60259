/** The decisions of a layout: what each can mean, and whether it can be kept. */
import type { LabelMeaning, Layout } from '@/api/layouts';

/** The sheets that are read by people's own headings. */
export const roles = ['performances', 'days'] as const;

/** One of them. */
export type Role = (typeof roles)[number];

const ofGroup = ['agency', 'paid', 'complimentary', 'ignored'] as const;
const ofColumn = ['grade', 'count', 'won', 'ignored'] as const;

/** What a label can mean. */
export type Meaning = (typeof ofGroup)[number] | (typeof ofColumn)[number];

/** What can be said of a pair of labels: of a whole group without the second one, else of a column. */
export function meaningsOf([, lower]: readonly (string | null)[]): readonly Meaning[] {
  return (lower ?? null) === null ? ofGroup : ofColumn;
}

/** A decision that is being written, its texts as they stand in the fields. */
export interface Draft {
  readonly sheet: Role;
  readonly upper: string;
  readonly lower: string;
  readonly means: Meaning;
  /** The code of a grade or an agency. */
  readonly code: string;
}

/** A decision that says nothing yet. */
export const blank: Draft = { sheet: 'performances', upper: '', lower: '', means: 'agency', code: '' };

/** Whether a decision needs a code. */
export function takesCode(means: string): means is 'grade' | 'agency' {
  return means === 'grade' || means === 'agency';
}

/** Whether a decision can be kept. */
export function isComplete({ upper, lower, means, code }: Draft): boolean {
  if (upper.trim() === '' && lower.trim() === '') return false;
  if (!meaningsOf([upper, lower.trim() === '' ? null : lower]).includes(means)) return false;
  return !takesCode(means) || /^[\p{L}\p{N}_.-]{1,32}$/u.test(code.trim());
}

/** The decision as the server takes it. */
export function decisionOf({ sheet, upper, lower, means, code }: Draft): LabelMeaning {
  const text = (label: string) => (label.trim() === '' ? null : label.trim());
  return {
    sheet,
    label: [text(upper), text(lower)],
    means,
    ...(means === 'grade' ? { grade: code.trim() } : {}),
    ...(means === 'agency' ? { agency: code.trim() } : {}),
  };
}

/** What tells decisions apart: the sheet and the pair of labels, compared as the server does. */
export function keyOfDecision({ sheet, label }: LabelMeaning): string {
  return JSON.stringify([
    sheet,
    ...label.map((part) => part?.normalize('NFKC').replace(/\s/g, '').toLowerCase() ?? null),
  ]);
}

/** Whether two layouts say the same. */
export function sameLayout(
  one: Pick<Layout, 'sheets' | 'labels'>,
  other: Pick<Layout, 'sheets' | 'labels'>,
): boolean {
  const text = ({ sheets, labels }: Pick<Layout, 'sheets' | 'labels'>) =>
    JSON.stringify([roles.map((role) => sheets[role] ?? ''), labels]);
  return text(one) === text(other);
}
