import { useState } from 'react';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { Segmented } from '@/components/controls/Segmented';
import { Field } from '@/components/forms/Field';
import { useMessages } from '@/lib/i18n/messages';
import type { Unit } from '../grid/amount';
import { words } from '../words';
import styles from './targets.module.css';

/** Takes copied cells where there is no keyboard; it stays open and says why when they do not fit. */
export function PasteDialog({
  where,
  onPaste,
  onClose,
}: {
  /** The first cell that is filled, in words. */
  where: string;
  /** Answers why the cells do not fit, or nothing when they went in; without a unit they tell it themselves. */
  onPaste: (text: string, unit: Unit | undefined) => string | undefined;
  onClose: () => void;
}) {
  const t = useMessages(words);
  const [text, setText] = useState('');
  const [unit, setUnit] = useState<'auto' | Unit>('auto');
  const [misfit, setMisfit] = useState<string>();
  return (
    <Dialog
      title={t.pasteTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.close}</Button>
          <Button
            kind="primary"
            onClick={() => {
              const why = onPaste(text, unit === 'auto' ? undefined : unit);
              setMisfit(why);
              if (why === undefined) onClose();
            }}
          >
            {t.pasteDo}
          </Button>
        </>
      }
    >
      <Field label={t.pasteText} help={t.pasteHelp(where)} error={misfit}>
        {(control) => (
          <textarea
            {...control}
            className={styles['area']}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="row wrapped">
        <span className="second">{t.pasteUnit}</span>
        <Segmented
          label={t.pasteUnit}
          value={unit}
          onChange={setUnit}
          options={[
            { value: 'auto', text: t.pasteAuto },
            { value: 'man', text: t.pasteMan },
            { value: 'won', text: t.pasteWon },
          ]}
        />
      </div>
    </Dialog>
  );
}
