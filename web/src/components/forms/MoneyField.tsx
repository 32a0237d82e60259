import { useState } from 'react';
import { grouped } from '@/lib/decimal';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { parseMoney } from '@/lib/money';
import { minus } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { TextField } from './Field';
import type { FieldProps } from './Field';

const words = defineMessages({
  ko: { unit: '원', wrong: '금액을 읽을 수 없습니다. 예: 1억 2천, 12,000만, 120000000' },
  en: { unit: '₩', wrong: 'Not a valid amount. Examples: 120000000, 12,000만, 1억 2천' },
});

const shown = (won: number | null): string =>
  won === null ? '' : (won < 0 ? minus : '') + grouped(String(Math.abs(won)));

/**
 * An amount of won. It takes what people type (`1억 2천`, `12,000만`, `120000000`), says below what it understood,
 * and shows separators once the field is left. `onChange` gets whole won, null when empty, and nothing at all while
 * the text is no amount.
 */
export function MoneyField({
  value,
  onChange,
  onInvalid,
  help,
  error,
  ...rest
}: FieldProps & {
  value: number | null;
  onChange: (won: number | null) => void;
  /** Told whether the text is no amount, so that a form can hold back. */
  onInvalid: (invalid: boolean) => void;
  disabled?: boolean;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const [typed, setTyped] = useState<string>();
  const [left, setLeft] = useState(false);

  function type(text: string) {
    setTyped(text);
    const won = parseMoney(text);
    onInvalid(won === undefined);
    if (won !== undefined) {
      setLeft(false);
      onChange(won);
    }
  }

  function leave() {
    if (typed === undefined) return;
    if (parseMoney(typed) === undefined) setLeft(true);
    else setTyped(undefined);
  }

  const unreadable = typed !== undefined && parseMoney(typed) === undefined;
  const understood =
    typed !== undefined && value !== null && !unreadable ? format.shortWon(value) : undefined;
  return (
    <TextField
      {...rest}
      inputMode="text"
      autoComplete="off"
      value={typed ?? shown(value)}
      onChange={type}
      onBlur={leave}
      after={t.unit}
      error={unreadable && (left || error !== undefined) ? t.wrong : error}
      help={understood ?? help}
    />
  );
}
