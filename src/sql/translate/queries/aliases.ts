import {
  contains,
  isNoQuery,
  type ColumnReference,
  type Expression,
  type Name,
  type Select,
  type SelectItem,
} from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import type { Translator } from '../translator.js';

/** A clause in which a name may mean a column of the result. */
export type AliasPlace = 'where' | 'group-by' | 'having' | 'order-by';

/** The aliases that a clause sees. */
export interface AliasScope {
  readonly select: Select;
  readonly place: AliasPlace;
}

/** Clauses in which an alias means its column, also within an expression. */
const SEEN: Readonly<Record<DialectName, ReadonlySet<AliasPlace>>> = {
  POSTGRESQL: new Set(),
  MYSQL: new Set<AliasPlace>(['group-by', 'having', 'order-by']),
  SQLITE: new Set<AliasPlace>(['where', 'group-by', 'having', 'order-by']),
};

/** Translates a clause in which names may mean the select's own columns; undefined where they mean none. */
export function withAliases<T>(scope: AliasScope | undefined, t: Translator, work: () => T): T {
  const outer = t.aliases;
  t.aliases = scope;
  try {
    return work();
  } finally {
    t.aliases = outer;
  }
}

/** What a name means that is an alias to the source and none to the target: the value behind it. */
export function aliasedValue(node: ColumnReference, t: Translator): Expression | undefined {
  const { aliases } = t;
  if (aliases === undefined || !SEEN[t.source].has(aliases.place)) return undefined;
  const isSeen = SEEN[t.target].has(aliases.place);
  const mayBeAggregate = isSeen && aliases.place === 'group-by' && t.target === 'MYSQL';
  if (isSeen && !mayBeAggregate) return undefined;
  const item = itemOfAlias(node, aliases, t);
  if (mayBeAggregate && !isOfAnyRow(item, aliases, t)) return undefined;
  return item === undefined ? undefined : withoutAliases(t, () => t.value(item.expression));
}

/** Whether a name is an alias to the source, in the clause that it stands in. */
export const meansAlias = (node: ColumnReference, t: Translator): boolean =>
  t.aliases !== undefined && SEEN[t.source].has(t.aliases.place) && itemOfAlias(node, t.aliases, t) !== undefined;

/** Whether a column of the result is that of any of a group's rows, which is an aggregate to MySQL, and none to group by. */
const isOfAnyRow = (item: SelectItem | undefined, { select }: AliasScope, t: Translator): boolean =>
  item !== undefined && t.groupings.get(select)?.rows?.isKey(item.expression) === false;

/** The column of the result that a plain name means. */
export function itemOfAlias(node: Expression, { select, place }: AliasScope, t: Translator): SelectItem | undefined {
  const [only] = node.kind === 'column' ? node.parts : [];
  if (node.kind !== 'column' || node.parts.length !== 1 || only === undefined) return undefined;
  const key = t.scope.key(only);
  const item = select.columns.find(({ alias }) => alias !== undefined && t.scope.key(alias) === key);
  if (item === undefined || (place !== 'order-by' && isColumn(only, select, t))) return undefined;
  return item;
}

/** Whether FROM has a column of this name; where its tables are not known, whether the select names one. */
function isColumn(name: Name, select: Select, t: Translator): boolean {
  const { sources } = t.scope.from;
  const key = t.scope.key(name);
  if (sources.some((source) => source.column(key) !== undefined)) return true;
  if (sources.every(({ columns }) => columns !== undefined)) return false;
  return select.columns.some(({ expression }) => names(expression, key, t));
}

const names = (expression: Expression, key: string, t: Translator): boolean =>
  contains(
    expression,
    (node) => node.kind === 'column' && t.scope.key(node.parts[node.parts.length - 1] as Name) === key,
    isNoQuery,
  );

/** What stands in the list of columns sees no aliases. */
export const withoutAliases = <T>(t: Translator, work: () => T): T => withAliases(undefined, t, work);
