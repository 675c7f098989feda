import type { NoticeCode, NoticeSeverity } from '../sql/index.js';
import type { ErrorCode, Position } from '../errors/index.js';

/** What became of one statement, or of one line for the client. */
export interface Outcome {
  /** `added`: the target needs it and no statement of the source says it. */
  readonly kind: 'translated' | 'dropped' | 'refused' | 'added';
  /** Where it stands in the source; undefined for what was added. */
  readonly position?: Position;
  /** How it begins in the source. */
  readonly source?: string;
  /** What it came to, in the order in which it is to run; each without a semicolon. */
  readonly statements: readonly string[];
  readonly notices: readonly PlacedNotice[];
  readonly refusal?: Refusal;
  readonly dropped?: Dropped;
}

/** Why a statement was dropped. */
export interface Dropped {
  readonly why: string;
  /** Whether something is lost by it. */
  readonly loses: boolean;
  /** What to do, where an object is left out that somebody may need. */
  readonly advice?: string;
  readonly excerpt?: Excerpt;
}

/** A line of the source, and the column in it that is meant. */
export interface Excerpt {
  readonly line: string;
  readonly column: number;
}

/** What may differ, with its place in the source. */
export interface PlacedNotice {
  readonly code: NoticeCode;
  readonly severity: NoticeSeverity;
  readonly message: string;
  readonly position: Position;
  readonly excerpt: Excerpt;
}

/** Why a statement has no translation. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint?: string;
  readonly position: Position;
  readonly excerpt: Excerpt;
}

const WIDEST = 100;

/** The line that a place stands on, cut to what a terminal shows. */
export function excerptOf(text: string, { line, column }: Position): Excerpt {
  const whole = lineOf(text, line);
  const from = whole.length <= WIDEST ? 0 : Math.max(0, Math.min(column - 1 - WIDEST / 2, whole.length - WIDEST));
  const shown = whole.slice(from, from + WIDEST).replaceAll('\t', ' ');
  const [before, behind] = [from > 0 ? '…' : '', from + WIDEST < whole.length ? '…' : ''];
  return { line: before + shown + behind, column: column - from + before.length };
}

function lineOf(text: string, line: number): string {
  let start = 0;
  for (let skipped = 1; skipped < line; skipped += 1) {
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '');
}

const LONGEST_SOURCE = 120;

/** How a statement begins, in one line. */
export function beginningOf(text: string): string {
  const line = text.slice(0, 4 * LONGEST_SOURCE).replace(/\s+/g, ' ');
  return line.length > LONGEST_SOURCE ? `${line.slice(0, LONGEST_SOURCE - 1)}…` : line;
}
