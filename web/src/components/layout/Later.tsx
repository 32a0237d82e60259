import { startTransition, useEffect, useState } from 'react';
import type { ReactNode } from 'react';

/** Draws what lies below the fold once what is above it is seen, and bit by bit: nobody waits for it. */
export function Later({ children }: { children: ReactNode }) {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => startTransition(() => setDrawn(true)), []);
  return drawn && children;
}
