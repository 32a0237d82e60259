// Says that there is no connection, in the place of the browser's own page, and does nothing else: it keeps no figure and
// no answer of the API, so that nobody is shown an old one.
const cacheName = 'fullhouse-offline-1';
const kept = ['/offline.html', '/offline.js', '/favicon.svg'];

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(kept.map((path) => new Request(path, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name))),
      )
      // A page is asked for while this starts, not after.
      .then(() => self.registration.navigationPreload?.enable())
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.mode === 'navigate') {
    const answer = Promise.resolve(event.preloadResponse).then((preloaded) => preloaded ?? fetch(request));
    event.respondWith(answer.catch(() => caches.match('/offline.html')));
    return;
  }
  // What the offline page is made of; everything else goes to the server by itself.
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || !kept.includes(pathname)) return;
  event.respondWith(fetch(request).catch(() => caches.match(pathname)));
});
