import type { ColumnReference } from '../../ast/index.js';
import { familyOfName, type Family } from '../../typing/index.js';
import { lastOf } from '../queries/lowering/references.js';
import type { Translator } from '../translator.js';

/** What a column holds whose type nobody tells: by the statement's use of it, or else by its name. */
export const likelyFamily = (node: ColumnReference, t: Translator): Family | undefined =>
  t.familyOf(node) ?? familyOfName(lastOf(node).value);
