import { quotedNameIn, quotedString } from '../../../dialects/quoted.js';
import type { AlterColumn, AlterOther, AlterTable, Name, Statement } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { parseStatement } from '../../../parser/index.js';
import { exactName } from '../../expressions/names.js';
import type { Translator } from '../../translator.js';
import type { CatalogueTable } from '../../../catalogue.js';
import { isCounting } from './counters.js';

/** MySQL's `AUTO_INCREMENT = 50`, as an option of a table that is there. */
const NEXT = /^AUTO_INCREMENT\s*=?\s*(\d+)$/i;

interface Counting {
  /** In quotes where that has to be. */
  readonly table: string;
  readonly column: string;
  /** As a text. */
  readonly tableText: string;
  readonly next: bigint;
  /** By which PostgreSQL counts where it is no identity. */
  readonly sequence?: string;
}

/** What lets a column count on from a value: https://sqlite.org/autoinc.html */
const STATEMENTS: Readonly<Record<DialectName, (counting: Counting) => readonly string[]>> = {
  POSTGRESQL: ({ sequence, table, column, next }) => [
    sequence === undefined
      ? `ALTER TABLE ${table} ALTER COLUMN ${column} RESTART WITH ${next}`
      : `ALTER SEQUENCE ${sequence} RESTART WITH ${next}`,
  ],
  SQLITE: ({ tableText, next }) => [
    `INSERT INTO sqlite_sequence (name, seq) SELECT ${tableText}, 0 ` +
      `WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ${tableText})`,
    `UPDATE sqlite_sequence SET seq = max(seq, ${next - 1n}) WHERE name = ${tableText}`,
  ],
  MYSQL: ({ table, next }) => [`ALTER TABLE ${table} AUTO_INCREMENT = ${next}`],
};

/** The statements for a next value that a table is given; undefined for any other option, and where no column counts. */
export function nextValue(action: AlterOther, table: AlterTable, t: Translator): Statement[] | undefined {
  const [, digits] = NEXT.exec(t.textOf(action)) ?? [];
  return digits === undefined ? undefined : counted(BigInt(digits), countedBy(table, t), table, t);
}

/** The same of PostgreSQL's `ALTER COLUMN … RESTART`. https://www.postgresql.org/docs/current/sql-altertable.html */
export function restartedIdentity(
  { column, identity = [] }: AlterColumn,
  table: AlterTable,
  t: Translator,
): Statement[] | undefined {
  const value = identity.find(({ name }) => name.startsWith('RESTART'))?.value;
  if (value !== undefined && value.kind !== 'number') return undefined;
  if (countsByTrigger(t.node(column).value, table, t)) {
    t.notice(
      'COUNTER_DROPPED',
      column,
      'A trigger counts there, behind the values that are there: it goes on from no other.',
    );
    return [];
  }
  return counted(BigInt(value?.text ?? '1'), t.node(column).value, table, t);
}

/** Whether a trigger counts in a column's place, as it does in the tables that are made here. */
function countsByTrigger(column: string, { name }: AlterTable, t: Translator): boolean {
  const known = t.scope.context.catalogue?.table(name.parts.map((part) => t.scope.fold(part)));
  const of = known?.columns.find((one) => one.name.toLowerCase() === column.toLowerCase());
  return t.target !== 'POSTGRESQL' && of?.autoIncrement === false;
}

function counted(next: bigint, own: string | undefined, { name }: AlterTable, t: Translator): Statement[] | undefined {
  const known = t.scope.context.catalogue?.table(name.parts.map((part) => t.scope.fold(part)));
  const column = own ?? known?.columns.find(({ autoIncrement }) => autoIncrement === true)?.name;
  if (known === undefined) return undefined;
  // nothing counts there, so that nothing counts on
  if (column === undefined || !mayCount(column, known, t)) return [];
  const made = t.node(name);
  // SERIAL counts by a sequence of its own, in its default
  const [, sequence] =
    /^nextval\('([^']+)'::regclass\)$/.exec(known.columns.find((one) => one.name === column)?.default ?? '') ?? [];
  const counting: Counting = {
    table: made.parts.map((part) => quoted(part, t)).join('.'),
    column: quoted(exactName(column, name, t), t),
    tableText: quotedString(known.name),
    next,
    ...(sequence !== undefined && { sequence }),
  };
  return STATEMENTS[t.target](counting).map((sql) => parseStatement(sql, t.to));
}

/** SQLite counts in a primary key of one column alone: https://sqlite.org/autoinc.html */
function mayCount(column: string, { primaryKey }: CatalogueTable, t: Translator): boolean {
  if (t.target !== 'SQLITE' || primaryKey === undefined) return true;
  return primaryKey.length === 1 && primaryKey[0]?.toLowerCase() === column.toLowerCase();
}

/** The column that the same statement lets count. */
function countedBy({ actions }: AlterTable, t: Translator): string | undefined {
  for (const action of actions) {
    if (action.kind !== 'change-column') continue;
    const { name, constraints } = action.definition;
    if (constraints.some(({ rule }) => isCounting(rule))) return t.node(name).value;
  }
  return undefined;
}

function quoted({ value, quoted: isQuoted }: Name, t: Translator): string {
  if (!isQuoted) return value;
  return quotedNameIn(value, t.target);
}
