import {
  foldName,
  parseStatement,
  type CreateTable,
  type Dialect,
  type QualifiedName,
  type Statement,
} from '../sql/index.js';
import { inQuotes, ownName } from './names.js';
import { ownCopy } from './own-copy.js';
import { printed, type Expression } from './printed.js';

/** A part of a table that PostgreSQL has as a table of its own. */
interface Part {
  readonly parent: QualifiedName;
  /** Which rows are in it, in PostgreSQL's own SQL; undefined where no condition says it. */
  readonly condition: string | undefined;
}

const ATTACH = /^ATTACH\s+PARTITION\s+(.+?)\s+(FOR\s+VALUES\b.*|DEFAULT)$/is;

/**
 * Partitions, and tables that inherit without columns of their own: where the target has none, their rows go into the
 * table that they are parts of, and each is a view of its own rows.
 */
export class Partitions {
  readonly #parts = new Map<string, Part>();
  /** The columns by which a table is parted, as they are written. */
  readonly #keys = new Map<string, string | undefined>();

  constructor(readonly dialect: Dialect) {}

  note(tree: Statement): void {
    if (tree.kind === 'create-table') this.#noteTable(tree);
    if (tree.kind !== 'alter-table') return;
    for (const action of tree.actions) {
      const bounds = action.kind === 'alter-other' ? ATTACH.exec(action.text)?.[2] : undefined;
      const part = action.kind === 'alter-other' ? action.tables[0] : undefined;
      if (bounds !== undefined && part !== undefined) this.#add(part, tree.name, this.#attached(tree.name, bounds));
    }
  }

  /** The table that holds the rows; undefined for any but a part. */
  holderOf(name: QualifiedName): QualifiedName | undefined {
    let holder: QualifiedName | undefined;
    // a part may be parted again
    for (let part = this.#parts.get(ownName(name, this.dialect)); part !== undefined;) {
      holder = part.parent;
      part = this.#parts.get(ownName(holder, this.dialect));
    }
    return holder;
  }

  /** The rows of a part, as a view. */
  viewOf(name: QualifiedName): { readonly tree: Statement; readonly sql: string } | undefined {
    const part = this.#parts.get(ownName(name, this.dialect));
    if (part?.condition === undefined) return undefined;
    const sql = `CREATE VIEW ${quoted(name)} AS SELECT * FROM ${quoted(part.parent)} WHERE ${part.condition}`;
    return { tree: parseStatement(sql, this.dialect), sql };
  }

  /** The same change of rows, of the table that holds them. */
  ofHolder<S extends Statement>(tree: S): S {
    if (tree.kind !== 'insert' && tree.kind !== 'copy') return tree;
    const holder = tree.table && this.holderOf(tree.table);
    return holder === undefined ? tree : { ...tree, table: { ...holder, span: tree.table?.span ?? holder.span } };
  }

  #noteTable(table: CreateTable): void {
    const { name, partitionBy, partitionOf, partitionBounds: bounds, inherits, elements = [] } = table;
    if (partitionBy !== undefined) this.#keys.set(ownName(name, this.dialect), this.#keyOfParts(partitionBy));
    if (partitionOf !== undefined) this.#add(name, partitionOf, bounds && this.#condition(partitionOf, bounds));
    const [parent, ...others] = inherits ?? [];
    if (parent === undefined || others.length > 0 || elements.some(({ kind }) => kind === 'column-definition')) return;
    const checks = elements.flatMap((each) =>
      each.kind === 'table-constraint' && each.rule.kind === 'table-check'
        ? [`(${printed(each.rule.condition, this.dialect)})`]
        : [],
    );
    this.#add(name, parent, checks.length === 0 ? undefined : checks.join(' AND '));
  }

  #add(name: QualifiedName, parent: QualifiedName, condition: string | undefined): void {
    this.#parts.set(ownName(name, this.dialect), ownCopy({ parent, condition }));
  }

  #attached(parent: QualifiedName, written: string): string | undefined {
    const tree = parseStatement(`CREATE TABLE part PARTITION OF whole ${written}`, this.dialect);
    const bounds = tree.kind === 'create-table' ? tree.partitionBounds : undefined;
    return bounds && this.#condition(parent, bounds);
  }

  #condition(parent: QualifiedName, bounds: NonNullable<CreateTable['partitionBounds']>): string | undefined {
    const key = this.#keys.get(ownName(parent, this.dialect));
    if (key === undefined) return undefined;
    const written = (values: readonly Expression[]): string[] => values.map((value) => printed(value, this.dialect));
    if (bounds.form === 'in') return `${key} IN (${written(bounds.values).join(', ')})`;
    if (bounds.form !== 'range') return undefined;
    const [from] = written(bounds.values);
    const [to] = written(bounds.to ?? []);
    const ends = [
      ...(from === undefined || /^MINVALUE$/i.test(from) ? [] : [`${key} >= ${from}`]),
      ...(to === undefined || /^MAXVALUE$/i.test(to) ? [] : [`${key} < ${to}`]),
    ];
    return ends.length === 0 ? undefined : ends.join(' AND ');
  }

  /** The one column by which a table is parted. */
  #keyOfParts({ keys }: NonNullable<CreateTable['partitionBy']>): string | undefined {
    const [only, ...others] = keys;
    if (only?.expression.kind !== 'column' || others.length > 0) return undefined;
    const name = only.expression.parts.at(-1);
    return name === undefined ? undefined : inQuotes(foldName(name, this.dialect));
  }
}

/** A name of PostgreSQL’s in quotes. */
const quoted = ({ parts }: QualifiedName): string =>
  parts.map(({ value, quoted: exact }) => inQuotes(exact ? value : value.toLowerCase())).join('.');
