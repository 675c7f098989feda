import { DragomanError } from '../../errors/index.js';
import { dialects, parseStatement, type Statement } from '../../sql/index.js';
import { folded } from '../introspection/folded.js';
import type { CheckDescription } from '../introspection/table-description.js';

/** What the pragmas leave out, and the text of a CREATE TABLE tells. */
export interface TableText {
  readonly checks: readonly CheckDescription[];
  /** By the column's name without case. */
  readonly columns: ReadonlyMap<string, ColumnText>;
  /** The names of its foreign keys in their order, null for a nameless one. */
  readonly foreignKeys: readonly ForeignKeyText[];
}

export interface ColumnText {
  readonly collation: string | null;
  readonly generation: string | null;
}

export interface ForeignKeyText {
  readonly name: string | null;
  /** Without case. */
  readonly columns: readonly string[];
}

/** What the text of a CREATE INDEX tells: its parts in their order, columns too, and its condition. */
export interface IndexText {
  readonly expressions: readonly string[];
  readonly predicate: string | null;
}

type CreateTable = Extract<Statement, { kind: 'create-table' }>;
type Element = NonNullable<CreateTable['elements']>[number];
type Column = Extract<Element, { kind: 'column-definition' }>;
interface Spanned {
  readonly span: { readonly start: number; readonly end: number };
}

/** Undefined where the grammar does not know the text. */
export function readTableText(sql: string): TableText | undefined {
  const statement = read(sql);
  if (statement?.kind !== 'create-table') return undefined;
  const elements = statement.elements ?? [];
  const columns = elements.filter((element) => element.kind === 'column-definition');
  return {
    checks: elements.flatMap((element) => checksOf(element, sql)),
    columns: new Map(columns.map((column) => [folded(column.name.value), columnText(column, sql)])),
    foreignKeys: elements.flatMap(foreignKeysOf),
  };
}

export function readIndexText(sql: string): IndexText | undefined {
  const statement = read(sql);
  if (statement?.kind !== 'create-index') return undefined;
  const { elements, where } = statement;
  return {
    expressions: elements.map(({ expression }) => textOf(expression, sql)),
    predicate: where === undefined ? null : textOf(where, sql),
  };
}

/** The query of a CREATE VIEW, as it is written; undefined where the grammar does not know the text. */
export function readViewText(sql: string): string | undefined {
  const statement = read(sql);
  return statement?.kind === 'create-view' ? textOf(statement.query, sql) : undefined;
}

function read(sql: string): Statement | undefined {
  try {
    return parseStatement(sql, dialects.SQLITE);
  } catch (error) {
    if (error instanceof DragomanError) return undefined;
    throw error;
  }
}

const textOf = ({ span }: Spanned, sql: string): string => sql.slice(span.start, span.end);

function checksOf(element: Element, sql: string): CheckDescription[] {
  if (element.kind === 'like-table') return [];
  const constraints = element.kind === 'column-definition' ? element.constraints : [element];
  return constraints.flatMap(({ name, rule }) =>
    rule.kind === 'check' || rule.kind === 'table-check'
      ? [{ name: name?.value ?? null, expression: textOf(rule.condition, sql) }]
      : [],
  );
}

function columnText({ constraints }: Column, sql: string): ColumnText {
  const rules = constraints.map(({ rule }) => rule);
  const collation = rules.find((rule) => rule.kind === 'column-collation')?.collation.parts.at(-1)?.value;
  const generated = rules.find((rule) => rule.kind === 'generated');
  return {
    collation: collation ?? null,
    generation: generated === undefined ? null : textOf(generated.expression, sql),
  };
}

function foreignKeysOf(element: Element): ForeignKeyText[] {
  if (element.kind === 'like-table') return [];
  if (element.kind === 'table-constraint') {
    const { name, rule } = element;
    if (rule.kind !== 'table-foreign-key') return [];
    return [{ name: name?.value ?? null, columns: rule.columns.map((column) => folded(column.value)) }];
  }
  const columns = [folded(element.name.value)];
  return element.constraints.flatMap(({ name, rule }) =>
    rule.kind === 'references' ? [{ name: name?.value ?? null, columns }] : [],
  );
}
