/** Codes of productions: they keep their spelling, and are the same in any case. */

/** The form in which codes are compared. */
export function foldedCode(code: string): string {
  return code.toLowerCase();
}

/** Whether both stand for the same production. */
export function sameCode(one: string | null | undefined, other: string | null | undefined): boolean {
  if (one === null || one === undefined || other === null || other === undefined) return false;
  return foldedCode(one) === foldedCode(other);
}
