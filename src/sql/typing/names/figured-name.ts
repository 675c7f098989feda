import type { DataType, Expression, FunctionCall, Name } from '../../ast/index.js';
import type { Scope } from '../scope.js';
import { typeNameOf } from './internal-type-names.js';

/** A name with how much it says: a type's name or `case` gives way to a column's or a function's. */
interface Figured {
  readonly name: string;
  readonly isWeak: boolean;
}

const NAMELESS = '?column?';
const strong = (name: string): Figured => ({ name, isWeak: false });
const weak = (name: string): Figured => ({ name, isWeak: true });

/**
 * What PostgreSQL calls a column without an alias.
 * https://github.com/postgres/postgres/blob/master/src/backend/parser/parse_target.c, FigureColname
 */
export function figuredName(expression: Expression, scope: Scope): string {
  return figure(expression, scope)?.name ?? NAMELESS;
}

function figure(expression: Expression, scope: Scope): Figured | undefined {
  const rule = FIGURES[expression.kind] as FigureRule<Expression['kind']> | undefined;
  return typeof rule === 'function' ? rule(expression, scope) : rule === null ? undefined : strong(rule as string);
}

/** A fixed name, none, or what the node says. */
type FigureRule<Kind extends Expression['kind']> =
  string | null | ((node: Extract<Expression, { kind: Kind }>, scope: Scope) => Figured | undefined);

const lastOf = (parts: readonly Name[], scope: Scope): Figured | undefined => {
  const last = parts[parts.length - 1];
  return last === undefined ? undefined : strong(scope.fold(last));
};

/** The name of what is inside, or where that says little, the type's. */
function ofCast(operand: Expression, type: DataType, scope: Scope): Figured {
  const inner = figure(operand, scope);
  return inner === undefined || inner.isWeak ? weak(typeNameOf(type)) : inner;
}

const FIGURES: { readonly [Kind in Expression['kind']]: FigureRule<Kind> } = {
  null: null,
  boolean: null,
  number: null,
  string: null,
  bytes: null,
  bits: null,
  'typed-literal': ({ type }) => weak(typeNameOf(type)),
  interval: null,
  parameter: null,
  variable: null,
  'variable-assignment': null,
  column: ({ parts }, scope) => lastOf(parts, scope),
  star: null,
  keyword: null,
  default: null,
  unary: null,
  binary: ({ operator }) => (operator === 'overlaps' ? strong('overlaps') : undefined),
  logical: null,
  operator: null,
  'pattern-match': null,
  between: null,
  'in-list': null,
  'in-query': null,
  'in-table': null,
  is: ({ test }) => (test === 'NORMALIZED' ? strong('is_normalized') : undefined),
  exists: 'exists',
  subquery: ({ query }, scope) => {
    const name = scope.columnsOf(query)?.[0]?.name;
    return name === undefined ? undefined : strong(name);
  },
  quantified: null,
  case: ({ otherwise }, scope) => {
    const inner = otherwise && figure(otherwise, scope);
    return inner === undefined || inner.isWeak ? weak('case') : inner;
  },
  cast: ({ operand, type }, scope) => ofCast(operand, type, scope),
  collate: ({ operand }, scope) => figure(operand, scope),
  'at-time-zone': 'timezone',
  row: 'row',
  array: 'array',
  'array-query': 'array',
  index: ({ operand }, scope) => figure(operand, scope),
  slice: ({ operand }, scope) => figure(operand, scope),
  field: ({ field, operand }, scope) => (field === undefined ? figure(operand, scope) : strong(scope.fold(field))),
  call: nameOfCall,
  'named-argument': null,
  'variadic-argument': null,
  'type-argument': null,
  'query-argument': null,
  'full-text-match': null,
  raise: null,
};

/** TRIM is spelled by which end is trimmed; TREAT by its type. */
const TRIMMED: Readonly<Record<string, string>> = { LEADING: 'ltrim', TRAILING: 'rtrim' };

function nameOfCall({ name, separators, arguments: values }: FunctionCall, scope: Scope): Figured | undefined {
  const figured = lastOf(name.parts, scope);
  const written = name.parts.length === 1 && name.parts[0]?.quoted === false ? figured?.name : undefined;
  if (written === 'trim') return strong(TRIMMED[separators?.[0]?.split(' ')[0] ?? ''] ?? 'btrim');
  const target = values[1];
  if (written === 'treat' && target?.kind === 'type-argument') return strong(typeNameOf(target.type));
  return figured;
}
