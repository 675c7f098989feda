import { ownCopy, type QualifiedName, type Statement } from '../../sql/index.js';
import type { Translate } from '../alterations/redefinition.js';
import type { HeldForeignKey } from '../held.js';
import { refused, translated, type SourceText } from '../made-outcomes.js';
import type { Missing } from '../missing.js';
import type { Outcome } from '../outcome.js';

/** What becomes of foreign keys that are told apart from their table. */
export function foreignKeyOutcomes(
  keys: readonly { readonly key: Statement; readonly refersTo: QualifiedName }[],
  source: SourceText,
  missing: Missing,
  translate: Translate,
): HeldForeignKey[] {
  return keys.map(({ key, refersTo }) => ownCopy({ ...outcomeOf(key, source, missing, translate), refersTo }));
}

function outcomeOf(key: Statement, source: SourceText, missing: Missing, translate: Translate): Outcome {
  try {
    missing.refuse(key);
    const made = translate(key, source.text);
    return translated(made, made.statements, source);
  } catch (error) {
    return refused(error, source);
  }
}
