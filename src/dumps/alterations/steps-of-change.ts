import type { AlterTable, TranslatedStatement } from '../../sql/index.js';
import type { DumpOptions } from '../dump-options.js';
import { withNamedKeys } from '../foreign-keys/named-keys.js';
import type { SourceText } from '../made-outcomes.js';
import type { Definitions } from '../tables/definitions.js';
import { stepsOf } from './change-steps.js';
import { withPrimaryKeys } from './dropped-indexes.js';

/** A step of a change, and what is told of it beside its translation. */
interface Step {
  readonly step: AlterTable;
  readonly told: TranslatedStatement['notices'];
}

/** The steps of a change, with what is known of the rows, keys and names in the script. */
export function stepsOfChange(
  tree: AlterTable,
  { text, position }: SourceText,
  options: DumpOptions,
  definitions: Definitions,
): readonly Step[] {
  const { later } = options;
  const held = later?.held.ofChange(tree, text, position) ?? { tree, notices: [] };
  const named = withNamedKeys(held.tree, options);
  const keyed = withPrimaryKeys(later?.withKeys(named) ?? named, definitions);
  return stepsOf(keyed, options).map((step, at) => ({ step, told: at === 0 ? held.notices : [] }));
}
