import type { DerivedTable, Join, Name, TableFunction, TableReference } from '../ast/index.js';
import { commonType } from './common-type.js';
import { derivedColumns, renamed } from './derived-columns.js';
import { Scope } from './scope.js';
import { columnOf, Source, type Field, type FromClause, type RelationColumn } from './sources.js';
import type { TypingRules } from './rules/index.js';
import { functionSource } from './table-functions.js';
import { tableSource } from './table-sources.js';
import { nullableIfAny } from './typed.js';

/** What FROM has. @param outer the scope of the names that its queries may use, tables before them aside */
export function readFrom(references: readonly TableReference[], outer: Scope): FromClause {
  const reader = new FromReader(outer);
  const [first, ...others] = references.map((reference) => reader.read(reference));
  if (first === undefined) return { sources: [], fields: undefined, merged: new Map() };
  for (const other of others) append(first, other);
  return first;
}

/** One table or a join, while it is put together. */
interface Part {
  readonly sources: Source[];
  /** Undefined where a star can't be expanded. */
  fields: Field[] | undefined;
  merged: ReadonlyMap<string, Field>;
  /** Sources that hold what USING merged, and that no name finds. */
  readonly mergers: Source[];
}

function partOf(source: Source): Part {
  const fields = source.columns?.map((column) => ({ source, column }));
  return { sources: [source], fields, merged: new Map(), mergers: [] };
}

/** Puts one part behind another. */
function append(left: Part, right: Part): void {
  for (const source of right.sources) left.sources.push(source);
  for (const source of right.mergers) left.mergers.push(source);
  if (left.fields === undefined || right.fields === undefined) left.fields = undefined;
  else for (const field of right.fields) left.fields.push(field);
  if (right.merged.size > 0) left.merged = new Map([...right.merged, ...left.merged]);
}

function makeNulled(part: Part): void {
  for (const source of part.sources) source.nulled = true;
  for (const source of part.mergers) source.nulled = true;
}

type PartReader<Kind extends TableReference['kind']> = (reference: Extract<TableReference, { kind: Kind }>) => Part;

class FromReader {
  /** The sources read so far, which lateral tables see. */
  readonly #sources: Source[] = [];
  readonly #lateral: Scope;

  constructor(private readonly outer: Scope) {
    const from: FromClause = { sources: this.#sources, fields: undefined, merged: new Map() };
    this.#lateral = new Scope({ context: outer.context, outer, from });
  }

  readonly #readers: { readonly [Kind in TableReference['kind']]: PartReader<Kind> } = {
    'table-name': (table) => this.#seen(tableSource(table, this.outer)),
    'derived-table': (table) => this.#seen(this.#derived(table)),
    'table-function': (table: TableFunction) => this.#seen(functionSource(table, this.#lateral)),
    join: (join) => this.#join(join),
  };

  read(reference: TableReference): Part {
    const read = this.#readers[reference.kind] as PartReader<TableReference['kind']>;
    return read(reference);
  }

