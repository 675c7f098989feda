import type { Statement } from '../sql/index.js';
import { withOwnRenames } from './alterations/renamed-parts.js';
import type { Definitions } from './tables/definitions.js';
import { withLikeElements } from './tables/like-table.js';
import { withColumnsOfQuery } from './tables/table-of-query.js';
import { cascadingDrops } from './views/cascading-drops.js';
import type { ScriptViews } from './views/script-views.js';

/** A statement with what it means of the script's tables in its place. */
export const asDefined = (tree: Statement, definitions: Definitions): Statement =>
  withLikeElements(withOwnRenames(tree, definitions), definitions);

/** A statement as those that follow each other where the target says apart what the source says at once. */
export const statementSteps = (tree: Statement, definitions: Definitions, views: ScriptViews): readonly Statement[] =>
  cascadingDrops(tree, definitions, views).flatMap((step) => withColumnsOfQuery(step, definitions));
