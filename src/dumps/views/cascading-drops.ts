import {
  isSameName,
  usualName,
  ownKey,
  type AlterTable,
  type CreateTable,
  type Name,
  type Node,
  type QualifiedName,
  type Statement,
} from '../../sql/index.js';
import type { Definitions } from '../tables/definitions.js';
import { aroundReplaced } from './replaced-views.js';
import type { ScriptViews } from './script-views.js';

type CreateView = Extract<Statement, { kind: 'create-view' }>;
type Action = AlterTable['actions'][number];

/**
 * A statement with what has to be dropped before it: a drop with CASCADE as drops of what hangs on it, and of itself: views that read it, and foreign keys of the script's tables
 * that lead to it. Only PostgreSQL has that. https://www.postgresql.org/docs/current/ddl-depend.html
 */
export function cascadingDrops(tree: Statement, definitions: Definitions, views: ScriptViews): readonly Statement[] {
  const replaced = aroundReplaced(tree, views, definitions);
  if (replaced !== undefined) return replaced;
  if (definitions.from.name !== 'POSTGRESQL' || definitions.to.name === 'POSTGRESQL') return [tree];
  if (tree.kind === 'drop') return dropped(tree, definitions, views);
  if (tree.kind !== 'alter-table' || !tree.actions.some(cascades)) return [tree];
  const hanging = tree.actions.filter(cascades).flatMap((action) => hangingOn(action, tree, definitions, views));
  const actions = tree.actions.map((action): Action => {
    if (!cascades(action)) return action;
    const { behavior: _, ...plain } = action;
    return plain;
  });
  return [...hanging, { ...tree, actions }];
}

type Cascading = Extract<Action, { kind: 'drop-column' | 'drop-constraint' }>;

const cascades = (action: Action): action is Cascading =>
  (action.kind === 'drop-column' || action.kind === 'drop-constraint') && action.behavior === 'CASCADE';

function dropped(
  tree: Extract<Statement, { kind: 'drop' }>,
  definitions: Definitions,
  views: ScriptViews,
): readonly Statement[] {
  const { behavior, ...drop } = tree;
  if (behavior !== 'CASCADE' || !/^(?:TABLE|(?:MATERIALIZED )?VIEW)$/.test(tree.object)) return [tree];
  const isIt = new Set(tree.names.map((name) => ownKey(name, definitions.from)));
  const hanging = tree.names.flatMap((name): Statement[] => [
    ...dropsOf(views.reading(name)),
    ...foreignKeysTo(name, definitions, () => true).filter(
      (change) => !isIt.has(ownKey(change.name, definitions.from)),
    ),
  ]);
  return [...hanging, drop];
}

function hangingOn(
  action: Cascading,
  { name }: AlterTable,
  definitions: Definitions,
  views: ScriptViews,
): readonly Statement[] {
  const known = definitions.of(name)?.table;
  const key = known && (action.kind === 'drop-column' ? [action.column] : keyColumns(known, action.name, definitions));
  const leads = (columns: readonly Name[]): boolean =>
    key === undefined ||
    key.length === 0 ||
    key.some((one) => columns.some((each) => isSameName(one, each, definitions.from)));
  const isKey = action.kind === 'drop-column' || (key !== undefined && key.length > 0);
  return [
    ...(action.kind === 'drop-column' ? dropsOf(views.reading(name, action.column)) : []),
    ...(isKey ? foreignKeysTo(name, definitions, leads) : []),
  ];
}

const dropsOf = (views: readonly CreateView[]): Statement[] =>
  views.map(({ name, materialized, span }) => ({
    kind: 'drop',
    object: materialized === true ? 'MATERIALIZED VIEW' : 'VIEW',
    ifExists: true,
    names: [name],
    span,
  }));

/** The columns of a key of a table, by its name or the one that PostgreSQL gives it. */
function keyColumns(table: CreateTable, name: Name | undefined, { from }: Definitions): readonly Name[] {
  const owner = ownKey(table.name, from);
  const is = (called: string | undefined): boolean => called?.toLowerCase() === name?.value.toLowerCase();
  return (table.elements ?? []).flatMap((element): readonly Name[] => {
    if (element.kind === 'column-definition') {
      const isIt = element.constraints.some(
        (constraint) =>
          is(constraint.name?.value ?? usualName(owner, constraint, element)) ||
          (constraint.rule.kind === 'primary-key' && is(`${owner}_pkey`)),
      );
      return isIt ? [element.name] : [];
    }
    if (element.kind !== 'table-constraint' || element.rule.kind !== 'table-key') return [];
    const usual = element.rule.type === 'primary' ? `${owner}_pkey` : usualName(owner, element, undefined);
    if (!is(element.name?.value ?? usual)) return [];
    return element.rule.elements.flatMap(({ expression }) =>
      expression.kind === 'column' ? expression.parts.slice(-1) : [],
    );
  });
}

/** Changes that drop the foreign keys which lead to columns of a table. */
function foreignKeysTo(
  target: QualifiedName,
  definitions: Definitions,
  leads: (columns: readonly Name[]) => boolean,
): AlterTable[] {
  const { from } = definitions;
  const key = ownKey(target, from);
  const isIt = (node: Extract<Node, { kind: 'foreign-reference' }>): boolean =>
    ownKey(node.table, from) === key && (node.columns.length === 0 || leads(node.columns));
  return definitions.all().flatMap(({ table }) => {
    const owner = ownKey(table.name, from);
    const drop = (name: Name | undefined, usual: string | undefined): AlterTable[] => {
      const called = name ?? (usual === undefined ? undefined : nameOf(usual, table));
      if (called === undefined) return [];
      const { span } = table;
      const action = { kind: 'drop-constraint', object: 'CONSTRAINT', name: called, span } as const;
      return [{ kind: 'alter-table', object: 'TABLE', name: table.name, actions: [action], span }];
    };
    return (table.elements ?? []).flatMap((element): AlterTable[] => {
      if (element.kind === 'column-definition')
        return element.constraints.flatMap((constraint) =>
          constraint.rule.kind === 'references' && isIt(constraint.rule.reference)
            ? drop(constraint.name, usualName(owner, constraint, element))
            : [],
        );
      if (element.kind !== 'table-constraint' || element.rule.kind !== 'table-foreign-key') return [];
      return isIt(element.rule.reference) ? drop(element.name, usualName(owner, element, undefined)) : [];
    });
  });
}

const nameOf = (value: string, { span }: CreateTable): Name => ({ kind: 'name', value, quoted: true, span });
