import { DragomanError, type Position } from '../errors/index.js';
import {
  NOTICES,
  placeInScript,
  positionAt,
  tokenize,
  type ColumnDefinition,
  type Dialect,
  type ScriptStatement,
  type TranslatedStatement,
} from '../sql/index.js';
import type { LeftOutObject } from './left-out-objects.js';
import { beginningOf, excerptOf, type Outcome, type Refusal } from './outcome.js';

/** What stands in a statement's text, how it begins, and where that is in the dump. */
export interface SourceText {
  readonly text: string;
  readonly source: string;
  readonly position: Position;
  readonly place: (inner: Position) => Position;
}

/** Where a statement starts behind the comments that stand before it, which the target gets with it. */
function startOf({ text, tokens }: ScriptStatement): number {
  const first = tokens.find(({ kind }) => kind !== 'comment');
  return first === undefined ? text.length : (first.executableComment?.start ?? first.start);
}

/** How a statement is told of, and where it is. */
export function sourceOf(statement: ScriptStatement): SourceText {
  const { text } = statement;
  const place = (inner: Position): Position => placeInScript(statement, inner);
  const start = startOf(statement);
  return { text, place, position: place(positionAt(text, start)), source: beginningOf(text.slice(start)) };
}

export const added = (statements: readonly string[]): Outcome => ({ kind: 'added', statements, notices: [] });

export const dropped = (
  { source, position }: Pick<SourceText, 'source' | 'position'>,
  why: string,
  loses: boolean,
): Outcome => ({
  kind: 'dropped',
  position,
  source,
  statements: [],
  notices: [],
  dropped: { why, loses },
});

/** An object that is left out, as a warning with its place. */
export const leftOut = ({ source, position }: SourceText, { why, advice }: LeftOutObject): Outcome => ({
  ...dropped({ source, position }, why, advice !== undefined),
  dropped: {
    why,
    loses: advice !== undefined,
    ...(advice !== undefined && { advice, excerpt: excerptOf(source, { line: 1, column: 1 }) }),
  },
});

export function translated(
  { notices }: Pick<TranslatedStatement, 'notices'>,
  statements: readonly string[],
  from: SourceText,
): Outcome {
  const { text, source, position, place } = from;
  return {
    kind: 'translated',
    position,
    source,
    statements,
    notices: notices.map(({ code, severity, message, ...inner }) => ({
      code,
      severity,
      message,
      position: place(inner),
      excerpt: excerptOf(text, inner),
    })),
  };
}

/** Rows of a table that the dump does not make. */
export const withUnknownTypes = (outcome: Outcome, { text, position }: SourceText): Outcome => ({
  ...outcome,
  notices: [
    ...outcome.notices,
    {
      code: 'UNKNOWN_TYPE',
      severity: NOTICES.UNKNOWN_TYPE.severity,
      message:
        'The dump does not make this table, so that its columns’ types are not known: all values are written as text.',
      position,
      excerpt: excerptOf(text, { line: 1, column: 1 }),
    },
  ],
});

/** What is told of columns with the types of those that they refer to, which stand in a text. */
export const widenedKeys = (columns: readonly ColumnDefinition[], text: string): TranslatedStatement['notices'] =>
  columns.map(({ span }) => ({
    code: 'TYPE_WIDENED',
    severity: NOTICES.TYPE_WIDENED.severity,
    message: 'The column gets the type of the one that it refers to, as MySQL wants it.',
    ...positionAt(text, span.start),
    source: text.slice(span.start, span.end),
  }));

export function refused(error: unknown, { text, source, position, place }: SourceText): Outcome {
  if (!(error instanceof DragomanError)) throw error;
  const inner = error.details.position ?? { line: 1, column: 1 };
  const refusal: Refusal = {
    code: error.code,
    message: error.message,
    ...(error.details.hint !== undefined && { hint: error.details.hint }),
    position: place(inner),
    excerpt: excerptOf(text, inner),
  };
  return { kind: 'refused', position, source, statements: [], notices: [], refusal };
}

/** Rows that were written without tokens: the head of their INSERT tells where they are. */
export function writtenAlone(
  made: string,
  { kind, text, position, rows }: ScriptStatement,
  head: string,
  dialect: Dialect,
): Outcome {
  const tokens = tokenize(head, dialect);
  const source = sourceOf({ kind, text, tokens, position, ...(rows !== undefined && { rows }) });
  return translated({ notices: [] }, [made], source);
}
