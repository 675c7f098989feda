import type { Dialect, Statement } from '../sql/index.js';
import { KEEPS_COMMENT, OTHER_KIND } from './dump-rules.js';
import { dropped, leftOut, type SourceText } from './made-outcomes.js';
import type { Outcome } from './outcome.js';
import type { Definitions } from './tables/definitions.js';
import type { ScriptViews } from './views/script-views.js';
import { isOfOtherKind } from './views/other-kinds.js';

/** What a script has made so far, and where it goes. */
interface Made {
  readonly to: Dialect;
  readonly views: ScriptViews;
  readonly definitions: Definitions;
}

/** What becomes of a statement about what the target does not keep at all; undefined for any other. */
export function withoutPlace(tree: Statement, source: SourceText, made: Made): Outcome | undefined {
  if (tree.kind === 'comment-on' && !KEEPS_COMMENT[made.to.name](tree.object))
    return dropped(source, 'The target keeps no comments of this kind.', false);
  if (tree.kind === 'create-index' && made.views.has(tree.table))
    return leftOut(source, {
      why: 'An index of a view is left out: the target keeps no rows of it.',
      advice: 'Index the tables that it reads.',
    });
  if (tree.kind === 'drop' && isOfOtherKind(tree, made.views, made.definitions))
    return dropped(source, OTHER_KIND, false);
  return undefined;
}
