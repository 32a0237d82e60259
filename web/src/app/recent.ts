/** The productions that were looked at last, by code, on this device. */
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { stored, useStored } from '@/lib/stored';

const most = 5;

function read(text: string | null): readonly string[] {
  try {
    const codes: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(codes) ? codes.filter((code) => typeof code === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

const recent = stored<readonly string[]>('fullhouse.recent', read, (codes) => JSON.stringify(codes));

/** The codes, the last one first. */
export function useRecent(): readonly string[] {
  return useStored(recent);
}

/** Notes the production that the address names. */
export function useNoteRecent(): void {
  const { pathname } = useLocation();
  const code = /^\/productions\/([^/]+)/.exec(pathname)?.[1];
  useEffect(() => {
    if (code === undefined) return;
    const name = decodeURIComponent(code);
    recent.set([name, ...recent.get().filter((other) => other !== name)].slice(0, most));
  }, [code]);
}
