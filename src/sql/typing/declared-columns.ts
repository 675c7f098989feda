import type { AlterTable, ColumnDefinition, CreateTable, QualifiedName } from '../ast/index.js';
import { Scope } from './scope.js';
import { Source, type RelationColumn } from './sources.js';
import { tableSource } from './table-sources.js';
import { typeOfDataType } from './type-names/index.js';

const scopeOver = (source: Source, outer: Scope): Scope =>
  new Scope({
    context: outer.context,
    outer,
    from: {
      sources: [source],
      fields: source.columns?.map((column) => ({ source, column })),
      merged: new Map(),
    },
  });

/** A column as a definition declares it. */
const declared = ({ name, type, constraints }: ColumnDefinition, outer: Scope): RelationColumn => ({
  // what is written without quotes is no name of its own case in any target
  name: name.quoted ? outer.fold(name) : outer.fold(name).toLowerCase(),
  type: type && typeOfDataType(type, outer.context.dialect),
  nullable: !constraints.some(({ rule }) => rule.kind === 'not-null' || rule.kind === 'primary-key'),
});

/** The scope of the checks, defaults and computed columns of a table that is created: its own columns, as declared. */
export function scopeOfCreatedTable({ name, elements = [] }: CreateTable, outer: Scope): Scope {
  const columns = elements.flatMap((element): RelationColumn[] =>
    element.kind === 'column-definition' ? [declared(element, outer)] : [],
  );
  return scopeOver(
    new Source(
      name.parts.map((part) => outer.key(part)),
      columns,
      outer.keyOf,
    ),
    outer,
  );
}

/** The scope of what is said of a table that is there: of its indexes, and changes of its columns. */
export const scopeOfTable = (name: QualifiedName, outer: Scope): Scope =>
  scopeOver(tableSource({ name }, outer), outer);

/** The scope of a change of a table: its own columns, and those that the change brings. */
export function scopeOfChangedTable({ name, actions }: AlterTable, outer: Scope): Scope {
  const source = tableSource({ name }, outer);
  const { path, columns, origin, alias } = source;
  if (columns === undefined) return scopeOver(source, outer);
  const brought = actions.flatMap((action) => {
    if (action.kind === 'add-column') return action.columns;
    return action.kind === 'change-column' ? [action.definition] : [];
  });
  const isThere = new Set(columns.map((column) => outer.keyOf(column.name)));
  const added = brought.map((one) => declared(one, outer)).filter((one) => !isThere.has(outer.keyOf(one.name)));
  return scopeOver(new Source(path, [...columns, ...added], outer.keyOf, origin, alias), outer);
}
