/**
 * From a tree to SQL text. This folder owns how each kind of node is written (one table a family, exhaustive by type),
 * where parentheses must stand, and how the text is laid out. What differs from dialect to dialect stands in `dialects/`.
 */
import type { Statement } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { type Doc, Margins, render, withTexts } from './layout.js';
import { Printer } from './printer.js';

export interface GenerateOptions {
  /** How many characters a line may have where it can be broken; 100 where this is left out. */
  readonly width?: number;
}

/** How many characters a line may have where nothing else is said. */
export const USUAL_WIDTH = 100;

/**
 * A statement as SQL of a dialect, without a semicolon. Reading the text gives the same tree, places aside.
 *
 * @throws DragomanError UNTRANSLATABLE where the dialect has no way to write a node
 */
export function generate(statement: Statement, dialect: Dialect, options: GenerateOptions = {}): string {
  return render(documentOf(statement, dialect), options.width ?? USUAL_WIDTH);
}

export { type Doc, Margins, render, withTexts };

/** A statement before it is laid out on lines. @throws DragomanError as `generate` */
export function documentOf(statement: Statement, dialect: Dialect): Doc {
  return new Printer(dialect).statement(statement);
}
