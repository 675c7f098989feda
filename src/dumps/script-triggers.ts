import { ownName, type Dialect, type Statement, type TranslatedStatement } from '../sql/index.js';
import { rowKeyOf } from './own-row-changes.js';
import type { Translate } from './redefinition.js';
import type { SeenTables } from './seen-tables.js';
import type { ToldLater } from './told-later.js';
import { translatedTrigger } from './triggers.js';

export type CreateTrigger = Extract<Statement, { kind: 'create-trigger' }>;

interface Script {
  readonly from: Dialect;
  readonly to: Dialect;
  readonly later?: ToldLater;
  readonly seen: SeenTables;
  readonly translate: Translate;
}

/** The statements of a trigger of a script; undefined where it is left out. */
export function scriptTrigger(
  tree: CreateTrigger,
  { from, to, later, seen, translate }: Script,
): Pick<TranslatedStatement, 'statements' | 'notices'> | undefined {
  if (later?.partitions.holderOf(tree.table) !== undefined) return undefined;
  const notices: TranslatedStatement['notices'][number][] = [];
  const translated: Translate = (step, text) => {
    const made = translate(step, text);
    // steps stand somewhere in the trigger, or in a function that it calls
    notices.push(...made.notices.map((notice) => ({ ...notice, line: 1, column: 1 })));
    return made;
  };
  const declared = seen.declared(tree.table) ?? [];
  const statements = translatedTrigger(tree, {
    from,
    to,
    functions: later?.triggerFunctions,
    translate: translated,
    columns: declared.map(({ name }) => name),
    rowKey: rowKeyOf(seen.table([ownName(tree.table, from)]), declared),
  });
  return statements && { statements, notices };
}
