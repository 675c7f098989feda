import { functionOfCall } from '../../../analysis/function-of-call.js';
import { contains, type Expression, type Node } from '../../../ast/index.js';
import { condition } from '../../expressions/truth.js';
import type { Translator } from '../../translator.js';
import { bareColumns } from '../columns/bare-columns.js';

const ASKS_FOR_JSON: ReadonlySet<string> = new Set(['json_valid_mysql', 'json_valid_sqlite']);

/**
 * What a CHECK asks. No check may hold a query, in any dialect.
 *
 * @throws DragomanError UNTRANSLATABLE where the target would need one
 */
export function checkedCondition(asked: Expression, t: Translator): Expression {
  // https://dev.mysql.com/doc/refman/8.4/en/create-table-check-constraints.html, https://sqlite.org/deterministic.html
  const isClock = (node: Node): boolean =>
    node.kind === 'call' && functionOfCall(node, t.from)?.volatility === 'VOLATILE';
  if (t.target !== 'POSTGRESQL' && contains(asked, isClock))
    t.refuse(asked, 'A CHECK of the target asks no clock and nothing else that changes.', 'Ask it in a trigger.');
  const made = t.withoutQuery(() => (t.target === 'POSTGRESQL' ? keptJson(asked, t) : t.raw(asked)));
  if (contains(made, ({ kind }) => kind === 'query'))
    t.refuse(asked, 'The target asks this by a query, and no CHECK may hold one.', 'Ask it in a trigger.');
  return bareColumns(made as Expression, t);
}

/** PostgreSQL asks of no text whether it is JSON; where it has to be, a cast refuses the row as well. */
function keptJson(asked: Expression, t: Translator): Expression {
  if (asked.kind === 'logical' && asked.operator !== 'xor')
    return { ...asked, operands: asked.operands.map((one) => keptJson(one, t)) };
  const [text, more] = asked.kind === 'call' ? asked.arguments : [];
  const meaning = asked.kind === 'call' ? functionOfCall(asked, t.from)?.meaning : undefined;
  if (text === undefined || more !== undefined || !ASKS_FOR_JSON.has(meaning ?? '') || t.typeName(text) !== 'TEXT')
    return condition(asked, t);
  return t.form('CAST($1 AS json) IS NOT NULL', [t.value(text)], asked);
}
