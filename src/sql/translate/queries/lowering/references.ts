import { rewrite, type ColumnReference, type Expression, type Name, type Node } from '../../../ast/index.js';
import type { Translator } from '../../translator.js';

/** Puts other expressions in the place of columns, subqueries included; the list of columns keeps what it is called. */
export function substitute<N extends Node>(node: N, change: (reference: ColumnReference) => Expression | undefined): N {
  return rewrite(node, (one) => (one.kind === 'column' ? (change(one) ?? one) : one));
}

/** The key of the table that qualifies a column; undefined where none does. */
export function qualifierOf({ parts }: ColumnReference, t: Translator): string | undefined {
  const qualifier = parts[parts.length - 2];
  return qualifier === undefined ? undefined : t.scope.key(qualifier);
}

export const lastOf = ({ parts }: { readonly parts: readonly Name[] }): Name => parts[parts.length - 1] as Name;
