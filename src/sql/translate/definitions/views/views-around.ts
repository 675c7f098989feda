import type { AlterTable, RenameColumn, Statement } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { alteration } from '../made-definitions.js';
import {
  followingQuery,
  hasStar,
  isRenameOfColumn,
  mayReadColumn,
  takesNameOf,
  withOtherOutput,
} from './following-query.js';
import { aside, pathOf, viewAgain, viewsOver, type ReadView } from './hanging-views.js';

/** Statements about views around a change of the table that they read. */
export interface AroundChange {
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
}

const NOTHING: AroundChange = { before: [], after: [] };

/**
 * Whether views read what they were made of, however it is called now: MySQL's fail then, and SQLite's call their columns as
 * their table does. https://dev.mysql.com/doc/refman/8.4/en/create-view.html, https://sqlite.org/lang_altertable.html
 */
const FOLLOW: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: true };

type Around = (node: AlterTable, views: readonly ReadView[], made: readonly Statement[], t: Translator) => AroundChange;

/** What each target needs for the views that read a table. */
const AROUND: Readonly<Record<DialectName, Around>> = {
  POSTGRESQL: (node, views, made, t) => {
    if (made.some(changesTypes) || looksUpColumns(node, views, t)) return aside(views, node);
    if (t.source !== 'SQLITE') return NOTHING;
    return {
      before: [],
      after: node.actions.filter(isRenameOfColumn).flatMap((one) => renamedIn(views, one, node, t)),
    };
  },
  MYSQL: (node, views, _made, t) => {
    if (!FOLLOW[t.source]) return NOTHING;
    const direct = views.filter((view) => readsRenamed(view, node, t) || looksUpColumns(node, [view], t));
    return {
      before: [],
      after: [...direct].reverse().map((view) => ({ ...viewAgain(followed(view, node, t), node), orReplace: true })),
    };
  },
  SQLITE: (node, views, _made, t) => {
    const change = { ...node, actions: node.actions.filter(isRenameOfColumn) };
    if (t.source !== 'POSTGRESQL' || !views.some((view) => readsRenamed(view, change, t))) return NOTHING;
    return aside(
      views.map((view) => followed(view, node, t)),
      node,
    );
  },
};

/** @param made what the change itself comes to */
export function aroundViews(node: AlterTable, made: readonly Statement[], t: Translator): AroundChange {
  if (t.source === t.target) return NOTHING;
  const views = viewsOver(node.name, t);
  if (views !== undefined) return views.length === 0 ? NOTHING : AROUND[t.target](node, views, made, t);
  const hanging = t.scope.context.catalogue?.hangingOn?.(node.name.parts.map((part) => t.scope.fold(part)))?.views;
  const isRename = node.actions.some((action) => action.kind === 'rename-to' || isRenameOfColumn(action));
  if (hanging !== undefined && hanging.length > 0 && isRename && t.target === 'MYSQL' && FOLLOW[t.source])
    t.refuse(
      node,
      'Views read this table, which would not follow it, and what they are is not known here.',
      'Drop them first, and create them again behind it.',
    );
  return NOTHING;
}

/** Whether views of SQLite's read all columns of a table, of which some come or go. */
const looksUpColumns = (node: AlterTable, views: readonly ReadView[], t: Translator): boolean =>
  t.source === 'SQLITE' &&
  node.actions.some(({ kind }) => kind === 'add-column' || kind === 'drop-column') &&
  views.some(({ reads, query }) => reads.has(keyOf(node, t)) && hasStar(query));

const changesTypes = (tree: Statement): boolean =>
  tree.kind === 'alter-table' && tree.actions.some((one) => one.kind === 'alter-column' && one.change === 'set-type');

const keyOf = ({ name: { parts } }: AlterTable, t: Translator): string =>
  t.node(parts.at(-1) ?? name('', { start: 0, end: 0 })).value.toLowerCase();

/** Whether a view reads a table, or columns of it, by names that these have no longer. */
const readsRenamed = ({ reads, query }: ReadView, node: AlterTable, t: Translator): boolean =>
  reads.has(keyOf(node, t)) &&
  node.actions.some(
    (action) =>
      action.kind === 'rename-to' || (isRenameOfColumn(action) && mayReadColumn(query, t.node(action.from), t.to)),
  );

/** A view whose query reads the table by its new names, and that calls its columns as the source's does. */
function followed(view: ReadView, node: AlterTable, t: Translator): ReadView {
  if (!readsRenamed(view, node, t)) return view;
  const change = { ...node, name: t.node(node.name), actions: node.actions.map((action) => inTarget(action, t)) };
  const present = t.scope.context.catalogue?.table(node.name.parts.map((part) => t.scope.fold(part)))?.columns ?? [];
  const columns = present.map((one) => name(one.name, node.span, true));
  const takes = t.source === 'SQLITE';
  const query = followingQuery(view.query, change, takes && hasStar(view.query) ? [] : columns, t.to);
  const renames = takes ? change.actions.filter(isRenameOfColumn) : [];
  const named = renames.filter((one) => takesNameOf(view.query, one.from, t.to));
  return {
    ...view,
    query: named.reduce((made, one) => withOtherOutput(made, one, t.to), query),
    columns: named.reduce(
      (names, { from, to }) => names.map((one) => (one.toLowerCase() === from.value.toLowerCase() ? to.value : one)),
      view.columns,
    ),
  };
}

function inTarget(action: AlterTable['actions'][number], t: Translator): AlterTable['actions'][number] {
  if (action.kind === 'rename-to') return { ...action, name: t.node(action.name) };
  return isRenameOfColumn(action) ? { ...action, from: t.node(action.from), to: t.node(action.to) } : action;
}

/** Columns of views that are called as those of their table are in SQLite. */
function renamedIn(views: readonly ReadView[], rename: RenameColumn, node: AlterTable, t: Translator): Statement[] {
  const { span } = rename;
  const [from, to] = [t.node(rename.from), t.node(rename.to)];
  return views
    .filter((view) => view.reads.has(keyOf(node, t)) && takesNameOf(view.query, from, t.to))
    .map((view) =>
      alteration(pathOf(view.name, node), [{ kind: 'rename-column', object: 'COLUMN', from, to, span }], span),
    );
}
