/** Slack's way of writing, as far as the server uses it: bold words, quoted lines, and three signs that are escaped. */

/** A piece of a line. */
export interface Piece {
  readonly text: string;
  readonly strong: boolean;
}

/** A line, and whether it is quoted. */
export interface Line {
  readonly quoted: boolean;
  readonly pieces: readonly Piece[];
}

const plain = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Reads a text. Signs that people typed are others by then, so that each star is the server's. */
export function linesOf(text: string): Line[] {
  return text.split('\n').map((line) => {
    const quoted = line.startsWith('> ');
    const parts = (quoted ? line.slice(2) : line).split('*');
    const pieces = parts.map((part, place) => ({ text: plain(part), strong: place % 2 === 1 }));
    return { quoted, pieces: pieces.filter((piece) => piece.text !== '') };
  });
}
