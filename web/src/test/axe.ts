import axe from 'axe-core';

/** What axe finds in a part of a page, without what needs a browser's eyes or the rest of the page. */
export async function axeFindings(part: Element): Promise<string[]> {
  const { violations } = await axe.run(part, {
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
