/** A number with its noun in English, which tells one from several: `1 change`, `2 changes`. Korean does not. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
