import { DragomanError, type Position } from '../../errors/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { behindText, positionAt } from '../lexer/position.js';
import { isPunctuation, type Token } from '../lexer/token.js';
import { tokenize } from '../lexer/tokenize.js';
import { BodyTracker } from './body-tracker.js';

/** One statement of a SQL text. */
export interface StatementText {
  /** From its first token, a comment maybe, to its last that is none; without the semicolon. */
  readonly text: string;
  /** Offset of `text` in the SQL text that was split, in UTF-16 units. */
  readonly start: number;
  /** Offset behind `text` there. */
  readonly end: number;
  /** Where `text` starts there, by line and column. */
  readonly position: Position;
  /** Its tokens, with comments; their offsets count in the SQL text that was split. */
  readonly tokens: readonly Token[];
}

/** The client's command that says what ends the statements behind it. */
const DELIMITER = /^DELIMITER\s+(\S+)/i;

/** Lines for the client and the rows of COPY are comments to the lexer, and nothing that a server reads. */
export function isClientText({ kind, text }: Token): boolean {
  return kind === 'comment' && !/^(?:--|#|\/\*)/.test(text);
}

/**
 * Splits a SQL text at its semicolons, but for those in the bodies of triggers and routines.
 * What has no token but comments is left out.
 *
 * @throws DragomanError what `tokenize` throws, and `SQL_SYNTAX` for a statement that ends inside
 *   an executable comment.
 */
export function splitStatements(sql: string, dialect: Dialect): StatementText[] {
  const lines = new LineCounter(sql);
  const statements: StatementText[] = [];
  let tokens: Token[] = [];
  let body = new BodyTracker(dialect);
  const close = (): void => {
    const last = tokens.findLastIndex((token) => token.kind !== 'comment');
    if (last >= 0) statements.push(statementText(sql, tokens.slice(0, last + 1), lines));
    tokens = [];
    body = new BodyTracker(dialect);
  };
  let delimited = false;
  for (const token of tokenize(sql, dialect)) {
    const delimiter = token.kind === 'comment' ? DELIMITER.exec(token.text)?.[1] : undefined;
    if (delimiter !== undefined) delimited = delimiter !== ';';
    const ends = isPunctuation(token, ';') && !body.isOpen && !delimited;
    if (ends || token.kind === 'terminator') {
      if (ends) refuseInsideComment(sql, token);
      close();
    } else {
      if (isClientText(token)) continue;
      tokens.push(token);
      body.add(token);
    }
  }
  close();
  return statements;
}

function statementText(sql: string, tokens: readonly Token[], lines: LineCounter): StatementText {
  const first = tokens[0] as Token;
  const last = tokens[tokens.length - 1] as Token;
  // a token in an executable comment is nothing without the comment's marks
  const start = first.executableComment?.start ?? first.start;
  const end = last.executableComment?.end ?? last.end;
  return { text: sql.slice(start, end), start, end, position: lines.positionAt(start), tokens };
}

function refuseInsideComment(sql: string, semicolon: Token): void {
  if (semicolon.executableComment === undefined) return;
  throw new DragomanError('SQL_SYNTAX', 'A statement ends inside an executable comment.', {
    position: positionAt(sql, semicolon.start),
    hint: 'Put the semicolon behind the comment, or take the comment’s marks away.',
  });
}

/** Positions of rising offsets in time that grows with the text alone, however many are asked. */
class LineCounter {
  #offset = 0;
  #position: Position = { line: 1, column: 1 };

  constructor(readonly sql: string) {}

  positionAt(offset: number): Position {
    const within = this.sql.slice(this.#offset, offset);
    this.#position = behindText(this.#position, positionAt(within, within.length));
    this.#offset = offset;
    return this.#position;
  }
}
