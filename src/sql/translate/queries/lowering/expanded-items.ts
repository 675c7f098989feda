import type { Name, Select, SelectItem, Star } from '../../../ast/index.js';
import { scopeOfSelect } from '../../../typing/index.js';
import { column, item, name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { lastOf } from './references.js';

/**
 * The columns of a SELECT with stars written out.
 * @throws DragomanError UNTRANSLATABLE where a star stands for columns that are not known
 */
export function expandedItems(select: Select, t: Translator): readonly SelectItem[] {
  if (!select.columns.some(({ expression }) => expression.kind === 'star')) return select.columns;
  return select.columns.flatMap((one) =>
    one.expression.kind === 'star' ? expanded(one.expression, select, t) : [one],
  );
}

/**
 * The same, each column under the name that it has: it keeps that when another expression comes into its place.
 * @param hidden a table whose columns change; a star of another's stays where nobody tells its columns
 */
export const namedItems = (
  select: Select,
  t: Translator,
  ...hidden: readonly (string | undefined)[]
): readonly SelectItem[] =>
  select.columns
    .flatMap((one) =>
      one.expression.kind === 'star' && !stays(one.expression, select, hidden, t)
        ? expanded(one.expression, select, t)
        : [one],
    )
    .map((one) =>
      one.alias === undefined && one.expression.kind === 'column' ? { ...one, alias: lastOf(one.expression) } : one,
    );

function stays({ qualifier }: Star, select: Select, hidden: readonly (string | undefined)[], t: Translator): boolean {
  const table = qualifier[qualifier.length - 1];
  if (table === undefined || hidden.length === 0) return false;
  const isKnown = scopeOfSelect(select, t.scope).source(qualifier)?.columns !== undefined;
  return !isKnown && !hidden.includes(t.scope.key(table));
}

function expanded(star: Star, select: Select, t: Translator): SelectItem[] {
  const scope = scopeOfSelect(select, t.scope);
  const source = star.qualifier.length === 0 ? undefined : scope.source(star.qualifier);
  const fields = source === undefined ? scope.from.fields : source.columns?.map((found) => ({ source, column: found }));
  if (fields === undefined) {
    return t.refuse(star, 'To say this in the target’s words, the columns that `*` stands for must be known.', HINT);
  }
  return fields.map(({ source: { path }, column: { name: called } }) => {
    const table = path[path.length - 1];
    const parts: Name[] = [...(table === undefined ? [] : [exact(table, star)]), exact(called, star)];
    return item(column(parts, star.span));
  });
}

const HINT = 'Name the columns, or a `target` whose tables tell them.';

/** A name as it is: where quotes keep case, they stand around it. */
const exact = (value: string, { span }: Star): Name => name(value, span, true);
