import type { Expression, Node } from '../ast/index.js';
import type { Compose } from './functions/form.js';
import { fill, templateOf } from './templates.js';
import type { Translator } from './translator.js';

/** What a value of the source is by other words of the source, with expressions of the source in `$1`, `$2` …: translated. */
export const inSource = (sql: string, values: readonly Expression[], at: Node, t: Translator): Expression =>
  t.value(fill(templateOf(sql, t.from), values, at.span));

/** A call that other words of the source say. */
export const saidInSource =
  (sql: string): Compose =>
  ({ node, t }) =>
    inSource(sql, node.arguments, node, t);
