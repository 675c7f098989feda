import type { ColumnReference, Expression, Name, Select, TableReference } from '../../ast/index.js';
import type { Source } from '../../typing/sources.js';
import type { Translator } from '../translator.js';
import { primaryKeyOf } from './primary-keys.js';

/** Two expressions that are the same in all rows, or in those that an outer join finds a row for on its other side. */
interface Equality {
  readonly left: Expression;
  readonly right: Expression;
  /** The only sources whose columns follow from it; left out: those of both sides. */
  readonly towards?: ReadonlySet<string>;
}

/** Names that tables' keys have short. */
const SHORT: Readonly<Record<string, string>> = {
  account: 'acct',
  customer: 'cust',
  department: 'dept',
  employee: 'emp',
  product: 'prod',
  project: 'proj',
};

const KEY_WORDS = ['_id', 'id', '_no', 'no', '_nr', '_num', '_number', 'number', '_code', 'code', '_key'] as const;

/** What tables call their keys: `id`, or by their own names, `customer_id`, `CustomerId` or `cust_no` of customers. */
function usualKeys(table: string): readonly string[] {
  const called = table.toLowerCase();
  const names = [called, called.replace(/ies$/, 'y'), called.replace(/(?<=s|x|ch|sh)es$|s$/, '')];
  const all = [...names, ...names.flatMap((name) => SHORT[name] ?? [])];
  return ['id', '_id', ...new Set(all.flatMap((name) => KEY_WORDS.map((word) => `${name}${word}`)))];
}

/** Which columns have one value in each group, by what the rows are grouped by, by keys and by equalities. */
export class DeterminedColumns {
  readonly #keys: ReadonlySet<string>;
  readonly #found: Set<string>;
  readonly #whole = new Set<Source>();

  constructor(
    grouped: readonly ColumnReference[],
    private readonly select: Select,
    private readonly t: Translator,
  ) {
    const named = grouped.flatMap((node) => this.#idOf(node) ?? []);
    this.#keys = new Set(named);
    this.#found = new Set(named);
    this.#close(this.#equalities());
  }

  /** Whether the rows are grouped by the primary key of the column's table: PostgreSQL knows that by itself. */
  isOfGroupedKey(node: ColumnReference): boolean {
    const source = this.#sourceOf(node);
    return source !== undefined && this.#hasKeyIn(source, this.#keys, this.#primaryKey(source));
  }

  has(node: ColumnReference): boolean {
    const source = this.#sourceOf(node);
    return source !== undefined && (this.#whole.has(source) || this.#found.has(this.#idOf(node) ?? ''));
  }

  /** Follows keys and equalities until nothing is added. */
  #close(equalities: readonly Equality[]): void {
    for (let before = -1; before !== this.#found.size + this.#whole.size;) {
      before = this.#found.size + this.#whole.size;
      for (const source of this.t.scope.from.sources)
        if (this.#likelyKeys(source).some((key) => this.#hasKeyIn(source, this.#found, key))) this.#whole.add(source);
      for (const { left, right, towards } of equalities) {
        this.#follow(left, right, towards);
        this.#follow(right, left, towards);
      }
    }
  }

  #follow(from: Expression, to: Expression, towards: ReadonlySet<string> | undefined): void {
    if (to.kind !== 'column' || !this.#isKnown(from, to)) return;
    const name = this.#sourceOf(to)?.path.at(-1) ?? '';
    const id = this.#idOf(to);
    if (id !== undefined && (towards === undefined || towards.has(name))) this.#found.add(id);
  }

  /** Columns of text may be written otherwise and be equal all the same. */
  #isKnown(from: Expression, to: Expression): boolean {
    if (from.kind === 'string' || from.kind === 'number' || from.kind === 'parameter') return true;
    return (
      from.kind === 'column' && this.has(from) && this.t.typeName(from) !== 'TEXT' && this.t.typeName(to) !== 'TEXT'
    );
  }

  #hasKeyIn(source: Source, ids: ReadonlySet<string>, key: readonly string[]): boolean {
    if (key.length === 0 || !this.#isTable(source, this.select.from ?? [])) return false;
    return key.every((name) => ids.has(this.#id(source, this.t.scope.keyOf(name))));
  }

  #primaryKey(source: Source): readonly string[] {
    const table = source.columns?.[0]?.table;
    return table === undefined ? [] : primaryKeyOf(table, this.t);
  }

  /** Where no catalogue tells the key of a table, it is taken to be what tables call it. */
  #likelyKeys(source: Source): readonly (readonly string[])[] {
    const { columns, origin } = source;
    if (columns !== undefined || origin === undefined) return [this.#primaryKey(source)];
    return usualKeys(origin.name).map((name) => [name]);
  }

  #isTable(source: Source, references: readonly TableReference[]): boolean {
    return references.some((one) =>
      one.kind === 'join'
        ? this.#isTable(source, [one.left, one.right])
        : one.kind === 'table-name' && this.#nameOf(one) === source.path.at(-1),
    );
  }

  #nameOf(reference: TableReference): string | undefined {
    const name = reference.alias ?? (reference.kind === 'table-name' ? reference.name.parts.at(-1) : undefined);
    return name && this.t.scope.key(name);
  }

  #equalities(): Equality[] {
    const { where, from = [] } = this.select;
    return [...equalitiesOf(where), ...from.flatMap((one) => this.#ofJoin(one))];
  }

  #ofJoin(reference: TableReference): Equality[] {
    if (reference.kind !== 'join') return [];
    const { type, left, right, on } = reference;
    const inner = [...this.#ofJoin(left), ...this.#ofJoin(right)];
    if (type === 'full') return inner;
    const nulled = type === 'left' ? right : type === 'right' ? left : undefined;
    const towards = nulled && { towards: new Set(this.#namesIn(nulled)) };
    return [...inner, ...equalitiesOf(on).map((one) => ({ ...one, ...towards }))];
  }

  #namesIn(reference: TableReference): string[] {
    if (reference.kind === 'join') return [...this.#namesIn(reference.left), ...this.#namesIn(reference.right)];
    return [this.#nameOf(reference) ?? ''];
  }

  #sourceOf({ parts }: ColumnReference): Source | undefined {
    const qualifier = parts.slice(0, -1).map((part) => this.t.scope.key(part));
    const key = this.t.scope.key(parts.at(-1) as Name);
    const { sources } = this.t.scope.from;
    const [only, second] = sources;
    if (qualifier.length === 0 && only?.columns === undefined && second === undefined) return only;
    return sources.find((one) => (qualifier.length > 0 ? one.isNamed(qualifier) : one.column(key) !== undefined));
  }

  #idOf(node: ColumnReference): string | undefined {
    const source = this.#sourceOf(node);
    return source && this.#id(source, this.t.scope.key(node.parts.at(-1) as Name));
  }

  #id(source: Source, key: string): string {
    return `${this.t.scope.from.sources.indexOf(source)}.${key}`;
  }
}

/** The equalities that a condition asks for, all of which hold. */
function equalitiesOf(node: Expression | undefined): Equality[] {
  if (node?.kind === 'logical' && node.operator === 'and') return node.operands.flatMap(equalitiesOf);
  return node?.kind === 'binary' && node.operator === 'equal' ? [{ left: node.left, right: node.right }] : [];
}
