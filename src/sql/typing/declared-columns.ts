import type { CreateTable, QualifiedName } from '../ast/index.js';
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

/** The scope of the checks, defaults and computed columns of a table that is created: its own columns, as declared. */
export function scopeOfCreatedTable({ name, elements = [] }: CreateTable, outer: Scope): Scope {
  const { dialect } = outer.context;
  const columns = elements.flatMap((element): RelationColumn[] =>
    element.kind === 'column-definition'
      ? [
          {
            // what is written without quotes is no name of its own case in any target
            name: element.name.quoted ? outer.fold(element.name) : outer.fold(element.name).toLowerCase(),
            type: element.type && typeOfDataType(element.type, dialect),
            nullable: !element.constraints.some(({ rule }) => rule.kind === 'not-null' || rule.kind === 'primary-key'),
          },
        ]
      : [],
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
