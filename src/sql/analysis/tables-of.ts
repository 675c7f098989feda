import {
  eachChild,
  type Assignment,
  type CommonTable,
  type Node,
  type QualifiedName,
  type Statement,
  type TableReference,
  type Update,
  type WithClause,
} from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { functionRow } from '../functions/index.js';
import { commonTableKey, nameKey, writtenPath } from './folded-names.js';

/** The tables that a statement names, by what it does to them; each once, in the order of the text. */
export interface StatementTables {
  readonly read: readonly string[];
  readonly written: readonly string[];
}

/** Tables read and written, also in common tables, subqueries and definitions. Names of common tables are none. */
export function tablesOf(statement: Statement, dialect: Dialect): StatementTables {
  const reader = new TableReader(dialect);
  reader.visit(statement, NO_COMMON_TABLES);
  return { read: reader.read.inOrder(), written: reader.written.inOrder() };
}

/** The names of common tables that are seen from a place. */
type CommonTables = ReadonlySet<string>;
const NO_COMMON_TABLES: CommonTables = new Set();

/** Names with the places where they stand. */
class NamedPlaces {
  readonly #starts = new Map<string, number>();

  add(name: string, start: number): void {
    const known = this.#starts.get(name);
    if (known === undefined || start < known) this.#starts.set(name, start);
  }

