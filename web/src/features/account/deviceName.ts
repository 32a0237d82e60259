/**
 * A device in two words, from what its browser calls itself: enough to recognise one's own. `undefined` for what is
 * no browser.
 */
export function deviceName(userAgent: string | null): string | undefined {
  if (userAgent === null) return undefined;
  const browser = first(userAgent, [
    ['Edg/', 'Edge'],
    ['Whale/', 'Whale'],
    ['SamsungBrowser/', 'Samsung Internet'],
    ['Firefox/', 'Firefox'],
    ['Chrome/', 'Chrome'],
    ['CriOS/', 'Chrome'],
    ['Safari/', 'Safari'],
  ]);
  if (browser === undefined) return userAgent.split(/[\s/]/)[0] || undefined;
  const system = first(userAgent, [
    ['iPhone', 'iPhone'],
    ['iPad', 'iPad'],
    ['Android', 'Android'],
    ['Windows', 'Windows'],
    ['Mac OS X', 'Mac'],
    ['Linux', 'Linux'],
  ]);
  return system === undefined ? browser : `${browser} · ${system}`;
}

function first(text: string, names: readonly (readonly [string, string])[]): string | undefined {
  return names.find(([sign]) => text.includes(sign))?.[1];
}
