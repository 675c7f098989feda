import type { AlterationRow, DefinitionRules } from '../definition-rules.js';
import { words } from '../grammar-rules.js';
import { phrases, phrasesWith } from '../phrases.js';

const alterationRows = (text: string, row: AlterationRow = {}): (readonly [string, AlterationRow])[] =>
  text.split(/\s*,\s*/).map((phrase) => [phrase, row]);

const toEnd: AlterationRow = { toEnd: true };

const around = words('REPLACE ATTRIBUTES EXISTS');
const index = words('REPLACE EXISTS');

/**
 * What the grammar of MySQL's and MariaDB's definitions has of its own.
 * https://dev.mysql.com/doc/refman/8.4/en/sql-data-definition-statements.html,
 * https://mariadb.com/kb/en/data-definition/
 */
export const mysqlDefinitions: DefinitionRules = {
  stringNames: false,
  creatable: new Map([
    ['TABLE', words('REPLACE TEMPORARY EXISTS')],
    ['VIEW', around],
    ['INDEX', index],
    ['UNIQUE INDEX', index],
    ['FULLTEXT INDEX', index],
    ['SPATIAL INDEX', index],
    ['SEQUENCE', words('REPLACE TEMPORARY EXISTS')],
    ['TRIGGER', around],
    ['FUNCTION', around],
    ['PROCEDURE', around],
    ['EVENT', around],
    ['SCHEMA', index],
    ['DATABASE', index],
  ]),
  droppable: phrasesWith([
    ...['TABLE', 'TABLES', 'VIEW', 'SEQUENCE'].map((object) => [object, 'names'] as const),
    ...['DATABASE', 'SCHEMA', 'PROCEDURE', 'FUNCTION', 'EVENT', 'TRIGGER', 'SERVER', 'TABLESPACE', 'PACKAGE'].map(
      (object) => [object, 'name'] as const,
    ),
    ['INDEX', 'on-table'],
  ]),
  commentable: phrasesWith([]),
  columnRules: words(
    'CONSTRAINT NOT NULL DEFAULT PRIMARY KEY UNIQUE CHECK REFERENCES GENERATED AS COLLATE AUTO_INCREMENT ON COMMENT ' +
      'VISIBLE INVISIBLE SERIAL',
  ),
  columnSettings: phrasesWith([
    ...['COLUMN_FORMAT', 'STORAGE', 'SRID', 'REF_SYSTEM_ID', 'ENGINE_ATTRIBUTE', 'SECONDARY_ENGINE_ATTRIBUTE'].map(
      (phrase) => [phrase, 1] as const,
    ),
    ...['COMPRESSED', 'NOT SECONDARY', 'WITH SYSTEM VERSIONING', 'WITHOUT SYSTEM VERSIONING'].map(
      (phrase) => [phrase, 0] as const,
    ),
  ]),
  tableRules: words('CONSTRAINT PRIMARY UNIQUE CHECK FOREIGN INDEX KEY FULLTEXT SPATIAL PERIOD'),
  deferrals: phrases('ENFORCED, NOT ENFORCED'),
  // a literal or call; anything else needs parentheses
  defaultMinimum: Infinity,
  storedWords: words('STORED PERSISTENT VIRTUAL'),
  columnChanges: new Set(['set-default', 'drop-default', 'set-visibility']),
  alterations: phrasesWith([
    ...alterationRows('DISABLE KEYS, ENABLE KEYS, CONVERT TO, FORCE, DISCARD TABLESPACE, IMPORT TABLESPACE'),
    ...alterationRows('ALGORITHM, LOCK, WITH VALIDATION, WITHOUT VALIDATION, SECONDARY_LOAD, SECONDARY_UNLOAD'),
    ...alterationRows('ALTER INDEX, ALTER KEY, ALTER CHECK, ALTER CONSTRAINT'),
    ...alterationRows('ADD SYSTEM VERSIONING, DROP SYSTEM VERSIONING, DROP PERIOD FOR'),
    ...alterationRows('ORDER BY, PARTITION BY', toEnd),
    ...alterationRows('ADD PARTITION, DROP PARTITION, DISCARD PARTITION, IMPORT PARTITION, TRUNCATE PARTITION', toEnd),
    ...alterationRows('COALESCE PARTITION, REORGANIZE PARTITION, ANALYZE PARTITION, CHECK PARTITION', toEnd),
    ...alterationRows('OPTIMIZE PARTITION, REBUILD PARTITION, REPAIR PARTITION, REMOVE PARTITIONING', toEnd),
    ...alterationRows('UPGRADE PARTITIONING', toEnd),
    ...alterationRows('EXCHANGE PARTITION, CONVERT PARTITION, CONVERT TABLE', { toEnd: true, tableBehind: 'TABLE' }),
  ]),
};
