import type { AlterTable, Drop, DropColumn, Name, Node, QualifiedName, Statement } from '../../ast/index.js';
import type { HangingParts } from '../../catalogue.js';
import type { DialectName } from '../../dialects/index.js';
import { name } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { alteration } from './made-definitions.js';
import { droppedTable, keyOf, presentTable } from './rebuild/index.js';
import { mayReadColumn } from './views/following-query.js';
import { dropOfView, pathOf, viewsOver } from './views/hanging-views.js';

/** What stands around the statement that drops a table or view with all that hangs on it. */
export interface Cascade {
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
}

const KNOWS_CASCADE: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: false, SQLITE: false };
const NOTHING: Cascade = { before: [], after: [] };

/**
 * CASCADE of DROP as a target without it says it: the views that read what is dropped go first, and so do the foreign keys of
 * other tables. Where that is not known it is told of. https://www.postgresql.org/docs/current/sql-droptable.html
 */
export function cascadeOf(node: Drop, t: Translator): Cascade {
  if (node.behavior !== 'CASCADE' || KNOWS_CASCADE[t.target]) return NOTHING;
  const known = node.names.map((each) => hangingOn(each, t)).filter((each) => each !== undefined);
  if (known.length < node.names.length) {
    // a table that is not there takes nothing along
    const tells = t.scope.context.catalogue?.hangingOn !== undefined;
    if (tells && node.ifExists === true)
      t.notice('DETAIL_DROPPED', node, 'What hangs on it is not dropped along with it.');
    else t.notice('CASCADE_DROPPED', node);
    return NOTHING;
  }
  const own = new Set(node.names.map((each) => keyOf(each, t)));
  const views = [...new Set(known.flatMap((each) => each.views.map(({ name: view }) => view)))].filter(
    (view) => !own.has(view.toLowerCase()),
  );
  const keys = known.flatMap((each) => each.foreignKeys);
  const { before, after } = keys.length === 0 ? NOTHING : WITHOUT_KEYS[t.target](node, keys, t);
  return { before: [...views.map((view) => dropOf(view, node)), ...before], after };
}

/** CASCADE of DROP COLUMN: views that read the column go first; where a foreign key may lead to it, that is told of. */
export function cascadeOfColumn(action: DropColumn, table: AlterTable, t: Translator): Statement[] {
  if (action.behavior !== 'CASCADE' || KNOWS_CASCADE[t.target]) return [];
  const hanging = hangingOn(table.name, t);
  const known = t.scope.context.catalogue?.table(table.name.parts.map((part) => t.scope.fold(part)));
  const key = t.scope.key(action.column);
  const mayBeReferred = known?.uniqueKeys?.flat().some((one) => t.scope.keyOf(one) === key) !== false;
  const views = viewsOver(table.name, t);
  const isFree = views !== undefined && (hanging?.foreignKeys.length === 0 || !mayBeReferred);
  if (!isFree) t.notice('CASCADE_DROPPED', action.column);
  const gone = new Set<string>();
  // those that read others come before them
  for (const { name: own, query, reads } of [...(views ?? [])].reverse()) {
    const isOver = [...reads].some((one) => gone.has(one));
    if (isOver || (reads.has(keyOf(table.name, t)) && mayReadColumn(query, t.node(action.column), t.to)))
      gone.add(own.toLowerCase());
  }
  return (views ?? []).filter(({ name: own }) => gone.has(own.toLowerCase())).map((view) => dropOf(view.name, action));
}

const hangingOn = ({ parts }: QualifiedName, t: Translator): HangingParts | undefined =>
  t.scope.context.catalogue?.hangingOn?.(parts.map((part) => t.scope.fold(part)));

/** Tables in an order in which each goes before those that its foreign keys lead to, as far as that is known. */
export function referringFirst(names: readonly QualifiedName[], t: Translator): QualifiedName[] {
  const waiting = [...names];
  const ordered: QualifiedName[] = [];
  while (waiting.length > 0) {
    const isFree = (each: QualifiedName): boolean => {
      const referring = new Set(hangingOn(each, t)?.foreignKeys.map(({ table }) => table.toLowerCase()));
      return !waiting.some((other) => other !== each && referring.has(keyOf(other, t)));
    };
    ordered.push(...waiting.splice(Math.max(waiting.findIndex(isFree), 0), 1));
  }
  return ordered;
}

type WithoutKeys = (node: Drop, keys: HangingParts['foreignKeys'], t: Translator) => Cascade;

const WITHOUT_KEYS: Readonly<Record<DialectName, WithoutKeys>> = {
  POSTGRESQL: () => NOTHING,
  MYSQL: ({ span }, keys) => ({
    before: keys.map((key) =>
      alteration(
        pathOf(key.table, { span }),
        [{ kind: 'drop-constraint', object: 'FOREIGN KEY', name: exact(key.name, { span }), span }],
        span,
      ),
    ),
    after: [],
  }),
  SQLITE: withoutReferences,
};

const SEVERAL = 'Other tables refer to these, which SQLite makes anew without their foreign keys.';

/** SQLite makes the tables anew that refer to one that is dropped. */
function withoutReferences(node: Drop, keys: HangingParts['foreignKeys'], t: Translator): Cascade {
  const [only, ...others] = node.names;
  const own = new Set(node.names.map((each) => keyOf(each, t)));
  if (only === undefined || others.length > 0) {
    const isOutside = keys.some((key) => !own.has(key.table.toLowerCase()));
    return isOutside ? t.refuse(node, SEVERAL, 'Drop one table at a time.') : NOTHING;
  }
  const known = t.scope.context.catalogue?.table(only.parts.map((part) => t.scope.fold(part)));
  const present = known?.texts && presentTable(known.texts, t);
  const dependents = (known?.dependents ?? []).map((texts) => presentTable(texts, t));
  const read = dependents.filter((one) => one !== undefined);
  if (present === undefined || read.length < dependents.length)
    return t.refuse(node, 'What SQLite keeps of the tables that refer to this one can’t be read.', 'Drop these first.');
  return droppedTable(present, read, node.span, t);
}

const dropOf = (view: string, at: Node): Drop => ({ ...dropOfView(view, at), ifExists: true });

const exact = (value: string, { span }: Pick<Node, 'span'>): Name => name(value, span, true);
