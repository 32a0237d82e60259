import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { SimpleForm, useDelete, useRedirect } from 'react-admin';
import { usePermissions } from '@/api/account';
import { Button, LinkButton } from '@/components/controls/Button';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { useSay } from '@/components/layout/Notices';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { Conflicts } from '../Conflicts';
import { OfficeError } from '../dataProvider';
import type { ProductionRecord } from '../dataProvider';
import { EditRecord } from '../EditRecord';
import { FormToolbar } from '../FormToolbar';
import { RefusalText } from '../RefusalText';
import { useSaving } from '../useSaving';
import type { Values } from '../useSaving';
import { words } from '../words';
import { LossDialog } from './LossDialog';
import { ProductionFields, productionValues } from './ProductionFields';
import { TemplateLink } from './TemplateLink';

/** Changes a production, or deletes it. */
export function ProductionEdit() {
  return (
    <EditRecord<ProductionRecord>>
      {(opened, open) => <Form key={opened.etag} opened={opened} onOpen={open} />}
    </EditRecord>
  );
}

function Form({ opened, onOpen }: { opened: ProductionRecord; onOpen: (record: ProductionRecord) => void }) {
  const label = useLabels();
  const t = useMessages(words);
  const saving = useSaving('productions', opened, onOpen);
  const { save, refused, settle } = saving;
  const { problem, values } = refused ?? {};
  const loss = problem?.document.wouldLose;

  return (
    <>
      <SimpleForm
        record={opened}
        onSubmit={(entered: object) => save(productionValues(entered as Values))}
        toolbar={
          <FormToolbar back="/office/productions">
            <DeleteProduction production={opened} />
          </FormToolbar>
        }
        warnWhenUnsavedChanges
      >
        <div className="row wrapped" style={{ width: '100%', marginBottom: 16 }}>
          <CategoryMark category={opened.category} />
          <h2>{opened.name}</h2>
          <span className="grow" />
          <TemplateLink production={opened} />
          <LinkButton to={`/productions/${opened.code}`}>{t.open}</LinkButton>
        </div>
        <ProductionFields webhook={opened.hasSlackWebhook} />
        {problem !== undefined && loss === undefined && (
          <p role="alert" className="behind">
            <RefusalText problem={problem} />
          </p>
        )}
      </SimpleForm>
      {loss !== undefined && values !== undefined && (
        <LossDialog
          loss={loss}
          onClose={settle}
          onConfirm={async () => {
            await save(values, { force: true });
          }}
        />
      )}
      <Conflicts
        saving={saving}
        fieldName={(field) => (field === 'category' ? t.category : label.any('production', field))}
      />
    </>
  );
}

/** Deletes a production; one that has snapshots only after a second question. */
function DeleteProduction({ production }: { production: ProductionRecord }) {
  const t = useMessages(words);
  const say = useSay();
  const redirect = useRedirect();
  const { administer } = usePermissions();
  const [remove] = useDelete<ProductionRecord, Error>();
  const [asked, setAsked] = useState<'plain' | 'snapshots'>();
  if (!administer) return null;

  async function drop(force: boolean): Promise<boolean> {
    try {
      await remove(
        'productions',
        { id: production.id, previousData: production, meta: { force } },
        { mutationMode: 'pessimistic', returnPromise: true },
      );
      return true;
    } catch (error) {
      if (error instanceof OfficeError && error.problem.code === 'has-snapshots') return false;
      throw error instanceof OfficeError ? error.problem : error;
    }
  }
  function leave() {
    say(t.deleted);
    redirect('list', 'productions');
  }
  return (
    <>
      <Button icon={<Trash2 aria-hidden />} onClick={() => setAsked('plain')}>
        {t.remove}
      </Button>
      {asked === 'plain' && (
        <ConfirmDialog
          key="plain"
          danger
          title={t.removeTitle(production.name)}
          verb={t.remove}
          onClose={() => setAsked((now) => (now === 'plain' ? undefined : now))}
          onConfirm={async () => {
            if (await drop(false)) leave();
            else setAsked('snapshots');
          }}
        >
          {t.removeText}
        </ConfirmDialog>
      )}
      {asked === 'snapshots' && (
        <ConfirmDialog
          key="snapshots"
          danger
          title={t.removeTitle(production.name)}
          verb={t.removeAll}
          onClose={() => setAsked(undefined)}
          onConfirm={async () => {
            await drop(true);
            leave();
          }}
        >
          {t.removeSnapshots}
        </ConfirmDialog>
      )}
    </>
  );
}
