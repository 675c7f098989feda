import type { Query, QueryBody, SelectItem } from '../../ast/index.js';
import { name } from '../made-nodes.js';
import type { Translator } from '../translator.js';

/** The columns of a query as they are written; those of its first part where it has several. */
export function firstColumns(query: Query): readonly SelectItem[] {
  const of = (body: QueryBody): readonly SelectItem[] => {
    if (body.kind === 'query') return of(body.body);
    if (body.kind === 'set-operation') return of(body.left);
    return body.kind === 'select' ? body.columns : [];
  };
  return of(query.body);
}

/** A query whose columns have names, each another one: a table is made of it. */
export function namedApart(query: Query, t: Translator): Query {
  const { body } = query;
  const names = t.scope.columnsOf(query);
  if (body.kind !== 'select' || names?.length !== body.columns.length) return query;
  if (body.columns.some(({ expression }) => expression.kind === 'star')) return query;
  const taken = new Set<string>();
  const columns = body.columns.map((one, index): SelectItem => {
    const own = nameOf(names[index]?.name ?? '', index);
    const called = taken.has(own.toLowerCase()) ? `${own}_${index + 1}` : own;
    taken.add(called.toLowerCase());
    return { ...one, alias: name(called, one.span, one.alias?.quoted ?? false) };
  });
  return { ...query, body: { ...body, columns } };
}

const nameOf = (own: string, index: number): string => (/^\w+$/.test(own) ? own : `column_${index + 1}`);
