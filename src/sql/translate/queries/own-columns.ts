import type { ColumnReference, Select } from '../../ast/index.js';
import { scopeOfSelect } from '../../typing/index.js';
import type { Source } from '../../typing/sources.js';
import type { Translator } from '../translator.js';

/** Whether a column is one of these tables', by its qualifier where it has one. */
export function isOfSources({ parts }: ColumnReference, sources: readonly Source[], t: Translator): boolean {
  const keys = parts.map((part) => t.scope.key(part));
  const key = keys[keys.length - 1] as string;
  const qualifier = keys.slice(0, -1);
  return sources.some((one) => one.column(key) !== undefined && (qualifier.length === 0 || one.isNamed(qualifier)));
}

export type IsOwn = (reference: ColumnReference) => boolean;

/** Which columns are of the query's own tables. */
export function ownColumns(select: Select, t: Translator): IsOwn {
  const { sources } = scopeOfSelect(select, t.scope).from;
  const isOpen = sources.some(({ columns }) => columns === undefined);
  if (!isOpen) return (reference) => isOfSources(reference, sources, t);
  // where nobody tells the columns, one without a table is of the nearest, and another would not be found
  return ({ parts }) => {
    const qualifier = parts.slice(0, -1).map((part) => t.scope.key(part));
    return qualifier.length === 0 || sources.some((one) => one.isNamed(qualifier));
  };
}
