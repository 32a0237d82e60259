import { useState } from 'react';
import { required, useInput } from 'react-admin';
import { Button } from '@/components/controls/Button';
import { TextField } from '@/components/forms/Field';
import { useSay } from '@/components/layout/Notices';
import { useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { anyRuleText } from '../rules';
import { words } from './words';

const secretBytes = 32;

/** A secret as Standard Webhooks writes them. */
function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(secretBytes));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}

/** What a webhook is signed with: it is typed or made here, and seen until it is saved. */
export function SecretInput({ source, isSet }: { source: string; isSet: boolean }) {
  const t = useMessages(words);
  const say = useSay();
  const language = useLanguage();
  const [made, setMade] = useState(false);
  const {
    field,
    fieldState: { error },
  } = useInput({ source, defaultValue: '', ...(isSet ? {} : { validate: required() }) });
  const value = typeof field.value === 'string' ? field.value : '';
  return (
    <TextField
      label={t.secret}
      value={value}
      optional={isSet}
      required={false}
      autoComplete="off"
      spellCheck={false}
      help={made ? t.secretMade : isSet ? t.secretSet : t.secretHelp}
      error={error === undefined ? undefined : anyRuleText(language, value === '' ? 'required' : 'malformed')}
      onChange={(next) => {
        setMade(false);
        field.onChange(next);
      }}
      onBlur={field.onBlur}
      after={
        made ? (
          <Button
            small
            onClick={async () => {
              await navigator.clipboard.writeText(value);
              say(t.copied);
            }}
          >
            {t.copy}
          </Button>
        ) : (
          <Button
            small
            onClick={() => {
              field.onChange(newSecret());
              setMade(true);
            }}
          >
            {t.makeSecret}
          </Button>
        )
      }
    />
  );
}
