import type {
  CastExpression,
  ColumnDeclaration,
  FunctionCall,
  JsonTable,
  JsonTableColumn,
  Name,
  TableFunction,
  TableFunctionCall,
  XmlTable,
} from '../ast/index.js';
import type { FunctionRow } from '../functions/index.js';
import { renamed } from './derived-columns.js';
import { functionOfCall } from '../analysis/function-of-call.js';
import { nameOfExpression } from './names/index.js';
import type { Scope } from './scope.js';
import { Source, type RelationColumn, type RelationColumns } from './sources.js';
import { columnsOfFunction } from './table-function-columns.js';
import { typed } from './typed.js';
import { typeOfDataType } from './type-names/index.js';

/** Functions in FROM as a source. `scope` has what stands before them, which their arguments may name. */
export function functionSource(reference: TableFunction, scope: Scope): Source {
  const { calls, alias, columns: names, definitions, ordinality } = reference;
  const single = calls.length === 1 && alias !== undefined && scope.context.rules.aliasNamesColumn ? alias : undefined;
  const lists = calls.map((call) => callColumns({ definitions, ...call }, single, scope));
  const all = lists.every((list) => list !== undefined) ? lists.flat() : undefined;
  const counted = ordinality ? all?.concat({ name: 'ordinality', ...typed('BIGINT', false) }) : all;
  const [first] = calls;
  const path = alias === undefined ? pathOf(first?.call, scope) : [scope.key(alias)];
  const source = new Source(path, renamed(counted, names, scope), scope.keyOf, undefined, alias);
  source.reference = reference;
  return source;
}

function pathOf(call: TableFunctionCall['call'] | undefined, scope: Scope): string[] {
  if (call === undefined) return [];
  return call.kind === 'call' ? call.name.parts.map((part) => scope.key(part)) : [call.kind.replace('-', '_')];
}

type Callable = TableFunctionCall['call'];
type CallReader<Kind extends Callable['kind']> = (
  call: Extract<Callable, { kind: Kind }>,
  scope: Scope,
  alias: Name | undefined,
) => RelationColumns;

const CALLS: { readonly [Kind in Callable['kind']]: CallReader<Kind> } = {
  call: functionColumns,
  cast: (call, scope, alias) => [valueColumn(call, scope, alias)],
  'json-table': ({ columns }: JsonTable, scope) => jsonColumns(columns, scope),
  'xml-table': xmlColumns,
};

function callColumns(
  { call, definitions }: Pick<TableFunctionCall, 'call' | 'definitions'>,
  alias: Name | undefined,
  scope: Scope,
): RelationColumns {
  if (definitions !== undefined) return definitions.map((definition) => declaredColumn(definition, scope));
  const read = CALLS[call.kind] as CallReader<Callable['kind']>;
  return read(call, scope, alias);
}

function declaredColumn({ name, type }: ColumnDeclaration, scope: Scope): RelationColumn {
  return { name: scope.fold(name), type: typeOfDataType(type, scope.context.dialect), nullable: true };
}

/** One column for a function of one value, whichever class it is of; the columns of one that has several. */
function functionColumns(call: FunctionCall, scope: Scope, alias: Name | undefined): RelationColumns {
  const { dialect } = scope.context;
  const row = functionOfCall(call, dialect);
  const last = call.name.parts[call.name.parts.length - 1];
  if (row === undefined || last === undefined) return undefined;
  const known = columnsOfFunction(dialect.name, last.value);
  if (known !== undefined) return known;
  // unnest(a, b) is unnest(a) and unnest(b) side by side, and no alias names both
  if (row.meaning === UNNEST && call.arguments.length > 1) {
    return call.arguments.map((value) => valueColumn({ ...call, arguments: [value] }, scope, undefined));
  }
  const column = valueColumn(call, scope, alias);
  return mayBeRow(row, column) ? undefined : [column];
}

const UNNEST = 'elements_of_array';
const SERIES = 'series';

/** Whether it may be that the function gives rows of several columns. */
function mayBeRow(row: FunctionRow, { type }: RelationColumn): boolean {
  if (type === undefined) return row.meaning !== SERIES;
  return row.class === 'table' && type.type === 'OTHER';
}

function valueColumn(call: FunctionCall | CastExpression, scope: Scope, alias: Name | undefined): RelationColumn {
  const { type, nullable } = scope.typeOf(call);
  return { name: alias === undefined ? nameOfExpression(call, scope) : scope.fold(alias), type, nullable };
}

/** Columns that are nested stand in a row with the others. */
function jsonColumns(columns: readonly JsonTableColumn[], scope: Scope): RelationColumn[] {
  return columns.flatMap(({ role, name, type, columns: nested }) => {
    if (role === 'nested') return jsonColumns(nested ?? [], scope);
    const declared = type && typeOfDataType(type, scope.context.dialect);
    const column = role === 'ordinality' ? typed('INTEGER', true) : { type: declared, nullable: true };
    return name === undefined ? [] : [{ name: scope.fold(name), ...column }];
  });
}

function xmlColumns({ columns }: XmlTable, scope: Scope): RelationColumn[] {
  return columns.map(({ name, type, notNull }) => ({
    name: scope.fold(name),
    type: type === undefined ? typed('INTEGER', false).type : typeOfDataType(type, scope.context.dialect),
    nullable: type !== undefined && notNull !== true,
  }));
}
