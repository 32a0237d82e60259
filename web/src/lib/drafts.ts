/**
 * What somebody typed and has not saved. It is kept in this tab, so that it is still there after the session ended and
 * the same person signed in again, or after the page was loaded anew. Nobody else gets to see it: drafts of other people
 * are dropped as soon as somebody is signed in, and all of them by signing out.
 */
const prefix = 'fullhouse.draft ';

const keyOf = (who: string, what: string): string => `${prefix}${who} ${what}`;

/** Keeps a draft, such as the targets of one production, in the place of the one before. */
export function keepDraft(who: string, what: string, draft: unknown): void {
  try {
    sessionStorage.setItem(keyOf(who, what), JSON.stringify(draft));
  } catch {
    // Storage is full or closed: the draft lasts as long as its page.
  }
}

/** The draft that is kept; whoever reads it checks its form. */
export function keptDraft(who: string, what: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(who, what)) ?? 'null');
  } catch {
    return null;
  }
}

/** Forgets a draft that was saved or given up. */
export function dropDraft(who: string, what: string): void {
  sessionStorage.removeItem(keyOf(who, what));
}

/** Forgets every draft, save those of one person. */
export function dropDrafts(except?: string): void {
  for (const key of Object.keys(sessionStorage)) {
    if (!key.startsWith(prefix)) continue;
    if (except === undefined || !key.startsWith(keyOf(except, ''))) sessionStorage.removeItem(key);
  }
}