  #seen(source: Source): Part {
    this.#sources.push(source);
    return partOf(source);
  }

  #derived({ query, lateral, alias, columns: names }: DerivedTable): Source {
    const scope = lateral ? this.#lateral : this.outer;
    const columns = renamed(derivedColumns(scope.columnsOf(query), scope), names, scope);
    return new Source(alias === undefined ? [] : [scope.key(alias)], columns, scope.keyOf, undefined, alias);
  }

  /** A chain of joins, from its first table on. */
  #join(last: Join): Part {
    const joins: Join[] = [];
    let first: TableReference = last;
    while (first.kind === 'join') {
      joins.push(first);
      first = first.left;
    }
    let left = this.read(first);
    for (const join of joins.reverse()) left = this.#joined(join, left, this.read(join.right));
    return left;
  }

  #joined(join: Join, left: Part, right: Part): Part {
    const names = join.natural ? this.#shared(left, right) : join.using?.map((name) => this.outer.key(name));
    const merged = names?.flatMap((key) => this.#merge(key, join, left, right) ?? []) ?? [];
    if (join.type === 'left' || join.type === 'full') makeNulled(right);
    if (join.type === 'right' || join.type === 'full') makeNulled(left);
    const isComplete = merged.length === (names?.length ?? 0) && (names !== undefined || !join.natural);
    if (isComplete && merged.length > 0) this.#arrange(join, { left, right, merged });
    else append(left, right);
    if (!isComplete) left.fields = undefined;
    if (join.usingAlias !== undefined) this.#addUsing(join.usingAlias, left, merged);
    return join.alias === undefined ? left : this.#aliased(join, join.alias, left);
  }

  /** The columns that both sides of a NATURAL JOIN have, as the left has them; undefined where they are not known. */
  #shared(left: Part, right: Part): string[] | undefined {
    if (left.fields === undefined || right.fields === undefined) return undefined;
    const others = new Set(right.fields.map(({ column }) => this.outer.keyOf(column.name)));
    return left.fields.map(({ column }) => this.outer.keyOf(column.name)).filter((key) => others.has(key));
  }

  /** The one column that USING makes of two. */
  #merge(key: string, join: Join, left: Part, right: Part): Merged | undefined {
    const one = this.#field(left, key);
    const other = this.#field(right, key);
    if (one === undefined || other === undefined) return undefined;
    const both = [columnOf(one), columnOf(other)] as const;
    const column = mergedColumn(join.type, both, (columns) => commonType(columns, this.outer.context.rules.common));
    const source = new Source([], [column], this.outer.keyOf);
    return { key, field: { source, column }, replaced: [one, other] };
  }

  #field(part: Part, key: string): Field | undefined {
    const merged = part.merged.get(key);
    if (merged !== undefined) return merged;
    for (const source of part.sources) {
      const column = source.column(key);
      if (column !== undefined) return { source, column };
    }
    return undefined;
  }

  /** Brings the columns into the order of `*`, and the names to what they mean now. */
  #arrange(join: Join, { left, right, merged }: { left: Part; right: Part; merged: readonly Merged[] }): void {
    const { fields: own } = left;
    const { fields: theirs } = right;
    const { rules } = this.outer.context;
    const fields = own && theirs && starOrder(join.type, { own, theirs, merged }, rules);
    append(left, right);
    left.fields = fields;
    left.merged = new Map([...left.merged, ...merged.map(({ key, field }) => [key, field] as const)]);
    for (const { field } of merged) left.mergers.push(field.source);
  }

  /** `USING (…) AS alias`: the merged columns by a name, which are no columns of `*` once more. */
  #addUsing(alias: Name, part: Part, merged: readonly Merged[]): void {
    const columns = merged.map(({ field }) => columnOf(field));
    part.sources.push(new Source([this.outer.key(alias)], columns, this.outer.keyOf));
  }

  /** `(a JOIN b …) AS j`, behind which nothing but `j` is seen. */
  #aliased(join: Join, alias: Name, part: Part): Part {
    const columns = renamed(part.fields?.map(columnOf), join.columns, this.outer);
    return partOf(new Source([this.outer.key(alias)], columns, this.outer.keyOf));
  }
}

interface Merged {
  readonly key: string;
  readonly field: Field;
  /** The fields of both sides that it stands for. */
  readonly replaced: readonly [Field, Field];
}

const is =
  (field: Field) =>
  ({ source, column }: Field): boolean =>
    source === field.source && column === field.column;

interface JoinedFields {
  readonly own: readonly Field[];
  readonly theirs: readonly Field[];
  readonly merged: readonly Merged[];
}

/** The columns of `*` over a join that made one of two columns. */
function starOrder(type: Join['type'], { own, theirs, merged }: JoinedFields, rules: TypingRules): Field[] {
  const mergerOf = (field: Field): Field | undefined => merged.find(({ replaced }) => replaced.some(is(field)))?.field;
  const rest = (field: Field): boolean => mergerOf(field) === undefined;
  if (rules.mergedColumns === 'IN_PLACE') {
    return [...own.map((field) => mergerOf(field) ?? field), ...theirs.filter(rest)];
  }
  const sides = rules.rightJoinTurns && type === 'right' ? [theirs, own] : [own, theirs];
  const listed = merged.map(({ field }) => field);
  const front = rules.mergedColumns === 'AS_LISTED' ? listed : sides[0]?.flatMap((field) => mergerOf(field) ?? []);
  return [...(front ?? listed), ...sides.flatMap((side) => side.filter(rest))];
}

type Both = readonly [RelationColumn, RelationColumn];

/** An inner join's columns are equal and so not NULL; an outer join has that of the side that is always there. */
const MERGERS: Readonly<
  Record<Join['type'], (both: Both) => Pick<RelationColumn, 'nullable' | 'table' | 'databaseType'>>
> = {
  inner: ([left]) => ({ ...left, nullable: false }),
  straight: ([left]) => ({ ...left, nullable: false }),
  cross: ([left]) => ({ ...left, nullable: false }),
  left: ([left]) => left,
  right: ([, right]) => right,
  full: (both) => ({ nullable: nullableIfAny(both.map(({ nullable }) => nullable)) }),
};

function mergedColumn(
  type: Join['type'],
  both: Both,
  common: (columns: Both) => RelationColumn['type'],
): RelationColumn {
  const { nullable, table, databaseType } = MERGERS[type](both);
  return { name: both[0].name, type: common(both), nullable, table, databaseType };
}
