import type { Dialect, Statement } from '../sql/index.js';
import { needless } from './dump-rules.js';
import { leftOut, refused, type SourceText } from './made-outcomes.js';
import type { Outcome } from './outcome.js';

/** A statement that has no translation: refused, or left out where nothing hangs on it. */
export function refusedStatement(
  tree: Statement | undefined,
  error: unknown,
  source: SourceText,
  { from, isFramed }: { readonly from: Dialect; readonly isFramed: boolean },
): Outcome {
  const outcome = refused(error, source);
  const what = tree !== undefined && (isFramed || tree.kind !== 'query') ? needless(tree, from) : undefined;
  if (what === undefined || outcome.refusal === undefined) return outcome;
  const { message, hint } = outcome.refusal;
  return leftOut(source, { why: `${what} is left out: ${message}`, ...(hint !== undefined && { advice: hint }) });
}
