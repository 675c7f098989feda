import type { CommonTable, Query } from '../../ast/index.js';
import { hasAggregate } from '../../typing/aggregates.js';
import type { Translator } from '../translator.js';
import { isSelfNaming } from './common-tables.js';

/**
 * SQLite takes the rows of a recursion in the order that is asked for within it, and shows them so where nothing else orders
 * them: a tree comes out with each branch behind what it hangs on. https://sqlite.org/lang_with.html
 */
export function noticeRecursionOrder({ with: tables, body, orderBy }: Query, t: Translator): void {
  if (t.source !== 'SQLITE' || tables === undefined || orderBy !== undefined) return;
  const showsRows =
    body.kind === 'select' &&
    body.groupBy === undefined &&
    !body.columns.some(({ expression }) => hasAggregate(expression, t.from));
  const ordered = showsRows ? tables.tables.find((table) => ordersItself(table, t)) : undefined;
  if (ordered !== undefined) t.notice('RECURSION_ORDER', ordered.name);
}

const ordersItself = (table: CommonTable, t: Translator): boolean =>
  table.statement.kind === 'query' && table.statement.orderBy !== undefined && isSelfNaming(table, t);
