import type { Statement } from '../../sql/index.js';
import { refused, translated, type SourceText } from '../made-outcomes.js';
import type { Missing } from '../missing.js';
import type { Outcome } from '../outcome.js';
import type { Translate } from '../alterations/redefinition.js';

/** What becomes of a foreign key that is told apart from its table. */
export function foreignKeyOutcome(key: Statement, source: SourceText, missing: Missing, translate: Translate): Outcome {
  try {
    missing.refuse(key);
    const made = translate(key, source.text);
    return translated(made, made.statements, source);
  } catch (error) {
    return refused(error, source);
  }
}
