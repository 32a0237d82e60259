import { useLabels } from './useLabels';

/** What an upload tells of where it came from. */
export interface Sent {
  /** Whoever sent it, or said yes to what was collected. */
  readonly uploadedBy: { readonly name: string } | null;
  /** What it was collected from; null of what people sent. */
  readonly source: { readonly name: string } | null;
}

/** Names whoever sent an upload, and the source of one that was collected; undefined where neither is known. */
export function useSender(): (sent: Sent) => string | undefined {
  const label = useLabels();
  return ({ uploadedBy, source }) => {
    const person = uploadedBy?.name;
    const name = source?.name;
    if (name === undefined) return person;
    const named = `${label('upload', 'source')}: ${name}`;
    return person === undefined ? named : `${person} · ${named}`;
  };
}
