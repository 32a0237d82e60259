/**
 * Texts that are edited in place and saved together. A draft remembers what it was based on, so that a save that
 * comes second (412) can be compared cell by cell: what nobody else touched is saved again by itself, the rest is
 * shown side by side.
 */
import { useEffect, useState } from 'react';
import { useAccount } from '@/api/account';
import { asProblem } from '@/api/problem';
import type { ApiProblem } from '@/api/problem';
import { useSay } from '@/components/layout/Notices';
import type { Instant } from '@/lib/days';
import { isConflict } from '@/lib/conflicts';
import { dropDraft, keepDraft, keptDraft } from '@/lib/drafts';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { counted } from '@/lib/i18n/plural';

const words = defineMessages({
  ko: { restored: (count: number) => `저장하지 않은 변경 ${count}칸을 되살렸습니다` },
  en: {
    restored: (count: number) => `Restored ${counted(count, 'unsaved change')}`,
  },
});

/** One text that was changed: what it was, and what it shall be. */
export interface Draft {
  readonly base: string;
  readonly value: string;
}

/** The drafts of one document, with the tag of the state that they began with. */
interface DraftDocument {
  readonly etag: string | undefined;
  readonly cells: Readonly<Record<string, Draft>>;
}

/** A document as the server has it now. */
export interface PresentDocument {
  readonly etag: string | undefined;
  readonly text: (cell: string) => string;
  /** Who saved last, and when. */
  readonly saved?: { readonly by: string; readonly at: Instant } | undefined;
}

/** A cell that two people changed. */
export interface Conflict {
  readonly document: string;
  readonly cell: string;
  readonly theirs: string;
  readonly mine: string;
  readonly saved: PresentDocument['saved'];
}

