import {
  contains,
  isNoQuery,
  type Name,
  type Node,
  type Select,
  type SelectItem,
  type Star,
} from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { scopeOfSelect } from '../../../typing/index.js';
import { item, name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { expandedItems } from './expanded-items.js';
import type { Lowering } from './index.js';

/** Whether `*` may stand behind other columns. https://dev.mysql.com/doc/refman/8.4/en/select.html: an unqualified one may not. */
const ANYWHERE: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: true };

const isBareStar = ({ expression }: SelectItem): boolean =>
  expression.kind === 'star' && expression.qualifier.length === 0;

/** SELECT a, *: the star of each table, where one for all may stand at the beginning alone. */
export const placedStars: Lowering = (query, t) => {
  const { body } = query;
  if (body.kind !== 'select' || ANYWHERE[t.target] || !body.columns.slice(1).some(isBareStar)) return query;
  return { ...query, body: { ...body, columns: placed(body, t) } };
};

function placed(select: Select, t: Translator): readonly SelectItem[] {
  const { from } = scopeOfSelect(select, t.scope);
  const called = from.sources.map(({ path }) => path[path.length - 1]);
  if (select.from?.some(sharesColumns) === true || called.includes(undefined)) return expandedItems(select, t);
  return select.columns.flatMap((one) =>
    isBareStar(one)
      ? called.map((table) =>
          item({ kind: 'star', qualifier: [asWritten(table as string, one)], span: one.span } satisfies Star),
        )
      : [one],
  );
}

/** Whether tables are joined by columns of the same name, which are there once. */
const sharesColumns = (node: Node): boolean =>
  contains(node, (one) => one.kind === 'join' && (one.using !== undefined || one.natural), isNoQuery);

/** A name that the source takes for the same: without quotes where it may stand so. */
const asWritten = (value: string, { span }: SelectItem): Name => name(value, span, !/^[a-z_][a-z\d_]*$/.test(value));
