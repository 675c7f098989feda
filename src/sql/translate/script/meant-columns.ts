import { foldName, ownKey } from '../../analysis/folded-names.js';
import type { AlterTable, ColumnDefinition, Name, QualifiedName, Statement } from '../../ast/index.js';
import type { CatalogueColumn, CatalogueTable } from '../../catalogue.js';
import type { Dialect } from '../../dialects/index.js';
import { typeOfDataType, type SqlTypeName } from '../../typing/index.js';

const BITS = /^bit\b/i;

/** Types that four bytes keep. */
const SINGLE: ReadonlySet<string> = new Set(['real', 'float4', 'float']);

/** What is written otherwise than it is kept by a target that has a text for it. */
const KEPT_AS_TEXTS: ReadonlySet<SqlTypeName | undefined> = new Set<SqlTypeName | undefined>(['ARRAY', 'UUID']);

/** What the source declares of a column’s values. */
export type DeclaredType = Pick<CatalogueColumn, 'type' | 'databaseType'>;

/** A column of the target. Where the source says more of its values, such as that they are bytes or arrays, that counts. */
export function asMeant(target: CatalogueColumn, source: DeclaredType, from: Dialect): CatalogueColumn {
  if (from.name === 'MYSQL' && BITS.test(source.databaseType))
    return { ...target, type: { ...(target.type ?? { type: 'OTHER' }), bits: true } };
  // such as the shapes of MySQL; SQLite's columns of bytes take anything
  if (target.type === undefined && target.databaseType.toLowerCase() === 'blob')
    return { ...target, type: { type: 'BINARY' } };
  if (target.type === undefined || KEPT_AS_TEXTS.has(source.type?.type)) return { ...target, type: source.type };
  if (target.type.type === 'TEXT' && source.databaseType.toLowerCase() === 'enum')
    return { ...target, type: { ...target.type, words: true } };
  const isSingle = target.databaseType.toLowerCase() === 'real' && SINGLE.has(source.databaseType.toLowerCase());
  return isSingle ? { ...target, type: { ...target.type, single: true } } : target;
}

/**
 * What the columns of a script’s tables are to its source: a literal is read by that, such as the text of an array, which a
 * target without arrays keeps as another type.
 */
export class MeantColumns {
  readonly #tables = new Map<string, Map<string, DeclaredType>>();

  constructor(readonly from: Dialect) {}

  /** A table of the target, by the columns that the source declares. */
  of(table: CatalogueTable): CatalogueTable {
    const declared = this.#tables.get(table.name.toLowerCase());
    if (declared === undefined) return table;
    const columns = table.columns.map((column) => {
      const source = declared.get(column.name.toLowerCase());
      return source === undefined ? column : asMeant(column, source, this.from);
    });
    return { ...table, columns };
  }

  /** Takes a statement of the source, behind its translation. */
  note(tree: Statement): void {
    if (tree.kind === 'drop') for (const name of tree.names) this.#tables.delete(this.#keyOf(name));
    else if (tree.kind === 'rename-tables') for (const { from, to } of tree.renames) this.#move(from, to);
    else if (tree.kind === 'alter-table') for (const action of tree.actions) this.#alter(tree.name, action);
    else if (tree.kind === 'create-table' && tree.elements !== undefined) {
      const key = this.#keyOf(tree.name);
      if (tree.ifNotExists === true && this.#tables.has(key)) return;
      this.#tables.set(key, new Map());
      for (const element of tree.elements) if (element.kind === 'column-definition') this.#declare(tree.name, element);
    }
  }

  #alter(table: QualifiedName, action: AlterTable['actions'][number]): void {
    const columns = this.#tables.get(this.#keyOf(table));
    if (action.kind === 'rename-to') this.#move(table, action.name);
    else if (columns === undefined) return;
    else if (action.kind === 'add-column') for (const column of action.columns) this.#declare(table, column);
    else if (action.kind === 'drop-column') columns.delete(this.#called(action.column));
    else if (action.kind === 'rename-column' && action.object === 'COLUMN') {
      const declared = columns.get(this.#called(action.from));
      columns.delete(this.#called(action.from));
      if (declared !== undefined) columns.set(this.#called(action.to), declared);
    } else if (action.kind === 'alter-column' && action.change === 'set-type')
      columns.delete(this.#called(action.column));
    else if (action.kind === 'change-column') {
      columns.delete(this.#called(action.oldName ?? action.definition.name));
      this.#declare(table, action.definition);
    }
  }

  #declare(table: QualifiedName, { name, type }: ColumnDefinition): void {
    if (type === undefined) return;
    const declared = { type: typeOfDataType(type, this.from), databaseType: type.name };
    this.#tables.get(this.#keyOf(table))?.set(this.#called(name), declared);
  }

  #move(from: QualifiedName, to: QualifiedName): void {
    const columns = this.#tables.get(this.#keyOf(from));
    this.#tables.delete(this.#keyOf(from));
    if (columns !== undefined) this.#tables.set(this.#keyOf(to), columns);
  }

  #keyOf(name: QualifiedName): string {
    return ownKey(name, this.from);
  }

  #called(name: Name): string {
    return foldName(name, this.from).toLowerCase();
  }
}
