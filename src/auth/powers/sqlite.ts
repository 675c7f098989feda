import { commandDemands, words, type StatementPowers } from './statement-powers.js';

/** Of SQLite. https://sqlite.org/lang.html, https://sqlite.org/pragma.html */
export const sqlite: StatementPowers = {
  openEffects: words(''),
  openSession: words('changes total_changes last_insert_rowid sqlite_version'),
  // The pages of the file, deleted rows and all.
  hiddenTables: /^(?:\w+\.)?(?:sqlite_dbpage|sqlite_dbdata|sqlite_dbptr)$/i,
  hiddenShows: /^/,
  commands: commandDemands({ WRITE: 'ANALYZE', SCHEMA: 'REINDEX' }),
  hiddenSettings: /^/,
};
