import type { AlterTable, Dialect } from '../../sql/index.js';

type Action = AlterTable['actions'][number];

/** When PostgreSQL does what an action says, whatever the order in which actions are written. */
enum Pass {
  Drops,
  Types,
  Columns,
  Values,
  Constraints,
}

/**
 * A change of several things as the changes that it is made of, in the order in which PostgreSQL makes them, where the target
 * has other words for some of them: MySQL says all of a column again. Types change together, for their values are made of the
 * row as it was. https://www.postgresql.org/docs/current/sql-altertable.html
 */
export function stepsOf(
  change: AlterTable,
  { from, to }: { readonly from: Dialect; readonly to: Dialect },
): readonly AlterTable[] {
  const { actions } = change;
  if (from.name === 'MYSQL' && to.name === 'SQLITE') return withNextValuesLast(change);
  const isMixed = new Set(actions.map(({ kind }) => kind)).size > 1;
  if (from.name !== 'POSTGRESQL' || to.name !== 'MYSQL' || actions.length < 2) return [change];
  if (!actions.some((action) => (isMixed ? action.kind === 'alter-column' : computes(action)))) return [change];
  const inOrder = actions
    .map((action) => ({ action, pass: passOf(action) }))
    .sort((one, other) => one.pass - other.pass);
  const types = inOrder.filter(({ pass }) => pass === Pass.Types).map(({ action }) => action);
  return inOrder.flatMap(({ action, pass }): AlterTable[] => {
    if (pass !== Pass.Types) return [{ ...change, actions: [action] }];
    return action === types[0] ? [{ ...change, actions: types }] : [];
  });
}

/** A table that is made anew is told behind it from where it counts on. */
function withNextValuesLast(change: AlterTable): readonly AlterTable[] {
  const isNext = (action: Action): boolean => action.kind === 'alter-other' && /^AUTO_INCREMENT\b/i.test(action.text);
  const [next, others] = [change.actions.filter(isNext), change.actions.filter((action) => !isNext(action))];
  if (next.length === 0 || others.length === 0) return [change];
  return [
    { ...change, actions: others },
    { ...change, actions: next },
  ];
}

const computes = (action: Action): boolean => action.kind === 'alter-column' && action.using !== undefined;

function passOf(action: Action): Pass {
  if (action.kind === 'add-column') return Pass.Columns;
  if (action.kind === 'add-constraint') return Pass.Constraints;
  if (action.kind === 'drop-column' || action.kind === 'drop-constraint') return Pass.Drops;
  if (action.kind !== 'alter-column') return Pass.Values;
  if (action.change === 'set-type') return Pass.Types;
  return action.change.startsWith('drop-') ? Pass.Drops : Pass.Values;
}
