/** Saving a record from a form that keeps the state it was opened with. */
import { useState } from 'react';
import { useUpdate } from 'react-admin';
import type { RaRecord } from 'react-admin';
import { useSay } from '@/components/layout/Notices';
import type { ApiProblem } from '@/api/problem';
import { useMessages } from '@/lib/i18n/messages';
import { OfficeError } from './dataProvider';
import type { SaveMeta } from './dataProvider';
import { words } from './words';

/** Values of a form. */
export type Values = Readonly<Record<string, unknown>>;

/** A save that was refused, with what was to be saved. */
export interface Refused {
  readonly problem: ApiProblem;
  readonly values: Values;
}

/**
 * Saves over the state that the form was opened with: whatever is read meanwhile, somebody else's change is a conflict
 * and never overwritten unseen. `refused` is what a dialog has to ask about; errors of fields go back into the form.
 */
export function useSaving<T extends RaRecord>(
  resource: string,
  opened: T,
  onSaved: (record: T) => void,
): {
  save: (values: Values, meta?: SaveMeta) => Promise<object | undefined>;
  refused: Refused | undefined;
  settle: () => void;
} {
  const t = useMessages(words);
  const say = useSay();
  const [update] = useUpdate<T>();
  const [refused, setRefused] = useState<Refused>();

  async function save(values: Values, meta: SaveMeta = {}): Promise<object | undefined> {
    try {
      const saved = await update(
        resource,
        {
          id: opened.id,
          data: { etag: opened['etag'] as unknown, ...values } as unknown as Partial<T>,
          previousData: opened,
          meta,
        },
        { mutationMode: 'pessimistic', returnPromise: true },
      );
      setRefused(undefined);
      say(t.saved);
      if (saved !== undefined) onSaved(saved);
      return undefined;
    } catch (error) {
      if (!(error instanceof OfficeError)) throw error;
      setRefused({ problem: error.problem, values });
      return error.body.errors;
    }
  }
  return { save, refused, settle: () => setRefused(undefined) };
}
