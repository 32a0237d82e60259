/**
 * The tooltip of a chart, made of elements and never of markup: what people wrote into notes stays text, whatever it
 * looks like.
 */

/** One line: what it is, and its figure. */
export interface TooltipLine {
  readonly name: string;
  readonly value?: string;
}

/** A heading with lines below. */
export function tooltipBox(title: string, lines: readonly TooltipLine[]): HTMLElement {
  const box = document.createElement('div');
  const head = box.appendChild(document.createElement('b'));
  head.textContent = title;
  for (const { name, value } of lines) {
    const line = box.appendChild(document.createElement('div'));
    Object.assign(line.style, { display: 'flex', justifyContent: 'space-between', gap: '16px' });
    line.appendChild(document.createElement('span')).textContent = name;
    if (value !== undefined) line.appendChild(document.createElement('span')).textContent = value;
  }
  return box;
}
