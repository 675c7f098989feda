import { foldName, isSameName } from '../../../analysis/folded-names.js';
import type {
  AlterAction,
  AlterTable,
  CreateIndex,
  CreateTable,
  DropConstraint,
  Name,
  Statement,
  TableElement,
} from '../../../ast/index.js';
import type { Translator } from '../../translator.js';
import { changedDefinition, mentions } from '../alterations/changed-definition.js';
import { ChangeReader } from './changes.js';
import { withFormerName } from './former-names.js';
import { withNumberedKey, withPlaces } from './made-table.js';
import { presentTable, type PresentTable } from './present-table.js';
import { copiesOf, rebuiltTable, type Copied } from './rebuilt.js';
import type { CatalogueTable, TableTexts } from '../../../catalogue.js';

const UNREAD = 'SQLite changes this by another table in its place, and what it keeps of this one can’t be read.';
const REBUILD = 'Create the table anew, and copy its rows.';

/** What an action does to the reader of changes. */
type Reads<Kind extends AlterAction['kind']> = (
  reader: ChangeReader,
  action: Extract<AlterAction, { kind: Kind }>,
  t: Translator,
) => void;

/**
 * The actions that a new table takes up; the others stay statements of their own.
 * @returns false for an action that is said by itself
 */
const READS: { readonly [Kind in AlterAction['kind']]?: Reads<Kind> } = {
  'add-column': (reader, action) => {
    reader.addColumn(action);
  },
  'drop-column': (reader, { column, ifExists }, t) => {
    reader.dropColumn(t.node(column), ifExists === true);
  },
  'alter-column': (reader, action) => {
    reader.alterColumn(action);
  },
  'change-column': (reader, action) => {
    reader.changeColumn(action);
  },
  'add-constraint': (reader, action) => {
    reader.addConstraint(action);
  },
  'drop-constraint': (reader, action) => {
    reader.dropConstraint(action);
  },
  'rename-column': (reader, action) => {
    reader.renamePart(action);
  },
};

/**
 * A change of a table of SQLite by another table in its place.
 * @param apart what becomes of an action that a table has words for
 */
export function rebuild(
  node: AlterTable,
  present: PresentTable,
  { dependents = [] }: CatalogueTable,
  apart: (action: AlterAction) => readonly Statement[],
  t: Translator,
): Statement[] {
  const reader = new ChangeReader(present.table, node, t);
  const later: Statement[] = [];
  for (const action of node.actions) {
    const reads = READS[action.kind] as Reads<AlterAction['kind']> | undefined;
    const isOfColumn = action.kind === 'rename-column' && action.object === 'COLUMN';
    if (reads === undefined || isOfColumn) later.push(...apart(action));
    else reads(reader, action, t);
  }
  const anew = changed(present, reader, node, t);
  const made = rebuiltTable(
    {
      present,
      anew,
      copied: copied(present, anew.table, reader, t),
      dependents: allPresent(dependents, node, t),
      span: node.span,
    },
    t,
  );
  return [...made, ...reader.after, ...later];
}

function allPresent(texts: readonly TableTexts[], node: AlterTable, t: Translator): PresentTable[] {
  return texts.map((each) => presentTable(each, t) ?? t.refuse(node, UNREAD, REBUILD));
}

/** The definition behind all actions. What a constraint drops may be an index of the table. */
function changed(present: PresentTable, { actions }: ChangeReader, node: AlterTable, t: Translator): PresentTable {
  let { table, indexes } = present;
  const { others } = present;
  for (const action of actions) {
    const alter = { ...node, name: table.name, actions: [action] };
    const without = action.kind === 'drop-constraint' ? withoutIndex(indexes, action, t) : indexes;
    if (without.length < indexes.length) indexes = without;
    else table = changedTable(table, action, alter, t);
    if (action.kind === 'drop-column') indexes = indexes.filter((index) => !mentions(index, action.column, t.to));
  }
  return { table: withNumberedKey(withPlaces(table, t), present.table, t), indexes, others };
}

function changedTable(table: CreateTable, action: AlterAction, alter: AlterTable, t: Translator): CreateTable {
  const named = action.kind === 'drop-constraint' ? withFormerName(table, action, t) : table;
  const made = changedDefinition(named, alter, t.to);
  if (made === undefined) return t.refuse(action, 'The table has nothing by this name.', 'Name it as the target does.');
  return action.kind === 'add-column' || action.kind === 'change-column' ? withPosition(made, action) : made;
}

/** A definition leaves out where its columns stand, which a table that is made anew says. */
function withPosition(
  table: CreateTable,
  action: Extract<AlterAction, { kind: 'add-column' | 'change-column' }>,
): CreateTable {
  const written = action.kind === 'add-column' ? action.columns : [action.definition];
  const elements = (table.elements ?? []).map((element): TableElement => {
    if (element.kind !== 'column-definition') return element;
    const position = written.find(({ name }) => name.value === element.name.value)?.position;
    return position === undefined ? element : { ...element, position };
  });
  return { ...table, elements };
}

const withoutIndex = (
  indexes: readonly CreateIndex[],
  { name }: DropConstraint,
  t: Translator,
): readonly CreateIndex[] =>
  name === undefined
    ? indexes
    : indexes.filter((index) => !isSameName(index.name?.parts.at(-1) ?? name, name, t.to) || index.name === undefined);

/** What the columns of the new table are filled with. */
function copied(present: PresentTable, now: CreateTable, { values }: ChangeReader, t: Translator): Copied[] {
  const keyOf = (name: Name): string => foldName(name, t.to).toLowerCase();
  const before = new Map(
    (present.table.elements ?? []).flatMap((element) =>
      element.kind === 'column-definition' ? [[keyOf(element.name), element.name] as const] : [],
    ),
  );
  return copiesOf({ table: now, indexes: [], others: [] }).flatMap(({ column }) => {
    const value = values.get(keyOf(column));
    const old = before.get(keyOf(column));
    if (value !== undefined) return [{ column, value }];
    if (old === undefined) return [];
    const own = { ...old, quoted: true };
    return [{ column, value: { kind: 'column', parts: [own], span: old.span } as const }];
  });
}
