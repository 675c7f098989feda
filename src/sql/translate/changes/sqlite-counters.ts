import type { Delete, Expression, Statement, TableReference, Update } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { quotedName, quotedNameIn, quotedString } from '../../dialects/quoted.js';
import { parseStatement } from '../../parser/index.js';
import type { Translator } from '../translator.js';

/** The table in which SQLite keeps the highest number that each table ever had: https://sqlite.org/autoinc.html */
const COUNTERS = 'sqlite_sequence';

interface Counter {
  /** In quotes. */
  readonly table: string;
  readonly column: string;
  /** The number behind which SQLite counts on, which is no lower than that of the last row. */
  readonly last: string;
}

/** The same told to engines that count on from a number; MySQL takes the next one behind the last row where that is higher. */
const COUNT_ON: Readonly<Record<Exclude<DialectName, 'SQLITE'>, (counter: Counter) => string>> = {
  POSTGRESQL: ({ table, column, last }) =>
    `DO $$ BEGIN PERFORM setval(pg_get_serial_sequence(${quotedString(table)}, ${quotedString(column)}), ` +
    `GREATEST(${last}, (SELECT COALESCE(max(${quotedName(column)}), 0) FROM ${table})) + 1, false); END $$`,
  MYSQL: ({ table, last }) => `ALTER TABLE ${table} AUTO_INCREMENT = ${BigInt(last) + 1n}`,
};

/** A change of SQLite's counters, as the target counts on from a number; undefined for any other change. */
export function countedFrom(node: Delete | Update, t: Translator): Statement | undefined {
  const { target } = t;
  if (t.source !== 'SQLITE' || target === 'SQLITE' || !isOfCounters(node)) return undefined;
  const table = tableNamed(node.where);
  const last = lastNumber(node);
  if (table === undefined || last === undefined) {
    return t.refuse(
      node,
      'The target keeps no table of the numbers that tables count by.',
      "Tell it of one table at a time: UPDATE sqlite_sequence SET seq = 41 WHERE name = 'orders'.",
    );
  }
  const known = t.scope.context.catalogue?.table([table]);
  // a table that nothing tells of counts in what is called as its key is
  const column = known === undefined ? 'id' : known.columns.find(({ autoIncrement }) => autoIncrement === true)?.name;
  if (column === undefined) t.refuse(node, `\`${table}\` does not count by itself.`, 'Leave it out.');
  const name = known?.name ?? (t.to.features.foldsNames ? table.toLowerCase() : table);
  const sql = COUNT_ON[target]({ table: quotedNameIn(name, target), column, last });
  return { ...parseStatement(sql, t.to), span: node.span };
}

function isOfCounters(node: Delete | Update): boolean {
  const [only, ...others]: readonly TableReference[] = node.kind === 'delete' ? node.from : node.tables;
  if (only?.kind !== 'table-name' || others.length > 0) return false;
  return only.name.parts.at(-1)?.value.toLowerCase() === COUNTERS;
}

/** The table whose name a condition asks for. */
function tableNamed(where: Expression | undefined): string | undefined {
  if (where?.kind !== 'binary' || where.operator !== 'equal') return undefined;
  const sides = [where.left, where.right];
  const isName = sides.some((side) => side.kind === 'column' && side.parts.at(-1)?.value.toLowerCase() === 'name');
  const value = sides.find((side) => side.kind === 'string');
  return isName ? value?.value : undefined;
}

/** The number that is set; what is deleted begins anew, and a row's greatest number is where all engines go on from. */
function lastNumber(node: Delete | Update): string | undefined {
  if (node.kind === 'delete') return '0';
  const [only, ...others] = node.set;
  if (only === undefined || others.length > 0) return undefined;
  if (only.value.kind === 'number' && /^\d+$/.test(only.value.text)) return only.value.text;
  return only.value.kind === 'subquery' ? '0' : undefined;
}
