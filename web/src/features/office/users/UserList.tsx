import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import {
  DataTable,
  FilterButton,
  List,
  SearchInput,
  SelectColumnsButton,
  SelectInput,
  SimpleList,
  TopToolbar,
  useRefresh,
} from 'react-admin';
import { api, body } from '@/api/client';
import { Button, LinkButton } from '@/components/controls/Button';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { Chip } from '@/components/figures/Chip';
import { useSay } from '@/components/layout/Notices';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { usePhone } from '@/lib/useMediaQuery';
import { roles } from '../choices';
import type { UserRecord } from '../dataProvider';
import { words } from '../words';
import { isAscii } from './address';

const Column = DataTable.Col<UserRecord>;

function Actions() {
  const t = useMessages(words);
  return (
    <TopToolbar>
      <FilterButton disableSaveQuery />
      <SelectColumnsButton />
      <RefuseAll />
      <LinkButton kind="primary" icon={<Plus aria-hidden />} to="/office/users/create">
        {t.newUser}
      </LinkButton>
    </TopToolbar>
  );
}

/** Deletes all registrations that wait, for days when strangers send them. */
function RefuseAll() {
  const t = useMessages(words);
  const say = useSay();
  const refresh = useRefresh();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button icon={<Trash2 aria-hidden />} onClick={() => setAsked(true)}>
        {t.refuseAll}
      </Button>
      {asked && (
        <ConfirmDialog
          danger
          title={t.refuseAllTitle}
          verb={t.remove}
          onClose={() => setAsked(false)}
          onConfirm={async () => {
            const { deleted } = await body(api.DELETE('/api/v1/users/waiting'));
            say(t.refusedAll(deleted));
            refresh();
          }}
        >
          {t.refuseAllText}
        </ConfirmDialog>
      )}
    </>
  );
}

/** An address; letters outside of ASCII may look like others, so they are pointed out. */
function Address({ email }: { email: string }) {
  const t = useMessages(words);
  return (
    <>
      {email}{' '}
      {!isAscii(email) && (
        <Chip tone="warning" title={t.otherLettersHelp}>
          {t.otherLetters}
        </Chip>
      )}
    </>
  );
}

/** Everybody who may sign in, or waits to. */
export function UserList() {
  const t = useMessages(words);
  const format = useFormat();
  const phone = usePhone();
  const may = ({ role, canUpload, canManageProductions }: UserRecord) => {
    if (role !== 'member') return t.everyRight;
    const rights = [canUpload ? t.canUpload : '', canManageProductions ? t.canManageProductions : ''];
    return rights.filter((right) => right !== '').join(', ') || t.viewOnly;
  };
  const sees = ({ role, allProductions, productionIds }: UserRecord) =>
    role !== 'member' || allProductions ? t.all : t.some(productionIds.length);
  const filters = [
    <SearchInput
      key="q"
      source="q"
      alwaysOn
      placeholder={t.search}
      slotProps={{ htmlInput: { 'aria-label': t.search } }}
    />,
    <SelectInput
      key="role"
      source="role"
      label={t.role}
      alwaysOn
      emptyText={t.optionalFilter}
      choices={roles.map((id) => ({ id, name: t[id] }))}
    />,
    <SelectInput
      key="active"
      source="active"
      label={t.active}
      alwaysOn
      emptyText={t.optionalFilter}
      choices={[
        { id: 'true', name: t.yes },
        { id: 'false', name: t.no },
      ]}
    />,
  ];
  return (
    <List<UserRecord>
      title={false}
      filters={filters}
      actions={<Actions />}
      sort={{ field: 'name', order: 'ASC' }}
      perPage={50}
      exporter={false}
      empty={false}
    >
      {phone ? (
        <SimpleList<UserRecord>
          rowClick="edit"
          primaryText={({ name }) => name}
          secondaryText={(user) => `${t[user.role]} · ${sees(user)} · ${user.active ? t.active : t.inactive}`}
        />
      ) : (
        <DataTable<UserRecord> rowClick="edit" bulkActionButtons={false}>
          <Column
            source="name"
            label={t.name}
            render={({ name }) => <span className="strong">{name}</span>}
          />
          <Column source="email" label={t.email} render={({ email }) => <Address email={email} />} />
          <Column source="role" label={t.role} render={({ role }) => t[role]} />
          <Column
            source="active"
            label={t.active}
            disableSort
            render={({ active }) => (
              <Chip tone={active ? 'good' : 'warning'}>{active ? t.active : t.inactive}</Chip>
            )}
          />
          <Column source="canUpload" label={t.capabilities} disableSort render={may} />
          <Column source="productionIds" label={t.grantedProductions} disableSort render={sees} />
          <Column source="createdAt" label={t.joined} render={({ createdAt }) => format.dayTime(createdAt)} />
        </DataTable>
      )}
    </List>
  );
}
