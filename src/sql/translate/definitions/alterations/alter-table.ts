import type {
  AddColumn,
  AddConstraint,
  AlterAction,
  AlterTable,
  DropColumn,
  Name,
  RenameColumn,
  Statement,
} from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { scopeOfChangedTable } from '../../../typing/index.js';
import { name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { addedColumn } from './added-columns.js';
import { alterColumn, changeColumn } from './altered-columns.js';
import { cascadeOfColumn } from '../cascades.js';
import { tableCommentOf } from '../comments.js';
import { dropConstraint } from './dropped-constraints.js';
import { keyColumnsOf, madeKeyable } from '../columns/keyed-texts.js';
import { withIndexesOfKeys } from '../indexes/indexes-of-keys.js';
import { alteration } from '../made-definitions.js';
import { nextValue } from '../columns/next-values.js';
import { isLeftOut, nothingToDo } from '../nothing-to-do.js';
import { knownTable, needsRebuild, presentTable, rebuild } from '../rebuild/index.js';
import { renamedIndex, renamedPart } from './renames.js';
import { tableConstraint } from '../constraints/table-constraints.js';
import { withoutVainActionsOf } from '../constraints/vain-actions.js';
import { touchedAgain, untouched } from '../touch-triggers.js';
import { aroundViews } from '../views/views-around.js';

/** Whether a table takes constraints after it was created. */
const TAKES_CONSTRAINTS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: true, SQLITE: false };

/** ALTER TABLE: each action becomes statements of its own, the last of which stands for all. */
export function alterTable(node: AlterTable, t: Translator): Statement {
  const index = renamedIndex(node, t);
  if (index !== undefined) return index;
  const view = renamedView(node, t);
  if (view !== undefined) return view;
  if (node.object !== 'TABLE')
    t.refuse(node, `ALTER ${node.object} has no counterpart in the target.`, 'Drop it, and create it as it is to be.');
  if (node.attributes?.includes('IGNORE') === true)
    t.refuse(node, 'ALTER IGNORE leaves out rows, which the target does not.', 'Delete the rows first.');
  if (node.ifExists === true && t.target !== 'POSTGRESQL')
    t.notice('DETAIL_DROPPED', node, 'A table that is not there is an error.');
  const own = t.within(scopeOfChangedTable(node, t.scope), () => withIndexesOfKeys(statementsFor(node, t), t));
  const around = aroundViews(node, own, t);
  const made = [...around.before, ...asOne(own, t), ...around.after];
  const last = made.pop();
  if (last === undefined) return nothingToDo(node, t);
  t.before.push(...made);
  return last;
}

/** A view by another name, which MySQL gives as it gives tables theirs: https://dev.mysql.com/doc/refman/8.4/en/rename-table.html */
function renamedView({ object, name, actions, span }: AlterTable, t: Translator): Statement | undefined {
  const [only, another] = actions;
  if (object !== 'VIEW' || only?.kind !== 'rename-to' || another !== undefined || t.target !== 'MYSQL')
    return undefined;
  return {
    kind: 'rename-tables',
    renames: [{ kind: 'table-rename', from: t.node(name), to: t.node(only.name), span }],
    span,
  };
}

/** Whether each definition commits by itself, so that a statement is one with all of its actions, or several things. */
const COMMITS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: false };

/** Changes of one table that follow each other, as one where several would not be undone together. */
function asOne(statements: readonly Statement[], t: Translator): readonly Statement[] {
  if (!COMMITS[t.target]) return statements;
  return statements.reduce<Statement[]>((done, next) => {
    const last = done[done.length - 1];
    if (next.kind !== 'alter-table' || last?.kind !== 'alter-table' || isAgain(last, next)) return [...done, next];
    return [...done.slice(0, -1), { ...last, actions: [...last.actions, ...next.actions] }];
  }, []);
}

/** A name that is dropped and given again, or is another's already. */
function isAgain({ actions }: AlterTable, { actions: more }: AlterTable): boolean {
  if (actions.some(({ kind }) => kind === 'rename-to' || kind === 'rename-column')) return true;
  const dropped = actions.flatMap((one) => (one.kind === 'drop-constraint' ? [one.name?.value] : []));
  return more.some(
    (one) =>
      one.kind === 'add-constraint' &&
      one.constraint.rule.kind === 'table-foreign-key' &&
      dropped.includes(one.constraint.name?.value),
  );
}

/** SQLite changes little of a table, and is told the rest by another table in its place. */
function statementsFor(node: AlterTable, t: Translator): readonly Statement[] {
  const apart = (action: AlterAction): readonly Statement[] => statementsOf(action, node, t);
  const known = t.target === 'SQLITE' ? knownTable(node, t) : undefined;
  const present = known?.texts && presentTable(known.texts, t);
  if (known === undefined || present === undefined) return [...untouched(node, t), ...node.actions.flatMap(apart)];
  const { before, behind, others } = touchedAgain(present, node, t);
  if (!needsRebuild(node, present, t)) return [...before, ...node.actions.flatMap(apart), ...behind];
  const cascades = node.actions.flatMap((one) => (one.kind === 'drop-column' ? cascadeOfColumn(one, node, t) : []));
  return [...cascades, ...rebuild(node, { ...present, others }, known, apart, t)];
}

