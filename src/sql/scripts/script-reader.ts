import { DragomanError, type Position } from '../../errors/index.js';
import { BodyTracker } from '../analysis/body-tracker.js';
import { isClientText } from '../analysis/split-statements.js';
import type { Dialect } from '../dialects/dialect.js';
import { isSpace } from '../lexer/characters.js';
import { copiesFromStdin } from '../lexer/client-lines.js';
import { behindText, positionAt } from '../lexer/position.js';
import { Scanner, tooLarge } from '../lexer/scanner.js';
import { isPunctuation, type ExecutableComment, type Token } from '../lexer/token.js';
import { readToken, tokenize } from '../lexer/tokenize.js';
import { linesOfRows, startOfRows } from './copied-lines.js';
import { InsertRows } from './insert-rows.js';
import { LiteralReader, type ReadRows } from './literal-rows.js';
import type { CopiedRows, ScriptPart, ScriptStatement } from './script-parts.js';

/** The longest statement, but for an INSERT's rows together, in UTF-16 units: a row that holds a film, say. */
const LONGEST_STATEMENT = 2 ** 27;

/** An INSERT that is longer than this is cut between rows. */
const LONGEST_PIECE = 2 ** 16;

/** Rows of literals that come to more are left to the lexer. */
const LONGEST_LITERALS = 2 ** 19;

/** How far a reader looks behind what it reads: a token that is nearer to the end of a chunk may go on in the next. */
const LOOKS_AHEAD = 128;

/** More text is added by this much at most, so that what is copied stays small. */
const STEP = 2 ** 18;

export interface ScriptReaderOptions {
  /** Left out, an INSERT that is longer than 64 K characters is cut between its rows. */
  readonly longestPiece?: number;
}

/**
 * Splits a script that comes in chunks, as `splitStatements` splits a whole text, in memory that its longest statement
 * bounds. An INSERT of many rows comes in pieces, each a statement of its own.
 */
export class ScriptReader {
  readonly #scanner: Scanner;
  readonly #longestPiece: number;
  #body: BodyTracker;
  #rows = new InsertRows();
  /** Offset of the text that is counted already, and where it stands in the script. */
  #counted = 0;
  #position: Position = { line: 1, column: 1 };
  /** Where the rows of the next piece stand, once an INSERT was cut. */
  #rowsPosition: Position | undefined;
  /** How long the text must be before reading on is worth it: each try reads an unfinished token from its start. */
  #enough = 0;
  #ended = false;
  /** Whether rows of COPY come: `behind` the line of the statement, or `among` them. */
  #copied: 'behind' | 'among' | undefined;

  constructor(
    readonly dialect: Dialect,
    { longestPiece = LONGEST_PIECE }: ScriptReaderOptions = {},
  ) {
    this.#scanner = new Scanner('', dialect);
    this.#body = new BodyTracker(dialect);
    this.#longestPiece = longestPiece;
  }

  /** How much text is kept of what was added, in UTF-16 units. */
  get heldLength(): number {
    return this.#scanner.sql.length;
  }

  /**
   * Takes a chunk, and gives what it completes.
   * @throws DragomanError SQL_SYNTAX with the place in the script; REQUEST_TOO_LARGE for a statement that is too long
   */
  *add(chunk: string): Generator<ScriptPart> {
    for (let from = 0; from < chunk.length; from += STEP) {
      this.#grow(chunk.slice(from, from + STEP));
      if (this.#scanner.sql.length >= this.#enough) yield* this.#read();
    }
  }

  /** What is left when the script has ended. */
  *end(): Generator<ScriptPart> {
    this.#ended = true;
    yield* this.#read();
    const open = this.#scanner.executableComment;
    if (open !== undefined) this.#inScript(() => this.#scanner.fail(open.start, 'A comment is not closed.', CLOSE));
    const last = this.#statement();
    if (last !== undefined) yield last;
  }

  #grow(chunk: string): void {
    const scanner = this.#scanner;
    const nul = chunk.indexOf('\0');
    this.#forgetRead();
    scanner.sql += chunk;
    if (nul >= 0) {
      const at = scanner.sql.length - chunk.length + nul;
      this.#inScript(() => scanner.fail(at, 'The SQL text holds a NUL character.', 'Write it as an escape.'));
    }
    if (scanner.sql.length > LONGEST_STATEMENT) throw tooLarge('characters in one statement', LONGEST_STATEMENT);
  }

