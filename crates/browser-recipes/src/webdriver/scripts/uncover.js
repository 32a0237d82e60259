// Everything as it was.
for (const element of window[Symbol.for('fullhouse-covered')] || []) {
  const style = element.getAttribute('data-fullhouse-style');
  if (style === '\u0000') element.removeAttribute('style');
  else if (style !== null) element.setAttribute('style', style);
  element.removeAttribute('data-fullhouse-style');
}
delete window[Symbol.for('fullhouse-covered')];
delete window[Symbol.for('fullhouse-visited')];
return true;
