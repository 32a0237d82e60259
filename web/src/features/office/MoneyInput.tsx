import { useRef } from 'react';
import { useInput, useTranslate } from 'react-admin';
import { MoneyField } from '@/components/forms/MoneyField';

/**
 * An amount of won in a react-admin form, typed as people write it: `1억 2천`. While the text is no amount the form
 * holds back, since its value is still the last one that could be read.
 */
export function MoneyInput({ source, label, help }: { source: string; label: string; help?: string }) {
  const translate = useTranslate();
  const unreadable = useRef(false);
  const { field, fieldState } = useInput<number | null>({
    source,
    // The field says it in its own words; the form only has to know that something is wrong.
    validate: () => (unreadable.current ? 'ra.message.invalid_form' : undefined),
  });
  const error = fieldState.error?.message;
  return (
    <MoneyField
      label={label}
      optional
      help={help}
      error={error === undefined ? undefined : translate(error)}
      value={typeof field.value === 'number' ? field.value : null}
      onChange={field.onChange}
      onInvalid={(invalid) => {
        unreadable.current = invalid;
      }}
    />
  );
}
