import type { Position } from '../../errors/index.js';
import type { LiteralRows } from './literal-rows.js';
import { behindText } from '../lexer/position.js';
import type { Token } from '../lexer/token.js';

/** What a script is made of, in its order. */
export type ScriptPart = ScriptStatement | ClientLine | CopiedRows;

/** A statement, or some of the rows of an INSERT that is too long to be read at once. */
export interface ScriptStatement {
  readonly kind: 'statement';
  /** From its first token, a comment maybe, to its last that is none. */
  readonly text: string;
  /** Its tokens; their offsets count in `text`. Of rows of literals they are read where they are asked for. */
  readonly tokens: readonly Token[];
  /** Where it starts in the script. */
  readonly position: Position;
  /** Of an INSERT that was cut, from its second piece on: where the rows start in `text`, and where those stand in the script. */
  readonly rows?: { readonly start: Position; readonly position: Position };
  /** Of such a piece whose values are plain literals: where these are. */
  readonly literals?: LiteralRows;
}

/** A line for the client program: `\connect shop`, `DELIMITER ;;`, `.mode list`. */
export interface ClientLine {
  readonly kind: 'client-line';
  readonly text: string;
  readonly position: Position;
}

/** Whole lines of the rows behind COPY … FROM stdin, each with its end; the line that ends them is none of them. */
export interface CopiedRows {
  readonly kind: 'copied-rows';
  readonly text: string;
  readonly position: Position;
}

/** Where in the script a place of a statement's text stands. */
export function placeInScript({ position, rows }: ScriptStatement, place: Position): Position {
  const inRows =
    rows !== undefined &&
    (place.line > rows.start.line || (place.line === rows.start.line && place.column >= rows.start.column));
  if (!inRows) return behindText(position, place);
  const sameLine = place.line === rows.start.line;
  return behindText(rows.position, {
    line: place.line - rows.start.line + 1,
    column: sameLine ? place.column - rows.start.column + 1 : place.column,
  });
}
