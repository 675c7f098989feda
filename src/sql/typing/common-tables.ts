import { contains, type CommonTable, type QualifiedName, type QueryBody, type WithClause } from '../ast/index.js';
import { derivedColumns, renamed } from './derived-columns.js';
import { branchColumns, branchesOf, scopeOfQuery } from './query-columns.js';
import { Scope } from './scope.js';
import type { RelationColumn, RelationColumns } from './sources.js';
import { arrayOf, isSameType, plainType } from './sql-type.js';
import { UNKNOWN } from './typed.js';
import type { TypingRules } from './rules/index.js';

/** How many tables may be looked into ahead of their turn, each within another; those further ahead are not known. */
const MOST_AHEAD = 50;

/** One table of a WITH clause, and what is known of it so far. */
interface Entry {
  readonly table: CommonTable;
  readonly position: number;
  state: 'waiting' | 'running' | 'done';
  /** While it runs, those of the part that does not read itself. */
  columns: RelationColumns;
}

/** The tables of one WITH clause, which are read as they are asked for. */
class Clause {
  readonly entries = new Map<string, Entry>();
  readonly recursive: boolean;
  #running = 0;

  constructor(
    clause: WithClause,
    readonly scope: Scope,
  ) {
    this.recursive = clause.recursive || scope.context.dialect.features.alwaysRecursive;
    clause.tables.forEach((table, position) => {
      this.entries.set(scope.key(table.name), { table, position, state: 'waiting', columns: undefined });
    });
  }

  read(entry: Entry): void {
    if (entry.state !== 'waiting' || this.#running > MOST_AHEAD) return;
    entry.state = 'running';
    this.#running += 1;
    entry.columns = this.#finished(entry, this.#columns(entry));
    this.#running -= 1;
    entry.state = 'done';
  }

  #columns(entry: Entry): RelationColumns {
    const { statement } = entry.table;
    const tables = new CommonTables(this, this.recursive ? Infinity : entry.position);
    const scope = new Scope({ context: this.scope.context, outer: this.scope, tables });
    if (statement.kind !== 'query' || !this.recursive) return scope.columnsOf(statement);
    const inner = scopeOfQuery(statement, scope);
    const branches = branchesOf(statement.body);
    const base = branches.filter(({ body }) => !readsTable(body, this.scope.key(entry.table.name), inner));
    if (base.length === branches.length || base.length === 0) return scope.columnsOf(statement);
    entry.columns = this.#assumed(entry, branchColumns(base, inner, 'derived'));
    return this.#proven(entry.columns, branchColumns(branches, inner, 'derived'));
  }

  /** What the part that reads itself sees: the rows of the other part. */
  #assumed({ table }: Entry, columns: RelationColumns): RelationColumns {
    const base = renamed(derivedColumns(columns, this.scope), table.columns, this.scope);
    return this.#rules.recursive.mayBeNull ? base?.map((column) => ({ ...column, nullable: true })) : base;
  }

  /** What holds of all rows if it was assumed of each row before: where it does not hold, it can't be told. */
  #proven(assumed: RelationColumns, whole: RelationColumns): RelationColumns {
    const holds = whole?.every(({ nullable }, index) => nullable === assumed?.[index]?.nullable);
    return assumed?.map((before, index) => {
      const { type, nullable } = whole?.[index] ?? UNKNOWN;
      const isTyped = this.#rules.recursive.typedByBase || isSameType(type, before.type);
      return {
        name: before.name,
        type: isTyped ? before.type : undefined,
        nullable: before.nullable === true || nullable === true ? true : holds === true ? nullable : undefined,
      };
    });
  }

  get #rules(): TypingRules {
    return this.scope.context.rules;
  }

  #finished({ table }: Entry, columns: RelationColumns): RelationColumns {
    const named = renamed(derivedColumns(columns, this.scope), table.columns, this.scope);
    return named === undefined ? undefined : [...named, ...addedColumns(table, this.scope)];
  }
}

/** Whether a query has a table of this name in it. */
function readsTable(body: QueryBody, key: string, scope: Scope): boolean {
  return contains(
    body,
    (node) => (node.kind === 'table-name' || node.kind === 'table-query') && isNamed(node.name, key, scope),
  );
}

const isNamed = ({ parts: [first, second] }: QualifiedName, key: string, scope: Scope): boolean =>
  first !== undefined && second === undefined && scope.key(first) === key;

/** The columns that SEARCH and CYCLE add. */
function addedColumns({ search, cycle }: CommonTable, scope: Scope): RelationColumn[] {
  const order = search?.order === 'DEPTH' ? arrayOf(plainType('OTHER')) : plainType('OTHER');
  const added: RelationColumn[] = [];
  if (search !== undefined) added.push({ name: scope.fold(search.set), type: order, nullable: false });
  if (cycle?.set !== undefined) {
    const mark = cycle.to === undefined ? plainType('BOOLEAN') : scope.typeOf(cycle.to).type;
    added.push({ name: scope.fold(cycle.set), type: mark, nullable: false });
  }
  if (cycle?.using !== undefined) {
    added.push({ name: scope.fold(cycle.using), type: arrayOf(plainType('OTHER')), nullable: false });
  }
  return added;
}

/** The tables of a WITH clause, as one place sees them, with those of the clauses around it. */
export class CommonTables {
  /** @param limit the position from which on the clause's tables are not seen */
  constructor(
    private readonly clause: Clause,
    private readonly limit: number,
  ) {}

  /** A table by its key; undefined where there is none of that name. */
  find(key: string): { readonly columns: RelationColumns } | undefined {
    for (const { clause, limit } of this.#outwards()) {
      const entry = clause.entries.get(key);
      if (entry === undefined || entry.position >= limit) continue;
      clause.read(entry);
      return entry;
    }
    return undefined;
  }

  /** These tables and those of the clauses around them, from the inside out. */
  *#outwards(): Generator<CommonTables> {
    yield this;
    for (let { tables } = this.clause.scope; tables !== undefined; { tables } = tables.clause.scope) yield tables;
  }
}

/** The scope in which the statement behind a WITH clause stands. */
export function scopeBehind(clause: WithClause | undefined, outer: Scope): Scope {
  if (clause === undefined) return outer;
  const tables = new Clause(clause, outer);
  // in their order, so that none of them is as deep as all before it together
  for (const entry of tables.entries.values()) tables.read(entry);
  return new Scope({ context: outer.context, outer, tables: new CommonTables(tables, Infinity) });
}
