import { foldName, isRowId, walk, ownKey, type Dialect, type Node, type Statement } from '../../sql/index.js';
import type { LeftOutObject } from '../left-out-objects.js';
import type { SeenTables } from '../tables/seen-tables.js';

type View = Extract<Statement, { kind: 'create-view' }>;
type Select = Extract<Node, { kind: 'select' }>;

/** A column that a view names and its table has not. */
export interface AbsentColumn {
  readonly table: string;
  readonly column: string;
}

const BROKEN = 'It can’t be read in the source either: mend it there, or drop it.';

/** Why a view that reads such a column is left out. */
export const brokenView = ({ table, column }: AbsentColumn): LeftOutObject => ({
  why: `The view is left out: \`${table}\` has no column \`${column}\`.`,
  advice: BROKEN,
});

/** Why a view is left out whose table was dropped under it. */
export const viewOfDropped = (table: string): LeftOutObject => ({
  why: `The view is left out: the script drops \`${table}\`, which it reads.`,
  advice: BROKEN,
});

/**
 * The first column of a view's that is not there: SQLite makes a view without a look at what it names, and fails when it is
 * read; the others refuse to make it. Undefined where all are there, as far as the script tells.
 */
export function absentColumn({ query }: View, from: Dialect, seen: SeenTables): AbsentColumn | undefined {
  if (from.name !== 'SQLITE') return undefined;
  const own = new Set<string>();
  walk(query, (node) => {
    if (node.kind === 'common-table') own.add(foldName(node.name, from).toLowerCase());
    return true;
  });
  let found: AbsentColumn | undefined;
  walk(query, (node) => {
    if (node.kind === 'select') found ??= absentIn(node, own, from, seen);
    return found === undefined;
  });
  return found;
}

function absentIn(select: Select, own: ReadonlySet<string>, from: Dialect, seen: SeenTables): AbsentColumn | undefined {
  const tables = new Map<string, { readonly name: string; readonly columns: readonly string[] }>();
  eachOf(select.from ?? [], (node) => {
    if (node.kind !== 'table-name' || own.has(ownKey(node.name, from))) return;
    const columns = seen.declared(node.name);
    const called = node.alias ?? node.name.parts.at(-1);
    if (columns === undefined || called === undefined || node.columns !== undefined) return;
    tables.set(foldName(called, from).toLowerCase(), {
      name: node.name.parts.at(-1)?.value ?? '',
      columns: columns.map(({ name }) => name.toLowerCase()),
    });
  });
  let absent: AbsentColumn | undefined;
  eachOf([select], (node) => {
    if (node.kind !== 'column' || node.parts.length !== 2) return;
    const [qualifier, column] = node.parts;
    const table = qualifier && tables.get(foldName(qualifier, from).toLowerCase());
    if (table === undefined || column === undefined) return;
    const { value } = column;
    if (table.columns.includes(value.toLowerCase()) || isRowId(value, table.columns)) return;
    absent ??= { table: table.name, column: value };
  });
  return absent;
}

/** Every node of some trees that belongs to no query within them. */
function eachOf(roots: readonly Node[], visit: (node: Node) => void): void {
  for (const root of roots)
    walk(root, (node) => {
      if (node.kind === 'query') return false;
      visit(node);
      return true;
    });
}
