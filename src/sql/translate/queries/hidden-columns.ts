import { mapChildren, type ColumnReference, type Expression, type Name, type Node } from '../../ast/index.js';
import type { FromClause } from '../../typing/index.js';
import { name } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { outwards } from './table-functions/table-functions.js';

/** Columns of SQLite's json_each(), which stands for most functions in FROM. https://www.sqlite.org/json1.html#jeach */
const OF_JSON_EACH: ReadonlySet<string> = new Set('key value type atom id parent fullkey path json root'.split(' '));

/** Columns that rows of functions have in MySQL, and those of numbers and lists everywhere. */
const OF_ROWS = /^(?:v\d*|ord|n\d*|k|key|value|step)$/;

/** Whether what stands for a function in FROM may have a column of the name as well. */
const isOfFunction = (key: string, t: Translator): boolean =>
  OF_ROWS.test(key) || (t.target === 'SQLITE' && OF_JSON_EACH.has(key));

/**
 * The qualifier that a column without one needs where the target's function in FROM has a column of the same name beside
 * it, though the source's has none.
 */
export const neededQualifier = (node: ColumnReference, t: Translator): readonly Name[] =>
  qualifierOf(node, t, isOfFunction, ({ sources }) => sources.some(({ reference }) => reference !== undefined));

/** The qualifier of a column whose name json_each() has as well, where its table is one of those that the test is for. */
function qualifierOf(
  { parts }: ColumnReference,
  t: Translator,
  isHidden: (key: string, t: Translator) => boolean,
  isMeant: (from: FromClause) => boolean,
): readonly Name[] {
  const [only] = parts;
  if (parts.length !== 1 || only === undefined) return [];
  const key = t.scope.key(only);
  if (!isHidden(key, t)) return [];
  for (const { from } of outwards(t.scope)) {
    const source = from.sources.find((one) => one.column(key) !== undefined) ?? onlyOpen(from);
    if (source === undefined) continue;
    const called = source.path[source.path.length - 1];
    return isMeant(from) && called !== undefined ? [name(called, only.span)] : [];
  }
  return [];
}

/** The only table beside functions, where its columns are not known. */
function onlyOpen({ sources }: FromClause): FromClause['sources'][number] | undefined {
  const [only, second] = sources.filter(({ columns, reference }) => columns === undefined && reference === undefined);
  return second === undefined ? only : undefined;
}

const isOfJson = (key: string, t: Translator): boolean => t.target === 'SQLITE' && OF_JSON_EACH.has(key);

/** What goes into a query over json_each(), where a column without its table would be that function’s. */
export function besideJson(value: Expression, t: Translator): Expression {
  const within = (node: Node): Node => {
    if (node.kind === 'query') return node;
    if (node.kind !== 'column') return mapChildren(node, within);
    const qualifier = qualifierOf(node, t, isOfJson, () => true);
    return qualifier.length === 0 ? node : { ...node, parts: [...qualifier, ...node.parts] };
  };
  return within(value) as Expression;
}

/** Whether an expression of SQLite's has a query over json_each(). */
export const readsJsonRows = (sql: string): boolean => /\bjson_(?:each|tree)\(/.test(sql);
