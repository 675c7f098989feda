import type { DefinitionRules, NamedForm } from '../definition-rules.js';
import { words } from '../grammar-rules.js';
import { phrases, phrasesWith } from '../phrases.js';

/** https://www.postgresql.org/docs/current/sql-altertable.html: actions on neither columns nor constraints. */
const ALTERATIONS =
  'VALIDATE CONSTRAINT, ALTER CONSTRAINT, DISABLE, ENABLE, FORCE ROW, NO FORCE, CLUSTER ON, SET WITHOUT, SET ACCESS METHOD, ' +
  'SET TABLESPACE, SET LOGGED, SET UNLOGGED, SET (, RESET (, OF, NOT OF, OWNER TO, REPLICA IDENTITY, OPTIONS (, ' +
  'DEPENDS ON EXTENSION, NO DEPENDS ON EXTENSION';

const RELATIONS = ['TABLE', 'FOREIGN TABLE', 'VIEW', 'MATERIALIZED VIEW', 'INDEX', 'SEQUENCE', 'TYPE', 'DOMAIN'];
const SEVERAL = ['COLLATION', 'CONVERSION', 'SCHEMA', 'EXTENSION', 'STATISTICS', 'ROLE', 'PUBLICATION', 'SERVER'];
const OTHERS = ['FOREIGN DATA WRAPPER', 'ACCESS METHOD', 'EVENT TRIGGER', 'LANGUAGE', 'PROCEDURAL LANGUAGE'];
const TEXT_SEARCH = ['CONFIGURATION', 'DICTIONARY', 'PARSER', 'TEMPLATE'].map((kind) => `TEXT SEARCH ${kind}`);
const ALONE = ['DATABASE', 'SUBSCRIPTION', 'TABLESPACE'];
const ROUTINES = ['FUNCTION', 'PROCEDURE', 'ROUTINE', 'AGGREGATE'];
const OF_TABLES = ['TRIGGER', 'POLICY', 'RULE'];

const form = (value: NamedForm, objects: readonly string[]): (readonly [string, NamedForm])[] =>
  objects.map((object) => [object, value]);

/** What the grammar of PostgreSQL's definitions has of its own. https://www.postgresql.org/docs/current/sql-commands.html */
export const postgresqlDefinitions: DefinitionRules = {
  stringNames: false,
  creatable: new Map([
    ['TABLE', words('TEMPORARY UNLOGGED EXISTS')],
    ['FOREIGN TABLE', words('EXISTS')],
    ['VIEW', words('REPLACE TEMPORARY')],
    ['RECURSIVE VIEW', words('REPLACE TEMPORARY')],
    ['MATERIALIZED VIEW', words('EXISTS UNLOGGED')],
    ['SEQUENCE', words('TEMPORARY UNLOGGED EXISTS')],
    ['INDEX', words('EXISTS')],
    ['UNIQUE INDEX', words('EXISTS')],
    ['TRIGGER', words('REPLACE')],
    ['CONSTRAINT TRIGGER', words('REPLACE')],
    ['FUNCTION', words('REPLACE')],
    ['PROCEDURE', words('REPLACE')],
    ['AGGREGATE', words('REPLACE')],
    ['SCHEMA', words('EXISTS')],
    ['DATABASE', words('')],
    ['TYPE', words('')],
    ['DOMAIN', words('')],
  ]),
  droppable: phrasesWith([
    ...form('names', [...RELATIONS, ...SEVERAL, ...OTHERS, ...TEXT_SEARCH, 'USER', 'GROUP']),
    ...form('name', ALONE),
    ...form('routine', ROUTINES),
    ...form('on-table', OF_TABLES),
  ]),
  commentable: phrasesWith([
    ...form('name', [...RELATIONS, ...SEVERAL, ...OTHERS, ...TEXT_SEARCH, ...ALONE, 'COLUMN']),
    ...form('routine', ROUTINES),
    ...form('on-table', [...OF_TABLES, 'CONSTRAINT']),
  ]),
  columnRules: words('CONSTRAINT NOT NULL DEFAULT PRIMARY UNIQUE CHECK REFERENCES GENERATED COLLATE'),
  columnSettings: phrasesWith([
    ['STORAGE', 1],
    ['COMPRESSION', 1],
    ['OPTIONS', 1],
  ]),
  tableRules: words('CONSTRAINT PRIMARY UNIQUE CHECK FOREIGN EXCLUDE NOT'),
  deferrals: phrases(
    'DEFERRABLE, NOT DEFERRABLE, INITIALLY DEFERRED, INITIALLY IMMEDIATE, NOT VALID, ENFORCED, NOT ENFORCED, NO INHERIT',
  ),
  // what binds less needs parentheses, as gram.y's b_expr says
  defaultMinimum: 5,
  storedWords: words('STORED VIRTUAL'),
  columnChanges: new Set([
    ...(['set-default', 'drop-default', 'set-not-null', 'drop-not-null', 'set-type', 'add-identity'] as const),
    ...(['set-identity', 'drop-identity', 'restart-identity', 'set-statistics', 'set-storage'] as const),
    ...(['set-compression', 'set-options', 'reset-options', 'set-expression', 'drop-expression'] as const),
  ]),
  alterations: phrasesWith([
    ...ALTERATIONS.split(', ').map((phrase) => [phrase, {}] as const),
    ['INHERIT', { tableBehind: 'INHERIT' }],
    ['NO INHERIT', { tableBehind: 'INHERIT' }],
    ['ATTACH PARTITION', { tableBehind: 'PARTITION' }],
    ['DETACH PARTITION', { tableBehind: 'PARTITION' }],
  ]),
};
