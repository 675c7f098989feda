import { commands, commandsOn, type CommandRow } from '../command-rows.js';

/** Objects that CREATE and ALTER know by their kind alone. */
const OBJECTS =
  'COLLATION, CONVERSION, EVENT TRIGGER, EXTENSION, FOREIGN DATA WRAPPER, GROUP, LANGUAGE, PROCEDURAL LANGUAGE, ' +
  'OPERATOR CLASS, OPERATOR FAMILY, OPERATOR, PUBLICATION, ROLE, SERVER, STATISTICS, SUBSCRIPTION, TABLESPACE, ' +
  'TEXT SEARCH CONFIGURATION, TEXT SEARCH DICTIONARY, TEXT SEARCH PARSER, TEXT SEARCH TEMPLATE, USER MAPPING, USER';

/** https://www.postgresql.org/docs/current/sql-commands.html: statements of which only the head is told apart. */
export const postgresqlCommands: readonly CommandRow[] = [
  ...commands(
    'change',
    'GRANT, REVOKE, VACUUM, ANALYZE, ANALYSE, REINDEX, CLUSTER, CHECKPOINT, NOTIFY, DO, REASSIGN OWNED, SECURITY LABEL, ' +
      'IMPORT FOREIGN SCHEMA, LOAD, FETCH, MOVE, REPACK, WAIT FOR',
  ),
  { verb: 'REFRESH MATERIALIZED VIEW', effect: 'change', table: 'VIEW' },
  ...commands('session', 'LISTEN, UNLISTEN, DISCARD, CLOSE, SET SESSION CHARACTERISTICS'),
  { verb: 'DECLARE', effect: 'session', statement: 'FOR' },
  ...commandsOn('CREATE', OBJECTS),
  ...commandsOn('CREATE', 'ACCESS METHOD, CAST, DEFAULT CONVERSION, TRANSFORM'),
  ...commandsOn('CREATE', 'TRUSTED LANGUAGE, TRUSTED PROCEDURAL LANGUAGE'),
  { verb: 'CREATE POLICY', effect: 'change', table: 'ON' },
  { verb: 'CREATE RULE', effect: 'change', table: 'TO' },
  ...commandsOn('ALTER', OBJECTS),
  ...commandsOn('ALTER', 'AGGREGATE, DATABASE, DEFAULT PRIVILEGES, FUNCTION, LARGE OBJECT, PROCEDURE, ROUTINE, SCHEMA'),
  ...commandsOn('ALTER', 'SYSTEM, TABLE ALL, INDEX ALL, MATERIALIZED VIEW ALL'),
  { verb: 'ALTER POLICY', effect: 'change', table: 'ON' },
  { verb: 'ALTER RULE', effect: 'change', table: 'ON' },
  { verb: 'ALTER TRIGGER', effect: 'change', table: 'ON' },
  ...commandsOn('DROP', 'CAST, OPERATOR CLASS, OPERATOR FAMILY, OPERATOR, OWNED, TRANSFORM, USER MAPPING'),
  ...commandsOn('COMMENT ON', 'CAST, OPERATOR CLASS, OPERATOR FAMILY, OPERATOR, LARGE OBJECT, TRANSFORM'),
];
