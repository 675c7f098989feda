import type { ColumnReference } from '../../ast/index.js';
import type { Source } from '../../typing/sources.js';
import type { Translator } from '../translator.js';

/** Whether a column is one of these tables', by its qualifier where it has one. */
export function isOfSources({ parts }: ColumnReference, sources: readonly Source[], t: Translator): boolean {
  const keys = parts.map((part) => t.scope.key(part));
  const key = keys[keys.length - 1] as string;
  const qualifier = keys.slice(0, -1);
  return sources.some((one) => one.column(key) !== undefined && (qualifier.length === 0 || one.isNamed(qualifier)));
}
