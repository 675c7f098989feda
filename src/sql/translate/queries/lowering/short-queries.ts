import type { Expression, Node, Select, TableReference } from '../../../ast/index.js';
import { column, item, name } from '../../made-nodes.js';
import type { Lowering } from './index.js';

/** TABLE t, which MariaDB and SQLite have not; and VALUES that is ordered or bounded, which SQLite has not: SELECT … FROM them. */
export const shortQueries: Lowering = (query, t) => {
  const { body, orderBy, limit, span } = query;
  if (t.to.features.foldsNames) return query;
  if (body.kind === 'table-query') {
    return { ...query, body: selected([star(body)], { kind: 'table-name', name: body.name, span }) };
  }
  // of MySQL's, SELECTs are made
  if (body.kind !== 'values' || t.to.features.valuesIsCall || (orderBy === undefined && limit === undefined))
    return query;
  const alias = name(t.freshName('values'), span);
  const [prefix, start] = t.scope.context.rules.valuesColumns;
  const columns = (body.rows[0]?.items ?? []).map((_, index) =>
    column([name(`${prefix}${start + index}`, span)], span),
  );
  return {
    ...query,
    body: selected(columns, {
      kind: 'derived-table',
      lateral: false,
      query: { kind: 'query', body, span },
      alias,
      span,
    }),
  };
};

const star = ({ span }: Node): Expression => ({ kind: 'star', qualifier: [], span });

const selected = (columns: readonly Expression[], from: TableReference): Select => ({
  kind: 'select',
  columns: columns.map((one) => item(one)),
  from: [from],
  span: from.span,
});
