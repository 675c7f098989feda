import {
  firesOthers,
  ownName,
  rowKeyOf,
  translatedTrigger,
  type Dialect,
  type Statement,
  type TranslatedStatement,
} from '../sql/index.js';
import type { Translate } from './alterations/redefinition.js';
import type { Definitions } from './tables/definitions.js';
import type { SeenTables } from './tables/seen-tables.js';
import type { ToldLater } from './told-later.js';

/** The statements that make a trigger, and those that drop it. */
export interface ScriptTrigger extends Pick<TranslatedStatement, 'statements' | 'notices'> {
  readonly dropped: readonly string[];
}

type CreateTrigger = Extract<Statement, { kind: 'create-trigger' }>;

interface Script {
  readonly from: Dialect;
  readonly to: Dialect;
  readonly later?: ToldLater;
  readonly seen: SeenTables;
  readonly definitions: Definitions;
  readonly translate: Translate;
}

/** The statements of a trigger of a script; undefined where it is left out. */
export function scriptTrigger(
  tree: CreateTrigger,
  { from, to, later, seen, definitions, translate }: Script,
): ScriptTrigger | undefined {
  if (later?.partitions.holderOf(tree.table) !== undefined) return undefined;
  const notices: TranslatedStatement['notices'][number][] = [];
  const translated: Translate = (step, text) => {
    const made = translate(step, text);
    // steps stand somewhere in the trigger, or in a function that it calls
    notices.push(...made.notices.map((notice) => ({ ...notice, line: 1, column: 1 })));
    return made;
  };
  const declared = seen.declared(tree.table) ?? [];
  const rowKey = rowKeyOf(seen.table([ownName(tree.table, from)]), declared);
  const written = translatedTrigger(tree, {
    from,
    to,
    functions: later?.triggerFunctions,
    translate: translated,
    columns: declared.map(({ name }) => name),
    rowKey,
    unknownBefore:
      from.name === 'SQLITE'
        ? later?.updateTriggers.unknownBefore(tree, definitions.of(tree.table)?.table, rowKey)
        : undefined,
    optional: new Set(declared.flatMap(({ name, nullable }) => (nullable ? [name.toLowerCase()] : []))),
    blocks: true,
  });
  if (written === undefined || (to.name === 'SQLITE' && firesOthers(written.made, definitions.triggersOf(tree.table))))
    return undefined;
  return { statements: written.made, dropped: written.dropped, notices };
}
