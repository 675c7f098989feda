import type { Catalogue } from '../catalogue.js';

/** EXACT keeps the meaning, whatever form it takes; IDIOMATIC takes the plainer form where only rare values differ, and says so. */
export type Fidelity = 'EXACT' | 'IDIOMATIC';

/** How text compares and sorts: as the target's columns do, or as the source's engine does by default. */
export type TextComparison = 'TARGET' | 'SOURCE';

/** The server that a translation is for, where it is known. */
export interface TargetServer {
  /** MARIADB and MYSQL part ways in places; undefined where what is written must run on both. */
  readonly flavour?: 'MARIADB' | 'MYSQL' | undefined;
  /** Major and minor version, as a number that compares: 10.11 is 1011, 8.4 is 804, 3.52 is 352. */
  readonly version?: number | undefined;
}

export interface TranslationRules {
  readonly fidelity: Fidelity;
  readonly textComparison: TextComparison;
  readonly server: TargetServer;
  /** Whether a target counts on behind rows with numbers of their own, as the source does. Left out, it does; of a dump the numbers are told once, at its end. */
  readonly countsOn?: boolean;
  /** Whether the text makes all types that it uses, as a dump does: what is not known of it has no translation then. */
  readonly knowsTypes?: boolean;
}

export interface TranslationOptions extends Partial<TranslationRules> {
  /** What the tables have, as the database that it will run on says. */
  readonly catalogue?: Catalogue | undefined;
}
