/**
 * Whether two people changed the same thing to different things since both began: the one rule by which what somebody
 * typed is held against what somebody else saved first. All else is nobody's loss, and saved by itself.
 */
export function isConflict<T>(
  { base, mine, theirs }: { readonly base: T; readonly mine: T; readonly theirs: T },
  same: (one: T, other: T) => boolean = Object.is,
): boolean {
  return !same(theirs, base) && !same(theirs, mine);
}
