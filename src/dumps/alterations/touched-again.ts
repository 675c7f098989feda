import type { AlterTable } from '../../sql/index.js';
import type { Definitions } from '../tables/definitions.js';
import type { Translate } from './redefinition.js';

/** Statements that stand about a change of a table. */
export interface About {
  readonly before: readonly string[];
  readonly behind: readonly string[];
}

const NONE: About = { before: [], behind: [] };

/** Changes that PostgreSQL refuses where a trigger's condition names the column, or that the condition has to know of. */
const TOUCHES: ReadonlySet<string> = new Set([
  'add-column',
  'drop-column',
  'change-column',
  'rename-column',
  'alter-column',
]);

/**
 * The triggers that set a column to the moment of a change, which name all columns of their table in PostgreSQL: they are
 * dropped before a change of columns, and made behind it as the table is then.
 */
export function touchedAgain(change: AlterTable, definitions: Definitions, translate: Translate): About {
  const known = definitions.of(change.name);
  const isMeant = definitions.to.name === 'POSTGRESQL' && known?.isTouched === true;
  if (!isMeant || !change.actions.some(({ kind }) => TOUCHES.has(kind))) return NONE;
  const changed = definitions.changed(change);
  if (changed === undefined) return NONE;
  const dropped = translate(known.table, known.text).statements.flatMap((sql) => {
    const [, trigger, table] = MADE.exec(sql) ?? [];
    return trigger === undefined ? [] : [`DROP TRIGGER IF EXISTS ${trigger} ON ${table}`];
  });
  return { before: dropped, behind: translate(changed, known.text).statements.filter((sql) => TOUCHING.test(sql)) };
}

const MADE = /^CREATE TRIGGER ("(?:[^"]|"")+") BEFORE UPDATE ON (\S+|"(?:[^"]|"")+")/i;
/** A trigger, or its function. */
export const TOUCHING = /^CREATE (?:OR REPLACE FUNCTION|TRIGGER) "(?:[^"]|"")+_touch"/i;
