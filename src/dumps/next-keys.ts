import { foldName, type Dialect, type Statement } from '../sql/index.js';

const SERIAL: ReadonlySet<string> = new Set(['serial', 'bigserial', 'smallserial']);

/**
 * Statements that let a table's own keys go on from the greatest that was loaded: PostgreSQL counts apart from its rows,
 * the others look at them.
 *
 * @param table as the target makes it
 */
export function nextKeys(table: Statement, { to }: { readonly to: Dialect }): string[] {
  if (to.name !== 'POSTGRESQL' || table.kind !== 'create-table') return [];
  const name = table.name.parts.map((part) => quoted(foldName(part, to))).join('.');
  return (table.elements ?? []).flatMap((element) => {
    if (element.kind !== 'column-definition') return [];
    const counts =
      SERIAL.has(element.type?.name ?? '') || element.constraints.some(({ rule }) => rule.kind === 'identity');
    if (!counts) return [];
    const column = foldName(element.name, to);
    const sequence = `pg_get_serial_sequence(${text(name)}, ${text(column)})`;
    const greatest = `max(${quoted(column)})`;
    return [`SELECT setval(${sequence}, COALESCE(${greatest}, 1), ${greatest} IS NOT NULL) FROM ${name}`];
  });
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
