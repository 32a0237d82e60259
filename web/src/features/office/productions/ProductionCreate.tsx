import { Create, SimpleForm } from 'react-admin';
import { useNavigate } from 'react-router';
import { useSay } from '@/components/layout/Notices';
import { useMessages } from '@/lib/i18n/messages';
import type { ProductionRecord } from '../dataProvider';
import { FormToolbar } from '../FormToolbar';
import { words } from '../words';
import { ProductionFields, productionValues } from './ProductionFields';

/** Makes a production, and goes on to its page, which says what comes next. */
export function ProductionCreate() {
  const t = useMessages(words);
  const say = useSay();
  const navigate = useNavigate();
  return (
    <Create<ProductionRecord>
      title={false}
      transform={productionValues}
      mutationOptions={{
        onSuccess: ({ code, name }) => {
          say(t.createdOne(name));
          void navigate(`/productions/${encodeURIComponent(code)}`);
        },
      }}
    >
      <SimpleForm toolbar={<FormToolbar back="/office/productions" />} warnWhenUnsavedChanges>
        <ProductionFields />
      </SimpleForm>
    </Create>
  );
}
