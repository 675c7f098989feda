/** Nodes made by hand, as short as they can be. Spans say nothing here. */
import type {
  BinaryOperator,
  ColumnReference,
  DataType,
  Expression,
  LogicalExpression,
  Name,
  Node,
  NodeKind,
  NodeOf,
  QualifiedName,
  Query,
  QueryBody,
  Select,
  Statement,
  TableName,
  TableReference,
  UnaryOperator,
} from '../../../src/sql/ast/index.js';
import { type DialectName, dialects } from '../../../src/sql/dialects/index.js';
import { generate } from '../../../src/sql/generate/index.js';

/** A node of a kind; what it needs beside kind and span is asked for. */
export function make<Kind extends NodeKind>(kind: Kind, fields: Omit<NodeOf<Kind>, 'kind' | 'span'>): NodeOf<Kind> {
  return { kind, span: { start: 0, end: 0 }, ...fields } as unknown as NodeOf<Kind>;
}

/** `a`, or `"a"` where the text has quotes around it. */
export function name(text: string): Name {
  const quoted = text.startsWith('"');
  return make('name', { value: quoted ? text.slice(1, -1) : text, quoted });
}

const names = (text: string): Name[] => text.split('.').map(name);

export const path = (text: string): QualifiedName => make('qualified-name', { parts: names(text) });
export const column = (text: string): ColumnReference => make('column', { parts: names(text) });
export const type = (text: string, more: Partial<DataType> = {}): DataType =>
  make('data-type', { name: text, arguments: [], ...more });

/** A number, a column's name, or a node as it is. */
export type Operand = Expression | number | string;

export function value(from: Operand): Expression {
  if (typeof from === 'number') return make('number', { text: String(from) });
  return typeof from === 'string' ? column(from) : from;
}

export const text = (content: string): NodeOf<'string'> => make('string', { value: content });

export const binary = (left: Operand, operator: BinaryOperator, right: Operand): Expression =>
  make('binary', { operator, left: value(left), right: value(right) });

export const unary = (operator: UnaryOperator, operand: Operand): Expression =>
  make('unary', { operator, operand: value(operand) });

const logical =
  (operator: LogicalExpression['operator']) =>
  (...operands: Operand[]): Expression =>
    make('logical', { operator, operands: operands.map(value) });
export const and = logical('and');
export const or = logical('or');

export const isNull = (operand: Operand, negated = false): Expression =>
  make('is', { operand: value(operand), negated, test: 'NULL' });

export const call = (of: string, ...items: Operand[]): NodeOf<'call'> =>
  make('call', { name: path(of), arguments: items.map(value) });

export const table = (of: string, alias?: string): TableName =>
  make('table-name', { name: path(of), ...(alias !== undefined && { alias: name(alias) }) });

export const join = (left: TableReference, right: TableReference, on: Expression): NodeOf<'join'> =>
  make('join', { type: 'inner', natural: false, left, right, on });

export const select = (columns: Operand[], more: Partial<Select> = {}): Select =>
  make('select', { columns: columns.map((each) => make('select-item', { expression: value(each) })), ...more });

export const query = (body: QueryBody, more: Partial<Query> = {}): Query => make('query', { body, ...more });

/** A statement's text in a dialect. */
export function print(statement: Statement, dialect: DialectName = 'POSTGRESQL', width?: number): string {
  return generate(statement, dialects[dialect], width === undefined ? {} : { width });
}

/** An expression's text in a dialect. */
export function printValue(node: Operand, dialect: DialectName = 'POSTGRESQL', width = 10_000): string {
  return print(query(select([node])), dialect, width).replace('SELECT ', '');
}

/** The same node with comments. */
export function commented<N extends Node>(node: N, before: string[], behind: string[] = []): N {
  const comment = (content: string): { text: string; start: number; end: number } => ({
    text: content,
    start: 0,
    end: 0,
  });
  return { ...node, comments: { before: before.map(comment), behind: behind.map(comment) } };
}
