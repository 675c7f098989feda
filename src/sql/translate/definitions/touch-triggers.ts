import { quotedName, quotedString } from '../../dialects/quoted.js';
import type { AlterTable, ColumnDefinition, CreateTable, Name, OnUpdateRule, Statement } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { parseStatement } from '../../parser/index.js';
import type { Translator } from '../translator.js';
import type { PresentTable } from './rebuild/index.js';
import type { TablePlan } from './table-plan.js';

interface Touched {
  readonly table: string;
  readonly trigger: string;
  readonly column: string;
  /** The others that may be changed. */
  readonly others: readonly string[];
  /** Columns that are computed: they are not there yet when PostgreSQL fires a trigger before a change. */
  readonly computed: readonly string[];
}

/** The row without what is computed. */
const given = (row: string, computed: readonly string[]): string =>
  computed.length === 0
    ? `${row}.*`
    : `(to_jsonb(${row}) - ARRAY[${computed.map((one) => quotedString(one.slice(1, -1))).join(', ')}])`;

/** The statements of a trigger that sets a column to the moment at which anything else of its row was changed. */
const TRIGGERS: Readonly<Record<DialectName, (touched: Touched) => readonly string[]>> = {
  // the condition stands in the body: nothing of the table hangs on it, so that other columns may be changed
  POSTGRESQL: ({ table, trigger, column, computed }) => [
    `CREATE OR REPLACE FUNCTION ${trigger}() RETURNS trigger LANGUAGE plpgsql AS ` +
      `$$ BEGIN IF ${given('OLD', computed)} IS DISTINCT FROM ${given('NEW', computed)} AND ` +
      `OLD.${column} IS NOT DISTINCT FROM NEW.${column} THEN NEW.${column} := CURRENT_TIMESTAMP; END IF; RETURN NEW; END $$`,
    `CREATE TRIGGER ${trigger} BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION ${trigger}()`,
  ],
  SQLITE: ({ table, trigger, column, others }) => [
    `CREATE TRIGGER ${trigger} AFTER UPDATE ON ${table} FOR EACH ROW WHEN NEW.${column} IS OLD.${column} AND ` +
      `(${others.map((one) => `NEW.${one} IS NOT OLD.${one}`).join(' OR ')}) ` +
      `BEGIN UPDATE ${table} SET ${column} = CURRENT_TIMESTAMP WHERE rowid = NEW.rowid; END`,
  ],
  MYSQL: () => [],
};

/** MySQL's ON UPDATE CURRENT_TIMESTAMP, which is a trigger elsewhere. */
export function touchTrigger(plan: TablePlan, column: Name, rule: OnUpdateRule, t: Translator): Statement[] {
  const others = plan.columns
    .filter((one) => !plan.generated.includes(one) && t.scope.key(one) !== t.scope.key(column))
    .map((one) => t.node(one))
    .filter(({ value }) => value !== column.value);
  if (others.length === 0)
    t.refuse(rule, 'ON UPDATE of a column that is added to a table has no counterpart.', 'Create a trigger.');
  const parts = t.node(plan.name).parts;
  const table = (parts[parts.length - 1] as Name).value;
  const touched: Touched = {
    table: parts.map((part) => quoted(part, t)).join('.'),
    trigger: quoted({ ...column, value: `${table}_${column.value}_touch` }, t),
    column: quoted(column, t),
    others: others.map((one) => quoted(one, t)),
    computed: plan.generated.map((one) => quoted(t.node(one), t)),
  };
  return TRIGGERS[t.target](touched).map((sql) => parseStatement(sql, t.to));
}

/** What a change of a table does with its triggers of this kind. */
export interface TouchedAgain {
  readonly before: readonly Statement[];
  readonly behind: readonly Statement[];
  /** What else than indexes is made with the table behind it. */
  readonly others: readonly Statement[];
}

/**
 * The triggers of a table of SQLite's that set a column to the moment of a change, where columns come or go: they name all
 * others.
 */
