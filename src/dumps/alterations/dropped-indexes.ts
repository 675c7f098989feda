import {
  constraintsOf,
  describedTable,
  foldName,
  indexOfKey,
  isSameName,
  keyNameOf,
  keysWithoutIndex,
  ownName,
  usualName,
  type AlterTable,
  type ColumnDefinition,
  type Constraint,
  type CreateIndex,
  type DialectName,
  type Name,
  type QualifiedName,
  type Statement,
  type TableElement,
} from '../../sql/index.js';
import type { Definitions } from '../tables/definitions.js';

type Drop = Extract<Statement, { kind: 'drop' }>;

/** Whether an index is dropped from its table, which has to be named: https://dev.mysql.com/doc/refman/8.4/en/drop-index.html */
const NAMES_TABLE: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: false };

/**
 * DROP INDEX where the target wants to know the table: one statement for each index that the script made.
 *
 * @returns undefined for any other statement, and for an index that the script does not know and that has to be there
 */
export function withOwners(tree: Statement, definitions: Definitions): readonly (CreateIndex | Drop)[] | undefined {
  if (tree.kind !== 'drop' || tree.object !== 'INDEX' || !NAMES_TABLE[definitions.to.name]) return undefined;
  const { ifExists, ...drop } = tree;
  const found = tree.names.map((name) => ({ name, on: definitions.ownerOf(name) }));
  if (ifExists !== true && found.some(({ on }) => on === undefined)) return undefined;
  return found.flatMap(({ name, on }) =>
    on === undefined ? [] : [...indexesOfKeys(name, on, definitions), { ...drop, names: [name], on }],
  );
}

/** Indexes for foreign keys that have none behind a drop, and need one in the target alone. */
const indexesOfKeys = (name: QualifiedName, on: QualifiedName, definitions: Definitions): CreateIndex[] =>
  indexesBehind([ownName(name, definitions.from)], on, definitions);

/** The same of a change that drops keys of a table: MySQL does not look for them where foreign keys are not looked at. */
export function indexesOfDroppedKeys({ name, actions }: AlterTable, definitions: Definitions): CreateIndex[] {
  if (!NAMES_TABLE[definitions.to.name]) return [];
  const usual = `${ownName(name, definitions.from)}_pkey`;
  const dropped = actions.flatMap((action) => {
    if (action.kind !== 'drop-constraint' || action.name === undefined) return [];
    const own = foldName(action.name, definitions.from);
    return own === usual || own === primaryName(name, definitions) ? [own, 'primary'] : [own];
  });
  return dropped.length === 0 ? [] : indexesBehind(dropped, name, definitions);
}

/** A change that drops a primary key by its own name, by the words for it where keys have no names. */
export function withPrimaryKeys(tree: AlterTable, definitions: Definitions): AlterTable {
  const name = NAMES_TABLE[definitions.to.name] ? primaryName(tree.name, definitions) : undefined;
  if (name === undefined) return tree;
  const actions = tree.actions.map((action) => {
    if (action.kind !== 'drop-constraint' || action.name === undefined) return action;
    if (foldName(action.name, definitions.from) !== name) return action;
    const { name: _, ...rest } = action;
    return { ...rest, object: 'PRIMARY KEY' as const };
  });
  return { ...tree, actions };
}

function primaryName(table: QualifiedName, definitions: Definitions): string | undefined {
  const known = definitions.of(table);
  const key = known && constraintsOf(known.table).find(({ rule }) => isPrimary(rule));
  return key?.name && foldName(key.name, definitions.from);
}

const isPrimary = (rule: Constraint['rule']): boolean =>
  rule.kind === 'primary-key' || (rule.kind === 'table-key' && rule.type === 'primary');

function indexesBehind(names: readonly string[], on: QualifiedName, definitions: Definitions): CreateIndex[] {
  const known = definitions.of(on);
  if (known === undefined || definitions.from.name === 'MYSQL') return [];
  const indexes = known.indexes.map(({ tree }) => tree);
  const described = describedTable(known.table, indexes, definitions.from);
  const dropped = new Set(names.map((name) => name.toLowerCase()));
  const keys = keysWithoutIndex(described, (index) => dropped.has(index.toLowerCase()));
  return keys.filter((key) => !dropped.has(key.name.toLowerCase())).map((key) => indexOfKey(key, on, on.span));
}

/**
 * What drops unique keys that nobody named, by the names that the target gives them: MySQL calls them by their first columns.
 * https://dev.mysql.com/doc/refman/8.4/en/create-table.html
 *
 * @returns undefined where it drops nothing that the target has
 */
