// Sets the chosen colour scheme before the first paint, so that a dark page never flashes white. It is a file of
// its own because the content policy allows no script inside the page. `src/lib/theme/scheme.ts` writes the key.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('fullhouse.scheme');
  } catch {
    // Storage is closed to this page: the system's scheme counts.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.scheme = dark ? 'dark' : 'light';
})();
