import { functionOfCall } from '../../../analysis/function-of-call.js';
import { passedArguments } from '../../../functions/index.js';
import type { ColumnReference, Expression, Name } from '../../../ast/index.js';
import { familyOfName, type RelationColumn } from '../../../typing/index.js';
import type { Translator } from '../../translator.js';
import { isText } from '../coercion.js';

/**
 * Whether an expression may give text. Where no catalogue tells types, a column may, unless the statement uses it otherwise or
 * its name says that it holds numbers or moments.
 */
export function mayBeText(node: Expression, t: Translator): boolean {
  if (t.typeName(node) !== undefined) return isText(node, t);
  const family = t.familyOf(node);
  if (family !== undefined) return family === 'text';
  if (node.kind === 'column') return isOpenColumn(node, t);
  if (node.kind === 'case') return node.branches.some(({ result }) => mayBeText(result, t));
  if (node.kind === 'subquery') {
    const { body } = node.query;
    const [item] = body.kind === 'select' ? body.columns : [];
    return item !== undefined && mayBeText(item.expression, t);
  }
  if (node.kind !== 'call') return false;
  const passed = passedArguments(functionOfCall(node, t.from)?.meaning, node.arguments);
  return passed?.some((one) => mayBeText(one, t)) === true;
}

/** The same of a column of a query, whose own names mean nothing here. */
export function mayHoldText({ type, expression, name }: RelationColumn, t: Translator): boolean {
  if (type !== undefined) return type.type === 'TEXT' || type.type === 'ENUM';
  if (expression === undefined) return isTextual(name);
  const family = t.scope.context.uses?.familyOf(expression);
  if (family !== undefined || expression.kind !== 'column') return family === 'text';
  return isOpenName(expression) && isTextual(name);
}

/** A column of a table, by its name; of a query, where that gives a table's column. */
function isOpenColumn(node: ColumnReference, t: Translator): boolean {
  const { expression } = t.scope.resolve(node);
  const origin = expression ?? node;
  if (origin.kind !== 'column') return false;
  return isOpenName(node) && isOpenName(origin);
}

const isOpenName = ({ parts }: ColumnReference): boolean => isTextual((parts[parts.length - 1] as Name).value);

function isTextual(name: string): boolean {
  const family = familyOfName(name);
  return family === undefined || family === 'text';
}
