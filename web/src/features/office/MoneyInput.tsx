import { useInput, useTranslate } from 'react-admin';
import { MoneyField } from '@/components/forms/MoneyField';

/** An amount of won in a react-admin form, typed as people write it: `1억 2천`. */
export function MoneyInput({ source, label, help }: { source: string; label: string; help?: string }) {
  const translate = useTranslate();
  const { field, fieldState } = useInput<number | null>({ source });
  const error = fieldState.error?.message;
  return (
    <MoneyField
      label={label}
      optional
      help={help}
      error={error === undefined ? undefined : translate(error)}
      value={typeof field.value === 'number' ? field.value : null}
      onChange={field.onChange}
    />
  );
}
