import type { Dialect, Statement, TranslatedStatement } from '../sql/index.js';
import { ownName } from './names.js';
import { rowKeyOf } from './own-row-changes.js';
import type { SeenTables } from './seen-tables.js';
import type { ToldLater } from './told-later.js';
import { translatedTrigger } from './triggers.js';

/** What is known where a trigger is made. */
export interface TriggerSurroundings {
  readonly from: Dialect;
  readonly to: Dialect;
  readonly later: ToldLater | undefined;
  readonly seen: SeenTables;
  readonly translate: (step: Statement, text: string) => TranslatedStatement;
}

/** The statements of a trigger; undefined where it is left out. */
export function madeTrigger(
  tree: Extract<Statement, { kind: 'create-trigger' }>,
  { from, to, later, seen, translate }: TriggerSurroundings,
): Pick<TranslatedStatement, 'statements' | 'notices'> | undefined {
  if (later?.partitions.holderOf(tree.table) !== undefined) return undefined;
  const notices: TranslatedStatement['notices'][number][] = [];
  const declared = seen.declared(tree.table) ?? [];
  const statements = translatedTrigger(tree, {
    from,
    to,
    functions: later?.triggerFunctions,
    translate: (step, text) => {
      const made = translate(step, text);
      // steps stand somewhere in the trigger, or in a function that it calls
      notices.push(...made.notices.map((notice) => ({ ...notice, line: 1, column: 1 })));
      return made;
    },
    columns: declared.map(({ name }) => name),
    rowKey: rowKeyOf(seen.table([ownName(tree.table, from)]), declared),
  });
  return statements && { statements, notices };
}
