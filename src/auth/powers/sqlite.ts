import { commandDemands, NONE, words, type StatementPowers } from './statement-powers.js';

/** Of SQLite. https://sqlite.org/lang.html, https://sqlite.org/pragma.html */
export const sqlite: StatementPowers = {
  openEffects: words(''),
  openSession: words('changes total_changes last_insert_rowid sqlite_version'),
  tellingCalls: NONE,
  openVariables: words(''),
  openShows: NONE,
  // The pages of the file, deleted rows and all.
  hiddenTables: /^(?:\w+\.)?(?:sqlite_dbpage|sqlite_dbdata|sqlite_dbptr|sqlite_stmt)$/i,
  hiddenCalls: /^(?:sqlite_dbpage|sqlite_dbdata|sqlite_dbptr|sqlite_stmt|bytecode|tables_used)$/,
  hiddenRoutines: NONE,
  openSystemWrites: /^(?:main\.)?sqlite_(?:sequence|stat\d)$/i,
  settingCalls: words(''),
  hiddenShows: /^/,
  commands: commandDemands({ WRITE: 'ANALYZE', SCHEMA: 'REINDEX' }),
  hiddenSettings: /^/,
  openValues: new Map(),
  openOptions: new Map(),
  hiddenDefinitions: NONE,
  openModules: words('fts3 fts4 fts5 fts5vocab fts4aux rtree rtree_i32 geopoly'),
};
