import {
  mapChildren,
  rewrite,
  type ColumnReference,
  type Expression,
  type Name,
  type Node,
  type Query,
  type QueryBody,
} from '../../../ast/index.js';
import { scopeOfSelect } from '../../../typing/index.js';
import type { Source } from '../../../typing/sources.js';
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

/**
 * Puts other expressions in the place of columns of the query itself: in its subqueries, those that are none of theirs. A
 * name without a qualifier is taken for one of the subquery's where that has a table whose columns are not known.
 */
export function substituteFree<N extends Query>(
  query: N,
  change: (reference: ColumnReference) => Expression,
  t: Translator,
): N {
  const within =
    (own: readonly Source[]) =>
    (node: Node): Node => {
      if (node.kind === 'column') return mayBeOf(node, own, t) ? node : change(node);
      return mapChildren(node, within(node.kind === 'query' ? [...own, ...sourcesOf(node.body, t)] : own));
    };
  return mapChildren(query, within([]));
}

function sourcesOf(body: QueryBody, t: Translator): readonly Source[] {
  if (body.kind === 'set-operation') return [...sourcesOf(body.left, t), ...sourcesOf(body.right, t)];
  return body.kind === 'select' ? scopeOfSelect(body, t.scope).from.sources : [];
}

function mayBeOf({ parts }: ColumnReference, sources: readonly Source[], t: Translator): boolean {
  const keys = parts.map((part) => t.scope.key(part));
  const last = keys[keys.length - 1] as string;
  const qualifier = keys.slice(0, -1);
  if (qualifier.length > 0) return sources.some((one) => one.isNamed(qualifier));
  return sources.some((one) => one.columns === undefined || one.column(last) !== undefined);
}
