/** Whether the files are those that are live already, and were read alike. */
import type { DryRun } from './items';

async function sha256(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Compares the bytes with those of the upload that a run would replace, and what both tell: once somebody has decided
 * what a label means, the same bytes can tell another thing. Where the browser does not hash (a page without
 * TLS), nothing is known, and the server answers with the upload that is there.
 */
export async function isRepeat(files: readonly File[], { replaces, facts }: DryRun): Promise<boolean> {
  if (replaces === null || replaces.files.length !== files.length) return false;
  if (JSON.stringify(facts) !== JSON.stringify(replaces.facts)) return false;
  if (!('subtle' in crypto)) return false;
  const known = replaces.files.map((file) => file.sha256).toSorted();
  const sent = (await Promise.all(files.map(sha256))).toSorted();
  return known.every((hash, index) => hash === sent[index]);
}
