import {
  AutocompleteArrayInput,
  BooleanInput,
  email,
  FormDataConsumer,
  required,
  SelectInput,
  TextInput,
} from 'react-admin';
import { usePermissions } from '@/api/account';
import { useProductions } from '@/api/productions';
import { useMessages } from '@/lib/i18n/messages';
import { roles } from '../choices';
import styles from '../office.module.css';
import { words } from '../words';

/** Who a user is and what the user may see and do. The address stays what it was entered as. */
export function UserFields({ entered = false }: { entered?: boolean }) {
  const t = useMessages(words);
  const { master } = usePermissions();
  const choices = master ? roles : roles.filter((one) => one === 'member');
  return (
    <div className={styles['sections']}>
      <div className={styles['fields']}>
        <TextInput
          source="email"
          type="email"
          label={t.email}
          validate={[required(), email()]}
          disabled={entered}
          autoComplete="off"
          helperText={false}
        />
        <TextInput source="name" label={t.name} validate={required()} autoComplete="off" helperText={false} />
        <SelectInput
          source="role"
          label={t.role}
          defaultValue="member"
          validate={required()}
          choices={choices.map((id) => ({ id, name: t[id] }))}
          helperText={master ? false : t.roleHelp}
        />
        <BooleanInput source="active" label={t.active} defaultValue={true} helperText={t.deactivates} />
      </div>
      <FormDataConsumer>
        {({ formData }) => {
          const { role, allProductions } = formData as { role?: unknown; allProductions?: unknown };
          return role === undefined || role === 'member' ? (
            <Grants all={allProductions === true} />
          ) : (
            <p className="quiet">{t.everything}</p>
          );
        }}
      </FormDataConsumer>
    </div>
  );
}

/** What a member sees and does; the others see and do everything. */
function Grants({ all }: { all: boolean }) {
  const t = useMessages(words);
  const productions = useProductions();
  return (
    <fieldset className={styles['section']}>
      <legend>{t.capabilities}</legend>
      <div className={styles['fields']}>
        <BooleanInput source="canUpload" label={t.canUpload} defaultValue={false} helperText={false} />
        <BooleanInput
          source="canManageProductions"
          label={t.canManageProductions}
          defaultValue={false}
          helperText={false}
        />
        <BooleanInput
          source="allProductions"
          label={t.allProductions}
          defaultValue={false}
          helperText={false}
        />
        {!all && (
          <div className={styles['wide']}>
            <AutocompleteArrayInput
              source="productionIds"
              label={t.grantedProductions}
              choices={productions.map(({ id, name, code }) => ({ id, name: `${name} (${code})` }))}
              defaultValue={[]}
              helperText={false}
              fullWidth
            />
          </div>
        )}
      </div>
    </fieldset>
  );
}
