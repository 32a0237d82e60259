/** Whether a password has a length that the server takes, counted in characters as people see them. */
export function passwordFits(password: string): boolean {
  const { length } = Array.from(password);
  return length >= 10 && length <= 200;
}
