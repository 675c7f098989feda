import type { QualifiedName, Statement } from '../../sql/index.js';
import { dropped, leftOut, type SourceText } from '../made-outcomes.js';
import type { Outcome } from '../outcome.js';
import { attaches } from '../alterations/table-changes.js';

/** What becomes of a statement about a partition, whose rows its holder has. */
export function partOutcome(tree: Statement, holder: QualifiedName, source: SourceText): Outcome {
  const name = holder.parts.at(-1)?.value ?? '';
  if (tree.kind === 'create-table') return dropped(source, `Its rows are in \`${name}\`.`, false);
  if (tree.kind !== 'create-index' && attaches(tree)) return dropped(source, `The rows are in \`${name}\`.`, false);
  return leftOut(source, {
    why: 'A key or an index of a partition is left out.',
    advice: `Add it to \`${name}\`, which has the rows.`,
  });
}
