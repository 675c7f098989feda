import type { TableTexts } from '../../sql/index.js';
import { folded } from '../introspection/folded.js';
import { grouped } from '../introspection/grouped.js';
import type { TableDescription } from '../introspection/table-description.js';
import { REFERRING, TEXTS } from './schema-queries.js';
import type { SqliteConnection } from './sqlite-connection.js';

type Written = Pick<TableDescription, 'texts' | 'dependents'>;

/** Who refers to a table, by its name without case: the names as they are spelled. */
type Referring = ReadonlyMap<string, readonly string[]>;

/**
 * What SQLite itself keeps as the text of tables, by their names: all that is said of a table, and of those that lean on
 * it. It changes a table by making it anew, which takes all of this.
 */
export async function writtenTexts(
  connection: SqliteConnection,
  tables: readonly string[],
): Promise<ReadonlyMap<string, Written>> {
  const edges = grouped(await connection.all(REFERRING), ({ parent }) => folded(String(parent)));
  const referring = new Map([...edges].map(([parent, rows]) => [parent, rows.map(({ tbl }) => String(tbl))]));
  const dependents = new Map(tables.map((table) => [table, dependentsOf(table, referring)]));
  const asked = [...new Set([...tables, ...[...dependents.values()].flat()])];
  const rows = grouped(await connection.all(TEXTS, [JSON.stringify(asked)]), ({ tbl }) => String(tbl));
  const texts = new Map<string, TableTexts>();
  for (const [table, of] of rows) {
    const [first, ...beside] = of.map(({ sql }) => String(sql));
    if (first !== undefined) texts.set(table, [first, ...beside]);
  }
  const textsOf = (table: string): readonly TableTexts[] => [texts.get(table) ?? []].filter(isWritten);
  return new Map(
    tables.flatMap((table) =>
      textsOf(table).map((own) => [table, { texts: own, dependents: (dependents.get(table) ?? []).flatMap(textsOf) }]),
    ),
  );
}

const isWritten = (texts: readonly string[]): texts is TableTexts => texts.length > 0;

function dependentsOf(table: string, referring: Referring): readonly string[] {
  const found = new Map<string, string>();
  const waiting = [table];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const one of referring.get(folded(next)) ?? []) {
      if (found.has(folded(one)) || folded(one) === folded(table)) continue;
      found.set(folded(one), one);
      waiting.push(one);
    }
  }
  return [...found.values()];
}
