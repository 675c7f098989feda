import type { QualifiedName, Statement } from '../../sql/index.js';
import type { DumpOptions } from '../dump-options.js';
import { FOREIGN_KEYS_LAST } from '../frames.js';
import type { Held } from '../held.js';
import { added } from '../made-outcomes.js';
import type { Outcome } from '../outcome.js';

/** What drops foreign keys before the table that they lead to, which the source does not look for. */
export function* releasedKeys(tree: Statement, held: Held, { from, to }: DumpOptions): Generator<Outcome> {
  if (tree.kind !== 'drop' || tree.object !== 'TABLE' || !FOREIGN_KEYS_LAST[to.name] || from.name === to.name) return;
  const dropped = held.release(tree.names);
  if (dropped.length > 0) yield added(dropped);
}

/**
 * What drops foreign keys before rows go that they lead to, where the source does not look at them: they come back behind all
 * rows, and are not asked of these.
 */
export function* loosenedKeys(names: readonly QualifiedName[], held: Held): Generator<Outcome> {
  for (const name of names) held.lacksRows(name);
  const dropped = names.length === 0 ? [] : held.release(names);
  if (dropped.length > 0) yield added(dropped);
}
