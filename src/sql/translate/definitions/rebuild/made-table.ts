import { isSameName } from '../../../analysis/folded-names.js';
import type { ColumnDefinition, CreateTable, Name, TableElement } from '../../../ast/index.js';
import { dataType } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { ofColumn } from '../made-definitions.js';

/** A definition whose columns stand where they say, and say it no more. */
export function withPlaces(table: CreateTable, t: Translator): CreateTable {
  const columns = columnsOf(table);
  for (const moved of columns.filter(({ position }) => position !== undefined)) {
    const { position, ...column } = moved;
    columns.splice(columns.indexOf(moved), 1);
    const behind = position === 'first' ? 0 : placeBehind(columns, position, t);
    columns.splice(behind, 0, column);
  }
  return { ...table, elements: [...columns, ...othersOf(table)] };
}

function placeBehind(columns: readonly ColumnDefinition[], name: Name | undefined, t: Translator): number {
  const at = columns.findIndex((column) => name !== undefined && isSameName(column.name, name, t.to));
  return at < 0 ? columns.length : at + 1;
}

const columnsOf = ({ elements = [] }: CreateTable): ColumnDefinition[] =>
  elements.filter((element): element is ColumnDefinition => element.kind === 'column-definition');

const othersOf = ({ elements = [] }: CreateTable): TableElement[] =>
  elements.filter(({ kind }) => kind !== 'column-definition');

/**
 * A definition whose key is one: the number of a row stands with its column, and a key that was none before is not that
 * number, which would count by itself.
 */
export function withNumberedKey(written: CreateTable, before: CreateTable, t: Translator): CreateTable {
  const table = withCounter(written, before, t);
  const counted = columnsOf(table).filter(isKey);
  const wasKeyed = (column: ColumnDefinition): boolean =>
    keyColumns(before).some((name) => isSameName(name, column.name, t.to));
  const isOne = (element: TableElement): boolean =>
    counted.length === 0 ||
    element.kind !== 'table-constraint' ||
    element.rule.kind !== 'table-key' ||
    element.rule.type !== 'primary';
  const key = keyColumns(table);
  const elements = (table.elements ?? []).filter(isOne).map((element): TableElement => {
    if (element.kind !== 'column-definition') return element;
    const isNew = key.length === 1 && key.some((name) => isSameName(name, element.name, t.to)) && !wasKeyed(element);
    if (isNew && !element.constraints.some(isCounter) && element.type?.name.toLowerCase() === 'integer')
      return { ...element, type: dataType('int', element.span) };
    const wasKey =
      columnsOf(before)
        .find(({ name }) => isSameName(name, element.name, t.to))
        ?.constraints.some(isPrimary) === true;
    // a column that was a key stays one of values
    if (!wasKey || isKey(element) || key.some((name) => isSameName(name, element.name, t.to))) return element;
    const isNever = element.constraints.some(({ rule }) => rule.kind === 'not-null');
    return isNever
      ? element
      : { ...element, constraints: [ofColumn({ kind: 'not-null', span: element.span }), ...element.constraints] };
  });
  return { ...table, elements };
}

/**
 * A column of PostgreSQL's goes on counting without being a key, until it is one again; SQLite counts in a key alone, which stays
 * until there is another.
 */
function withCounter(table: CreateTable, before: CreateTable, t: Translator): CreateTable {
  const counting = columnsOf(before).find(({ constraints }) => constraints.some(isCounter));
  const rule = counting?.constraints.find(isCounter);
  if (t.source !== 'POSTGRESQL' || counting === undefined || rule === undefined) return table;
  const isIt = (name: Name): boolean => isSameName(name, counting.name, t.to);
  const of = (change: (column: ColumnDefinition) => ColumnDefinition): CreateTable => ({
    ...table,
    elements: (table.elements ?? []).map((one) =>
      one.kind === 'column-definition' && isIt(one.name) ? change(one) : one,
    ),
  });
  if (keyColumns(table).length === 0) {
    t.notice('DETAIL_DROPPED', counting, 'SQLite counts in a primary key alone, which the column stays.');
    return of((column) => ({ ...column, constraints: [rule, ...column.constraints] }));
  }
  if (keyColumns(table).every(isIt)) return table;
  t.notice('COUNTER_DROPPED', counting);
  return of((column) => ({ ...column, constraints: column.constraints.filter((one) => !isPrimary(one)) }));
}

type Rule = ColumnDefinition['constraints'][number];

const isPrimary = ({ rule }: Rule): boolean => rule.kind === 'primary-key';
const isCounter = ({ rule }: Rule): boolean => rule.kind === 'primary-key' && rule.autoIncrement === true;
const isKey = ({ constraints }: ColumnDefinition): boolean => constraints.some(isPrimary);

/** The columns of the primary key, wherever it is said. */
function keyColumns(table: CreateTable): Name[] {
  return (table.elements ?? []).flatMap((element) => {
    if (element.kind === 'column-definition') return isKey(element) ? [element.name] : [];
    if (element.kind !== 'table-constraint' || element.rule.kind !== 'table-key' || element.rule.type !== 'primary')
      return [];
    return element.rule.elements.flatMap(({ expression }) =>
      expression.kind === 'column' ? [expression.parts[expression.parts.length - 1] as Name] : [],
    );
  });
}
