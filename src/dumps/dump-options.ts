import type { Dialect, Fidelity, TargetServer, TextComparison, translateStatement } from '../sql/index.js';
import type { ToldLater } from './told-later.js';

/** What a dump is translated by. */
export interface DumpOptions {
  readonly from: Dialect;
  readonly to: Dialect;
  readonly fidelity?: Fidelity;
  readonly textComparison?: TextComparison;
  readonly server?: TargetServer;
  /** What a first reading gathered; needed where `needsSecondReading` says so. */
  readonly later?: ToldLater;
  /** How a statement is translated; left out, by the language. */
  readonly translate?: typeof translateStatement;
}
