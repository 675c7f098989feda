import type { Expression } from '../../../ast/index.js';
import { binary, call } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';

/** Texts one behind the other, which are NULL as a whole where any is; the only one where there is one. */
export function concatenated(texts: readonly Expression[], t: Translator): Expression {
  const [first, ...others] = texts as [Expression, ...Expression[]];
  if (others.length === 0) return first;
  if (t.target === 'MYSQL') return call('CONCAT', texts, first.span);
  return others.reduce((left, right) => binary('concatenate', left, right), first);
}
