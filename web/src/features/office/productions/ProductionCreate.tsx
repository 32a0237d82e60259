import { Create, SimpleForm } from 'react-admin';
import { FormToolbar } from '../FormToolbar';
import { ProductionFields, productionValues } from './ProductionFields';

/** Makes a production, and goes on with its form. */
export function ProductionCreate() {
  return (
    <Create title={false} redirect="edit" transform={productionValues}>
      <SimpleForm toolbar={<FormToolbar back="/office/productions" />} warnWhenUnsavedChanges>
        <ProductionFields />
      </SimpleForm>
    </Create>
  );
}
