/** Where COPY's rows are in a text. */
export interface RowLines {
  /** Where the rows end that are whole. */
  readonly end: number;
  /** Where the text goes on. */
  readonly next: number;
  /** Whether the line that ends them was there, or the text ended. */
  readonly last: boolean;
}

const LINE_END = /[^\S\n]*(\n|(?![^]))?/y;
const END_OF_ROWS = /^\\\.[^\S\n]*(?:\n|(?![^]))/gm;

/** Where the first row starts behind the statement: on the next line. `none` where the line goes on with something else. */
export function startOfRows(sql: string, at: number): number | 'none' | 'unfinished' {
  LINE_END.lastIndex = at;
  const end = LINE_END.exec(sql)?.[1];
  if (end === undefined) return 'none';
  return end === '' ? 'unfinished' : LINE_END.lastIndex;
}

/**
 * The whole lines of COPY's rows from `start` on, up to the line `\.`.
 *
 * @param ended Whether no more text comes: the last line is then whole without its end.
 */
export function linesOfRows(sql: string, start: number, ended: boolean): RowLines | 'unfinished' {
  END_OF_ROWS.lastIndex = start;
  const close = END_OF_ROWS.exec(sql);
  // a line at the text's end may go on
  if (close !== null && (ended || close[0].endsWith('\n')))
    return { end: close.index, next: close.index + close[0].length, last: true };
  if (ended) return { end: sql.length, next: sql.length, last: true };
  const end = sql.lastIndexOf('\n') + 1;
  return end > start ? { end, next: end, last: false } : 'unfinished';
}
