/** The labels of a workbook that nobody knows, and what they can mean. */
import type { LabelMeaning } from '@/api/layouts';
import { cellOf } from './findings';
import type { DryRun } from './items';

/** What somebody may choose for a label. */
export const meanings = ['grade', 'agency', 'count', 'won', 'ignored'] as const;

/** One of them. */
export type Chosen = (typeof meanings)[number];

/** A label that nobody knows. */
export interface UnknownLabel {
  readonly key: string;
  /** `days` or `performances`. */
  readonly role: string;
  readonly sheet: string;
  /** That of the group, and that directly above the cells. */
  readonly label: readonly [string | null, string | null];
  /** Whether the workbook cannot be read before somebody decides. */
  readonly required: boolean;
  /** The first values below it. */
  readonly sample: readonly string[];
}

/** What was chosen for a label: grades and agencies have a code. */
export interface Choice {
  readonly means: Chosen;
  readonly code: string;
}

const asked = new Map([
  ['unknown_label', true],
  ['unrecognised_column', false],
]);

/** The labels about which a dry run asks, each once, by sheet and column. */
export function unknownLabels({ recognised, diagnostics }: DryRun): readonly UnknownLabel[] {
  const found = new Map<string, UnknownLabel>();
  for (const { sheet, role, columns } of recognised ?? []) {
    for (const { column, label, means, sample } of columns) {
      if (means !== 'unknown') continue;
      const finding = diagnostics.find(
        (one) => one.sheet === sheet && asked.has(one.code) && cellOf(one)?.column === column,
      );
      const [upper = null, lower = null] = label;
      const key = JSON.stringify([role, upper, lower]);
      if (finding === undefined || found.has(key)) continue;
      const required = asked.get(finding.code) === true;
      found.set(key, { key, role, sheet, label: [upper, lower], required, sample });
    }
  }
  return [...found.values()];
}

/** What can be chosen for a label: a whole group is an agency, the rest is said of a column. */
export function choicesFor({ label: [upper, lower] }: UnknownLabel): readonly Chosen[] {
  if (lower === null) return ['agency', 'ignored'];
  return upper === null ? meanings.filter((means) => means !== 'agency') : meanings;
}

/** A code that a label suggests: its letters and digits, without what only says that it is seats. */
export function suggestedCode({ label: [upper, lower] }: UnknownLabel, means: Chosen): string {
  const text = (means === 'agency' ? upper : lower) ?? '';
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[^\p{L}\p{N}_.-]/gu, '');
  const code = means === 'grade' && plain.length > 1 ? plain.replace(/석$/, '') : plain;
  return code.slice(0, 32);
}

/** Whether a choice can be kept. */
export function isComplete({ means, code }: Choice): boolean {
  return (means !== 'grade' && means !== 'agency') || /^[\p{L}\p{N}_.-]{1,32}$/u.test(code);
}

/** The decision that a choice is. An agency is said of the whole group. */
export function decisionOf(
  { role, label: [upper, lower] }: UnknownLabel,
  { means, code }: Choice,
): LabelMeaning {
  const label = means === 'agency' ? [upper, null] : [upper, lower];
  return {
    sheet: role,
    label,
    means,
    ...(means === 'grade' ? { grade: code } : {}),
    ...(means === 'agency' ? { agency: code } : {}),
  };
}

/** The decisions together with new ones, which take the place of those about the same labels. */
export function withDecisions(
  present: readonly LabelMeaning[],
  decisions: readonly LabelMeaning[],
): LabelMeaning[] {
  const key = ({ sheet, label }: LabelMeaning) => JSON.stringify([sheet, ...label.map(normalised)]);
  const decided = new Map(decisions.map((decision) => [key(decision), decision]));
  return [...present.filter((decision) => !decided.has(key(decision))), ...decided.values()];
}

/** A label as the server compares it. */
function normalised(label: string | null): string | null {
  return label === null
    ? null
    : label
        .normalize('NFKC')
        .replace(/[\s\u200B-\u200D\uFEFF]/g, '')
        .toLowerCase();
}
