// The visible text of an element, cut. Whatever a page has made of the methods of texts, what is longer does not come.
const element = arguments[0];
const most = 1000000;
const text = '' + (element.innerText ?? element.textContent ?? '');
const cut = text.length > most ? text.slice(0, most) : text;
return typeof cut === 'string' && cut.length <= most ? cut : '';
