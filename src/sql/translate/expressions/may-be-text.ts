import { functionOfCall } from '../../analysis/function-of-call.js';
import type { ColumnReference, Expression, FunctionCall, Name } from '../../ast/index.js';
import { familyOfName, type RelationColumn } from '../../typing/index.js';
import type { Translator } from '../translator.js';
import { isText } from './coercion.js';

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
  return node.kind === 'call' && passedArguments(node, t).some((one) => mayBeText(one, t));
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

/** Functions that answer with one of their arguments, by their meanings. */
const PASSES: ReadonlySet<string> = new Set(
  'coalesce nullif if minimum maximum any_value first_value last_value nth_value lag lead'.split(' '),
);

const passedArguments = (node: FunctionCall, t: Translator): readonly Expression[] =>
  PASSES.has(functionOfCall(node, t.from)?.meaning ?? '') ? node.arguments : [];
