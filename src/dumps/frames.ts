import type { DialectName } from '../sql/index.js';

/** What stands before a dump's statements and behind them, for it to load. */
export interface Frame {
  readonly before: readonly string[];
  readonly behind: readonly string[];
}

/** By target. Foreign keys are not looked at while rows come, since a dump has its tables in any order. */
export const FRAMES: Readonly<Record<DialectName, Frame>> = {
  POSTGRESQL: {
    before: ["SET client_encoding = 'UTF8'", 'SET standard_conforming_strings = on', "SET TIME ZONE 'UTC'", 'BEGIN'],
    behind: ['COMMIT'],
  },
  MYSQL: {
    before: [
      'SET NAMES utf8mb4',
      "SET time_zone = '+00:00'",
      'SET foreign_key_checks = 0',
      'SET unique_checks = 0',
      // a key that is 0 is none that the server is to make up
      "SET sql_mode = CONCAT_WS(',', @@sql_mode, 'NO_AUTO_VALUE_ON_ZERO')",
      'START TRANSACTION',
    ],
    behind: ['COMMIT', 'SET unique_checks = 1', 'SET foreign_key_checks = 1'],
  },
  SQLITE: {
    before: ['PRAGMA foreign_keys = OFF', 'BEGIN'],
    behind: ['COMMIT', 'PRAGMA foreign_keys = ON'],
  },
};

/** What lets foreign keys be looked at among a dump's statements, and not any more; PostgreSQL gets them added there. */
export const REFERENCES: Readonly<
  Record<DialectName, { readonly on: readonly string[]; readonly off: readonly string[] }>
> = {
  POSTGRESQL: { on: [], off: [] },
  MYSQL: { on: ['SET foreign_key_checks = 1'], off: ['SET foreign_key_checks = 0'] },
  // within a transaction the word has no effect
  SQLITE: {
    on: ['COMMIT', 'PRAGMA foreign_keys = ON', 'BEGIN'],
    off: ['COMMIT', 'PRAGMA foreign_keys = OFF', 'BEGIN'],
  },
};

/** Whether foreign keys are told behind the data, as statements of their own: only there a constraint can be added. */
export const FOREIGN_KEYS_LAST: Readonly<Record<DialectName, boolean>> = {
  POSTGRESQL: true,
  // checks are off in its frame
  MYSQL: false,
  SQLITE: false,
};