export function withKeysOfColumns(written: Statement | undefined, definitions: Definitions): Statement | undefined {
  const { from, to } = definitions;
  const tree = written && withoutKeyIndexes(written, definitions);
  if (tree === undefined || from.name !== 'MYSQL' || to.name === 'MYSQL') return tree;
  const dropping = (table: QualifiedName, name: Name): Action | undefined => {
    const usual = usualKeyOf(name, table, definitions);
    if (usual === undefined) return undefined;
    const { span } = name;
    const called = to.name === 'POSTGRESQL' ? { ...name, value: usual, quoted: true } : name;
    // beside a primary key of the same columns PostgreSQL has no other
    const mayMiss = to.name === 'POSTGRESQL' && { ifExists: true };
    return { kind: 'drop-constraint', object: 'CONSTRAINT', name: called, ...mayMiss, span };
  };
  if (tree.kind === 'alter-table') {
    const actions = tree.actions.map((action): Action => {
      if (action.kind === 'rename-column' && DROPS_INDEX.has(action.object) && to.name === 'POSTGRESQL') {
        const usual = usualKeyOf(action.from, tree.name, definitions);
        return usual === undefined ? action : { ...action, from: { ...action.from, value: usual, quoted: true } };
      }
      return action.kind === 'drop-constraint' && DROPS_INDEX.has(action.object) && action.name !== undefined
        ? (dropping(tree.name, action.name) ?? action)
        : action;
    });
    return { ...tree, actions };
  }
  if (tree.kind !== 'drop' || tree.object !== 'INDEX' || tree.on === undefined) return tree;
  const name = tree.names[0]?.parts.at(-1);
  const action = name && dropping(tree.on, name);
  if (action === undefined) return tree;
  return { kind: 'alter-table', object: 'TABLE', name: tree.on, actions: [action], span: tree.span };
}

type Action = AlterTable['actions'][number];

const DROPS_INDEX: ReadonlySet<string> = new Set(['INDEX', 'KEY']);

/** What PostgreSQL calls a unique key of the script’s table that MySQL calls so; undefined where it was named. */
function usualKeyOf(name: Name, table: QualifiedName, definitions: Definitions): string | undefined {
  const { from } = definitions;
  const known = definitions.of(table)?.table;
  const found: string[] = [];
  const note = (constraint: Constraint, column: ColumnDefinition | undefined): void => {
    const called = keyNameOf(constraint, column, from);
    const usual = usualName(ownName(table, from), constraint, column);
    if (called?.toLowerCase() === name.value.toLowerCase() && usual !== undefined) found.push(usual);
  };
  for (const element of known?.elements ?? []) {
    if (element.kind === 'table-constraint') note(element, undefined);
    if (element.kind === 'column-definition') for (const one of element.constraints) note(one, element);
  }
  return found[0];
}

/**
 * A change without the indexes that it drops or renames and the script did not make: those that MySQL has for foreign keys, of which the
 * others have none. https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html
 *
 * @returns undefined where nothing is left of it
 */
function withoutKeyIndexes(tree: Statement, definitions: Definitions): Statement | undefined {
  if (definitions.from.name !== 'MYSQL' || definitions.to.name === 'MYSQL') return tree;
  if (tree.kind === 'alter-table') {
    const actions = tree.actions.filter((action) => !isOfKeyAlone(indexOf(action), tree.name, definitions));
    return actions.length === 0 && tree.actions.length > 0 ? undefined : { ...tree, actions };
  }
  if (tree.kind !== 'drop' || tree.object !== 'INDEX' || tree.on === undefined) return tree;
  const [name] = tree.names;
  return isOfKeyAlone(name?.parts.at(-1), tree.on, definitions) ? undefined : tree;
}

/** The index that an action drops, or calls otherwise. */
function indexOf(action: Action): Name | undefined {
  if (action.kind !== 'drop-constraint' && action.kind !== 'rename-column') return undefined;
  if (!DROPS_INDEX.has(action.object)) return undefined;
  return action.kind === 'drop-constraint' ? action.name : action.from;
}

/** Whether a table that the script made has no index of the name. */
function isOfKeyAlone(name: Name | undefined, table: QualifiedName, definitions: Definitions): boolean {
  const known = definitions.of(table);
  if (known === undefined || name === undefined) return false;
  const isIt = (own: Name | undefined): boolean => own !== undefined && isSameName(own, name, definitions.from);
  const isOfTable = (known.table.elements ?? []).some((element) => keyNames(element).some(isIt));
  return !isOfTable && !known.indexes.some(({ tree }) => isIt(tree.name?.parts.at(-1)));
}

/** What MySQL calls the keys of an element of a table: by their first column, where nobody named them. */
function keyNames(element: TableElement): (Name | undefined)[] {
  if (element.kind === 'column-definition')
    return element.constraints.some(({ rule }) => rule.kind === 'unique') ? [element.name] : [];
  if (element.kind !== 'table-constraint' || element.rule.kind !== 'table-key') return [];
  const { indexName, elements, type } = element.rule;
  // the others are given none that searches texts or places
  if (type === 'fulltext' || type === 'spatial') return [];
  const first = elements[0]?.expression;
  const usual = first?.kind === 'column' ? first.parts.at(-1) : undefined;
  return [indexName, element.name, ...(indexName === undefined && element.name === undefined ? [usual] : [])];
}
