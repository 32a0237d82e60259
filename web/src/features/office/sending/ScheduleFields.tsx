import {
  AutocompleteArrayInput,
  BooleanInput,
  FormDataConsumer,
  required,
  SelectInput,
  TextInput,
} from 'react-admin';
import { useProductions } from '@/api/productions';
import { useMessages } from '@/lib/i18n/messages';
import { isMessage, messageKinds } from '../choices';
import type { ScheduleRecord } from '../dataProvider';
import styles from '../office.module.css';
import { CronInput } from './CronInput';
import { useKindName } from './names';
import { useDestinations } from './useDestinations';
import { words } from './words';

/** Refuses a name that the server would refuse; what is empty is another rule's. */
const wellFormed = (message: string) => (name: unknown) =>
  typeof name !== 'string' || name === '' || /^[a-z0-9-]{1,40}$/.test(name) ? undefined : message;

/** What a schedule does, when, of which productions, to whom. Name and kind of one that is there stay. */
export function ScheduleFields({ opened }: { opened?: ScheduleRecord }) {
  const t = useMessages(words);
  const kindName = useKindName();
  const productions = useProductions();
  const { data: destinations = [] } = useDestinations();
  const kinds = opened === undefined ? messageKinds : [opened.kind];
  return (
    <div className={styles['sections']}>
      <div className={styles['fields']}>
        <SelectInput
          source="kind"
          label={t.kind}
          disabled={opened !== undefined}
          validate={required()}
          choices={kinds.map((id) => ({ id, name: kindName(id) }))}
          helperText={false}
        />
        <TextInput
          source="name"
          label={t.name}
          disabled={opened !== undefined}
          autoComplete="off"
          validate={[required(), wellFormed(t.nameWrong)]}
          helperText={opened === undefined ? t.nameHelp : false}
        />
      </div>
      <fieldset className={styles['section']}>
        <legend>{t.when}</legend>
        <CronInput source="cron" />
      </fieldset>
      <fieldset className={styles['section']}>
        <legend>{t.about}</legend>
        <BooleanInput
          source="allProductions"
          label={t.allProductions}
          defaultValue={true}
          helperText={false}
        />
        <FormDataConsumer>
          {({ formData }) =>
            (formData as { allProductions?: unknown }).allProductions === false && (
              <AutocompleteArrayInput
                source="productionIds"
                label={t.about}
                choices={productions.map(({ id, name, code }) => ({ id, name: `${name} (${code})` }))}
                defaultValue={[]}
                helperText={false}
                fullWidth
              />
            )
          }
        </FormDataConsumer>
      </fieldset>
      {opened === undefined || isMessage(opened.kind) ? (
        <>
          <AutocompleteArrayInput
            source="destinationIds"
            label={t.to}
            choices={destinations.map(({ id, name }) => ({ id, name }))}
            defaultValue={[]}
            helperText={t.toHelp}
            fullWidth
          />
          <BooleanInput
            source="attachXlsx"
            label={t.attachXlsx}
            defaultValue={false}
            helperText={t.attachXlsxHelp}
          />
        </>
      ) : (
        <p className="quiet">{t.toOthers}</p>
      )}
    </div>
  );
}

/** What a form says, as the server takes it: with all productions none is named. */
export function withProductions(values: object): Record<string, unknown> {
  const { allProductions, productionIds, ...rest } = values as Record<string, unknown>;
  return allProductions === false
    ? { ...rest, allProductions, productionIds: productionIds ?? [] }
    : { ...rest, allProductions: true };
}
