import { partsOfPath } from '../../sql/index.js';
import type { RelationFacts } from '../server/server-engine.js';

/** Kinds of relations that call nothing when they are read; a view may call what it likes. */
const TABLES = "('BASE TABLE', 'SYSTEM VIEW', 'SYSTEM VERSIONED')";

/** One relation after the other: with both names given the server looks up one table, else it opens them all. */
const ONE = `SELECT ?, table_type IN ${TABLES}, table_type = 'BASE TABLE' AND NOT EXISTS (
  SELECT 1 FROM information_schema.triggers WHERE event_object_schema = table_schema AND event_object_table = table_name
) FROM information_schema.tables WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ?`;

export function relationFactsSql(count: number): string {
  return Array.from({ length: count }, () => ONE).join('\nUNION ALL\n');
}

/** The schema, where the name tells it, and the table. */
export function relationPath(name: string): readonly [schema: string | null, table: string] {
  const [table = '', schema = null] = partsOfPath(name).reverse();
  return [schema, table];
}

/** The facts of `count` relations from the rows that came: a relation without a row is none. */
export function readFacts(rows: readonly (readonly unknown[])[], count: number): RelationFacts[] {
  const byPlace = new Map(rows.map(([place, read, write]) => [Number(place), { read, write }]));
  return Array.from({ length: count }, (_, place) => ({
    plainToRead: Number(byPlace.get(place)?.read) === 1,
    plainToWrite: Number(byPlace.get(place)?.write) === 1,
  }));
}
