import type { AlterOther, Node, Statement } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { parseStatement } from '../../parser/index.js';
import type { Translator } from '../translator.js';

/** What changes nothing: the one statement where nothing of the source's is left in the target. */
export const NOTHING_TO_DO = 'SELECT 1 LIMIT 0';

/** A statement that changes nothing, for one of which nothing is left in the target: a statement still has to run. */
export function nothingToDo({ span }: Node, t: Translator): Statement {
  return { ...parseStatement(NOTHING_TO_DO, t.to), span };
}

/** What a table is told that says nothing of its rows: where they are kept, who owns them, how they are sorted and counted. */
const OF_NO_ACCOUNT: Readonly<Record<DialectName, RegExp>> = {
  POSTGRESQL: new RegExp(
    `^(?:OWNER TO|SET (?:TABLESPACE|LOGGED|UNLOGGED|WITHOUT|ACCESS METHOD|\\()|RESET \\(|CLUSTER ON|REPLICA IDENTITY|` +
      `VALIDATE CONSTRAINT|ALTER CONSTRAINT \\S+ (?:NOT DEFERRABLE|INITIALLY IMMEDIATE)|INHERIT|NO INHERIT|` +
      `(?:ENABLE|DISABLE) TRIGGER)\\b`,
    'i',
  ),
  MYSQL: new RegExp(
    `^(?:ENGINE|CONVERT TO (?:CHARACTER SET|CHARSET)|(?:DEFAULT )?(?:CHARSET|CHARACTER SET|COLLATE)|(?:ENABLE|DISABLE) KEYS|` +
      `ROW_FORMAT|KEY_BLOCK_SIZE|AVG_ROW_LENGTH|MAX_ROWS|MIN_ROWS|PACK_KEYS|CHECKSUM|DELAY_KEY_WRITE|STATS_\\w+|` +
      `TABLESPACE|COMPRESSION|ENCRYPTION|INSERT_METHOD|FORCE|ALGORITHM|LOCK|WITH(?:OUT)? VALIDATION|ORDER BY|` +
      `(?:ANALYZE|OPTIMIZE|REBUILD|REPAIR|CHECK) PARTITION|REMOVE PARTITIONING|PARTITION BY|` +
      `ALTER (?:INDEX|KEY) \\S+ (?:NOT )?(?:VISIBLE|INVISIBLE|IGNORED))\\b`,
    'i',
  ),
  SQLITE: /^$/,
};

/** Whether an action is left out without a change of the rows; said with a notice then. */
export function isLeftOut(action: AlterOther, t: Translator): boolean {
  if (!OF_NO_ACCOUNT[t.source].test(action.text.trim())) return false;
  t.notice('DETAIL_DROPPED', action);
  return true;
}
