import type { Analysis, Dialect, Statement, StatementKind, StatementText } from '../sql/index.js';

/** A statement as far as it is known when somebody asks whether it may run. */
export interface JudgedStatement {
  readonly dialect: Dialect;
  readonly text: StatementText;
  readonly kind: StatementKind;
  /** Whether it is a read for sure, maybe, or not. */
  readonly reads: 'surely' | 'maybe' | 'no';
  /** Undefined where the grammar does not know it. */
  readonly known?: { readonly tree: Statement; readonly analysis: Analysis } | undefined;
}
