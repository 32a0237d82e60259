/**
 * Labels at the ends of lines. They stand in a column of their own right of the plot, where there is no line and no
 * label of an axis, each as high as its value; two that would touch are moved apart.
 */
const fontSize = 11;
/** Said, as the library takes a letter's width for it otherwise, and labels that it moves apart still touch. */
const lineHeight = 15;
const gap = 8;

/** How a label at the end of a line is written. */
export const endLabel = { show: true, position: 'right', fontSize, lineHeight, fontWeight: 600 } as const;

/** Room for labels right of a plot, in px: for the widest of them. */
export function endLabelRoom(texts: readonly string[]): number {
  return gap + Math.ceil(Math.max(0, ...texts.map(widthOf)));
}

/** Measured by no font, which may come later: Hangul is as wide as it is high, letters and digits are narrower. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter >= '\u2e80' ? 1 : 0.65) * fontSize, 0);
}

/** Puts a label into the column, beside its point. */
export function besidePlot({ rect }: { readonly rect: { readonly y: number; readonly height: number } }) {
  return {
    x: '100%',
    y: rect.y + rect.height / 2,
    align: 'right',
    verticalAlign: 'middle',
    moveOverlap: 'shiftY',
  } as const;
}
