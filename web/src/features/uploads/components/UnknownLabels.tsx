import { useState } from 'react';
import { Button } from '@/components/controls/Button';
import { ProblemText } from '@/components/states/ProblemText';
import { useMessages } from '@/lib/i18n/messages';
import { useDecideLabels } from '../api/layouts';
import type { DryRun } from '../items';
import { choicesFor, decisionOf, isComplete, suggestedCode, unknownLabels } from '../labels';
import type { Choice, Chosen, UnknownLabel } from '../labels';
import { words } from '../words';
import styles from './uploads.module.css';

/** Asks what labels mean that nobody knows; what is known is not asked. Decided, the file is read again. */
export function UnknownLabels({ run, onDecided }: { run: DryRun; onDecided: () => void }) {
  const t = useMessages(words);
  const decide = useDecideLabels(run.productionId);
  const [choices, setChoices] = useState<Readonly<Record<string, Choice | undefined>>>({});
  const unknown = unknownLabels(run);
  if (unknown.length === 0) return null;
  const chosen = unknown.flatMap((label) => {
    const choice = choices[label.key];
    return choice === undefined ? [] : [{ label, choice }];
  });
  const lacks = unknown.some(({ key, required }) => required && choices[key] === undefined);
  const fits = chosen.length > 0 && chosen.every(({ choice }) => isComplete(choice));
  return (
    <form
      className={styles['place']}
      aria-label={t.labelsTitle}
      onSubmit={(event) => {
        event.preventDefault();
        if (!lacks && fits) {
          decide.mutate(
            chosen.map(({ label, choice }) => decisionOf(label, choice)),
            { onSuccess: onDecided },
          );
        }
      }}
    >
      <p>
        <b className="strong">{t.labelsTitle}</b> {t.labelsHelp}
      </p>
      <ul className={styles['labels']}>
        {unknown.map((label) => (
          <LabelRow
            key={label.key}
            label={label}
            choice={choices[label.key]}
            onChoice={(choice) => setChoices((others) => ({ ...others, [label.key]: choice }))}
          />
        ))}
      </ul>
      {decide.error !== null && (
        <p role="alert" className="behind">
          <ProblemText problem={decide.error} />
        </p>
      )}
      <div>
        <Button type="submit" disabled={lacks || !fits || decide.isPending}>
          {t.labelsSave}
        </Button>
      </div>
    </form>
  );
}

function LabelRow({
  label,
  choice,
  onChoice,
}: {
  label: UnknownLabel;
  choice: Choice | undefined;
  onChoice: (choice: Choice | undefined) => void;
}) {
  const t = useMessages(words);
  const name = label.label.filter((part) => part !== null).join(' › ');
  const said = { grade: t.meansGrade, agency: t.meansAgency, count: t.meansCount, won: t.meansWon };
  const text = (means: Chosen) => (means === 'ignored' ? t.meansIgnored : said[means]);
  const choose = (value: string) => {
    const means = choicesFor(label).find((one) => one === value);
    onChoice(means === undefined ? undefined : { means, code: suggestedCode(label, means) });
  };
  return (
    <li>
      <span className={styles['label']} data-required={label.required || undefined}>
        {name}
      </span>
      <span className="quiet">
        {label.sheet}
        {label.sample.length > 0 && ` · ${label.sample.join(', ')}`}
      </span>
      <select
        className={styles['select']}
        aria-label={t.meaningOf(name)}
        value={choice?.means ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{label.required ? t.meansChoose : t.meansLater}</option>
        {choicesFor(label).map((means) => (
          <option key={means} value={means}>
            {text(means)}
          </option>
        ))}
      </select>
      {(choice?.means === 'grade' || choice?.means === 'agency') && (
        <input
          className={styles['select']}
          aria-label={t.codeOf(name)}
          aria-invalid={isComplete(choice) ? undefined : true}
          maxLength={32}
          value={choice.code}
          onChange={(event) => onChoice({ ...choice, code: event.target.value.trim() })}
        />
      )}
    </li>
  );
}
