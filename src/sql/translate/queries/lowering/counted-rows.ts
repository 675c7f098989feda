import { contains, type Expression, type Query, type SelectItem, type TableReference } from '../../../ast/index.js';
import { binary, call, number } from '../../made-nodes.js';
import type { Lowering } from './index.js';

/**
 * SELECT @n := @n + 1, … FROM …, (SELECT @n := 0) v ORDER BY …: rows that a variable counts, as MySQL 5 had no row_number().
 * https://dev.mysql.com/doc/refman/8.4/en/user-variables.html
 */
export const countedRows: Lowering = (query, t) => {
  const { body } = query;
  if (body.kind !== 'select' || t.to.features.duplicateKeys || body.from === undefined) return query;
  const counter = body.columns.find(({ expression }) => expression.kind === 'variable-assignment');
  if (counter === undefined || body.distinct === true || body.groupBy !== undefined || body.having !== undefined)
    return query;
  const counted = countedBy(counter.expression);
  const start = body.from.map((one) => startIn(one, counted)).find((one) => one !== undefined);
  const from = body.from.flatMap((one) => withoutStart(one, counted) ?? []);
  if (counted === undefined || start === undefined || from.length === 0) return query;
  const made = (one: SelectItem): SelectItem =>
    one === counter ? { ...one, expression: numberOf(query, start, counter.expression) } : one;
  return { ...query, body: { ...body, columns: body.columns.map(made), from } };
};

/** The variable that an expression counts on by one. */
function countedBy(node: Expression): string | undefined {
  if (node.kind !== 'variable-assignment') return undefined;
  const { target, value } = node;
  const isNext =
    value.kind === 'binary' &&
    value.operator === 'add' &&
    value.left.kind === 'variable' &&
    value.left.name === target.name &&
    value.right.kind === 'number' &&
    value.right.text === '1';
  return isNext ? target.name : undefined;
}

/** The number that a table of one row lets the variable begin with, somewhere in a table reference. */
function startIn(node: TableReference, counted: string | undefined): number | undefined {
  if (node.kind === 'join') return startIn(node.left, counted) ?? startIn(node.right, counted);
  if (node.kind !== 'derived-table' || node.query.body.kind !== 'select') return undefined;
  const [only, second] = node.query.body.columns;
  const { expression } = only ?? {};
  if (second !== undefined || expression?.kind !== 'variable-assignment' || node.query.body.from !== undefined)
    return undefined;
  return expression.target.name === counted && expression.value.kind === 'number'
    ? Number(expression.value.text)
    : undefined;
}

/** A table reference without that table; undefined where it is no more than that. */
function withoutStart(node: TableReference, counted: string | undefined): TableReference | undefined {
  if (node.kind !== 'join') return startIn(node, counted) === undefined ? node : undefined;
  const [left, right] = [withoutStart(node.left, counted), withoutStart(node.right, counted)];
  if (left === undefined || right === undefined) return left ?? right;
  return { ...node, left, right };
}

function numberOf({ orderBy = [] }: Query, start: number, { span }: Expression): Expression {
  const items = orderBy.filter(({ expression }) => !contains(expression, ({ kind }) => kind === 'variable-assignment'));
  const over = { kind: 'window', reference: false, partitionBy: [], orderBy: items, span } as const;
  const counted: Expression = { ...call('row_number', [], span), over };
  return start === 0 ? counted : binary('add', counted, number(start, span));
}
