import { useState } from 'react';
import type { Production } from '@/api/productions';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { Field, TextField } from '@/components/forms/Field';
import { useSay } from '@/components/layout/Notices';
import { campaignKindNames, campaignKinds } from '@/components/reports/campaigns';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { ProblemText } from '@/components/states/ProblemText';
import { daysBetween, isDay } from '@/lib/days';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { usePair } from '@/lib/i18n/pair';
import { useLabels } from '@/lib/i18n/useLabels';
import { useRemoveCampaign, useSaveCampaign } from '../api/campaigns';
import type { Campaign } from '../api/campaigns';
import { words } from '../campaignWords';
import styles from './campaigns.module.css';

const longestText = 500;
const mostDays = 400;

/** A rate as per cent, without the digits that binary fractions add. */
const asPercent = (rate: number | null | undefined) =>
  rate === null || rate === undefined ? '' : String(Math.round(rate * 10_000) / 100);

/** Writes a memo of a day or a campaign of several, or shows it to whoever may not change it. */
export function CampaignDialog({
  production,
  present,
  day,
  editable,
  onClose,
}: {
  production: Production;
  /** The one that is changed; a new one without. */
  present?: Campaign;
  day: Day;
  editable: boolean;
  onClose: () => void;
}) {
  const t = useMessages(words);
  const pair = usePair();
  const label = useLabels();
  const say = useSay();
  const agencies = useScopedReport('agencies/sales').report.data?.items[0]?.agencies ?? [];
  const [kind, setKind] = useState(present?.kind ?? 'memo');
  const [from, setFrom] = useState<string>(present?.from ?? day);
  const [to, setTo] = useState<string>(present?.to ?? day);
  const [text, setText] = useState(present?.text ?? '');
  const [agency, setAgency] = useState(present?.agency ?? '');
  const [rate, setRate] = useState(asPercent(present?.rate));
  const [grades, setGrades] = useState<readonly string[]>(present?.grades ?? []);
  const save = useSaveCampaign(production.id, present);
  const remove = useRemoveCampaign(production.id);

  const memo = kind === 'memo';
  const last = memo ? from : to;
  const days = isDay(from) && isDay(last) ? daysBetween(from, last) + 1 : undefined;
  const wrong = days === undefined ? undefined : days < 1 ? t.order : days > mostDays ? t.tooLong : undefined;
  const share = rate.trim() === '' ? null : Number(rate) / 100;
  const ready =
    text.trim() !== '' &&
    days !== undefined &&
    wrong === undefined &&
    (share === null || (share >= 0 && share <= 1));
  const busy = save.isPending || remove.isPending;
  const problem = save.error ?? remove.error;
  const offered = [...new Set([...production.seatGrades.map(({ grade }) => grade), ...grades])];
  const known = agencies.some(({ agency: code }) => code === agency);

  function submit() {
    if (!ready || !isDay(from) || !isDay(last)) return;
    save.mutate(
      {
        kind,
        from,
        to: last,
        text: text.trim(),
        agency: memo || agency === '' ? null : agency,
        rate: memo ? null : share,
        grades: memo ? [] : [...grades],
      },
      {
        onSuccess: () => {
          say(t.saved);
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      title={present === undefined ? t.newTitle : t.changeTitle}
      busy={busy}
      onClose={onClose}
      actions={
        <>
          {editable && present !== undefined && (
            <Button
              kind="danger"
              disabled={busy}
              onClick={() =>
                remove.mutate(present, {
                  onSuccess: () => {
                    say(t.removed);
                    onClose();
                  },
                })
              }
            >
              {t.remove}
            </Button>
          )}
          <Button disabled={busy} onClick={onClose}>
            {t.cancel}
          </Button>
          {editable && (
            <Button kind="primary" disabled={!ready} busy={save.isPending} onClick={submit}>
              {t.save}
            </Button>
          )}
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field label={t.text}>
          {(control) => (
            <textarea
              {...control}
              required
              readOnly={!editable}
              rows={3}
              maxLength={longestText}
              className={styles['control']}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Field label={t.kind}>
          {(control) => (
            <select
              {...control}
              disabled={!editable}
              className={styles['control']}
              value={kind}
              onChange={(event) =>
                setKind(campaignKinds.find((one) => one === event.target.value) ?? 'other')
              }
            >
              {campaignKinds.map((one) => (
                <option key={one} value={one}>
                  {pair(campaignKindNames[one])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className={styles['days']}>
          <TextField
            label={memo ? t.day : t.from}
            type="date"
            readOnly={!editable}
            value={from}
            onChange={setFrom}
          />
          {!memo && (
            <TextField
              label={t.to}
              type="date"
              readOnly={!editable}
              min={from}
              value={to}
              error={wrong}
              onChange={setTo}
            />
          )}
        </div>
        {!memo && (
          <div className={styles['days']}>
            <Field label={t.agency} optional>
              {(control) => (
                <select
                  {...control}
                  disabled={!editable}
                  className={styles['control']}
                  value={agency}
                  onChange={(event) => setAgency(event.target.value)}
                >
                  <option value="">{t.everyAgency}</option>
                  {agency !== '' && !known && <option value={agency}>{agency}</option>}
                  {agencies.map(({ agency: code, name }) => (
                    <option key={code} value={code}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <TextField
              label={t.rate}
              type="number"
              optional
              readOnly={!editable}
              min={0}
              max={100}
              step={0.01}
              value={rate}
              onChange={setRate}
            />
          </div>
        )}
        {!memo && offered.length > 0 && (
          <fieldset className="row wrapped">
            <legend className="caption quiet">{t.grades}</legend>
            {offered.map((grade) => (
              <label key={grade} className="row">
                <input
                  type="checkbox"
                  disabled={!editable}
                  checked={grades.includes(grade)}
                  onChange={(event) =>
                    setGrades(
                      event.target.checked ? [...grades, grade] : grades.filter((other) => other !== grade),
                    )
                  }
                />
                {label.any('grade', grade)}
              </label>
            ))}
          </fieldset>
        )}
        {problem !== null && (
          <p role="alert" className="behind">
            {problem.outdated ? t.outdated : <ProblemText problem={problem} />}
          </p>
        )}
      </form>
    </Dialog>
  );
}
