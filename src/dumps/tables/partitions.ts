import {
  foldName,
  ownCopy,
  ownName,
  parseStatement,
  printed,
  quotedName,
  type CreateTable,
  type Dialect,
  type Expression,
  type QualifiedName,
  type Statement,
} from '../../sql/index.js';

/** A part of a table that PostgreSQL has as a table of its own. */
interface Part {
  readonly parent: QualifiedName;
  /** Which rows are in it, in PostgreSQL's own SQL; undefined where no condition says it. */
  readonly condition: string | undefined;
  /** Whether it has all rows that no other part has. */
  readonly isDefault: boolean;
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
      const words = action.kind === 'alter-other' ? ATTACH.exec(action.text)?.[2] : undefined;
      const part = action.kind === 'alter-other' ? action.tables[0] : undefined;
      const bounds = words === undefined ? undefined : boundsOf(words, this.dialect);
      if (bounds !== undefined && part !== undefined) this.#addBounded(part, tree.name, bounds);
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

  /** The table that holds the rows of the part that a statement makes or changes; undefined for any other statement. */
  holderOfPart(tree: Statement): QualifiedName | undefined {
    if (tree.kind === 'create-index') return this.holderOf(tree.table);
    if (tree.kind === 'create-table') return this.holderOf(tree.name);
    if (tree.kind !== 'alter-table') return undefined;
    const attached = tree.actions.flatMap((action) => (action.kind === 'alter-other' ? action.tables : []))[0];
    return this.holderOf(tree.name) ?? (attached && this.holderOf(attached));
  }

  /** The rows of a part, as a view. */
  viewOf(name: QualifiedName): { readonly tree: Statement; readonly sql: string } | undefined {
    const part = this.#parts.get(ownName(name, this.dialect));
    const condition = part?.isDefault === true ? this.#conditionOfRest(part) : part?.condition;
    if (part === undefined || condition === undefined) return undefined;
    const sql = `CREATE VIEW ${quoted(name)} AS SELECT * FROM ${quoted(part.parent)} WHERE ${condition}`;
    return { tree: parseStatement(sql, this.dialect), sql };
  }

  /** The rows that no other part of a table has; undefined where that of one of them is not known. */
  #conditionOfRest({ parent }: Part): string | undefined {
    const whole = ownName(parent, this.dialect);
    const others = [...this.#parts.values()].filter(
      (part) => !part.isDefault && ownName(part.parent, this.dialect) === whole,
    );
    const conditions = others.flatMap(({ condition }) => (condition === undefined ? [] : [`(${condition})`]));
    if (conditions.length < others.length) return undefined;
    return conditions.length === 0 ? 'TRUE' : `(${conditions.join(' OR ')}) IS NOT TRUE`;
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
    if (partitionOf !== undefined && bounds !== undefined) this.#addBounded(name, partitionOf, bounds);
    else if (partitionOf !== undefined) this.#add(name, partitionOf, undefined);
    const [parent, ...others] = inherits ?? [];
    if (parent === undefined || others.length > 0 || elements.some(({ kind }) => kind === 'column-definition')) return;
    const checks = elements.flatMap((each) =>
      each.kind === 'table-constraint' && each.rule.kind === 'table-check'
        ? [`(${printed(each.rule.condition, this.dialect)})`]
        : [],
    );
    this.#add(name, parent, checks.length === 0 ? undefined : checks.join(' AND '));
  }

  #addBounded(name: QualifiedName, parent: QualifiedName, bounds: Bounds): void {
    this.#add(name, parent, this.#condition(parent, bounds), bounds.form === 'default');
  }

  #add(name: QualifiedName, parent: QualifiedName, condition: string | undefined, isDefault = false): void {
    const part = ownCopy({ parent, isDefault });
    this.#parts.set(ownName(name, this.dialect), { ...part, condition });
  }

  #condition(parent: QualifiedName, bounds: Bounds): string | undefined {
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
    return name === undefined ? undefined : quotedName(foldName(name, this.dialect));
  }
}

type Bounds = NonNullable<CreateTable['partitionBounds']>;

/** The rows of a part, as ATTACH PARTITION writes them. */
function boundsOf(written: string, dialect: Dialect): Bounds | undefined {
  const tree = parseStatement(`CREATE TABLE part PARTITION OF whole ${written}`, dialect);
  return tree.kind === 'create-table' ? tree.partitionBounds : undefined;
}

/** A name of PostgreSQL’s in quotes. */
const quoted = ({ parts }: QualifiedName): string =>
  parts.map(({ value, quoted: exact }) => quotedName(exact ? value : value.toLowerCase())).join('.');