/** How documents are written and read again. */
export interface DraftStore {
  /** What the drafts are of, under which they outlive a session that ends. */
  readonly name: string;
  /** Writes texts, and answers the tag of the state that they made, as far as the server tells it. */
  readonly write: (
    document: string,
    texts: Readonly<Record<string, string>>,
    etag: string | undefined,
  ) => Promise<string | undefined>;
  readonly read: (document: string) => Promise<PresentDocument>;
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

type Documents = Readonly<Record<string, DraftDocument>>;

/** How often a save goes on after somebody saved other texts at the same moment. */
const mostTries = 3;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isDraft = (value: unknown): value is Draft =>
  isRecord(value) && typeof value['base'] === 'string' && typeof value['value'] === 'string';

const isDocument = (value: unknown): value is DraftDocument =>
  isRecord(value) && isRecord(value['cells']) && Object.values(value['cells']).every(isDraft);

/** What is kept of an earlier session, as far as it has the form of drafts. */
function documentsIn(kept: unknown): Documents {
  if (!isRecord(kept)) return {};
  return Object.fromEntries(
    Object.entries(kept).flatMap(([name, drafts]) => (isDocument(drafts) ? [[name, drafts] as const] : [])),
  );
}

const cellsIn = (documents: Documents): number =>
  Object.values(documents).reduce((sum, { cells }) => sum + Object.keys(cells).length, 0);

/** The cells that somebody else changed meanwhile, to something else than what is drafted. */
function conflictsOf(document: string, drafts: DraftDocument, present: PresentDocument): Conflict[] {
  return Object.entries(drafts.cells)
    .filter(([cell, { base, value }]) => isConflict({ base, mine: value, theirs: present.text(cell) }))
    .map(([cell, { value }]) => ({
      document,
      cell,
      theirs: present.text(cell),
      mine: value,
      saved: present.saved,
    }));
}

function rebased(drafts: DraftDocument, present: PresentDocument): DraftDocument {
  const cells = Object.entries(drafts.cells).map(
    ([cell, draft]) => [cell, { ...draft, base: present.text(cell) }] as const,
  );
  return { etag: present.etag, cells: Object.fromEntries(cells) };
}

/**
 * What is left to save after a write. A cell that was typed into meanwhile stays a draft, based on what was written;
 * so does one that was put back to what it was before.
 */
function remaining(
  now: DraftDocument | undefined,
  sent: DraftDocument,
  etag: string | undefined,
): DraftDocument {
  const cells = { ...now?.cells };
  for (const [cell, { base, value }] of Object.entries(sent.cells)) {
    const typed = now?.cells[cell]?.value ?? base;
    // The server keeps texts without the blanks around them.
    if (typed === value) Reflect.deleteProperty(cells, cell);
    else cells[cell] = { base: value.trim(), value: typed };
  }
  return { etag: etag ?? sent.etag, cells };
}

function withDocument(documents: Documents, name: string, drafts: DraftDocument): Documents {
  const rest = without(documents, name);
  return Object.keys(drafts.cells).length === 0 ? rest : { ...rest, [name]: drafts };
}

/**
 * Keeps drafts of several documents, saves them, and tells what others saved first. They outlive a session that ends:
 * whoever signs in again finds them.
 */
export function useTextDrafts(store: DraftStore) {
  const t = useMessages(words);
  const say = useSay();
  const { id: who } = useAccount();
  const { name } = store;
  const [documents, setDocuments] = useState<Documents>(() => documentsIn(keptDraft(who, name)));
  const [found] = useState(() => cellsIn(documents));
  useEffect(() => {
    if (found > 0) say(t.restored(found));
  }, [found, say, t]);
  useEffect(() => {
    if (cellsIn(documents) === 0) dropDraft(who, name);
    else keepDraft(who, name, documents);
  }, [documents, who, name]);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();

  const count = cellsIn(documents);

  function change(document: string, etag: string | undefined, cell: string, base: string, value: string) {
    setDocuments((now) => {
      const present = now[document] ?? { etag, cells: {} };
      const first = present.cells[cell]?.base ?? base;
      const others = without(present.cells, cell);
      const cells = value === first ? others : { ...others, [cell]: { base: first, value } };
      return withDocument(now, document, { ...present, cells });
    });
  }

  async function saveOne(document: string, drafts: DraftDocument): Promise<readonly Conflict[]> {
    const texts = (of: DraftDocument) =>
      Object.fromEntries(Object.entries(of.cells).map(([cell, { value }]) => [cell, value]));
    const settle = (sent: DraftDocument, etag: string | undefined) =>
      setDocuments((now) => withDocument(now, document, remaining(now[document], sent, etag)));
    let next = drafts;
    for (let tried = 1; ; tried += 1) {
      if (next.etag !== undefined) {
        try {
          settle(next, await store.write(document, texts(next), next.etag));
          return [];
        } catch (error) {
          if (!asProblem(error).outdated || tried > mostTries) throw error;
        }
      }
      // Somebody saved first, or the texts were read without a tag: they are compared cell by cell.
      const present = await store.read(document);
      const found = conflictsOf(document, next, present);
      next = rebased(next, present);
      if (found.length > 0) {
        // What was typed since then is based on the same state.
        setDocuments((now) => ({ ...now, [document]: rebased(now[document] ?? drafts, present) }));
        return found;
      }
    }
  }

  async function save(given: Documents = documents): Promise<boolean> {
    setBusy(true);
    setProblem(undefined);
    try {
      const found: Conflict[] = [];
      for (const [document, drafts] of Object.entries(given))
        found.push(...(await saveOne(document, drafts)));
      setConflicts(found);
      return found.length === 0;
    } catch (error) {
      setProblem(asProblem(error));
      return false;
    } finally {
      setBusy(false);
    }
  }

  /** Takes what was decided for each conflict, by its place in the list, and saves what remains. */
  async function decide(mine: readonly boolean[]) {
    let next = documents;
    conflicts.forEach(({ document, cell }, index) => {
      const drafts = next[document];
      if (drafts === undefined || mine[index] === true) return;
      next = withDocument(next, document, { ...drafts, cells: without(drafts.cells, cell) });
    });
    setDocuments(next);
    setConflicts([]);
    return save(next);
  }

  return {
    count,
    busy,
    problem,
    conflicts,
    /** The cells of a document that are drafted. */
    cells: (document: string): readonly string[] => Object.keys(documents[document]?.cells ?? {}),
    draft: (document: string, cell: string): Draft | undefined => documents[document]?.cells[cell],
    change,
    save: () => save(),
    decide,
    postpone: () => setConflicts([]),
    reset: () => {
      setDocuments({});
      setProblem(undefined);
    },
    /** Gives the drafts up, as somebody leaves the page without saving them. */
    leave: () => dropDraft(who, name),
  };
}

/** What `useTextDrafts` answers. */
export type TextDrafts = ReturnType<typeof useTextDrafts>;