  /** Takes what was read of earlier statements away. */
  #forgetRead(): void {
    const { tokens, executableComment, at } = this.#scanner;
    // marks of an open comment hold an offset; of an INSERT that was cut, the head is all that is left
    if (executableComment !== undefined || this.#rowsPosition !== undefined) return;
    const [first] = tokens;
    const end = this.#readAway(first === undefined ? at : startOf(first));
    if (end === 0) return;
    if (first !== undefined) tokens.splice(0, tokens.length, ...moved(tokens, end));
    this.#forget(0, end);
  }

  /** Line ends are not cut apart, and one character stays to tell that no text starts behind it. */
  #readAway(before: number): number {
    let end = before;
    while (end > 0 && isSpace(this.#scanner.sql.charCodeAt(end - 1))) end -= 1;
    return Math.max(end - 1, this.#counted);
  }

  /** Takes a stretch of text that was read away. */
  #forget(from: number, to: number): void {
    const scanner = this.#scanner;
    this.#count(to);
    scanner.sql = scanner.sql.slice(0, from) + scanner.sql.slice(to);
    scanner.at -= to - from;
    this.#counted = from;
    this.#enough -= to - from;
  }

  #count(offset: number): Position {
    const within = this.#scanner.sql.slice(this.#counted, offset);
    this.#position = behindText(this.#position, positionAt(within, within.length));
    this.#counted = offset;
    return this.#position;
  }

  *#read(): Generator<ScriptPart> {
    const scanner = this.#scanner;
    while (scanner.at < scanner.sql.length) {
      if (this.#copied !== undefined) {
        const rows = this.#copiedRows();
        if (rows === 'unfinished') return;
        if (rows !== undefined) yield rows;
      } else if (isSpace(scanner.code())) scanner.at += 1;
      else if (this.#isBehindHead()) {
        const piece = this.#literalRows();
        if (piece === 'unfinished') return;
        if (piece !== undefined) yield piece;
        else if (!this.#readToken()) return;
        else yield* this.#take();
      } else if (!this.#readToken()) return;
      else yield* this.#take();
    }
    this.#enough = 0;
  }

  /** @returns false where the token may go on in the next chunk */
  #readToken(): boolean {
    const scanner = this.#scanner;
    const { at, previous, beforePrevious, delimiter, executableComment, tokens } = scanner;
    const count = tokens.length;
    if (this.#awaitsLine()) return this.#await(at);
    try {
      readToken(scanner);
      if (this.#ended || this.#isComplete()) return true;
    } catch (error) {
      if (!this.#mayGoOn(error)) throw this.#placed(error);
    }
    tokens.length = count;
    Object.assign(scanner, { at, previous, beforePrevious, delimiter, executableComment, endsInside: false });
    return this.#await(at);
  }

  /** Asks for as much again as there is behind `at`, so that however long it is, it is read a few times at most. */
  #await(at: number): false {
    const { length } = this.#scanner.sql;
    this.#enough = length + Math.max(1, length - at);
    return false;
  }

  /** What may be a line for the client is read once the line is whole. */
  #awaitsLine(): boolean {
    const { sql, at, atStatementStart } = this.#scanner;
    if (this.#ended || !atStatementStart) return false;
    const start = sql.slice(at, at + DELIMITER.length).toUpperCase();
    const mayBe = start.startsWith('\\') || start.startsWith('.') || DELIMITER.startsWith(start);
    return mayBe && !sql.includes('\n', at);
  }

  #isComplete(): boolean {
    const { sql, at, tokens, dialect } = this.#scanner;
    if (sql.length - at < LOOKS_AHEAD) return false;
    if (tokens.at(-1)?.kind !== 'string' || !dialect.quoting.continuedStrings) return true;
    // a quote on a later line goes on with the string
    BETWEEN_QUOTES.lastIndex = at;
    BETWEEN_QUOTES.exec(sql);
    return BETWEEN_QUOTES.lastIndex < sql.length;
  }

  #mayGoOn(error: unknown): boolean {
    const { endsInside, sql, at } = this.#scanner;
    return !this.#ended && error instanceof DragomanError && (endsInside || sql.length - at < LOOKS_AHEAD);
  }

