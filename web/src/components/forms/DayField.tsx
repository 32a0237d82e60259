import { isDay } from '@/lib/days';
import type { Day } from '@/lib/days';
import { useTyped } from '@/lib/urlState';
import { TextField } from './Field';
import type { FieldProps } from './Field';

/** Longer than one takes between two digits of a year. */
const restMs = 900;

/**
 * A day that is applied once it has been typed: on Enter, when the field is left, or when typing has rested. What is
 * half typed stays in the field.
 */
export function DayField({
  value,
  onChange,
  ...rest
}: FieldProps & { value: Day; onChange: (day: Day) => void; min?: Day; max?: Day }) {
  const { text, type, flush } = useTyped(
    value,
    (typed) => {
      if (isDay(typed) && typed !== value) onChange(typed);
    },
    restMs,
  );
  return (
    <TextField
      {...rest}
      type="date"
      value={text}
      onChange={type}
      onBlur={flush}
      onKeyDown={(event) => {
        if (event.key === 'Enter') flush();
      }}
    />
  );
}
