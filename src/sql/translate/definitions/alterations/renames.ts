import { isSameName } from '../../../analysis/folded-names.js';
import type {
  AlterTable,
  CreateIndex,
  Name,
  Node,
  QualifiedName,
  RenameColumn,
  Statement,
} from '../../../ast/index.js';
import type { CatalogueTable } from '../../../catalogue.js';
import { name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { NAMED_IN_TABLE, indexName, presentIndexName } from '../indexes/index-elements.js';
import { alteration, ofTable } from '../made-definitions.js';
import { nothingToDo } from '../nothing-to-do.js';
import { isOnlyNameOfKey } from './dropped-constraints.js';
import { readValue } from './present-columns.js';
import { presentTable } from '../rebuild/index.js';

const UNKNOWN = 'The target says an index of its table, which is not known here.';

/** ALTER INDEX … RENAME TO; undefined for another change of an index, and where the target says it alike. */
export function renamedIndex(node: AlterTable, t: Translator): Statement | undefined {
  const [only, ...others] = node.actions;
  if (node.object !== 'INDEX' || only?.kind !== 'rename-to' || others.length > 0 || t.target === 'POSTGRESQL')
    return undefined;
  const { span } = node;
  const from = lastOf(node.name);
  const owner = t.scope.context.catalogue?.tableOfIndex?.(t.scope.fold(from));
  if (owner === undefined) {
    if (from.value.toLowerCase().endsWith('_pkey')) return nameless(node, t);
    return t.refuse(node, UNKNOWN, 'Name a `target`, or drop the index and create it by its new name.');
  }
  const table = qualifiedName(name(owner.name, span), node);
  const action: RenameColumn = { kind: 'rename-column', object: 'INDEX', from, to: lastOf(only.name), span };
  const made = [...inTarget(action, table, owner, t)];
  const last = made.pop() ?? nothingToDo(node, t);
  t.before.push(...made);
  return last;
}

/** RENAME INDEX, RENAME KEY and RENAME CONSTRAINT of a table that SQLite does not make anew for it. */
export function renamedPart(action: RenameColumn, table: AlterTable, t: Translator): readonly Statement[] {
  const { from, to, span } = action;
  const known = t.scope.context.catalogue?.table(table.name.parts.map((part) => t.scope.fold(part)));
  if (t.target !== 'POSTGRESQL') {
    // the usual name stays where the table gets another
    const isKey = action.object === 'CONSTRAINT' && (/_pkey$/i.test(from.value) || isOnlyNameOfKey(from, table, t));
    return isKey ? [nameless(action, t)] : inTarget(action, t.node(table.name), known, t);
  }
  const owner = lastOf(table.name);
  const present = qualifiedName(presentIndexName(from, table.name, t), action);
  const anew = qualifiedName(indexName(to, owner, t), action);
  // its table's name before it, it may be called so already
  if (lastOf(present).value === lastOf(anew).value) return [nothingToDo(action, t)];
  return [{ ...alteration(present, [{ kind: 'rename-to', name: anew, span }], span), object: 'INDEX' }];
}

/** By the words that MySQL has for it, or by another index in its place. */
function inTarget(
  action: RenameColumn,
  table: QualifiedName,
  known: CatalogueTable | undefined,
  t: Translator,
): readonly Statement[] {
  const { from, to, object, span } = action;
  const wanted = t.node(from).value.toLowerCase();
  const isIt = ({ name: own }: { readonly name: string }): boolean => own.toLowerCase() === wanted;
  // a foreign key keeps its name where its index gets another
  const isIndex = known?.indexes?.some(isIt) === true && known.foreignKeys?.some(isIt) !== true;
  if (NAMED_IN_TABLE[t.target] && (object !== 'CONSTRAINT' || isIndex))
    return [
      alteration(table, [{ kind: 'rename-column', object: 'INDEX', from: t.node(from), to: t.node(to), span }], span),
    ];
  const again = t.target === 'MYSQL' ? checkAgain(action, table, known, t) : undefined;
  if (again !== undefined) return again;
  const index = known && indexByName(known, presentIndexName(from, table, t), t);
  if (index === undefined)
    return t.refuse(
      action,
      `The target renames no ${object === 'CONSTRAINT' ? 'constraint' : 'index'}.`,
      'Drop it and add it by its new name.',
    );
  const [first] = index.name === undefined ? [] : index.name.parts.slice(-1);
  const called = indexName(to, lastOf(table), t);
  return [
    { kind: 'drop', object: 'INDEX', names: [qualifiedName(first ?? from, action)], span },
    { ...index, name: qualifiedName(called, action), span },
  ];
}

/** A check that is dropped and added by its other name: https://dev.mysql.com/doc/refman/8.4/en/alter-table.html */
function checkAgain(
  { from, to, span }: RenameColumn,
  table: QualifiedName,
  known: CatalogueTable | undefined,
  t: Translator,
): readonly Statement[] | undefined {
  const called = t.node(from);
  const check = known?.checks?.find(({ name: own }) => own?.toLowerCase() === called.value.toLowerCase());
  if (check === undefined) return undefined;
  const constraint = ofTable({ kind: 'table-check', condition: readValue(check.expression, t), span }, t.node(to));
  return [
    alteration(table, [{ kind: 'drop-constraint', object: 'CONSTRAINT', name: called, span }], span),
    alteration(table, [{ kind: 'add-constraint', constraint, span }], span),
  ];
}

/** An index that a table is said to have, in the target's words. */
function indexByName({ texts }: CatalogueTable, called: Name, t: Translator): CreateIndex | undefined {
  const present = texts && presentTable(texts, t);
  return present?.indexes.find(({ name: own }) => own !== undefined && isSameName(lastOf(own), called, t.to));
}

function nameless(node: AlterTable | RenameColumn, t: Translator): Statement {
  t.notice('DETAIL_DROPPED', node, 'A primary key has no name of its own in the target.');
  return nothingToDo(node, t);
}

const lastOf = ({ parts }: QualifiedName): Name => parts[parts.length - 1] as Name;

const qualifiedName = (part: Name, { span }: Node): QualifiedName => ({ kind: 'qualified-name', parts: [part], span });
