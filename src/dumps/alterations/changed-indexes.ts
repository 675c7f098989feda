import {
  isSameName,
  mentions,
  renamed,
  type AlterTable,
  type CreateIndex,
  type Dialect,
  type Name,
} from '../../sql/index.js';
import type { Definition } from './redefinition.js';

type Action = AlterTable['actions'][number];

/** The indexes of a table as they are behind a change: those of a column that is dropped go with it, and all with the table. */
export function changedIndexes(
  { indexes }: Definition,
  { actions }: AlterTable,
  dialect: Dialect,
): Definition['indexes'] {
  const dropped = actions.flatMap((action) => (action.kind === 'drop-column' ? [action.column] : []));
  const kept = indexes.filter(
    ({ tree }) => !dropped.some((column) => mentions(tree, column, dialect)) && !isDropped(tree, actions, dialect),
  );
  const other = actions.find((action) => action.kind === 'rename-to')?.name;
  return kept.map((index) => {
    const tree = renamesOf(actions).reduce((one, [to, from]) => renamed(one, from, to, dialect), index.tree);
    return {
      ...index,
      tree: { ...withIndexName(tree, actions, dialect), ...(other !== undefined && { table: other }) },
    };
  });
}

/** Whether an action drops an index that was made apart, as MySQL does from its table. */
export const dropsIndexOf = ({ indexes }: Definition, action: Action, dialect: Dialect): boolean =>
  indexes.some(({ tree }) => isDropped(tree, [action], dialect));

function isDropped({ name }: CreateIndex, actions: readonly Action[], dialect: Dialect): boolean {
  const own = name?.parts.at(-1);
  return actions.some(
    (action) =>
      action.kind === 'drop-constraint' &&
      (action.object === 'INDEX' || action.object === 'KEY') &&
      action.name !== undefined &&
      own !== undefined &&
      isSameName(action.name, own, dialect),
  );
}

/** An index as it is called behind a change. */
function withIndexName(tree: CreateIndex, actions: AlterTable['actions'], dialect: Dialect): CreateIndex {
  const { name } = tree;
  const last = name?.parts.at(-1);
  const rename = actions.find(
    (action) =>
      action.kind === 'rename-column' &&
      action.object !== 'COLUMN' &&
      last !== undefined &&
      isSameName(action.from, last, dialect),
  );
  if (name === undefined || rename?.kind !== 'rename-column') return tree;
  return { ...tree, name: { ...name, parts: [...name.parts.slice(0, -1), rename.to] } };
}

/** Columns that are called otherwise: their new names, and the old ones. */
export const renamesOf = (actions: AlterTable['actions']): (readonly [to: Name, from: Name])[] =>
  actions.flatMap((action) => {
    if (action.kind === 'change-column' && action.oldName !== undefined)
      return [[action.definition.name, action.oldName] as const];
    return action.kind === 'rename-column' && action.object === 'COLUMN' ? [[action.to, action.from] as const] : [];
  });
