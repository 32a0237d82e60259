import { Plus } from 'lucide-react';
import {
  DataTable,
  FilterButton,
  List,
  SearchInput,
  SelectColumnsButton,
  SelectInput,
  SimpleList,
  TopToolbar,
} from 'react-admin';
import { LinkButton } from '@/components/controls/Button';
import { Chip } from '@/components/figures/Chip';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { usePhone } from '@/lib/useMediaQuery';
import { roles } from '../choices';
import type { UserRecord } from '../dataProvider';
import { words } from '../words';

const Column = DataTable.Col<UserRecord>;

function Actions() {
  const t = useMessages(words);
  return (
    <TopToolbar>
      <FilterButton disableSaveQuery />
      <SelectColumnsButton />
      <LinkButton kind="primary" icon={<Plus aria-hidden />} to="/office/users/create">
        {t.newUser}
      </LinkButton>
    </TopToolbar>
  );
}

/** Everybody who may sign in, or waits to. */
export function UserList() {
  const t = useMessages(words);
  const format = useFormat();
  const phone = usePhone();
  const may = ({ role, canUpload, canManageProductions }: UserRecord) => {
    if (role !== 'member') return t.all;
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
          <Column source="email" label={t.email} />
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
