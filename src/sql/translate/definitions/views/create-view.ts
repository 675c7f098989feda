import type { CreateView, Drop, Query } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { scopeOfSelect } from '../../../typing/index.js';
import { statementColumns } from '../../../typing/statement-typing.js';
import { aside, viewsOver } from './hanging-views.js';
import { expandedItems } from '../../queries/lowering/expanded-items.js';
import { withSourceNames } from '../../output-names.js';
import type { Translator } from '../../translator.js';

/** CREATE VIEW: its query is one like any other. */
export function createView(node: CreateView, t: Translator): CreateView {
  const { columns, span, checkOption } = node;
  const query = written(node.query, t);
  if (node.materialized === true) t.notice('VIEW_NOT_KEPT', node);
  if (node.recursive === true) t.refuse(node, 'The target has no recursive views.', 'Use WITH RECURSIVE in the query.');
  if (node.temporary === true && t.target === 'MYSQL') t.refuse(node, 'The target has no temporary views.');
  if (node.attributes !== undefined)
    t.notice('DETAIL_DROPPED', node, 'Who the view reads as is the target’s own choice.');
  const isThere = node.orReplace === true || node.alter === true;
  const isDropped = isThere && (t.target === 'SQLITE' || (t.target === 'POSTGRESQL' && hasOtherColumns(node, t)));
  if (isDropped) {
    // no engine but SQLite drops a view under those that read it
    const readers = t.target === 'POSTGRESQL' ? aside(viewsOver(node.name, t) ?? [], node) : { before: [], after: [] };
    t.before.push(...readers.before, dropFirst(node, t));
    t.after.push(...readers.after);
  }
  const mayExist = node.ifNotExists === true && t.target === 'SQLITE';
  if (node.ifNotExists === true && !mayExist)
    t.notice('DETAIL_DROPPED', node, 'A view that is there already is an error.');
  if (checkOption !== undefined && t.target === 'SQLITE')
    t.notice('DETAIL_DROPPED', node, 'Rows can’t be changed by way of a view in the target.');
  const made = withSourceNames(query, t.node(query), t);
  return {
    kind: 'create-view',
    ...(isThere && !isDropped && { orReplace: true }),
    ...(node.temporary === true && { temporary: true }),
    ...(mayExist && { ifNotExists: true }),
    name: t.node(node.name),
    columns: t.all(columns),
    query: made.kind === 'query' ? made : query,
    ...(checkOption !== undefined && t.target !== 'SQLITE' && { checkOption }),
    span,
  };
}

/** Whether a star of a view is looked up each time the view is read, or once. https://sqlite.org/lang_createview.html */
const LOOKS_UP_STARS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: false, SQLITE: true };

/** A view's query with the columns that a star stands for now, where the target would take those that come later too. */
function written(query: Query, t: Translator): Query {
  const { body } = query;
  const isStar = body.kind === 'select' && body.columns.some(({ expression }) => expression.kind === 'star');
  if (!isStar || LOOKS_UP_STARS[t.source] || !LOOKS_UP_STARS[t.target]) return query;
  const isKnown = scopeOfSelect(body, t.scope).from.fields !== undefined;
  return isKnown ? { ...query, body: { ...body, columns: expandedItems(body, t) } } : query;
}

/**
 * Whether the view that is there has columns that the new one has not in their places, or with other values: PostgreSQL
 * replaces a view by one that has more behind them. https://www.postgresql.org/docs/current/sql-createview.html
 */
function hasOtherColumns({ name, columns, query }: CreateView, t: Translator): boolean {
  const present = t.scope.context.catalogue?.table(name.parts.map((part) => t.scope.fold(part)))?.columns;
  const given = present && statementColumns(query, t.scope, 'result');
  if (present === undefined || given === undefined) return false;
  return present.some((column, at) => {
    const own = columns[at];
    const called = own === undefined ? given[at]?.name : t.scope.fold(own);
    const { type, databaseType = '' } = given[at] ?? {};
    if (called?.toLowerCase() !== column.name.toLowerCase()) return true;
    if (databaseType !== column.databaseType && t.source !== t.target) return true;
    return type !== undefined && column.type !== undefined && type.type !== column.type.type;
  });
}

const dropFirst = (node: CreateView, t: Translator): Drop => ({
  kind: 'drop',
  object: 'VIEW',
  ifExists: true,
  names: [t.node(node.name)],
  span: node.span,
});
