import type { Demand } from '../grant.js';

/** What an engine's statements can do beyond reading and writing rows, and to whom it is open. */
export interface StatementPowers {
  /**
   * Functions that do more than answer and are open to whoever may write everywhere. All others that are known to do
   * more are for administrators: they read files, end sessions, run SQL that is given as text. In lower case.
   */
  readonly openEffects: ReadonlySet<string>;
  /** Functions that tell of the session and nothing else, open also to those who are limited to tables. */
  readonly openSession: ReadonlySet<string>;
  /** Tables of the system's that hold passwords, other people's statements, or addresses with passwords in them. */
  readonly hiddenTables: RegExp;
  /** What SHOW tells of others; by what stands behind it. */
  readonly hiddenShows: RegExp;
  /** What commands ask for; one that is not here is for administrators. */
  readonly commands: ReadonlyMap<string, Demand>;
  /** Settings whose change gives other rights or reaches other sessions, as they stand in SET. In lower case. */
  readonly hiddenSettings: RegExp;
}

export const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Commands by what they ask for, each list parted by commas. */
export const commandDemands = (lists: Partial<Record<Demand, string>>): ReadonlyMap<string, Demand> =>
  new Map(
    Object.entries(lists).flatMap(([demand, list]) =>
      list.split(/\s*,\s*/).map((verb): [string, Demand] => [verb, demand as Demand]),
    ),
  );
