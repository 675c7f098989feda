import type { Dropped, Excerpt, Outcome } from './outcome.js';
import type { Position } from '../errors/index.js';

/** What is told of one place. */
export interface Diagnostic {
  /** What findings of the same kind share: a code. */
  readonly kind: string;
  readonly text: string;
}

interface Finding {
  readonly position: Position;
  readonly excerpt: Excerpt;
  readonly message: string;
  readonly hint?: string;
}

/** What an outcome has to tell people, each with the line of the source and a caret; nothing where all is well. */
export function diagnosticsOf(outcome: Outcome, file: string): Diagnostic[] {
  const { refusal, notices, dropped, position } = outcome;
  return [
    ...(refusal === undefined ? [] : [told('refused', refusal.code, refusal, file)]),
    ...(dropped?.excerpt === undefined || position === undefined
      ? []
      : [told('warning', 'LEFT_OUT', { position, ...leftOut(dropped), excerpt: dropped.excerpt }, file)]),
    ...notices.map((notice) => told(notice.severity.toLowerCase(), notice.code, notice, file)),
  ];
}

const leftOut = ({ why, advice }: Dropped): Pick<Finding, 'message' | 'hint'> => ({
  message: why,
  ...(advice !== undefined && { hint: advice }),
});

function told(what: string, code: string, { position, excerpt, message, hint }: Finding, file: string): Diagnostic {
  const number = String(position.line);
  const margin = ' '.repeat(number.length);
  const lines = [
    `${file}:${position.line}:${position.column}: ${what} ${code}: ${message}${hint === undefined ? '' : ` ${hint}`}`,
    `  ${number} | ${excerpt.line}`,
    `  ${margin} | ${' '.repeat(excerpt.column - 1)}^`,
  ];
  return { kind: code, text: lines.join('\n') };
}
