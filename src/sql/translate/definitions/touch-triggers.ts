import type { Name, OnUpdateRule, Statement } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { parseStatement } from '../../parser/index.js';
import type { Translator } from '../translator.js';
import type { TablePlan } from './table-plan.js';

interface Touched {
  readonly table: string;
  readonly trigger: string;
  readonly column: string;
  /** The others that may be changed. */
  readonly others: readonly string[];
  /** Whether these are all: PostgreSQL’s conditions see no generated columns, not even in the whole row. */
  readonly isWhole: boolean;
}

const anyOf = (columns: readonly string[]): string =>
  `(${columns.map((one) => `OLD.${one} IS DISTINCT FROM NEW.${one}`).join(' OR ')})`;

/** The statements of a trigger that sets a column to the moment at which anything else of its row was changed. */
const TRIGGERS: Readonly<Record<DialectName, (touched: Touched) => readonly string[]>> = {
  POSTGRESQL: ({ table, trigger, column, others, isWhole }) => [
    `CREATE OR REPLACE FUNCTION ${trigger}() RETURNS trigger LANGUAGE plpgsql AS ` +
      `$$ BEGIN NEW.${column} := CURRENT_TIMESTAMP; RETURN NEW; END $$`,
    `CREATE TRIGGER ${trigger} BEFORE UPDATE ON ${table} FOR EACH ROW WHEN (` +
      `${isWhole ? 'OLD.* IS DISTINCT FROM NEW.*' : anyOf(others)} AND OLD.${column} IS NOT DISTINCT FROM NEW.${column}) EXECUTE FUNCTION ${trigger}()`,
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
    isWhole: plan.generated.length === 0,
  };
  return TRIGGERS[t.target](touched).map((sql) => parseStatement(sql, t.to));
}

/** A name in quotes, as the target takes what is written. */
function quoted({ value, quoted: isQuoted }: Name, t: Translator): string {
  const exact = isQuoted || !t.to.features.foldsNames ? value : value.toLowerCase();
  return `"${exact.replace(/"/g, '""')}"`;
}
