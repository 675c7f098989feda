import type { Demand } from '../grant.js';

/** What an engine's statements can do beyond reading and writing rows, and to whom it is open. */
export interface StatementPowers {
  /**
   * Functions that do more than answer and are open to whoever may write everywhere. All others that are known to do
   * more are for administrators: they read files, end sessions, run SQL that is given as text. In lower case.
   */
  readonly openEffects: ReadonlySet<string>;
  /** Functions that tell what `hiddenTables`, `hiddenShows` and files hold; by their names, whatever their schema. */
  readonly hiddenCalls: RegExp;
  /** Schemas of the system's whose routines do more than they are asked: they run SQL that is given as text. */
  readonly hiddenRoutines: RegExp;
  /** Functions that tell a setting by its name. */
  readonly settingCalls: ReadonlySet<string>;
  /** Functions that tell of the session and nothing else, open also to those who are limited to tables. */
  readonly openSession: ReadonlySet<string>;
  /**
   * Functions that tell those who are limited to tables of more, whatever they change: they take a table's name as a text,
   * tell of the server, or give a value beside which a text is read as an object's name. But for `openSession`.
   */
  readonly tellingCalls: RegExp;
  /** Variables of the server's that tell nothing of tables, and that drivers ask for as they connect. */
  readonly openVariables: ReadonlySet<string>;
  /** The same of SHOW; by what stands behind it. */
  readonly openShows: RegExp;
  /** Tables of the system's that hold passwords, other people's statements, or addresses with passwords in them. */
  readonly hiddenTables: RegExp;
  /** Tables of the system's that may be written to, by who may write everywhere. */
  readonly openSystemWrites: RegExp;
  /** What SHOW tells of others, and settings that hold passwords or paths; by what stands behind it. */
  readonly hiddenShows: RegExp;
  /** What commands ask for; one that is not here is for administrators. */
  readonly commands: ReadonlyMap<string, Demand>;
  /**
   * Settings whose change gives other rights, reaches other sessions, or makes the server read a text otherwise than it is
   * read here; as they stand in SET. In lower case.
   */
  readonly hiddenSettings: RegExp;
  /** What those of them may be set to all the same; in lower case. */
  readonly openValues: ReadonlyMap<string, RegExp>;
  /** What a definition's options may say; all that is in no row is open. By their names, in upper case. */
  readonly openOptions: ReadonlyMap<string, RegExp>;
  /** Places in a definition that is kept as text which name files. */
  readonly hiddenDefinitions: RegExp;
  /** Modules that a table of SQLite's may be made with. */
  readonly openModules: ReadonlySet<string>;
}

/** Matches nothing. */
export const NONE = /(?!)/;

export const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Commands by what they ask for, each list parted by commas. */
export const commandDemands = (lists: Partial<Record<Demand, string>>): ReadonlyMap<string, Demand> =>
  new Map(
    Object.entries(lists).flatMap(([demand, list]) =>
      list.split(/\s*,\s*/).map((verb): [string, Demand] => [verb, demand as Demand]),
    ),
  );
