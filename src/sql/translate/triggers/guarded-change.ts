import type { Expression, Query, Statement } from '../../ast/index.js';
import type { Dialect } from '../../dialects/index.js';
import { generate } from '../../generate/index.js';
import { parseStatement } from '../../parser/index.js';
import { allOf } from '../made-nodes.js';

/**
 * A change of rows that is made on a condition, as one statement.
 *
 * @returns undefined where it has no place for one
 */
export function guardedChange(sql: string, condition: string, dialect: Dialect): string | undefined {
  const tree = parseStatement(sql, dialect);
  const where = conditionOf(condition, dialect);
  const made = where && guarded(tree, where);
  return made && generate(made, dialect);
}

function conditionOf(condition: string, dialect: Dialect): Expression | undefined {
  const tree = parseStatement(`SELECT 1 FROM t WHERE (${condition})`, dialect);
  return tree.kind === 'query' && tree.body.kind === 'select' ? tree.body.where : undefined;
}

const both = (where: Expression | undefined, condition: Expression): Expression =>
  where === undefined ? condition : allOf([where, condition]);

function guarded(tree: Statement, condition: Expression): Statement | undefined {
  if (tree.kind === 'update' || tree.kind === 'delete') return { ...tree, where: both(tree.where, condition) };
  if (tree.kind !== 'insert' || tree.source === undefined) return undefined;
  const source = guardedRows(tree.source, condition);
  return source && { ...tree, source };
}

function guardedRows(source: Query, condition: Expression): Query | undefined {
  const { body } = source;
  const { span } = condition;
  if (body.kind === 'select' && body.groupBy === undefined && body.having === undefined)
    return { ...source, body: { ...body, where: both(body.where, condition) } };
  const [row, ...others] = body.kind === 'values' ? body.rows : [];
  if (row === undefined || others.length > 0) return undefined;
  const columns = row.items.map((expression) => ({ kind: 'select-item' as const, expression, span: expression.span }));
  return { kind: 'query', body: { kind: 'select', columns, where: condition, span }, span };
}
