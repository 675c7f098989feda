import { functionOfCall } from '../../analysis/function-of-call.js';
import { contains, type Expression } from '../../ast/index.js';
import { condition } from '../expressions/truth.js';
import type { Translator } from '../translator.js';

const ASKS_FOR_JSON: ReadonlySet<string> = new Set(['json_valid_mysql', 'json_valid_sqlite']);

/**
 * What a CHECK asks. No check may hold a query, in any dialect.
 *
 * @throws DragomanError UNTRANSLATABLE where the target would need one
 */
export function checkedCondition(asked: Expression, t: Translator): Expression {
  const made = t.target === 'POSTGRESQL' ? keptJson(asked, t) : t.raw(asked);
  if (contains(made, ({ kind }) => kind === 'query'))
    t.refuse(asked, 'The target asks this by a query, and no CHECK may hold one.', 'Ask it in a trigger.');
  return made as Expression;
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