  /** What the token that was read last completes. */
  *#take(): Generator<ScriptPart> {
    const scanner = this.#scanner;
    const token = scanner.tokens.at(-1);
    // marks of executable comments are no tokens
    if (token?.end !== scanner.at) return;
    if (isClientText(token)) {
      scanner.tokens.pop();
      yield { kind: 'client-line', text: token.text, position: this.#positionAt(token.start) };
      return;
    }
    const ends = isPunctuation(token, ';') && !this.#body.isOpen && scanner.delimiter === undefined;
    if (ends || token.kind === 'terminator') {
      if (ends) this.#refuseInsideComment(token);
      yield* this.#close();
      return;
    }
    this.#body.add(token);
    const mayCut = this.#rows.add(token);
    if (this.#rowsPosition !== undefined && this.#rows.hasTail) this.#refuseTail(token);
    if (mayCut && scanner.at - (scanner.tokens[0]?.start ?? 0) > this.#longestPiece) yield* this.#cut();
  }

  *#close(): Generator<ScriptPart> {
    const { tokens } = this.#scanner;
    const copies = this.dialect.statements.clientLines === 'backslash' && copiesFromStdin(tokens);
    tokens.pop();
    const statement = this.#statement();
    if (statement !== undefined) yield statement;
    if (copies) this.#copied = 'behind';
  }

  /** The statement of the tokens that were read; undefined where they are comments alone. */
  #statement(): ScriptStatement | undefined {
    const { tokens } = this.#scanner;
    const last = tokens.findLastIndex((token) => token.kind !== 'comment');
    const statement = last < 0 ? undefined : this.#statementOf(tokens.slice(0, last + 1));
    this.#clear();
    return statement;
  }

