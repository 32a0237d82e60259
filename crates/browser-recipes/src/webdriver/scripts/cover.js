// Covers what collect.js found at these places, and every field that was filled with a secret.
const [places] = arguments;
const visited = window[Symbol.for('fullhouse-visited')] || [];
const covered = (window[Symbol.for('fullhouse-covered')] ||= []);
const cover = (element) => {
  if (!element.style || element.hasAttribute('data-fullhouse-style')) return;
  element.setAttribute('data-fullhouse-style', element.getAttribute('style') ?? '\u0000');
  covered.push(element);
  const set = (name, value) => element.style.setProperty(name, value, 'important');
  set('transition', 'none');
  set('animation', 'none');
  set('text-shadow', 'none');
  set('color', 'transparent');
  set('-webkit-text-fill-color', 'transparent');
  // What is hidden loses the focus, and the next key with it.
  const isField = /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  if (!isField && !element.contains(document.activeElement)) set('visibility', 'hidden');
};
const coverAll = (element) => {
  const list = element.tagName === 'OPTION' ? element.closest('select') : null;
  for (const each of [list, element, ...element.querySelectorAll('*')]) if (each) cover(each);
};
for (const place of places) if (visited[place]) coverAll(visited[place]);
for (const field of document.querySelectorAll('[data-fullhouse-filled]')) cover(field);
return true;
