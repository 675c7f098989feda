import type { Parameter } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseParameter } from '../expressions/literals.js';
import { textBetween } from '../source-text.js';

/** Index of the semicolon that ends the statement, or of its end. */
function statementEnd(cursor: Cursor): number {
  const semicolon = cursor.keys.indexOf(';', cursor.index);
  return semicolon < 0 ? cursor.tokens.length : semicolon;
}

/** Whether nothing is left of the statement. */
export const atStatementEnd = (cursor: Cursor): boolean => cursor.atEnd || cursor.at(';');

/** A text with the parameters in it; the fields of neither where there is none. */
export interface KeptText {
  readonly text?: string;
  readonly parameters?: readonly Parameter[];
}

/** Takes what is left of the statement up to its semicolon. */
export function takeStatementText(cursor: Cursor): KeptText {
  const from = cursor.index;
  cursor.index = statementEnd(cursor);
  const text = textBetween(cursor, from, cursor.index);
  return { ...(text !== '' && { text }), ...parametersFrom(cursor, from) };
}

/** The parameters from an index to where the reader is, but for those in a stretch that was read already. */
export function parametersFrom(
  cursor: Cursor,
  from: number,
  read?: { readonly from: number; readonly to: number },
): Pick<KeptText, 'parameters'> {
  const { index } = cursor;
  const parameters: Parameter[] = [];
  for (let at = from; at < index; at += 1) {
    const isRead = read !== undefined && at >= read.from && at < read.to;
    if (isRead || cursor.tokens[at]?.kind !== 'placeholder') continue;
    cursor.index = at;
    parameters.push(parseParameter(cursor));
  }
  cursor.index = index;
  return parameters.length === 0 ? {} : { parameters };
}
