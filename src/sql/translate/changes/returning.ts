import type { Change, Returning } from '../../ast/index.js';
import type { Translator } from '../translator.js';

/** The rows of a change: of MySQL's family MariaDB alone gives them, and not of an UPDATE. */
export function returningFor(change: Change, node: Returning, t: Translator): Returning {
  const { oldAlias, newAlias, columns } = node;
  if (oldAlias !== undefined || newAlias !== undefined)
    t.refuse(node, 'The target does not tell a row as it was before a change.', 'Read it before the change.');
  if (t.target === 'MYSQL') refuseWithout(change, node, t);
  return { ...node, columns: t.all(columns) };
}

function refuseWithout(change: Change, node: Returning, t: Translator): void {
  const { flavour } = t.rules.server;
  if (flavour === 'MYSQL' || change.kind === 'update') {
    t.refuse(
      node,
      'The target tells no rows of such a change.',
      'Read them by their keys, in one transaction with the change.',
    );
  }
  if (flavour === undefined) t.notice('SERVER_FLAVOUR', node, 'RETURNING is MariaDB’s; MySQL 8 has none.');
}
