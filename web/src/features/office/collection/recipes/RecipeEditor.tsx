import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import type { UIEvent } from 'react';
import { classes } from '@/components/classes';
import { Button } from '@/components/controls/Button';
import { useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import styles from './recipes.module.css';
import type { Fault } from './useFaults';
import { words } from './words';

/** How far the check of the text is; where it failed, nobody knows of faults. */
type Checked = 'under way' | 'done' | 'failed';

/**
 * A text with its lines numbered, those with a fault marked, and every fault beneath; pressing one goes to its line.
 * Tab leaves the text, as everywhere.
 */
export function RecipeEditor({
  text,
  faults,
  checked,
  onChange,
  onCheck,
}: {
  text: string;
  faults: readonly Fault[];
  checked: Checked;
  onChange: (text: string) => void;
  /** Has the text checked again. */
  onCheck: () => void;
}) {
  const t = useMessages(words);
  const language = useLanguage();
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const wrong = new Set(faults.map(({ line }) => line));
  const lines = text.split('\n').length;
  const follow = ({ currentTarget }: UIEvent<HTMLTextAreaElement>) => {
    if (gutter.current !== null) gutter.current.scrollTop = currentTarget.scrollTop;
  };
  const goTo = (line: number) => {
    const found = area.current;
    if (found === null) return;
    const before = text.split('\n').slice(0, line - 1);
    const begin = before.reduce((length, one) => length + one.length + 1, 0);
    const end = begin + (text.split('\n')[line - 1]?.length ?? 0);
    found.focus();
    found.setSelectionRange(begin, end);
    found.scrollTop = Math.max(0, (line - 5) * lineHeightOf(found));
  };
  return (
    <>
      <div className={styles['editor']}>
        <div ref={gutter} className={styles['gutter']} aria-hidden>
          {Array.from({ length: lines }, (_, place) => place + 1).map((line) => (
            <span key={line} className={classes(wrong.has(line) && styles['wrong'])}>
              {line}
            </span>
          ))}
        </div>
        <textarea
          ref={area}
          className={styles['text']}
          aria-label={t.text}
          aria-describedby="recipe-faults"
          aria-invalid={faults.length > 0 || undefined}
          value={text}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onScroll={follow}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <div id="recipe-faults" role="status" className={styles['faults']}>
        {faults.length === 0 ? (
          <NoFaults checked={checked} onCheck={onCheck} />
        ) : (
          <>
            <p className={styles['count']}>
              <TriangleAlert aria-hidden />
              {t.faults(faults.length)}
            </p>
            <ol>
              {faults.map(({ line, key, message }, place) => (
                <li key={`${place} ${line} ${key}`}>
                  <button type="button" onClick={() => goTo(line)}>
                    <strong>{t.line(line)}</strong> {message[language]}
                  </button>
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </>
  );
}

/** That no fault is known: there is none, or nobody has found out. */
function NoFaults({ checked, onCheck }: { checked: Checked; onCheck: () => void }) {
  const t = useMessages(words);
  switch (checked) {
    case 'under way':
      return <p className="caption">{t.checking}</p>;
    case 'done':
      return (
        <p className={classes('caption', styles['fine'])}>
          <CircleCheck aria-hidden />
          {t.fine}
        </p>
      );
    case 'failed':
      return (
        <p className="caption row">
          <CircleHelp aria-hidden />
          {t.unchecked}
          <Button small onClick={onCheck}>
            {t.checkAgain}
          </Button>
        </p>
      );
  }
}

function lineHeightOf(area: HTMLTextAreaElement): number {
  const height = Number.parseFloat(getComputedStyle(area).lineHeight);
  return Number.isNaN(height) ? 20 : height;
}
