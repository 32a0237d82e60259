// Every text that a picture of this document could show and that is not covered. Which of them hold a secret is decided
// outside: no secret is given to a page's own world.
const visited = [];
const texts = [];
let size = 0;
let unmaskable = 0;
const isCovered = (element) => element?.closest?.('[data-fullhouse-style]') != null;
const isVisible = (element) => element.getClientRects().length > 0;
const take = (element, text) => {
  if (!element || !text || !text.trim() || isCovered(element)) return;
  size += text.length;
  visited.push(element);
  texts.push(text);
};
const visit = (root, isShadow) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!/^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(node.parentElement?.tagName || '')) take(node.parentElement || root.host, node.data);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.shadowRoot) visit(node.shadowRoot, true);
      const tag = node.tagName;
      if (/^(OBJECT|EMBED|FENCEDFRAME)$/.test(tag) && isVisible(node)) unmaskable += 1;
      if (isShadow && /^(IFRAME|FRAME)$/.test(tag) && isVisible(node)) unmaskable += 1;
      if (/^(INPUT|TEXTAREA)$/.test(tag)) {
        take(node, node.value);
        take(node, node.placeholder);
      } else if (node.childElementCount > 0 && !/^(HTML|HEAD|BODY|SELECT)$/.test(tag) && node.textContent.length <= 300) {
        take(node, node.textContent); // A word whose letters stand in several elements.
      }
    }
  }
};
visit(document.documentElement, false);
if (size > 2000000 || unmaskable > 0) return null;
window[Symbol.for('fullhouse-visited')] = visited;
return texts;