export function touchedAgain({ table, others }: PresentTable, change: AlterTable, t: Translator): TouchedAgain {
  const before: Statement[] = [];
  const behind: Statement[] = [];
  const kept: Statement[] = [];
  for (const other of others) {
    const column = other.kind === 'create-trigger' ? TOUCHES.exec(other.body.text)?.[1] : undefined;
    const names = column === undefined ? undefined : columnsBehind(table, change, t);
    if (other.kind !== 'create-trigger' || column === undefined || names === undefined) {
      kept.push(other);
      continue;
    }
    const trigger = quotedName((other.name.parts.at(-1) as Name).value);
    before.push(parseStatement(`DROP TRIGGER ${trigger}`, t.to));
    if (!names.includes(column) || names.length === 1) continue;
    const of = other.table.parts.map((part) => quotedName(part.value)).join('.');
    const rest = names.filter((one) => one !== column);
    const made = TRIGGERS.SQLITE({ table: of, trigger, column, others: rest, computed: [] });
    behind.push(...made.map((sql) => parseStatement(sql, t.to)));
  }
  return { before, behind, others: [...kept, ...behind] };
}

const TOUCHES = /SET ("(?:[^"]|"")+") = CURRENT_TIMESTAMP WHERE rowid = NEW\.rowid/;

/** The columns that are given values behind a change, in quotes; undefined where none comes or goes. */
function columnsBehind({ elements = [] }: CreateTable, { actions }: AlterTable, t: Translator): string[] | undefined {
  const isGiven = ({ constraints }: ColumnDefinition): boolean =>
    constraints.every(({ rule }) => rule.kind !== 'generated');
  const added = actions.flatMap((action) => (action.kind === 'add-column' ? action.columns : []));
  const dropped = actions.flatMap((action) => (action.kind === 'drop-column' ? [t.scope.key(action.column)] : []));
  if (added.length === 0 && dropped.length === 0) return undefined;
  const present = elements.filter((each) => each.kind === 'column-definition').filter(isGiven);
  const staying = present.filter(({ name }) => !dropped.includes(t.scope.keyOf(name.value)));
  return [...staying.map(({ name }) => name), ...added.filter(isGiven).map(({ name }) => t.node(name))].map((one) =>
    quoted({ ...one, quoted: true }, t),
  );
}

/** Names of columns that are set to the moment of a change. */
const OF_MOMENTS = /(?:updat|modif|chang|touch|edit|date|time|_at$|_on$|ts$)/i;

/** The triggers of columns of PostgreSQL's that are dropped, which MySQL drops with them. */
export function untouched({ name: table, actions }: AlterTable, t: Translator): Statement[] {
  if (t.target !== 'POSTGRESQL' || t.source !== 'MYSQL') return [];
  const known = t.scope.context.catalogue?.table(table.parts.map((part) => t.scope.fold(part)));
  const own = t.node(table);
  const owner = own.parts.at(-1) as Name;
  const path = own.parts.map((part) => quoted(part, t)).join('.');
  return actions.flatMap((action) => {
    if (action.kind !== 'drop-column') return [];
    const type = known?.columns.find((one) => t.scope.keyOf(one.name) === t.scope.key(action.column))?.type?.type;
    const may = known === undefined ? OF_MOMENTS.test(action.column.value) : type?.startsWith('TIMESTAMP') === true;
    const column = t.node(action.column);
    const trigger = quoted({ ...column, value: `${owner.value}_${column.value}_touch` }, t);
    return may ? [parseStatement(`DROP TRIGGER IF EXISTS ${trigger} ON ${path}`, t.to)] : [];
  });
}

/** A name in quotes, as the target takes what is written. */
function quoted({ value, quoted: isQuoted }: Name, t: Translator): string {
  const exact = isQuoted || !t.to.features.foldsNames ? value : value.toLowerCase();
  return quotedName(exact);
}
