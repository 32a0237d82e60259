// What this document is like, and those around it as far as they are of the same site.
const captchas = '[class*=captcha i],[id*=captcha i],iframe[src*=recaptcha],iframe[src*=hcaptcha],iframe[src*="challenges.cloudflare.com"],iframe[src*=turnstile],iframe[src*=funcaptcha],iframe[src*=arkoselabs]';
const isVisible = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
const hasCaptcha = (page) =>
  [...page.querySelectorAll(captchas)].some(isVisible) || /자동\s?입력\s?방지|보안\s?문자/.test(page.body?.innerText || '');
const pages = [document];
for (let view = window; view !== view.parent; ) {
  view = view.parent;
  try {
    if (view.document) pages.push(view.document);
  } catch {
    break; // Of another site.
  }
}
return {
  hasCaptcha: pages.some(hasCaptcha),
  status: performance.getEntriesByType('navigation')[0]?.responseStatus || null,
  isError: location.protocol === 'chrome-error:',
  isFrame: window !== window.parent,
  // A document without an address of its own belongs to whoever made it.
  place: /^https?:$/.test(location.protocol) ? location.href : self.origin,
};
