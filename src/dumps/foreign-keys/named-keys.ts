import { foldName, type AlterTable, type Dialect, type Name } from '../../sql/index.js';

type Action = AlterTable['actions'][number];

/**
 * A change with names for the foreign keys that it adds without any: where MariaDB does not look at foreign keys, it gives one
 * that is added the name of one that is there already, and fails. They get those that PostgreSQL gives.
 */
export function withNamedKeys(
  change: AlterTable,
  { from, to }: { readonly from: Dialect; readonly to: Dialect },
): AlterTable {
  if (from.name === 'MYSQL' || to.name !== 'MYSQL') return change;
  const owner = change.name.parts.at(-1);
  if (owner === undefined) return change;
  const named = (columns: readonly Name[]): Name => ({
    ...owner,
    value: [owner, ...columns]
      .map((one) => foldName(one, from))
      .join('_')
      .concat('_fkey'),
  });
  const actions = change.actions.map((action): Action => {
    if (action.kind === 'add-constraint') {
      const { constraint } = action;
      if (constraint.rule.kind !== 'table-foreign-key' || constraint.name !== undefined) return action;
      return { ...action, constraint: { ...constraint, name: named(constraint.rule.columns) } };
    }
    if (action.kind !== 'add-column') return action;
    const columns = action.columns.map((column) => ({
      ...column,
      constraints: column.constraints.map((one) =>
        one.rule.kind === 'references' && one.name === undefined ? { ...one, name: named([column.name]) } : one,
      ),
    }));
    return { ...action, columns };
  });
  return { ...change, actions };
}
