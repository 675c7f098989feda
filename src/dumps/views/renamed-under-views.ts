import {
  contains,
  isSameName,
  ownKey,
  rewrite,
  type AlterTable,
  type DialectName,
  type Name,
  type Node,
  type QualifiedName,
  type Statement,
} from '../../sql/index.js';
import type { Definitions } from '../tables/definitions.js';
import type { ScriptViews } from './cascading-drops.js';

type Action = AlterTable['actions'][number];
type Drop = Extract<Statement, { kind: 'drop' }>;
type View = Extract<Statement, { kind: 'create-view' }>;
type TableName = Extract<Node, { kind: 'table-name' }>;
type DerivedTable = Extract<Node, { kind: 'derived-table' }>;

/** Views that are dropped before a change, and made behind it. */
interface Following {
  readonly dropped: readonly Drop[];
  readonly made: readonly View[];
}

/**
 * Whether views read what they were made of, however it is called now: MySQL's fail then, and SQLite's call their columns as
 * their table does. https://dev.mysql.com/doc/refman/8.4/en/create-view.html
 */
const FOLLOW: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: true };

/** The views of a script that read a table which is called otherwise, or columns of it, as they read it by its new names. */
export function viewsFollowing(change: AlterTable, definitions: Definitions, views: ScriptViews): Following {
  const { from, to } = definitions;
  const none = { dropped: [], made: [] };
  if (!FOLLOW[from.name] || to.name === 'POSTGRESQL' || from.name === to.name) return none;
  const columns = columnsOf(change.name, definitions);
  const isRenamed = (action: Action): boolean =>
    action.kind === 'rename-to' || (isOfColumn(action) && columns.length > 0);
  if (!change.actions.some(isRenamed)) return none;
  const isAbout = (view: View): boolean =>
    change.actions.some((action) => (isOfColumn(action) ? views.reads(view, action.from) : isRenamed(action)));
  const direct = views.directlyReading(change.name).filter(isAbout);
  if (direct.length === 0) return none;
  const following = (view: View): View =>
    direct.includes(view) ? { ...view, query: followingQuery(view, change, columns, definitions) } : view;
  if (!FOLLOW[to.name]) return { dropped: [], made: direct.map((view) => ({ ...following(view), orReplace: true })) };
  const all = views.reading(change.name);
  const dropped = all.map(({ name, span }): Drop => ({ kind: 'drop', object: 'VIEW', names: [name], span }));
  return { dropped, made: [...all].reverse().map(following) };
}

function followingQuery(
  { query }: View,
  { name, actions }: AlterTable,
  columns: readonly Name[],
  definitions: Definitions,
): View['query'] {
  const { from } = definitions;
  const key = ownKey(name, from);
  // SQLite looks up what a star means each time
  const named = from.name === 'SQLITE' && contains(query, ({ kind }) => kind === 'star') ? [] : columns;
  return rewrite<View['query']>(query, (node: Node) =>
    node.kind === 'table-name' && ownKey(node.name, from) === key
      ? actions.reduce(followed(named, definitions), node)
      : node,
  );
}

const isOfColumn = (action: Action): action is Extract<Action, { kind: 'rename-column' }> =>
  action.kind === 'rename-column' && action.object === 'COLUMN';

function columnsOf(table: QualifiedName, definitions: Definitions): readonly Name[] {
  const elements = definitions.of(table)?.table.elements ?? [];
  return elements.flatMap((element) => (element.kind === 'column-definition' ? [element.name] : []));
}

/** A table as a view reads it behind an action: by its other name, or with its columns by the names that they had. */
const followed =
  (columns: readonly Name[], { from }: Definitions) =>
  (table: TableName | DerivedTable, action: Action): TableName | DerivedTable => {
    if (table.kind !== 'table-name') return table;
    const { span } = table;
    const alias = table.alias ?? table.name.parts.at(-1);
    if (action.kind === 'rename-to') return { ...table, name: action.name, ...(alias && { alias }) };
    if (!isOfColumn(action) || columns.length === 0) return table;
    const items = columns.map((name) => {
      const isIt = isSameName(name, action.from, from);
      const expression = { kind: 'column', parts: [isIt ? action.to : name], span } as const;
      return { kind: 'select-item', expression, ...(isIt && { alias: name }), span } as const;
    });
    const { alias: _, ...plain } = table;
    const body = { kind: 'select', columns: items, from: [plain], span } as const;
    return {
      kind: 'derived-table',
      lateral: false,
      query: { kind: 'query', body, span },
      ...(alias && { alias }),
      span,
    };
  };
