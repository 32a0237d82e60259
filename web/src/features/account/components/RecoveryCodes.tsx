import { Copy, Printer } from 'lucide-react';
import { Button } from '@/components/controls/Button';
import { useSay } from '@/components/layout/Notices';
import { useMessages } from '@/lib/i18n/messages';
import { words } from '../safetyWords';
import styles from './safety.module.css';

/** Recovery codes, which are shown this once, to be printed or copied. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useMessages(words);
  const say = useSay();
  return (
    <>
      <p>{t.codesText}</p>
      <ol className={styles['codes']} aria-label={t.codesTitle}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="row">
        <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
          {t.print}
        </Button>
        <Button
          icon={<Copy aria-hidden />}
          onClick={async () => {
            await navigator.clipboard.writeText(codes.join('\n'));
            say(t.copied);
          }}
        >
          {t.copy}
        </Button>
      </div>
    </>
  );
}
