import type { Node, Statement } from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';
import { generate } from '../../generate/index.js';

/** An expression. */
export type Expression = Extract<Node, { kind: 'select-item' }>['expression'];

const SELECT = 'SELECT ';

/** An expression as a dialect writes it: what stands between its first and its last token may lack a parenthesis. */
export function printed(expression: Expression, dialect: Dialect): string {
  const { span } = expression;
  const item = { kind: 'select-item', expression, span } as const;
  const query: Statement = { kind: 'query', body: { kind: 'select', columns: [item], span }, span };
  return generate(query, dialect, { width: Infinity }).slice(SELECT.length);
}
