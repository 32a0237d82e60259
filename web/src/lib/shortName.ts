/** The beginning of a name, where there is no room for all of it: as many letters as are given. */
export function shortName(name: string, letters = 6): string {
  const all = Array.from(name);
  return all.length <= letters ? name : all.slice(0, letters).join('').trimEnd();
}
