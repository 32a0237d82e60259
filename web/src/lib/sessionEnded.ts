/**
 * Whether the session ended while the page was open, which the sign-in then says. It outlives the page that noticed,
 * not the tab.
 */
const key = 'fullhouse.ended';

export function rememberSessionEnded(): void {
  sessionStorage.setItem(key, '1');
}

export function forgetSessionEnded(): void {
  sessionStorage.removeItem(key);
}

export function sessionHasEnded(): boolean {
  return sessionStorage.getItem(key) !== null;
}
