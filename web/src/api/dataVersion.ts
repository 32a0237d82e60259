/**
 * The newest state of the data that this page has seen. Every answer tells the version it was made from, and a
 * request that sends one is answered from it or newer. So a page never shows, after its own change or after an
 * event, figures from before, whichever server answers.
 */
let newest = 0;

export const dataVersionHeader = 'X-Data-Version';

/** The version to send, where one is known. */
export function knownDataVersion(): number | undefined {
  return newest > 0 ? newest : undefined;
}

/** Remembers a version that an answer or an event told. */
export function rememberDataVersion(told: string | null): void {
  const version = Number(told ?? Number.NaN);
  if (Number.isSafeInteger(version) && version > newest) newest = version;
}

/** Forgets it, when somebody else signs in. */
export function forgetDataVersion(): void {
  newest = 0;
}
