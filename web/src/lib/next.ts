/**
 * Where to go after signing in: the `next` of the address when it is a page of ours. Anything else, such as the
 * address of another site, would make the sign-in a trap.
 */
export function nextPage(search: URLSearchParams): string {
  const next = search.get('next') ?? '/';
  const address = safeUrl(next);
  if (address?.origin !== window.location.origin) return '/';
  // `/.//elsewhere.example/` becomes a path that a browser would take for another site.
  return address.pathname.startsWith('//') ? '/' : address.pathname + address.search + address.hash;
}

function safeUrl(text: string): URL | undefined {
  if (!text.startsWith('/')) return undefined;
  try {
    return new URL(text, window.location.origin);
  } catch {
    return undefined;
  }
}
