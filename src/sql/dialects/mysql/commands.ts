import { commands, commandsOn, type CommandRow } from '../command-rows.js';

/**
 * https://dev.mysql.com/doc/refman/8.4/en/sql-statements.html and https://mariadb.com/kb/en/sql-statements/: statements
 * of which only the head is told apart.
 */
export const mysqlCommands: readonly CommandRow[] = [
  // accounts
  ...commands('change', 'GRANT, REVOKE, RENAME USER, SET PASSWORD, SET DEFAULT ROLE'),
  ...commands('session', 'SET ROLE, SET RESOURCE GROUP'),
  ...commandsOn('CREATE', 'USER, ROLE'),
  ...commandsOn('ALTER', 'USER'),
  ...commandsOn('DROP', 'USER, ROLE'),
  // tables
  ...commands('change', 'ANALYZE TABLE, ANALYZE LOCAL TABLE, ANALYZE NO_WRITE_TO_BINLOG TABLE, ANALYZE TABLES'),
  ...commands('change', 'OPTIMIZE TABLE, OPTIMIZE LOCAL TABLE, OPTIMIZE NO_WRITE_TO_BINLOG TABLE, OPTIMIZE TABLES'),
  ...commands(
    'change',
    'REPAIR TABLE, REPAIR LOCAL TABLE, REPAIR NO_WRITE_TO_BINLOG TABLE, REPAIR TABLES, REPAIR VIEW',
  ),
  ...commands('change', 'REPAIR LOCAL VIEW, REPAIR NO_WRITE_TO_BINLOG VIEW, CHECK TABLE, CHECK TABLES, CHECK VIEW'),
  ...commands('change', 'CACHE INDEX, LOAD INDEX INTO CACHE, IMPORT TABLE'),
  ...commands('read', 'CHECKSUM TABLE, CHECKSUM TABLES'),
  ...commands('session', 'HANDLER'),
  // programs
  ...commands('change', 'DO, EXECUTE IMMEDIATE, SIGNAL, RESIGNAL'),
  ...commands('session', 'GET DIAGNOSTICS, GET CURRENT DIAGNOSTICS, GET STACKED DIAGNOSTICS'),
  { verb: 'SET STATEMENT', effect: 'change', statement: 'FOR' },
  ...commandsOn('ALTER', 'EVENT, FUNCTION, PROCEDURE, DATABASE, SCHEMA'),
  // plugins, loadable functions
  ...commands('change', 'INSTALL PLUGIN, INSTALL COMPONENT, INSTALL SONAME'),
  ...commands('change', 'UNINSTALL PLUGIN, UNINSTALL COMPONENT, UNINSTALL SONAME'),
  // servers and storage
  ...commands('change', 'FLUSH, KILL, SHUTDOWN, RESTART, BINLOG, PURGE, RESET, BACKUP, CLONE, DELIMITER'),
  ...commands('change', 'LOCK INSTANCE FOR BACKUP, UNLOCK INSTANCE'),
  ...commands('change', 'CHANGE MASTER, CHANGE REPLICATION SOURCE, CHANGE REPLICATION FILTER, START GROUP_REPLICATION'),
  ...commands('change', 'START REPLICA, START SLAVE, START ALL SLAVES, START ALL REPLICAS, STOP'),
  ...commandsOn(
    'CREATE',
    'SERVER, TABLESPACE, UNDO TABLESPACE, LOGFILE GROUP, RESOURCE GROUP, SPATIAL REFERENCE SYSTEM',
  ),
  ...commandsOn('ALTER', 'INSTANCE, SERVER, TABLESPACE, UNDO TABLESPACE, LOGFILE GROUP, RESOURCE GROUP'),
  ...commandsOn('DROP', 'UNDO TABLESPACE, LOGFILE GROUP, RESOURCE GROUP, SPATIAL REFERENCE SYSTEM'),
  ...commands('session', 'USE'),
  ...commands('read', 'HELP, EXPLAIN FOR CONNECTION'),
];