  /** For the next statement. */
  #clear(): void {
    this.#scanner.tokens.length = 0;
    this.#body = new BodyTracker(this.dialect);
    this.#rows = new InsertRows();
    this.#rowsPosition = undefined;
  }

  #statementOf(tokens: readonly Token[]): ScriptStatement {
    const first = tokens[0] as Token;
    const last = tokens[tokens.length - 1] as Token;
    const start = startOf(first);
    const end = last.executableComment?.end ?? last.end;
    const text = this.#scanner.sql.slice(start, end);
    const rows = this.#rowsPosition;
    const position = rows === undefined ? this.#count(start) : this.#headPosition;
    return {
      kind: 'statement',
      text,
      tokens: start === 0 ? [...tokens] : moved(tokens, start),
      position,
      ...(rows !== undefined && { rows: { start: positionAt(text, this.#headEnd() - start), position: rows } }),
    };
  }

  #headPosition: Position = { line: 1, column: 1 };

  #headEnd(): number {
    return this.#scanner.tokens[this.#rows.headTokens - 1]?.end ?? 0;
  }

  /** Gives the rows that were read as a statement of their own, and keeps the head for those that follow. */
  *#cut(): Generator<ScriptPart> {
    const scanner = this.#scanner;
    const comma = scanner.tokens.pop() as Token;
    const piece = this.#statementOf(scanner.tokens);
    this.#keepHead(piece, comma.end);
    yield piece;
  }

  /** Of an INSERT whose rows were read up to a place the head is kept, for those that follow. */
  #keepHead(piece: ScriptStatement, behind: number): void {
    const scanner = this.#scanner;
    this.#headPosition = piece.position;
    const head = scanner.tokens.slice(0, this.#rows.headTokens);
    const [start, end] = [head[0] === undefined ? 0 : startOf(head[0]), this.#headEnd()];
    this.#rows.cut();
    this.#rowsPosition = this.#count(behind);
    this.#forget(end, behind);
    scanner.tokens.splice(0, scanner.tokens.length, ...moved(head, start));
    scanner.sql = scanner.sql.slice(start);
    scanner.at -= start;
    this.#counted -= start;
  }

  /** Whether the rows of a piece begin here. */
  #isBehindHead(): boolean {
    const { headTokens } = this.#rows;
    const { tokens, executableComment } = this.#scanner;
    return (
      headTokens > 0 &&
      tokens.length === headTokens &&
      !this.#rows.hasTail &&
      executableComment === undefined &&
      tokens[0]?.executableComment === undefined
    );
  }

  /** The next piece of an INSERT where its rows are plain literals: without tokens of them. */
  #literalRows(): ScriptStatement | 'unfinished' | undefined {
    const scanner = this.#scanner;
    const start = scanner.tokens[0]?.start ?? 0;
    const closes = scanner.delimiter === undefined && !this.#body.isOpen;
    const reader = new LiteralReader(scanner.sql, this.dialect, start, closes);
    const read = reader.read(scanner.at, start + this.#longestPiece);
    if (read === 'unfinished' && !this.#ended) {
      this.#await(scanner.at);
      return 'unfinished';
    }
    if (read === undefined || read === 'unfinished' || read.end - start > LONGEST_LITERALS) return undefined;
    const piece = this.#pieceOf(read, start);
    scanner.at = read.next;
    if (read.isLast) {
      this.#clear();
      scanner.previous = undefined;
    } else this.#keepHead(piece, read.next);
    return piece;
  }

  #pieceOf({ end, width, places }: ReadRows, start: number): ScriptStatement {
    const { dialect } = this;
    const text = this.#scanner.sql.slice(start, end);
    const headEnd = this.#headEnd() - start;
    const rows = this.#rowsPosition;
    let tokens: readonly Token[] | undefined;
    return {
      kind: 'statement',
      text,
      get tokens() {
        return (tokens ??= tokenize(text, dialect));
      },
      position: rows === undefined ? this.#count(start) : this.#headPosition,
      ...(rows !== undefined && { rows: { start: positionAt(text, headEnd), position: rows } }),
      literals: { headEnd, width, places },
    };
  }

  #positionAt(offset: number): Position {
    const within = this.#scanner.sql.slice(this.#counted, offset);
    return behindText(this.#position, positionAt(within, within.length));
  }

  #copiedRows(): CopiedRows | 'unfinished' | undefined {
    const scanner = this.#scanner;
    const start = this.#copied === 'among' ? scanner.at : startOfRows(scanner.sql, scanner.at);
    if (start === 'none') {
      this.#copied = undefined;
      return undefined;
    }
    const lines = start === 'unfinished' ? start : linesOfRows(scanner.sql, start, this.#ended);
    if (lines === 'unfinished' || start === 'unfinished') {
      if (!this.#ended) this.#await(scanner.at);
      else scanner.at = scanner.sql.length;
      return 'unfinished';
    }
    const text = scanner.sql.slice(start, lines.end);
    const position = this.#count(start);
    scanner.at = lines.next;
    this.#count(lines.next);
    this.#copied = lines.last ? undefined : 'among';
    return text === '' ? undefined : { kind: 'copied-rows', text, position };
  }

  #refuseInsideComment(semicolon: Token): void {
    if (semicolon.executableComment === undefined) return;
    const hint = 'Put the semicolon behind the comment, or take the comment’s marks away.';
    this.#inScript(() => this.#scanner.fail(semicolon.start, 'A statement ends inside an executable comment.', hint));
  }

  #refuseTail(token: Token): never {
    throw new DragomanError('UNTRANSLATABLE', 'Something stands behind the rows of an INSERT that is too long.', {
      position: this.#positionAt(token.start),
      hint: `Write it with fewer rows: at most ${this.#longestPiece} characters.`,
    });
  }

  /** Runs what fails with a place in the text that is at hand, and says the place in the script. */
  #inScript(work: () => never): never {
    try {
      return work();
    } catch (error) {
      throw this.#placed(error);
    }
  }

  #placed(error: unknown): unknown {
    if (!(error instanceof DragomanError) || error.details.position === undefined) return error;
    const counted = positionAt(this.#scanner.sql, this.#counted);
    const { line, column } = error.details.position;
    const inner = {
      line: line - counted.line + 1,
      column: line === counted.line ? column - counted.column + 1 : column,
    };
    return new DragomanError(error.code, error.message, {
      ...error.details,
      position: behindText(this.#position, inner),
    });
  }
}

const DELIMITER = 'DELIMITER';

const CLOSE = 'Close it with "*/".';

/** White space and comments to the end of a line, which may stand between the parts of a string. */
const BETWEEN_QUOTES = /(?:\s+|--[^\r\n]*)*/y;

/** A token in an executable comment is nothing without the comment's marks. */
const startOf = ({ executableComment, start }: Token): number => executableComment?.start ?? start;

/** The same tokens with offsets that count from `by` on; those of one executable comment still share it. */
function moved(tokens: readonly Token[], by: number): Token[] {
  const comments = new Map<ExecutableComment, ExecutableComment>();
  return tokens.map((token) => {
    const place = { start: token.start - by, end: token.end - by };
    const { executableComment: old } = token;
    if (old === undefined) return { ...token, ...place };
    const executableComment = comments.get(old) ?? { start: old.start - by, end: old.end - by };
    comments.set(old, executableComment);
    return { ...token, ...place, executableComment };
  });
}
