import type { Change, ColumnReference, Name, QualifiedName } from '../../ast/index.js';
import type { CatalogueTable } from '../../catalogue.js';
import { scopeOfChange, type RelationColumn } from '../../typing/index.js';
import { exactName } from '../expressions/names.js';
import { column, name } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import type { OwnColumn } from './column-assignments.js';
import type { AssignedColumn } from './open-columns.js';

/** The table that a change is made to, as far as the catalogue knows it. */
export class ChangedTable {
  readonly known: CatalogueTable | undefined;

  constructor(
    readonly name: QualifiedName,
    readonly alias: Name | undefined,
    private readonly change: Change,
    private readonly t: Translator,
  ) {
    this.known = t.scope.context.catalogue?.table(name.parts.map((part) => t.scope.fold(part)));
  }

  /** Its name in the target. */
  get translated(): QualifiedName {
    return this.t.node(this.name);
  }

  /** What its columns are qualified by in the source. */
  get qualifier(): Name {
    return this.alias ?? (this.name.parts[this.name.parts.length - 1] as Name);
  }

  /** The columns in their order; undefined where they are not known. */
  get columns(): readonly RelationColumn[] | undefined {
    return this.known?.columns;
  }

  /** What is known of one of its columns. */
  column(called: Name): RelationColumn | undefined {
    const scope = scopeOfChange(this.change, this.t.scope);
    const key = scope.key(called);
    return this.columns?.find((one) => scope.keyOf(one.name) === key);
  }

  /** One of its columns that a row which is there gets a value for. */
  assigned(called: Name): AssignedColumn {
    return { ...this.given(called), before: this.target(called) };
  }

  /** One of its columns that a new row has a value for. */
  given(called: Name): AssignedColumn {
    return { called, known: this.column(called) };
  }

  /** The key of one of its columns; undefined for a column of another table. */
  readonly own: OwnColumn = (reference) => {
    const { scope } = this.t;
    const keys = reference.parts.map((part) => scope.key(part));
    const key = keys[keys.length - 1] as string;
    if (keys.length > 1) return keys[keys.length - 2] === scope.key(this.qualifier) ? key : undefined;
    const known = scope.known(reference)?.table?.name;
    const origin = scope.source([this.qualifier])?.origin?.name;
    return known === undefined || known === origin ? key : undefined;
  };

  /** One of its columns by the name that it has in the target, without a qualifier. */
  target(called: Name): ColumnReference {
    const real = this.column(called)?.name ?? this.t.scope.fold(called);
    return column([exactName(real, called, this.t)], called.span);
  }

  /** The columns of each of its unique keys, its primary key first; undefined where they are not known. */
  get keys(): readonly (readonly string[])[] | undefined {
    return this.known?.uniqueKeys;
  }

  /** The tables whose rows refer to its own; undefined where that is not known. */
  get referring(): readonly string[] | undefined {
    const { catalogue } = this.t.scope.context;
    const hanging = catalogue?.hangingOn?.(this.name.parts.map((part) => this.t.scope.fold(part)));
    return hanging?.foreignKeys.map(({ table }) => table);
  }

  /** The columns that tell its rows apart. */
  get primaryKey(): readonly string[] {
    return this.known?.primaryKey ?? [];
  }

  /** A name of the database's as a node. */
  named(called: string): Name {
    return exactName(called, name(called, this.name.span), this.t);
  }
}
