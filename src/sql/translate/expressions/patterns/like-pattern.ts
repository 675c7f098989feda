/** A piece of a pattern: a character, any one, or any number of any. */
export type PatternPiece = { readonly character: string } | 'one' | 'any';

/** Reads a pattern of LIKE; `escape` is empty where there is none. */
export function readLike(pattern: string, escape: string): PatternPiece[] {
  const pieces: PatternPiece[] = [];
  const characters = Array.from(pattern);
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] as string;
    const next = characters[at + 1];
    if (character === escape && next !== undefined) {
      pieces.push({ character: next });
      at += 1;
    } else pieces.push(character === '%' ? 'any' : character === '_' ? 'one' : { character });
  }
  return pieces;
}

/** Reads a pattern of GLOB; undefined where it has classes, which LIKE does not. */
export function readGlob(pattern: string): PatternPiece[] | undefined {
  const pieces: PatternPiece[] = [];
  let rest = pattern;
  while (rest !== '') {
    const single = /^\[([^\]^])\]/.exec(rest);
    const character = single?.[1] ?? Array.from(rest)[0] ?? '';
    if (single === null && character === '[') return undefined;
    if (single !== null) pieces.push({ character });
    else pieces.push(character === '*' ? 'any' : character === '?' ? 'one' : { character });
    rest = rest.slice(single?.[0].length ?? character.length);
  }
  return pieces;
}

/** A pattern of LIKE with a backslash before what would mean something. */
export const writeLike = (pieces: readonly PatternPiece[]): string =>
  pieces
    .map((piece) =>
      piece === 'any' ? '%' : piece === 'one' ? '_' : piece.character.replace(/[%_\\]/, (sign) => `\\${sign}`),
    )
    .join('');

/** A pattern of GLOB. */
export const writeGlob = (pieces: readonly PatternPiece[]): string =>
  pieces
    .map((piece) =>
      piece === 'any' ? '*' : piece === 'one' ? '?' : piece.character.replace(/[*?[]/, (sign) => `[${sign}]`),
    )
    .join('');

/** Whether case matters to it. */
export const hasLetters = (pieces: readonly PatternPiece[]): boolean =>
  pieces.some((piece) => typeof piece === 'object' && /\p{L}/u.test(piece.character));
