import { counts, foldName, quotedName, quotedString, type Dialect, type Statement } from '../../sql/index.js';

/**
 * Statements that let a table's own keys go on from the greatest that was loaded: PostgreSQL counts apart from its rows,
 * the others look at them.
 *
 * @param table as the target makes it
 */
export function nextKeys(table: Statement, { to }: { readonly to: Dialect }): string[] {
  if (to.name !== 'POSTGRESQL' || table.kind !== 'create-table') return [];
  const name = table.name.parts.map((part) => quotedName(foldName(part, to))).join('.');
  return (table.elements ?? []).flatMap((element) => {
    if (element.kind !== 'column-definition' || !counts(element)) return [];
    const column = foldName(element.name, to);
    const sequence = `pg_get_serial_sequence(${quotedString(name)}, ${quotedString(column)})`;
    // where it was to start further on, it does
    const counted = `SELECT max(${quotedName(column)}) AS greatest, nextval(${sequence}) AS next FROM ${name}`;
    return [
      `SELECT setval(${sequence}, GREATEST(greatest, next), COALESCE(greatest >= next, FALSE)) FROM (${counted}) AS counted`,
    ];
  });
}
