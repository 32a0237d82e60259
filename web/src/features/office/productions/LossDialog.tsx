import type { components } from '@/api/generated/schema';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import styles from '../office.module.css';
import { words } from '../words';

/** Lists the targets and notes that a shorter sale period loses, before it does. */
export function LossDialog({
  loss,
  onConfirm,
  onClose,
}: {
  loss: components['schemas']['LossView'];
  onConfirm: () => unknown;
  onClose: () => void;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const { targets, weeks } = loss;
  const sum = targets.reduce((total, { targetKrw }) => total + targetKrw, 0);
  return (
    <ConfirmDialog danger title={t.loseTitle} verb={t.loseForce} onConfirm={onConfirm} onClose={onClose}>
      <p>{t.loseText}</p>
      {targets.length > 0 && (
        <>
          <p className="strong">
            {t.loseTargets(targets.length)} · {t.loseSum(format.shortWon(sum))}
          </p>
          <div
            className={styles['scroll']}
            tabIndex={0}
            role="region"
            aria-label={t.loseTargets(targets.length)}
          >
            <ul>
              {targets.map(({ date, targetKrw }) => (
                <li key={date}>
                  {format.day(date)} {format.exactWon(targetKrw)}
                </li>
              ))}
            </ul>
          </div>
        </>
      )}
      {weeks.length > 0 && (
        <>
          <p className="strong">{t.loseWeeks(weeks.length)}</p>
          <ul>
            {weeks.map((week) => (
              <li key={week}>{t.weekOf(format.day(week))}</li>
            ))}
          </ul>
        </>
      )}
    </ConfirmDialog>
  );
}
