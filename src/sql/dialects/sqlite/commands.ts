import { commands, type CommandRow } from '../command-rows.js';

/** https://sqlite.org/lang.html: statements of which only the head is told apart. */
export const sqliteCommands: readonly CommandRow[] = commands('change', 'VACUUM, ANALYZE, REINDEX, ATTACH, DETACH');