type ActionRule<Kind extends AlterAction['kind']> = (
  action: Extract<AlterAction, { kind: Kind }>,
  table: AlterTable,
  t: Translator,
) => readonly Statement[];

const ACTIONS: { readonly [Kind in AlterAction['kind']]: ActionRule<Kind> } = {
  'add-column': addColumns,
  'drop-column': dropColumn,
  'alter-column': alterColumn,
  'change-column': changeColumn,
  'rename-column': renameColumn,
  'add-constraint': addConstraint,
  'drop-constraint': dropConstraint,
  'rename-to': ({ name: to, span }, table, t) => [
    alteration(t.node(table.name), [{ kind: 'rename-to', name: t.node(to), span }], span),
  ],
  'set-schema': (action, _table, t) => t.refuse(action, 'Tables don’t move between schemas in the target.'),
  'alter-other': (action, table, t) =>
    nextValue(action, table, t) ??
    tableCommentOf(action, table, t) ??
    (isLeftOut(action, t)
      ? []
      : t.refuse(action, `\`${t.textOf(action)}\` has no counterpart in the target.`, 'Leave it out.')),
};

const statementsOf = (action: AlterAction, table: AlterTable, t: Translator): readonly Statement[] =>
  (ACTIONS[action.kind] as ActionRule<AlterAction['kind']>)(action, table, t);

function addColumns(action: AddColumn, table: AlterTable, t: Translator): readonly Statement[] {
  const mayExist = action.ifNotExists === true && t.target === 'POSTGRESQL';
  if (action.ifNotExists === true && action.columns.every(({ name: own }) => hasColumn(own, table, t) === true))
    return [];
  if (action.ifNotExists === true && action.columns.every(({ name: own }) => hasColumn(own, table, t) === false))
    return action.columns.flatMap((each) => addedColumn(each, mayExist, table, t));
  if (action.ifNotExists === true && !mayExist)
    t.notice('DETAIL_DROPPED', action, 'A column that is there already is an error.');
  return action.columns.flatMap((each) => addedColumn(each, mayExist, table, t));
}

/** Whether a table has a column; undefined where that is not known. */
function hasColumn(written: Name, table: AlterTable, t: Translator): boolean | undefined {
  const key = t.scope.key(written);
  return knownTable(table, t)?.columns.some((one) => t.scope.keyOf(one.name) === key);
}

function dropColumn(node: DropColumn, table: AlterTable, t: Translator): Statement[] {
  const { column, ifExists, span } = node;
  const inPostgresql = t.target === 'POSTGRESQL';
  const isThere = hasColumn(column, table, t);
  if (ifExists === true && isThere === false) return [];
  const cascade = cascadeOfColumn(node, table, t);
  if (ifExists === true && isThere === undefined && !inPostgresql)
    t.notice('DETAIL_DROPPED', column, 'A column that is not there is an error.');
  const action: DropColumn = {
    kind: 'drop-column',
    column: t.node(column),
    ...(ifExists === true && inPostgresql && { ifExists }),
    span,
  };
  return [...cascade, alteration(t.node(table.name), [action], span)];
}

function renameColumn(action: RenameColumn, table: AlterTable, t: Translator): readonly Statement[] {
  const { object, from, to, span } = action;
  if (object === 'COLUMN') {
    return [alteration(t.node(table.name), [{ ...action, from: t.node(from), to: t.node(to) }], span)];
  }
  return renamedPart(action, table, t);
}

function addConstraint(action: AddConstraint, table: AlterTable, t: Translator): readonly Statement[] {
  const { span } = action;
  const { constraints: written, indexes } = tableConstraint(action.constraint, table.name, t);
  const constraints = withoutVainActionsOf(table.name, written, t);
  if (TAKES_CONSTRAINTS[t.target]) {
    const made = constraints.map((constraint) =>
      alteration(t.node(table.name), [{ kind: 'add-constraint', constraint, span }], span),
    );
    return [...(madeKeyable(keyColumnsOf(action.constraint), table.name, t) ?? []), ...made, ...indexes];
  }
  const added = constraints.map((constraint): Statement => {
    const { rule } = constraint;
    if (rule.kind !== 'table-key' || rule.type === 'fulltext' || rule.type === 'spatial') {
      return t.refuse(
        action,
        'SQLite adds no constraint to a table that is there.',
        'Create the table anew, and copy its rows.',
      );
    }
    const isPrimary = rule.type === 'primary';
    if (isPrimary) t.notice('DETAIL_DROPPED', action, 'A unique index is its primary key, which lets rows have NULLs.');
    const owner = table.name.parts[table.name.parts.length - 1] as Name;
    const own = constraint.name ?? name(`${t.node(owner).value}_${isPrimary ? 'pkey' : 'key'}`, span);
    return {
      kind: 'create-index',
      type: 'unique',
      name: { kind: 'qualified-name', parts: [own], span },
      table: t.node(table.name),
      elements: rule.elements,
      span,
    };
  });
  return [...added, ...indexes];
}
