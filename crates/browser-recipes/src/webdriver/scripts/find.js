// Every visible element that a selector matches, at most 50.
const [how, what] = arguments;
const plain = (text) => (text || '').replace(/\s+/g, ' ').trim();
let found;
if (how === 'css') {
  found = [...document.querySelectorAll(what)];
} else if (how === 'xpath') {
  const matches = document.evaluate(what, document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
  found = Array.from({ length: matches.snapshotLength }, (_, place) => matches.snapshotItem(place));
  if (found.some((node) => node.nodeType !== Node.ELEMENT_NODE)) {
    throw new Error('is not a valid selector: it matches more than elements');
  }
} else {
  const named = 'a,button,label,summary,input[type=button],input[type=submit],input[type=reset],[role=button],[role=link],[role=tab],[role=menuitem]';
  found = [...document.querySelectorAll(named)].filter((element) => plain(element.innerText || element.value) === what);
}
const isVisible = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
return found.filter(isVisible).slice(0, 50);
