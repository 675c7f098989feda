import {
  isSameName,
  ownName,
  usualName,
  type AlterTable,
  type Constraint,
  type CreateTable,
  type Name,
  type QualifiedName,
  type Statement,
  type TableElement,
} from '../../sql/index.js';
import type { Definitions } from '../tables/definitions.js';

type Action = AlterTable['actions'][number];
type DropConstraint = Extract<Action, { kind: 'drop-constraint' }>;

/**
 * A change that drops a unique key which nobody named by what MySQL calls it, its first column, as a constraint by the name
 * that PostgreSQL gives it: elsewhere such a key is none of the indexes that the script names.
 * https://dev.mysql.com/doc/refman/8.4/en/create-table.html
 */
export function withUsualKeys(tree: Statement, definitions: Definitions): Statement {
  if (tree.kind === 'alter-table')
    return { ...tree, actions: tree.actions.map((action) => ofUsualKey(action, tree.name, definitions)) };
  const name = tree.kind === 'drop' && tree.object === 'INDEX' ? tree.names[0]?.parts.at(-1) : undefined;
  if (tree.kind !== 'drop' || tree.on === undefined || name === undefined) return tree;
  const { span, on } = tree;
  const drop: DropConstraint = { kind: 'drop-constraint', object: 'INDEX', name, span };
  const action = ofUsualKey(drop, on, definitions);
  return action === drop ? tree : { kind: 'alter-table', object: 'TABLE', name: on, actions: [action], span };
}

function ofUsualKey<A extends Action>(action: A, table: QualifiedName, definitions: Definitions): A | DropConstraint {
  if (action.kind !== 'drop-constraint' || (action.object !== 'INDEX' && action.object !== 'KEY')) return action;
  const known = definitions.of(table);
  if (known === undefined || action.name === undefined || isNamed(action.name, known.indexes, definitions))
    return action;
  const value = usualNameOfKey(known.table, action.name, definitions);
  if (value === undefined) return action;
  // beside a primary key of the same columns PostgreSQL has no other
  const isMaybe = definitions.to.name === 'POSTGRESQL';
  return { ...action, object: 'CONSTRAINT', name: { ...action.name, value }, ...(isMaybe && { ifExists: true }) };
}

/** Whether an index that was made apart has the name. */
const isNamed = (name: Name, indexes: NonNullable<ReturnType<Definitions['of']>>['indexes'], { from }: Definitions) =>
  indexes.some(({ tree }) => {
    const own = tree.name?.parts.at(-1);
    return own !== undefined && isSameName(own, name, from);
  });

/** What PostgreSQL calls the unique key that MySQL calls by a name, where nobody gave it one. */
function usualNameOfKey(table: CreateTable, name: Name, { from }: Definitions): string | undefined {
  const is = (own: Name | undefined): boolean => own !== undefined && isSameName(own, name, from);
  const all = (table.elements ?? []).flatMap((element) => keysOf(element));
  if (all.some(({ given }) => given.some(is))) return undefined;
  const found = all.find(({ given, first }) => given.every((one) => one === undefined) && is(first));
  return found && usualName(ownName(table.name, from), found.constraint, found.column);
}

interface Key {
  readonly constraint: Constraint;
  readonly column?: Extract<TableElement, { kind: 'column-definition' }>;
  /** Names that the script gives it. */
  readonly given: readonly (Name | undefined)[];
  readonly first: Name | undefined;
}

function keysOf(element: TableElement): Key[] {
  if (element.kind === 'column-definition')
    return element.constraints
      .filter(({ rule }) => rule.kind === 'unique')
      .map((constraint) => ({ constraint, column: element, given: [constraint.name], first: element.name }));
  if (element.kind !== 'table-constraint' || element.rule.kind !== 'table-key' || element.rule.type === 'primary')
    return [];
  const first = element.rule.elements[0]?.expression;
  const given = [element.name, element.rule.indexName];
  return [{ constraint: element, given, first: first?.kind === 'column' ? first.parts.at(-1) : undefined }];
}
