import type { ColumnReference, Name } from '../../ast/index.js';
import { name } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { outwards } from './table-functions.js';

/** Columns of SQLite's json_each(), which stands for most functions in FROM. https://www.sqlite.org/json1.html#jeach */
const OF_JSON_EACH: ReadonlySet<string> = new Set('key value type atom id parent fullkey path json root'.split(' '));

/**
 * The qualifier that a column without one needs where the target's function in FROM has a column of the same name beside
 * it, though the source's has none.
 */
export function neededQualifier({ parts }: ColumnReference, t: Translator): readonly Name[] {
  const [only] = parts;
  if (t.target !== 'SQLITE' || parts.length !== 1 || only === undefined) return [];
  const key = t.scope.key(only);
  if (!OF_JSON_EACH.has(key)) return [];
  for (const { from } of outwards(t.scope)) {
    const source = from.sources.find((one) => one.column(key) !== undefined);
    if (source === undefined) continue;
    const called = source.path[source.path.length - 1];
    const isBeside = from.sources.some(({ reference }) => reference !== undefined);
    return isBeside && called !== undefined ? [name(called, only.span)] : [];
  }
  return [];
}
