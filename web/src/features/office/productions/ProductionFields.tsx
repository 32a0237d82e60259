import {
  BooleanInput,
  DateInput,
  FormDataConsumer,
  NumberInput,
  required,
  SelectInput,
  TextInput,
} from 'react-admin';
import { usePermissions } from '@/api/account';
import { inSeoul, isInstant } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { percent } from '@/lib/numbers';
import { categories } from '../choices';
import { MoneyInput } from '../MoneyInput';
import styles from '../office.module.css';
import { words } from '../words';
import { SeatGradesInput } from './SeatGradesInput';

/** An instant as the field shows it, in Seoul whatever the browser's zone is. */
function localTime(instant: unknown): string {
  if (!isInstant(instant)) return '';
  const { day, time } = inSeoul(instant);
  return `${day}T${time}`;
}

/** What the field says, as an instant in Seoul. */
function instantOf(local: string): string | null {
  return local === '' ? null : `${local}:00+09:00`;
}

/** A share as per cent, without the digits that binary fractions add. */
const asPercent = (share: unknown) => (typeof share === 'number' ? Math.round(share * 10_000) / 100 : '');

/** The reverse, to the four places that are kept. */
function shareOf(percent: unknown): number | null {
  const value = typeof percent === 'number' ? percent : Number.parseFloat(String(percent));
  return Number.isNaN(value) ? null : Math.round(value * 100) / 10_000;
}

/** Whether a share is so small that a fraction was meant: 0.7 for 70 %. */
function isDoubtfulShare(share: unknown): share is number {
  return typeof share === 'number' && share > 0 && share < 0.05;
}

/** Refuses a code that the server would refuse; what is empty is another rule's. */
function wellFormed(message: string) {
  return (code: unknown) =>
    typeof code !== 'string' || code === '' || /^[A-Za-z0-9.-]{1,32}$/.test(code) ? undefined : message;
}

/** Every field of a production. `webhook` says whether it has one, whose address is told to nobody. */
export function ProductionFields({ webhook = false }: { webhook?: boolean }) {
  const t = useMessages(words);
  const label = useLabels();
  const { administer } = usePermissions();
  return (
    <div className={styles['sections']}>
      <fieldset className={styles['section']}>
        <legend>{t.facts}</legend>
        <div className={styles['fields']}>
          <TextInput
            source="name"
            label={label('production', 'name')}
            validate={required()}
            helperText={false}
          />
          <TextInput
            source="code"
            label={label('production', 'code')}
            validate={[required(), wellFormed(t.codeWrong)]}
            helperText={t.codeHelp}
          />
          <SelectInput
            source="category"
            label={t.category}
            validate={required()}
            choices={categories.map((id) => ({ id, name: label('term', id) }))}
            helperText={t.categoryHelp}
          />
          <TextInput source="venue" label={label('production', 'venue')} helperText={false} />
          <NumberInput
            source="runningMinutes"
            label={label('production', 'runningMinutes')}
            min={1}
            max={1_440}
            helperText={false}
          />
          <BooleanInput
            source="active"
            label={label('production', 'active')}
            defaultValue={true}
            helperText={false}
          />
        </div>
      </fieldset>
      <fieldset className={styles['section']}>
        <legend>{t.periods}</legend>
        <div className={styles['fields']}>
          <DateInput source="saleStart" label={label('production', 'saleStart')} helperText={t.saleHelp} />
          <DateInput source="saleEnd" label={label('production', 'saleEnd')} helperText={false} />
          <DateInput source="runStart" label={label('production', 'runStart')} helperText={false} />
          <DateInput source="runEnd" label={label('production', 'runEnd')} helperText={false} />
          <DateInput source="previewEnd" label={label('production', 'previewEnd')} helperText={false} />
          <TextInput
            source="concertAt"
            type="datetime-local"
            label={label('production', 'concertAt')}
            format={localTime}
            parse={instantOf}
            helperText={false}
          />
        </div>
      </fieldset>
      <fieldset className={styles['section']}>
        <legend>{t.figures}</legend>
        <div className={styles['fields']}>
          <NumberInput
            source="seatsPerPerformance"
            label={label('production', 'seatsPerPerformance')}
            min={0}
            max={10_000_000}
            helperText={false}
          />
          <FormDataConsumer>
            {({ formData }: { formData: { targetShare?: unknown } }) => (
              <NumberInput
                source="targetShare"
                label={`${label('production', 'targetShare')} (%)`}
                min={0}
                max={100}
                step={0.01}
                format={asPercent}
                parse={shareOf}
                helperText={
                  isDoubtfulShare(formData.targetShare)
                    ? t.shareDoubt(percent(formData.targetShare, 2))
                    : t.shareHelp
                }
              />
            )}
          </FormDataConsumer>
          <MoneyInput source="breakEvenKrw" label={label('production', 'breakEvenKrw')} />
          <MoneyInput source="targetKrw" label={label('production', 'targetKrw')} help={t.targetHelp} />
          <MoneyInput
            source="productionCostKrw"
            label={label('production', 'productionCostKrw')}
            help={t.costHelp}
          />
          <SelectInput
            source="revenueBasis"
            label={label('production', 'revenueBasis')}
            defaultValue="booked"
            validate={required()}
            choices={[
              { id: 'booked', name: t.basisBooked },
              { id: 'deposited', name: t.basisDeposited },
            ]}
            helperText={t.basisHelp}
          />
          <div className={styles['wide']}>
            <SeatGradesInput source="seatGrades" />
          </div>
        </div>
      </fieldset>
      {administer && (
        <fieldset className={styles['section']}>
          <legend>{t.messages}</legend>
          <div className={styles['fields']}>
            <div className={styles['wide']}>
              <TextInput
                source="slackWebhookUrl"
                type="url"
                autoComplete="off"
                label={label('production', 'slackWebhookUrl')}
                helperText={webhook ? t.webhookSet : t.webhookHelp}
                fullWidth
              />
              {webhook && <BooleanInput source="clearWebhook" label={t.clearWebhook} helperText={false} />}
            </div>
          </div>
        </fieldset>
      )}
    </div>
  );
}

/** What a form of `ProductionFields` says, as the server takes it: an untouched webhook stays. */
export function productionValues(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { clearWebhook, slackWebhookUrl, ...rest } = values;
  const address = typeof slackWebhookUrl === 'string' && slackWebhookUrl !== '' ? slackWebhookUrl : undefined;
  return { ...rest, slackWebhookUrl: address ?? (clearWebhook === true ? null : undefined) };
}
