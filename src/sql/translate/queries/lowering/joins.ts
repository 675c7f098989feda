import type { Join, Select, TableReference } from '../../../ast/index.js';

/** The joins of a chain, from the last to the first, with the table that it begins with. */
export interface JoinChain {
  readonly joins: readonly Join[];
  readonly first: TableReference;
}

/** The chain of the only table reference of a select; undefined where commas stand between several, or where it is no join. */
export function chainOf({ from }: Select): JoinChain | undefined {
  const [only] = from ?? [];
  if (only?.kind !== 'join' || (from?.length ?? 0) > 1) return undefined;
  const joins: Join[] = [];
  let first: TableReference = only;
  for (; first.kind === 'join' && first.alias === undefined; first = first.left) joins.push(first);
  return { joins, first };
}

/** The chain with one of its joins replaced by another table reference. */
export function replaced({ joins }: JoinChain, at: number, made: TableReference): TableReference {
  return joins.slice(0, at).reduceRight<TableReference>((left, join) => ({ ...join, left }), made);
}
