/** Whether a text has letters of ASCII only: others may look like them, as the Cyrillic а like a. */
export function isAscii(text: string): boolean {
  return Array.from(text).every((letter) => (letter.codePointAt(0) ?? 0) < 0x80);
}
