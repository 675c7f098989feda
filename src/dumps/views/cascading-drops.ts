import {
  analyse,
  contains,
  isSameName,
  usualName,
  ownKey,
  type AlterTable,
  type CreateTable,
  type Dialect,
  type Name,
  type Node,
  type QualifiedName,
  type Statement,
} from '../../sql/index.js';
import type { Definitions } from '../tables/definitions.js';
import { keyOfPath } from '../names.js';
import { dropOfReplaced } from './replaced-views.js';

type CreateView = Extract<Statement, { kind: 'create-view' }>;
type Action = AlterTable['actions'][number];

/** The views that a script has made so far. */
export class ScriptViews {
  readonly #views = new Map<string, CreateView>();

  constructor(readonly dialect: Dialect) {}

  /** Takes a statement that was translated. */
  note(tree: Statement): void {
    if (tree.kind === 'create-view') this.#views.set(ownKey(tree.name, this.dialect), tree);
    if (tree.kind === 'drop') for (const name of tree.names) this.#views.delete(ownKey(name, this.dialect));
  }

  /** Whether a name is a view's. */
  has(name: QualifiedName): boolean {
    return this.#views.has(ownKey(name, this.dialect));
  }

  /** The views that read a table or view, and those that read these, in an order in which they can be dropped. */
  reading(name: QualifiedName, column?: Name): CreateView[] {
    const direct = this.directlyReading(name).filter((view) => column === undefined || this.reads(view, column));
    const all = direct.flatMap((view) => [...this.reading(view.name), view]);
    return all.filter((view, at) => all.indexOf(view) === at);
  }

  /** The views that read a table or view themselves. */
  directlyReading(name: QualifiedName): CreateView[] {
    const key = ownKey(name, this.dialect);
    return [...this.#views.values()].filter(
      (view) =>
        ownKey(view.name, this.dialect) !== key &&
        analyse(view, this.dialect).tables.read.some((path) => keyOfPath(path) === key),
    );
  }

  /** Whether a view may read a column of a table that it reads. */
  reads(view: CreateView, column: Name): boolean {
    return contains(view.query, (node: Node) => {
      // columns of two tables are compared by their names
      if (node.kind === 'star' || (node.kind === 'join' && (node.natural || node.using !== undefined))) return true;
      const last = node.kind === 'column' ? node.parts.at(-1) : undefined;
      return last !== undefined && isSameName(last, column, this.dialect);
    });
  }
}

/**
 * A statement with what has to be dropped before it: a drop with CASCADE as drops of what hangs on it, and of itself: views that read it, and foreign keys of the script's tables
 * that lead to it. Only PostgreSQL has that. https://www.postgresql.org/docs/current/ddl-depend.html
 */
export function cascadingDrops(tree: Statement, definitions: Definitions, views: ScriptViews): readonly Statement[] {
  const replaced = dropOfReplaced(tree, views, definitions.to);
  if (replaced !== undefined) return [replaced, tree];
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