  addAll(others: NamedPlaces): void {
    for (const [name, start] of others.#starts) this.add(name, start);
  }

  inOrder(): string[] {
    return [...this.#starts].sort(([, one], [, other]) => one - other).map(([name]) => name);
  }
}

type Handler<N extends Node> = (reader: TableReader, node: N, seen: CommonTables) => void;

class TableReader {
  readonly read = new NamedPlaces();
  readonly written = new NamedPlaces();

  constructor(readonly dialect: Dialect) {}

  visit(node: Node, seen: CommonTables): void {
    const scope = 'with' in node && node.with !== undefined ? this.#withTables(node.with, seen) : seen;
    const handle = HANDLERS[node.kind] as Handler<Node> | undefined;
    if (handle === undefined) this.visitChildren(node, scope);
    else handle(this, node, scope);
  }

  visitChildren(node: Node, seen: CommonTables): void {
    eachChild(node, (child) => {
      if (child.kind !== 'with') this.visit(child, seen);
    });
  }

  visitAll(nodes: readonly (Node | undefined)[], seen: CommonTables): void {
    for (const node of nodes) if (node !== undefined) this.visit(node, seen);
  }

  reads(name: QualifiedName, seen: CommonTables = NO_COMMON_TABLES): void {
    const [only] = name.parts;
    if (name.parts.length === 1 && only !== undefined && seen.has(commonTableKey(only, this.dialect))) return;
    this.read.add(writtenPath(name, this.dialect), name.span.start);
  }

  /** Takes what a statement reads, and not what it would change: a plan is made of it and no more. */
  readsOf(statement: Statement, seen: CommonTables): void {
    const inner = new TableReader(this.dialect);
    inner.visit(statement, seen);
    this.read.addAll(inner.read);
  }

  writes(name: QualifiedName): void {
    this.written.add(writtenPath(name, this.dialect), name.span.start);
  }

  /** Visits the common tables; each sees those before it, and where it is recursive itself. */
  #withTables({ recursive, tables }: WithClause, outer: CommonTables): CommonTables {
    const { alwaysRecursive, seesLaterTables } = this.dialect.features;
    const seen = new Set(outer);
    const key = ({ name }: CommonTable): string => commonTableKey(name, this.dialect);
    const isRecursive = recursive || alwaysRecursive;
    if (isRecursive && seesLaterTables) for (const table of tables) seen.add(key(table));
    for (const table of tables) {
      this.visit(table.statement, isRecursive ? new Set([...seen, key(table)]) : new Set(seen));
      seen.add(key(table));
    }
    return seen;
  }
}

/** What each kind of node does to tables; nodes without a row are passed through. */
const HANDLERS: { readonly [K in Node['kind']]?: Handler<Extract<Node, { kind: K }>> } = {
  'table-name': (reader, node, seen) => {
    reader.reads(node.name, seen);
    reader.visitChildren(node, seen);
  },
  'table-query': (reader, { name }, seen) => reader.reads(name, seen),
  'table-function-call': (reader, node, seen) => {
    const { call } = node;
    const mayBeTable = call.kind === 'call' && reader.dialect.features.callableTables;
    if (mayBeTable && functionRow(reader.dialect.name, lastOf(call.name)) === undefined) reader.reads(call.name, seen);
    reader.visitChildren(node, seen);
  },
  'in-table': (reader, node, seen) => {
    if (node.arguments === undefined) reader.reads(node.table, seen);
    reader.visitChildren(node, seen);
  },
  into: (reader, { table }) => {
    if (table !== undefined) reader.writes(table);
  },
  insert: (reader, node, seen) => {
    reader.writes(node.table);
    reader.visitChildren(node, seen);
  },
  update: (reader, node, seen) => {
    const targets = updateTargets(node, reader.dialect);
    for (const { name } of targets) reader.writes(name);
    const isTarget = (reference: Node): boolean => reference.kind === 'table-name' && targets.includes(reference);
    visitReferences(reader, node.tables, { seen, isTarget });
    const { set, from = [], where, orderBy = [], limit, returning } = node;
    reader.visitAll([...set, ...from, where, ...orderBy, limit, returning], seen);
  },
  delete: (reader, node, seen) => {
    const named = namedTables(node.from);
    const targets = (node.targets ?? []).flatMap((target) => resolveTarget(target, named, reader.dialect));
    const single = node.targets === undefined ? named.slice(0, 1) : [];
    for (const table of [...targets, ...single]) reader.writes(table.kind === 'table-name' ? table.name : table);
    const isTarget = (reference: Node): boolean =>
      reference.kind === 'table-name' && (targets.includes(reference) || single.includes(reference));
    visitReferences(reader, node.from, { seen, isTarget });
    const { using = [], where, orderBy = [], limit, returning } = node;
    reader.visitAll([...using, where, ...orderBy, limit, returning], seen);
  },
  merge: (reader, { into, using, on, branches, returning }, seen) => {
    reader.writes(into.name);
    reader.visitAll([using, on, ...branches, returning], seen);
  },
  'create-table': (reader, node, seen) => {
    reader.writes(node.name);
    if (node.like !== undefined) reader.reads(node.like);
    reader.visitChildren(node, seen);
  },
  'create-view': (reader, node, seen) => {
    reader.writes(node.name);
    // a recursive view is a common table of its own query
    const own = node.recursive === true ? node.name.parts.slice(-1) : [];
    reader.visitChildren(node, new Set([...seen, ...own.map((name) => commonTableKey(name, reader.dialect))]));
  },
  'like-table': (reader, { table }) => reader.reads(table),
  'create-index': (reader, { table }) => reader.writes(table),
  'create-trigger': (reader, { table }) => reader.writes(table),
  'alter-table': (reader, { object, name, actions }, seen) => {
    if (object === 'INDEX') return;
    reader.writes(name);
    reader.visitAll(actions, seen);
  },
  'rename-to': (reader, { name }) => reader.writes(name),
  'alter-other': (reader, { tables }) => {
    for (const table of tables) reader.writes(table);
  },
  'table-rename': (reader, { from, to }) => {
    reader.writes(from);
    reader.writes(to);
  },
  drop: (reader, { object, names, on }) => {
    if (DROPS_TABLES.has(object)) for (const name of names) reader.writes(name);
    else if (on !== undefined) reader.writes(on);
  },
  'truncated-table': (reader, { name }) => reader.writes(name),
  'comment-on': (reader, { object, name, on }) => {
    if (DROPS_TABLES.has(object)) reader.writes(name);
    else if (object === 'COLUMN') reader.writes({ ...name, parts: name.parts.slice(0, -1) });
    else if (on !== undefined) reader.writes(on);
  },
  explain: (reader, { analyze, statement }, seen) => {
    if (analyze) reader.visit(statement, seen);
    else reader.readsOf(statement, seen);
  },
  'locked-table': (reader, { name }) => reader.reads(name),
  copy: (reader, { direction, table, statement, where }, seen) => {
    if (table !== undefined && direction === 'from') reader.writes(table);
    else if (table !== undefined) reader.reads(table);
    reader.visitAll([statement, where], seen);
  },
  command: (reader, { tables = [], statement }, seen) => {
    for (const table of tables) reader.writes(table);
    if (statement !== undefined) reader.visit(statement, seen);
  },
  'load-data': (reader, { table }) => reader.writes(table),
};

function lastOf({ parts }: QualifiedName): string {
  return parts[parts.length - 1]?.value.toLowerCase() ?? '';
}

const DROPS_TABLES: ReadonlySet<string> = new Set(['TABLE', 'FOREIGN TABLE', 'VIEW', 'MATERIALIZED VIEW']);

type TableName = Extract<TableReference, { kind: 'table-name' }>;

/** The tables of joins and lists, but for those in subqueries. */
function namedTables(references: readonly TableReference[]): TableName[] {
  const found: TableName[] = [];
  const waiting = [...references].reverse();
  for (let reference = waiting.pop(); reference !== undefined; reference = waiting.pop()) {
    if (reference.kind === 'table-name') found.push(reference);
    else if (reference.kind === 'join') waiting.push(reference.right, reference.left);
  }
  return found;
}

/** Visits what stands in FROM, but for the tables that are changed. */
function visitReferences(
  reader: TableReader,
  references: readonly TableReference[],
  { seen, isTarget }: { seen: CommonTables; isTarget: (reference: Node) => boolean },
): void {
  const visit = (node: Node): void => {
    if (isTarget(node)) return;
    if (node.kind === 'join') eachChild(node, visit);
    else reader.visit(node, seen);
  };
  references.forEach(visit);
}

/** The tables of an UPDATE that it assigns to; of several, where a column does not say its table, all of them. */
function updateTargets({ tables, set }: Update, dialect: Dialect): TableName[] {
  const named = namedTables(tables);
  if (named.length <= 1) return named;
  const assigned = new Set<TableName>();
  for (const table of set.flatMap((assignment) => assignedTables(assignment, named, dialect))) assigned.add(table);
  return named.filter((table) => assigned.has(table));
}

function assignedTables({ targets }: Assignment, named: readonly TableName[], dialect: Dialect): readonly TableName[] {
  return targets.flatMap((target) => {
    if (target.kind !== 'column') return [];
    const qualifier = target.parts.slice(0, -1);
    if (qualifier.length === 0) return named;
    const tables = resolveTarget({ kind: 'qualified-name', parts: qualifier, span: target.span }, named, dialect);
    const found = tables.filter((table) => table.kind === 'table-name');
    return found.length > 0 ? found : named;
  });
}

/**
 * The tables that a name or alias may stand for, which are several where they differ in case or in their schema alone: that
 * one server tells apart, and the next does not. The name itself where none does.
 */
function resolveTarget(
  target: QualifiedName,
  named: readonly TableName[],
  dialect: Dialect,
): readonly (TableName | QualifiedName)[] {
  const last = target.parts[target.parts.length - 1];
  if (last === undefined) return [target];
  const key = nameKey(last, dialect);
  const found = named.filter(
    ({ name, alias }) => nameKey(alias ?? name.parts[name.parts.length - 1] ?? last, dialect) === key,
  );
  return found.length > 0 ? found : [target];
}
