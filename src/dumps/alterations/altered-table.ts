import { DragomanError } from '../../errors/index.js';
import type { AlterTable, TranslatedStatement } from '../../sql/index.js';
import type { Definitions } from '../tables/definitions.js';
import { atStart } from '../dump-rules.js';
import { withoutAddedKeys } from '../foreign-keys/foreign-keys.js';
import type { Redefined, Translate } from './redefinition.js';

/** A change of a table in the words of the target. */
export type Altered = Pick<TranslatedStatement, 'statements' | 'notices'> & {
  /** Whether all that is known of the table is said again. */
  readonly isWhole?: boolean;
};

interface AlteringPlace {
  readonly definitions: Definitions;
  readonly translate: Translate;
  /** Whether the table's foreign keys come behind all rows. */
  readonly areLast: boolean;
}

/** A change by the target's words, or by a definition that is said again. */
export function alteredTable(
  tree: AlterTable,
  text: string,
  { definitions, translate, areLast }: AlteringPlace,
): Altered {
  const again = (): Redefined | undefined => definitions.redefined(tree, text, translate);
  const first = definitions.needsRedefinition(tree) ? again() : undefined;
  if (first !== undefined) return { ...atStart(first), isWhole: true };
  try {
    return translate(areLast ? withoutAddedKeys(tree) : tree, text);
  } catch (error) {
    const made = error instanceof DragomanError ? again() : undefined;
    if (made === undefined) throw error;
    return { ...atStart(made), isWhole: true };
  }
}
