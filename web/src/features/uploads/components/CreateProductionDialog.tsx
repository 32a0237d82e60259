import { useId, useState } from 'react';
import type { Category } from '@/api/productions';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { Segmented } from '@/components/controls/Segmented';
import { TextField } from '@/components/forms/Field';
import { ProblemText } from '@/components/states/ProblemText';
import { useLabels } from '@/lib/i18n/useLabels';
import { useMessages } from '@/lib/i18n/messages';
import { useCreateProduction } from '../api/uploads';
import { readWorkbookName } from '../workbookName';
import { words } from '../words';
import styles from './uploads.module.css';
import { isDay } from '@/lib/days';

const categories: readonly Category[] = ['musical', 'play', 'concert'];

/** What codes most often begin with; only a first guess, which the person sees and can change. */
function guessed(code: string): Category {
  if (/^CO/i.test(code)) return 'concert';
  return /^PL/i.test(code) ? 'play' : 'musical';
}

/** Creates the production that a file is about, from what the file's name says. */
export function CreateProductionDialog({
  fileName,
  onCreated,
  onClose,
}: {
  fileName: string;
  onCreated: (name: string) => void;
  onClose: () => void;
}) {
  const t = useMessages(words);
  const label = useLabels();
  const form = useId();
  const read = readWorkbookName(fileName);
  const [code, setCode] = useState(read.productionCode ?? '');
  const [name, setName] = useState(read.title ?? '');
  const [category, setCategory] = useState<Category>(guessed(read.productionCode ?? ''));
  const [saleStart, setSaleStart] = useState('');
  const [saleEnd, setSaleEnd] = useState('');
  const create = useCreateProduction();
  const wrong = (field: string) => (create.error?.field(field) === undefined ? undefined : t.checkField);
  return (
    <Dialog
      title={t.create}
      busy={create.isPending}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form={form} busy={create.isPending}>
            {t.create}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate(
            {
              code: code.trim(),
              name: name.trim(),
              category,
              active: true,
              revenueBasis: 'booked',
              saleStart: isDay(saleStart) ? saleStart : null,
              saleEnd: isDay(saleEnd) ? saleEnd : null,
            },
            { onSuccess: (production) => onCreated(production.name) },
          );
        }}
      >
        <TextField label={t.productionName} value={name} onChange={setName} error={wrong('name')} />
        <TextField label={t.productionCode} value={code} onChange={setCode} error={wrong('code')} />
        <Segmented
          label={t.category}
          value={category}
          onChange={setCategory}
          options={categories.map((value) => ({ value, text: label('term', value) }))}
        />
        <div className={styles['two']}>
          <TextField
            label={t.saleStart}
            type="date"
            optional
            value={saleStart}
            onChange={setSaleStart}
            error={wrong('saleStart')}
          />
          <TextField
            label={t.saleEnd}
            type="date"
            optional
            value={saleEnd}
            onChange={setSaleEnd}
            error={wrong('saleEnd')}
          />
        </div>
        {create.error !== null && (
          <p role="alert" className="behind">
            {create.error.status === 409 ? t.codeTaken : <ProblemText problem={create.error} />}
          </p>
        )}
      </form>
    </Dialog>
  );
}
