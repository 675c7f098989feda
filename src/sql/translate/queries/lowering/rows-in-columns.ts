import { functionOfCall } from '../../../analysis/function-of-call.js';
import type { FunctionCall, Select, SelectItem, TableFunction } from '../../../ast/index.js';
import { hasAggregate } from '../../../typing/aggregates.js';
import { columnName } from '../../../typing/names/index.js';
import { scopeOfSelect } from '../../../typing/index.js';
import { column, name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import type { Lowering } from './index.js';

/** A function of rows among the columns of a SELECT: a row of the result for each of its rows, as if it stood in FROM. */
export const rowsInColumns: Lowering = (query, t) => {
  const { body } = query;
  if (body.kind !== 'select' || t.to.features.foldsNames || body.groupBy !== undefined) return query;
  const found = body.columns.filter((one) => givesRows(one, t));
  const [only] = found;
  if (only?.expression.kind !== 'call' || body.columns.some(({ expression }) => hasAggregate(expression, t.from))) {
    return query;
  }
  if (found.length > 1) t.refuse(only, 'Several functions of rows side by side can’t be composed in the target.');
  return { ...query, body: inFrom(body, only, only.expression, t) };
};

const givesRows = ({ expression }: SelectItem, t: Translator): boolean =>
  expression.kind === 'call' && functionOfCall(expression, t.from)?.class === 'table';

function inFrom(select: Select, item: SelectItem, call: FunctionCall, t: Translator): Select {
  const { span } = item;
  const called = name(columnName(item, scopeOfSelect(select, t.scope), 'result'), span);
  const alias = name(t.freshName('rows'), span);
  const source: TableFunction = {
    kind: 'table-function',
    lateral: select.from !== undefined,
    rowsFrom: false,
    calls: [{ kind: 'table-function-call', call, span }],
    ordinality: false,
    alias,
    columns: [called],
    span,
  };
  const columns = select.columns.map((one) =>
    one === item ? { ...one, expression: column([alias, called], span), alias: item.alias ?? called } : one,
  );
  return { ...select, columns, from: [...(select.from ?? []), source] };
}
