// This document as HTML, without scripts and without what fields hold that people do not see.
const mask = '••••';
const page = document.documentElement.cloneNode(true);
// What a template holds is no child of it; and pages may forbid that scripts get texts.
for (const element of page.querySelectorAll('template,noscript,script')) (element.content ?? element).replaceChildren(mask);
for (const field of page.querySelectorAll('input[type=hidden],input[type=password],[data-fullhouse-filled]')) {
  if (field.hasAttribute('value')) field.setAttribute('value', mask);
  if (field.tagName === 'TEXTAREA') field.textContent = mask;
}
for (const element of page.querySelectorAll('[data-fullhouse-filled],[data-fullhouse-style]')) {
  element.removeAttribute('data-fullhouse-filled');
  element.removeAttribute('data-fullhouse-style');
}
// Whatever a page has made of the methods of texts, what is longer does not come.
const most = 4000000;
const html = '' + page.outerHTML;
const cut = html.length > most ? html.slice(0, most) : html;
return typeof cut === 'string' && cut.length <= most ? '<!DOCTYPE html>\n' + cut : '';
