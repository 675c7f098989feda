import type { CommandRow } from './command-rows.js';
import type { DialectName } from './dialect.js';
import { words } from './grammar-rules.js';
import { mysqlCommands } from './mysql/commands.js';
import { type Phrases, phrasesWith } from './phrases.js';
import { postgresqlCommands } from './postgresql/commands.js';
import { sqliteCommands } from './sqlite/commands.js';

/** Which statements about sessions and servers a dialect has. */
export interface AdministrationRules {
  /** First words of those with a node of their own. */
  readonly statements: ReadonlySet<string>;
  /** Those of which only the head is told apart, by the head. */
  readonly commands: Phrases<CommandRow>;
  /** The same by their verbs. */
  readonly byVerb: ReadonlyMap<string, CommandRow>;
}

function rules(statements: string, commands: readonly CommandRow[]): AdministrationRules {
  return {
    statements: words(statements),
    commands: phrasesWith(commands.map((row) => [row.verb, row])),
    byVerb: new Map(commands.map((row) => [row.verb, row])),
  };
}

/** The rules of every dialect. */
export const administrationRules: Readonly<Record<DialectName, AdministrationRules>> = {
  POSTGRESQL: rules(
    'BEGIN START COMMIT END ROLLBACK ABORT SAVEPOINT RELEASE PREPARE EXECUTE DEALLOCATE SET RESET SHOW EXPLAIN COPY LOCK CALL',
    postgresqlCommands,
  ),
  MYSQL: rules(
    'BEGIN START COMMIT ROLLBACK SAVEPOINT RELEASE XA PREPARE EXECUTE DEALLOCATE SET SHOW DESCRIBE DESC EXPLAIN ANALYZE ' +
      'LOAD LOCK UNLOCK CALL',
    mysqlCommands,
  ),
  SQLITE: rules('BEGIN COMMIT END ROLLBACK SAVEPOINT RELEASE PRAGMA EXPLAIN', sqliteCommands),
};
