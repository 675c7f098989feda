import type { Name, Statement } from '../../../ast/index.js';
import { quotedNameIn } from '../../../dialects/quoted.js';
import type { DialectName } from '../../../dialects/index.js';
import { parseStatement } from '../../../parser/index.js';
import type { Translator } from '../../translator.js';
import type { TablePlan } from '../table-plan.js';
import { numberOf, type Counter } from './counters.js';

interface Counting {
  readonly table: string;
  readonly trigger: string;
  readonly column: string;
  readonly start: string;
  readonly step: string;
}

/** By which words each engine tells the one of two values that is further on, upwards and downwards. */
const FURTHEST: Readonly<Record<DialectName, readonly [up: string, down: string]>> = {
  POSTGRESQL: ['GREATEST', 'LEAST'],
  MYSQL: ['GREATEST', 'LEAST'],
  SQLITE: ['max', 'min'],
};

/** Which value comes next: behind the one that is furthest on, and no earlier than the first. */
function next({ table, column, start, step }: Counting, target: DialectName): string {
  const isDown = step.startsWith('-');
  const [up, down] = FURTHEST[target];
  const behind = `COALESCE(${isDown ? 'min' : 'max'}(${column}) + ${step}, ${start})`;
  return `SELECT ${isDown ? down : up}(${behind}, ${start}) FROM ${table}`;
}

/**
 * What gives a column its next number where its engine does not count by itself: SQLite does so in a primary key alone, MySQL in
 * one column of a table, and both by ones. https://sqlite.org/autoinc.html,
 * https://dev.mysql.com/doc/refman/8.4/en/example-auto-increment.html
 */
const TRIGGERS: Readonly<Record<DialectName, (counting: Counting) => readonly string[]>> = {
  POSTGRESQL: () => [],
  SQLITE: (counting) => [
    `CREATE TRIGGER ${counting.trigger} AFTER INSERT ON ${counting.table} FOR EACH ROW WHEN NEW.${counting.column} IS NULL ` +
      `BEGIN UPDATE ${counting.table} SET ${counting.column} = (${next(counting, 'SQLITE')}) WHERE rowid = NEW.rowid; END`,
  ],
  MYSQL: (counting) => [
    `CREATE TRIGGER ${counting.trigger} BEFORE INSERT ON ${counting.table} FOR EACH ROW ` +
      `SET NEW.${counting.column} = COALESCE(NULLIF(NEW.${counting.column}, 0), (${next(counting, 'MYSQL')}))`,
  ],
};

/** The trigger by which a column counts. */
export function countingTrigger(plan: TablePlan, column: Name, { start, step }: Counter, t: Translator): Statement[] {
  const { parts } = t.node(plan.name);
  const called = (value: string): string => quotedNameIn(value, t.target);
  const counting: Counting = {
    table: parts.map(({ value }) => called(value)).join('.'),
    trigger: called(`${parts.at(-1)?.value ?? ''}_${column.value}_count`),
    column: called(column.value),
    start: (start && numberOf(start)) ?? '1',
    step: step ?? '1',
  };
  return TRIGGERS[t.target](counting).map((sql) => parseStatement(sql, t.to));
}
