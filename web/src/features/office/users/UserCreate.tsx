import { Create, SimpleForm } from 'react-admin';
import { useMessages } from '@/lib/i18n/messages';
import { FormToolbar } from '../FormToolbar';
import { words } from '../words';
import { UserFields } from './UserFields';

/** Makes a user, whose form then makes the link for the password. */
export function UserCreate() {
  const t = useMessages(words);
  return (
    <Create title={false} redirect="edit">
      <SimpleForm toolbar={<FormToolbar back="/office/users" />} warnWhenUnsavedChanges>
        <p className="quiet">{t.newUserHelp}</p>
        <UserFields />
      </SimpleForm>
    </Create>
  );
}
