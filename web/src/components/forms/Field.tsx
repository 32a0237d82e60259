import { useId } from 'react';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import styles from './Field.module.css';

const words = defineMessages({ ko: { optional: '(선택)' }, en: { optional: '(optional)' } });

/** What every field has: a label above, help beneath, and an error that takes the help's place. */
export interface FieldProps {
  label: string;
  help?: ReactNode;
  error?: string | undefined;
  /** Required is the rule; what may stay empty says so. */
  optional?: boolean;
}

/** The frame of a field, for controls that have none of their own. `children` gets what ties label and help to it. */
export function Field({
  label,
  help,
  error,
  optional = false,
  children,
}: FieldProps & {
  children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
}) {
  const t = useMessages(words);
  const id = useId();
  const note = error ?? help;
  const noteId = `${id}-note`;
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>
        {label} {optional && <span className="quiet">{t.optional}</span>}
      </label>
      {children({
        id,
        ...(note === undefined ? {} : { 'aria-describedby': noteId }),
        ...(error === undefined ? {} : { 'aria-invalid': true }),
      })}
      {note !== undefined && (
        <p
          id={noteId}
          role={error === undefined ? undefined : 'alert'}
          className={styles[error === undefined ? 'help' : 'error']}
        >
          {note}
        </p>
      )}
    </div>
  );
}

/** A line of text, a password, an address, a day. The value is what is on the screen; forms convert on submit. */
export function TextField({
  label,
  help,
  error,
  optional = false,
  onChange,
  after,
  ...input
}: FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'id'> & {
    value: string;
    onChange: (value: string) => void;
    /** Inside of the field, behind the text: a unit, a button. */
    after?: ReactNode;
  }) {
  return (
    <Field label={label} help={help} error={error} optional={optional}>
      {(control) => (
        <span className={styles['box']}>
          <input
            type="text"
            required={!optional}
            {...input}
            {...control}
            onChange={(event) => onChange(event.target.value)}
          />
          {after !== undefined && <span className={styles['after']}>{after}</span>}
        </span>
      )}
    </Field>
  );
}
