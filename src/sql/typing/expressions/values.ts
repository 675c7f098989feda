import type { CastExpression, Expression } from '../../ast/index.js';
import { commonType } from '../common-type.js';
import { givesOneRow } from '../query-columns.js';
import type { Scope } from '../scope.js';
import { arrayOf, plainType, type SqlType } from '../sql-type.js';
import { typeOfCastTo } from '../type-names/index.js';
import { nullableIfAny, typed, UNKNOWN, type Typed } from '../typed.js';
import type { TypeRules } from './type-rule.js';

export const values: TypeRules<
  | 'column'
  | 'star'
  | 'default'
  | 'case'
  | 'cast'
  | 'subquery'
  | 'row'
  | 'array'
  | 'array-query'
  | 'index'
  | 'slice'
  | 'field'
> = {
  column: (node, scope) => {
    const { type, nullable } = scope.resolve(node);
    return { type, nullable };
  },
  star: () => UNKNOWN,
  default: ({ column }, scope) => ({
    type: column === undefined ? undefined : scope.resolve(column).type,
    nullable: undefined,
  }),
  case: ({ branches, otherwise }, scope) => {
    const results = branches.map(({ result }) => scope.typeOf(result));
    if (otherwise !== undefined) results.push(scope.typeOf(otherwise));
    const nullable = nullableIfAny(results.map((result) => result.nullable));
    return {
      type: commonType(results, scope.context.rules.common),
      nullable: otherwise === undefined ? true : nullable,
    };
  },
  cast: typeOfCast,
  subquery: ({ query }, scope) => {
    const columns = scope.columnsOf(query);
    const [column] = columns ?? [];
    if (columns === undefined || column === undefined) return UNKNOWN;
    // several columns are a row
    const type = columns.length === 1 ? column.type : plainType('OTHER');
    return { type, nullable: givesOneRow(query, scope) ? column.nullable : true };
  },
  row: () => typed('OTHER', false),
  array: ({ items }, scope) => ({
    type: arrayOf(
      commonType(
        items.map((item) => scope.typeOf(item)),
        scope.context.rules.common,
      ),
    ),
    nullable: false,
  }),
  'array-query': ({ query }, scope) => ({ type: arrayOf(scope.columnsOf(query)?.[0]?.type), nullable: false }),
  index: subscripted,
  slice: subscripted,
  field: ({ operand, field }, scope) => {
    const source = operand.kind === 'column' ? scope.source(operand.parts) : undefined;
    const column = field === undefined ? undefined : source?.column(scope.key(field));
    if (column === undefined) return UNKNOWN;
    return { type: column.type, nullable: source?.nulled === true ? true : column.nullable };
  },
};

function typeOfCast({ operand, type }: CastExpression, scope: Scope): Typed {
  const { dialect, rules } = scope.context;
  const given = typeOfCastTo(type, dialect);
  const { nullable } = scope.typeOf(operand);
  const mayFail = given !== undefined && rules.castMayFail.has(given.type);
  return { type: given, nullable: mayFail ? true : nullable };
}

/** `a[1][2]` and `a[1:2]`: however many subscripts, an element; with a slice among them, an array. */
function subscripted(last: Extract<Expression, { kind: 'index' | 'slice' }>, scope: Scope): Typed {
  let isSlice = false;
  let operand: Expression = last;
  while (operand.kind === 'index' || operand.kind === 'slice') {
    isSlice ||= operand.kind === 'slice';
    operand = operand.operand;
  }
  const { type } = scope.typeOf(operand);
  return { type: isSlice ? type : elementOf(type), nullable: true };
}

/** JSON has subscripts as arrays have. */
function elementOf(type: SqlType | undefined): SqlType | undefined {
  return type?.type === 'JSON' ? type : type?.element;
}
