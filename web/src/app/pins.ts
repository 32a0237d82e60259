/** The productions that one keeps in the menu, by code, on this device. */
import { stored, useStored } from '@/lib/stored';

function read(text: string | null): readonly string[] {
  try {
    const codes: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : [];
  } catch {
    return [];
  }
}

const pins = stored<readonly string[]>('fullhouse.pins', read, (codes) => JSON.stringify(codes));

/** The pinned codes, in the order they were pinned. */
export function usePins(): readonly string[] {
  return useStored(pins);
}

/** Pins a production, or takes it away. */
export function togglePin(code: string): void {
  const present = pins.get();
  pins.set(present.includes(code) ? present.filter((other) => other !== code) : [...present, code]);
}
