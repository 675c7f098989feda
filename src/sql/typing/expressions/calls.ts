import type { Expression, FunctionCall } from '../../ast/index.js';
import { nullRule, returnRule } from '../../functions/index.js';
import { functionOfCall } from '../../analysis/function-of-call.js';
import { returnedType } from '../returned-type.js';
import type { Scope } from '../scope.js';
import { typeOfCastTo } from '../type-names/index.js';
import type { SqlType } from '../sql-type.js';
import { nullableIfAll, nullableIfAny, UNKNOWN, type Typed } from '../typed.js';
import { CALL_TYPES, type Call } from './call-types.js';
import type { TypeRules } from './type-rule.js';

export const calls: TypeRules<'call' | 'named-argument' | 'variadic-argument' | 'type-argument' | 'query-argument'> = {
  call: typeOfCall,
  'named-argument': ({ value }, scope) => scope.typeOf(value),
  'variadic-argument': ({ value }, scope) => scope.typeOf(value),
  'type-argument': ({ type }, scope) => ({ type: typeOfCastTo(type, scope.context.dialect), nullable: undefined }),
  'query-argument': () => ({ type: undefined, nullable: undefined }),
};

function typeOfCall(node: FunctionCall, scope: Scope): Typed {
  const row = functionOfCall(node, scope.context.dialect);
  const values = node.arguments.map((argument) => scope.typeOf(argument));
  if (row === undefined) return { ...UNKNOWN, type: requestedType(node, values) };
  const call: Call = { node, row, values, scope };
  return { type: typeOf(call), nullable: nullableOf(call) };
}

function typeOf(call: Call): SqlType | undefined {
  const { node, row, values, scope } = call;
  const requested = requestedType(node, values);
  if (requested !== undefined) return requested;
  const special = CALL_TYPES.get(row.meaning);
  if (special !== undefined) return special(call);
  return returnedType(returnRule(row, scope.context.dialect.name), values, scope.context.rules);
}

/** Functions whose type stands behind AS among their arguments. */
const TYPED_BY_AS: ReadonlySet<string> = new Set(['xmlserialize', 'treat', 'column_get']);

/** The type that a call asks for: `JSON_VALUE(document, path RETURNING int)`. */
function requestedType(node: FunctionCall, values: readonly Typed[]): SqlType | undefined {
  const { separators, name } = node;
  if (separators === undefined) return undefined;
  const last = name.parts[name.parts.length - 1]?.value.toLowerCase() ?? '';
  const word = TYPED_BY_AS.has(last) ? 'AS' : 'RETURNING';
  const place = node.arguments.findIndex(
    ({ kind }, index) => kind === 'type-argument' && separators[index]?.endsWith(word) === true,
  );
  return values[place]?.type;
}

/** Arguments that are values, and no words or types. */
const isValue = ({ kind }: Expression): boolean => kind !== 'keyword' && kind !== 'type-argument' && kind !== 'star';

function nullableOf(call: Call): boolean | undefined {
  const { node, row, values, scope } = call;
  const rule = nullRule(row, scope.context.dialect.name);
  const nulls = values
    .filter((_, index) => isValue(node.arguments[index] as Expression))
    .map(({ nullable }) => nullable);
  switch (rule) {
    case 'NEVER':
      return false;
    case 'MAY':
      return true;
    case 'ALL':
      return nullableIfAll(nulls);
    case 'STRICT':
      return row.class === 'aggregate' ? nullableOfGroup(call, nulls[0]) : nullableIfAny(nulls);
  }
}

/** An aggregate is NULL where there is no row with a value. */
function nullableOfGroup({ node, scope }: Call, value: boolean | undefined): boolean | undefined {
  const { over, filter, withinGroup } = node;
  const inWindow = over !== undefined && over.frame === undefined && !over.reference && over.base === undefined;
  const hasRow =
    filter === undefined && withinGroup === undefined && (over === undefined ? scope.grouping === 'plain' : inWindow);
  return hasRow ? value : true;
}
