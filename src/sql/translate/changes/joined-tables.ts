import type { Expression, Name, TableName, TableReference } from '../../ast/index.js';
import type { Translator } from '../translator.js';

/** The tables of a change: the one that is changed, and those beside it. */
export interface JoinedTables {
  readonly changed: TableName;
  readonly others: readonly TableReference[];
  /** What joins them. */
  readonly conditions: readonly Expression[];
}

/** What a table goes by in a statement. */
export const calledIn = ({ alias, name }: TableName): Name => alias ?? (name.parts[name.parts.length - 1] as Name);

/** The same in the target, where the table may have its name in another case. */
export const calledInTarget = ({ alias, name }: TableName, t: Translator): Name =>
  alias === undefined ? (t.node(name).parts.at(-1) as Name) : t.node(alias);

/** The tables in FROM that are no joins; of a join in parentheses those within. */
export function* tableNames(references: readonly TableReference[]): Generator<TableName> {
  for (const one of references) {
    if (one.kind === 'table-name') yield one;
    if (one.kind === 'join') yield* tableNames([one.left, one.right]);
  }
}

/**
 * Tables whose joins are no more than conditions, with the one that is changed apart from them.
 * @returns undefined where that one is part of an outer join, whose rows are there without those of the other
 */
export function joinedTables(references: readonly TableReference[], changed: TableName): JoinedTables | undefined {
  const conditions: Expression[] = [];
  const tables = references.flatMap((one) => plainParts(one, conditions));
  const others = tables.filter((one) => one !== changed);
  return others.length < tables.length ? { changed, others, conditions } : undefined;
}

function plainParts(reference: TableReference, conditions: Expression[]): TableReference[] {
  if (reference.kind !== 'join') return [reference];
  const { type, natural, using, on, left, right } = reference;
  const isPlain = (type === 'inner' || type === 'cross' || type === 'straight') && !natural && using === undefined;
  if (!isPlain) return [reference];
  if (on !== undefined) conditions.push(on);
  return [...plainParts(left, conditions), ...plainParts(right, conditions)];
}

/** The one table among several that a name means. */
export function tableCalled(
  parts: readonly Name[],
  references: readonly TableReference[],
  t: Translator,
): TableName | undefined {
  const key = parts.map((part) => t.scope.key(part));
  return [...tableNames(references)].find((one) => {
    const own = one.alias === undefined ? one.name.parts.map((part) => t.scope.key(part)) : [t.scope.key(one.alias)];
    return key.every((part, index) => part === own[own.length - key.length + index]);
  });
}
