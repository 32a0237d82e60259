import {
  AutocompleteArrayInput,
  BooleanInput,
  FormDataConsumer,
  required,
  SelectInput,
  TextInput,
} from 'react-admin';
import { useProductions } from '@/api/productions';
import { classes } from '@/components/classes';
import { useMessages } from '@/lib/i18n/messages';
import { destinationKinds } from '../choices';
import type { DestinationRecord } from '../dataProvider';
import styles from '../office.module.css';
import { useChannelName } from './names';
import { SecretInput } from './SecretInput';
import { words } from './words';

type Kind = DestinationRecord['kind'];

/** What the form has while it is filled in. */
interface Filled {
  readonly kind?: Kind;
  readonly allProductions?: boolean;
  readonly clearUrl?: boolean;
}

const lines = (addresses: unknown) => (Array.isArray(addresses) ? addresses.join('\n') : '');
const addressesOf = (text: string) => text.split('\n');

/** Where something is sent, what it may be told of, and what it receives. The kind of one that is there stays. */
export function DestinationFields({ opened }: { opened?: DestinationRecord }) {
  const t = useMessages(words);
  const channelName = useChannelName();
  const productions = useProductions();
  const help = {
    slack: t.slackHelp,
    production_slack: t.productionSlackHelp,
    mail: t.mailHelp,
    webhook: t.webhookHelp,
  };
  return (
    <FormDataConsumer>
      {({ formData }) => {
        const { kind = 'slack', allProductions = true, clearUrl = false } = formData as Filled;
        return (
          <div className={styles['sections']}>
            <div className={styles['fields']}>
              <SelectInput
                source="kind"
                label={t.destinationKind}
                defaultValue="slack"
                disabled={opened !== undefined}
                validate={required()}
                choices={destinationKinds.map((id) => ({ id, name: channelName(id) }))}
                helperText={false}
              />
              <TextInput
                source="name"
                label={t.name}
                autoComplete="off"
                validate={required()}
                helperText={false}
              />
              <p className={classes('quiet caption', styles['wide'])}>{help[kind]}</p>
            </div>
            {kind !== 'production_slack' && (
              <fieldset className={styles['section']}>
                <legend>{t.address}</legend>
                {kind === 'mail' && (
                  <TextInput
                    source="addresses"
                    label={t.addresses}
                    multiline
                    minRows={3}
                    format={lines}
                    parse={addressesOf}
                    validate={required()}
                    helperText={t.addressesHelp}
                    fullWidth
                  />
                )}
                {(kind === 'slack' || kind === 'webhook') && (
                  <TextInput
                    source="url"
                    type="url"
                    autoComplete="off"
                    label={t.url}
                    disabled={clearUrl}
                    validate={kind === 'webhook' && opened === undefined ? required() : []}
                    helperText={
                      opened?.hasAddress === true ? t.urlSet : kind === 'slack' ? t.urlCompany : t.urlHelp
                    }
                    fullWidth
                  />
                )}
                {kind === 'slack' && opened?.hasAddress === true && (
                  <BooleanInput source="clearUrl" label={t.clearUrl} helperText={false} />
                )}
                {kind === 'webhook' && <SecretInput source="secret" isSet={opened?.hasSecret === true} />}
              </fieldset>
            )}
            <fieldset className={styles['section']}>
              <legend>{t.named}</legend>
              <BooleanInput
                source="allProductions"
                label={t.allNamed}
                defaultValue={true}
                helperText={false}
              />
              {!allProductions && (
                <AutocompleteArrayInput
                  source="productionIds"
                  label={t.named}
                  choices={productions.map(({ id, name, code }) => ({ id, name: `${name} (${code})` }))}
                  defaultValue={[]}
                  helperText={false}
                  fullWidth
                />
              )}
            </fieldset>
            <fieldset className={styles['section']}>
              <legend>{t.takes}</legend>
              <div className={styles['fields']}>
                <BooleanInput
                  source="takesAlerts"
                  label={t.takesAlerts}
                  defaultValue={false}
                  helperText={t.takesAlertsHelp}
                />
                {kind === 'webhook' && (
                  <BooleanInput
                    source="takesSnapshots"
                    label={t.takesSnapshots}
                    defaultValue={false}
                    helperText={t.takesSnapshotsHelp}
                  />
                )}
              </div>
            </fieldset>
          </div>
        );
      }}
    </FormDataConsumer>
  );
}

/**
 * What a form says, as the server takes it: what its kind does not have is left out, an address that was not touched
 * stays, and with all productions none is named.
 */
export function destinationValues(values: object): Record<string, unknown> {
  const { clearUrl, url, secret, addresses, allProductions, productionIds, takesSnapshots, ...rest } =
    values as Record<string, unknown>;
  const { kind } = rest;
  const typed = (value: unknown) =>
    typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  const mails = Array.isArray(addresses) ? addresses.map(typed).filter((one) => one !== undefined) : [];
  const isWebhook = kind === 'webhook';
  const hasUrl = isWebhook || kind === 'slack';
  return {
    ...rest,
    url: hasUrl ? (clearUrl === true ? null : typed(url)) : undefined,
    secret: isWebhook ? typed(secret) : undefined,
    addresses: kind === 'mail' ? mails : undefined,
    takesSnapshots: isWebhook ? takesSnapshots === true : undefined,
    ...(allProductions === false
      ? { allProductions, productionIds: productionIds ?? [] }
      : { allProductions: true }),
  };
}
