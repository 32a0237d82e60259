import { useId } from 'react';
import { classes } from '@/components/classes';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import type { Draft } from './useTextDrafts';
import styles from './drafts.module.css';

const words = defineMessages({
  ko: { before: (text: string) => `저장된 값: ${text === '' ? '비어 있음' : text}` },
  en: { before: (text: string) => `Saved: ${text === '' ? 'empty' : text}` },
});

/** Longest text that the server takes for a note. */
const longest = 2000;

/** The field of the same column in the next row. */
function nextIn(column: string, field: HTMLElement): HTMLElement | undefined {
  const fields = [...(field.closest('table')?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
  return fields.slice(fields.indexOf(field) + 1).find(({ dataset }) => dataset['column'] === column);
}

/**
 * A text edited in place. It grows with what is written; a change that is not saved yet is marked, and tells what is
 * saved.
 */
export function DraftField({
  label,
  shown = false,
  value,
  draft,
  placeholder,
  column,
  onChange,
}: {
  label: string;
  /** Whether the label stands above; in tables the head of the column does. */
  shown?: boolean;
  /** What is saved. */
  value: string;
  draft: Draft | undefined;
  placeholder?: string;
  /** In tables: Enter goes on to the next field of this name, and Shift+Enter begins a line. */
  column?: string;
  onChange: (value: string) => void;
}) {
  const t = useMessages(words);
  const id = useId();
  return (
    <div
      className={classes(styles['draft'], shown && styles['framed'])}
      data-changed={draft !== undefined || undefined}
    >
      <label htmlFor={id} className={shown ? styles['label'] : 'spoken'}>
        {label}
      </label>
      <textarea
        id={id}
        rows={1}
        maxLength={longest}
        placeholder={placeholder}
        data-column={column}
        onKeyDown={(event) => {
          if (column === undefined || event.key !== 'Enter' || event.shiftKey) return;
          if (event.nativeEvent.isComposing) return;
          event.preventDefault();
          nextIn(column, event.currentTarget)?.focus();
        }}
        value={draft?.value ?? value}
        aria-describedby={draft === undefined ? undefined : `${id}-saved`}
        onChange={(event) => onChange(event.target.value)}
      />
      {draft !== undefined && (
        <span id={`${id}-saved`} className={styles['saved']}>
          {draft.base === '' ? t.before('') : <s>{draft.base}</s>}
        </span>
      )}
    </div>
  );
}
