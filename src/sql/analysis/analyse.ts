import { walk, type Statement } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import { EffectsReader, type StatementEffects } from './effects-of.js';
import { fingerprintOf } from './fingerprint.js';
import { kindOf } from './kind-of.js';
import { ParametersReader } from './parameters-reader.js';
import type { StatementKind } from './statement-kinds.js';
import { tablesOf, type StatementTables } from './tables-of.js';

/** What can be said of a statement without running it. */
export interface Analysis extends StatementEffects {
  readonly kind: StatementKind;
  readonly tables: StatementTables;
  /** Parameters as they are spelled: each `?`, every other one once, in the order of the text. */
  readonly parameters: readonly string[];
  /** 16 hexadecimal digits that stay the same when the values change. */
  readonly fingerprint: string;
}

/** Analyses one statement, in time that grows with its size. */
export function analyse(statement: Statement, dialect: Dialect): Analysis {
  const effects = new EffectsReader(dialect);
  const parameters = new ParametersReader();
  walk(statement, (node) => {
    effects.note(node);
    parameters.note(node);
    return true;
  });
  return {
    kind: kindOf(statement),
    ...effects.of(statement),
    tables: tablesOf(statement, dialect),
    parameters: parameters.inOrder(),
    fingerprint: fingerprintOf(statement, dialect),
  };
}
