/** Saving a record from a form that keeps the state it was opened with. */
import { useState } from 'react';
import { useDataProvider, useUpdate } from 'react-admin';
import type { RaRecord } from 'react-admin';
import { useSay } from '@/components/layout/Notices';
import type { ApiProblem } from '@/api/problem';
import { isConflict } from '@/lib/conflicts';
import { useMessages } from '@/lib/i18n/messages';
import { changesOf, same } from './changes';
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

/** A field that two people changed. */
export interface FieldConflict {
  readonly field: string;
  readonly theirs: unknown;
  readonly mine: unknown;
}

/** A save that waits until each of its conflicts is decided, over the state that the server has now. */
interface Undecided<T> {
  readonly values: Values;
  readonly meta: SaveMeta;
  readonly present: T;
  readonly conflicts: readonly FieldConflict[];
}

/** How often a save goes on after somebody saved other fields at the same moment. */
const mostTries = 3;

/** The fields that were changed here, and since `base` saved elsewhere to something else. */
export function conflictsOf(changed: Values, base: Values, present: Values): FieldConflict[] {
  return Object.entries(changed)
    .map(([field, mine]) => ({ field, mine, theirs: present[field] }))
    .filter(({ field, mine, theirs }) => isConflict({ base: base[field], mine, theirs }, same));
}

/**
 * Saves over the state that the form was opened with. What somebody else saved meanwhile is compared field by field:
 * fields that only one of both changed are saved by themselves, the others are `conflicts` and never overwritten unseen.
 * `refused` is what another dialog has to ask about, or the form to tell; errors of fields go back into the form.
 */
export function useSaving<T extends RaRecord>(resource: string, opened: T, onSaved: (record: T) => void) {
  const t = useMessages(words);
  const say = useSay();
  const provider = useDataProvider();
  const [update] = useUpdate<T>();
  const [refused, setRefused] = useState<Refused>();
  const [undecided, setUndecided] = useState<Undecided<T>>();

  async function save(
    values: Values,
    meta: SaveMeta = {},
    base: RaRecord = opened,
    tried = 1,
  ): Promise<object | undefined> {
    try {
      const saved = await update(
        resource,
        {
          id: opened.id,
          data: { ...values, etag: base['etag'] as unknown } as unknown as Partial<T>,
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
      if (error.problem.outdated && tried <= mostTries) {
        const { data: present } = await provider.getOne<T>(resource, { id: opened.id });
        const conflicts = conflictsOf(changesOf(values, opened), base, present);
        if (conflicts.length === 0) return save(values, meta, present, tried + 1);
        setUndecided({ values, meta, present, conflicts });
        return undefined;
      }
      setRefused({ problem: error.problem, values });
      return error.body.errors;
    }
  }

  /** Takes what was decided for each conflict, by its place in the list, and saves the rest of the form. */
  async function decide(mine: readonly boolean[]): Promise<void> {
    if (undecided === undefined) return;
    const { values, meta, present, conflicts } = undecided;
    setUndecided(undefined);
    // What stays as it was opened is not sent.
    const left = conflicts.filter((_, index) => mine[index] !== true);
    const rest = {
      ...values,
      ...Object.fromEntries(left.map(({ field }) => [field, opened[field] as unknown])),
    };
    if (Object.keys(changesOf(rest, opened)).length === 0) onSaved(present);
    else await save(rest, meta, present);
  }

  return {
    save,
    refused,
    conflicts: undecided?.conflicts ?? [],
    decide,
    settle: () => {
      setRefused(undefined);
      setUndecided(undefined);
    },
  };
}
