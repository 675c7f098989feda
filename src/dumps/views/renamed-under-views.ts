import {
  followingQuery,
  hasStar,
  isRenameOfColumn,
  takesNameOf,
  withOtherOutput,
  type AlterTable,
  type Dialect,
  type DialectName,
  type Name,
  type QualifiedName,
  type Statement,
} from '../../sql/index.js';
import type { Definitions } from '../tables/definitions.js';
import type { ScriptViews } from './script-views.js';

type Action = AlterTable['actions'][number];
type Drop = Extract<Statement, { kind: 'drop' }>;
type View = Extract<Statement, { kind: 'create-view' }>;

/** Views that are dropped before a change, and made or changed behind it. */
interface Following {
  readonly dropped: readonly Drop[];
  readonly made: readonly (View | AlterTable)[];
}

const NONE: Following = { dropped: [], made: [] };

/**
 * Whether views read what they were made of, however it is called now: MySQL's fail then, and SQLite's call their columns as
 * their table does. https://dev.mysql.com/doc/refman/8.4/en/create-view.html
 */
const FOLLOW: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: true };

/** The views of a script that a change of the table they read is in the way of, or that follow it, as they are behind it. */
export function viewsFollowing(change: AlterTable, definitions: Definitions, views: ScriptViews): Following {
  const { from, to } = definitions;
  if (from.name === to.name) return NONE;
  if (to.name === 'POSTGRESQL') return inPostgresql(change, definitions, views);
  if (!FOLLOW[from.name]) return NONE;
  const all = views.reading(change.name);
  if (to.name === 'MYSQL' && looksUpColumns(change, all, from)) return aside(all, (view) => view);
  const columns = columnsOf(change.name, definitions);
  const isRenamed = (action: Action): boolean =>
    action.kind === 'rename-to' || (isRenameOfColumn(action) && columns.length > 0);
  if (!change.actions.some(isRenamed)) return NONE;
  const isAbout = (view: View): boolean =>
    change.actions.some((action) => (isRenameOfColumn(action) ? views.reads(view, action.from) : isRenamed(action)));
  const direct = views.directlyReading(change.name).filter(isAbout);
  if (direct.length === 0) return NONE;
  const following = (view: View): View =>
    direct.includes(view) ? { ...view, query: queryBehind(view, change, columns, from) } : view;
  if (!FOLLOW[to.name]) return { dropped: [], made: direct.map((view) => ({ ...following(view), orReplace: true })) };
  return aside(all, following);
}

/** PostgreSQL's views follow every name, keep their own, and are in the way of other types. */
function inPostgresql(change: AlterTable, { from }: Definitions, views: ScriptViews): Following {
  const all = views.reading(change.name);
  if (change.actions.some(({ kind }) => kind === 'change-column') || looksUpColumns(change, all, from))
    return aside(all, (view) => view);
  if (from.name !== 'SQLITE') return NONE;
  const renames = change.actions.filter(isRenameOfColumn);
  const { object, span } = change;
  return {
    dropped: [],
    made: views.directlyReading(change.name).flatMap(({ name, query }) => {
      const actions = renames.filter((one) => takesNameOf(query, one.from, from));
      return actions.length === 0 ? [] : [{ kind: 'alter-table', object, name, actions, span } satisfies AlterTable];
    }),
  };
}

/** Whether views of SQLite's read all columns of a table, of which some come or go. */
const looksUpColumns = ({ actions }: AlterTable, all: readonly View[], { name: from }: Dialect): boolean =>
  from === 'SQLITE' &&
  actions.some(({ kind }) => kind === 'add-column' || kind === 'drop-column') &&
  all.some(({ query }) => hasStar(query));

const aside = (all: readonly View[], following: (view: View) => View): Following => ({
  dropped: all.map(({ name, span }): Drop => ({ kind: 'drop', object: 'VIEW', names: [name], span })),
  made: [...all].reverse().map(following),
});

/** What a view reads behind the change; a star is looked up each time in SQLite, where columns are called as the table’s. */
function queryBehind({ query }: View, change: AlterTable, columns: readonly Name[], from: Dialect): View['query'] {
  const isSqlite = from.name === 'SQLITE';
  const made = followingQuery(query, change, isSqlite && hasStar(query) ? [] : columns, from);
  const named = change.actions.filter(isRenameOfColumn).filter((one) => isSqlite && takesNameOf(query, one.from, from));
  return named.reduce((each, one) => withOtherOutput(each, one, from), made);
}

function columnsOf(table: QualifiedName, definitions: Definitions): readonly Name[] {
  const elements = definitions.of(table)?.table.elements ?? [];
  return elements.flatMap((element) => (element.kind === 'column-definition' ? [element.name] : []));
}
