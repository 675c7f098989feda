import {
  contains,
  walk,
  type ColumnReference,
  type CreateIndex,
  type IndexElement,
  type Name,
  type QualifiedName,
  type Statement,
} from '../../../ast/index.js';
import { scopeOfTable } from '../../../typing/index.js';
import { name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { computedIndex, isComputed } from './computed-indexes.js';
import { indexElement, indexName, indexOfTable, startOfLong, tellOfTexts } from './index-elements.js';
import { madeKeyable } from '../columns/keyed-texts.js';
import { nothingToDo } from '../nothing-to-do.js';

/** Methods that keep the order of values, as every engine's usual index does, or less than that. */
const PLAIN_METHODS: ReadonlySet<string> = new Set(['btree', 'hash']);

/** CREATE INDEX. */
export function createIndex(node: CreateIndex, t: Translator): Statement {
  return t.within(scopeOfTable(node.table, t.scope), () => indexFor(node, t));
}

/** An index that no rows hang on is left out where the target has none of its kind. */
function withoutIndex(node: CreateIndex, t: Translator): Statement {
  t.notice('INDEX_DROPPED', node);
  return nothingToDo(node, t);
}

function indexFor(node: CreateIndex, t: Translator): Statement {
  const { type, method, ifNotExists } = node;
  const isPlain = method === undefined || PLAIN_METHODS.has(method.value.toLowerCase());
  if (type === 'fulltext' || type === 'spatial' || !isPlain) return withoutIndex(node, t);
  if (node.nullsNotDistinct === true)
    t.refuse(node, 'A unique key with one NULL alone has no counterpart in the target.', 'Make the columns NOT NULL.');
  if (node.include !== undefined || node.only === true) t.notice('INDEX_PLAINER', node);
  if (node.concurrently === true) t.notice('DETAIL_DROPPED', node, 'The index is not built beside running changes.');
  const mayExist = ifNotExists === true && t.target !== 'MYSQL';
  if (ifNotExists === true && !mayExist)
    t.notice('DETAIL_DROPPED', node, 'An index that is there already is an error.');
  const isThere = ifNotExists === true && !mayExist && isKnown(node, t);
  if (isThere) return nothingToDo(node, t);
  if (type === 'unique') tellOfTexts(node.elements, node, t);
  if (!isComputed(node, t) || isOfServer(node, t)) return plainIndex(node, mayExist, t);
  const counted = countedIn(node, t);
  if (counted !== undefined && type !== 'unique') return withoutIndex(node, t);
  if (counted !== undefined)
    t.refuse(
      counted,
      'The target computes nothing from a column that counts, as this condition does.',
      'Keep it in the application.',
    );
  const [own] = nameOf(node, t).parts;
  const made = own && computedIndex(node, own, t);
  if (made === undefined && type !== 'unique') return withoutIndex(node, t);
  return made ?? t.refuse(node, COMPUTES, 'Add a generated column, and an index over it.');
}

/** A column that counts, of which MySQL computes no other column. */
function countedIn({ where, elements }: CreateIndex, t: Translator): ColumnReference | undefined {
  let found: ColumnReference | undefined;
  const computed = elements.map(({ expression }) => expression).filter(({ kind }) => kind !== 'column' || where);
  for (const each of [where, ...computed])
    if (each !== undefined)
      walk(each, (node) => {
        if (node.kind === 'column' && t.scope.resolve(node).autoIncrement === true) found ??= node;
        return true;
      });
  return found;
}

const COMPUTES =
  'The target’s indexes compute no values, and the type that a column for these would have is not known.';

/** MySQL 8 has indexes over expressions. */
const isOfServer = ({ where, type }: CreateIndex, t: Translator): boolean =>
  t.rules.server.flavour === 'MYSQL' && (where === undefined || type !== 'unique');

/** Whether the table is known to have an index of this name. */
const isKnown = ({ name: written, table }: CreateIndex, t: Translator): boolean => {
  const last = written?.parts[written.parts.length - 1];
  return last !== undefined && indexOfTable(t.node(last), table, t) !== undefined;
};

function plainIndex(node: CreateIndex, mayExist: boolean, t: Translator): Statement {
  const { type, table, where, ifNotExists, span } = node;
  const condition = partOf(node, t);
  if (type === 'unique') t.before.push(...keyable(node, t));
  const elements = node.elements.map((each) => element(each, node, t));
  if (elements.some((each) => contains(each, ({ kind }) => kind === 'query'))) {
    if (type !== 'unique') return withoutIndex(node, t);
    t.refuse(
      node,
      'The target has no indexes over this expression, which takes a query there.',
      'Index the column itself.',
    );
  }
  return {
    kind: 'create-index',
    type,
    ...(mayExist && { ifNotExists }),
    name: nameOf(node, t),
    table: t.node(table),
    elements,
    ...(where !== undefined && condition),
    span,
  };
}

/** Where the target has no index of some rows, one of all rows finds them as well; none keeps only some apart. */
function partOf({ where, type, ...node }: CreateIndex, t: Translator): Pick<CreateIndex, 'where'> {
  if (where === undefined) return {};
  if (t.target !== 'MYSQL') return { where: t.raw(where) as typeof where };
  if (type === 'unique') {
    t.refuse(
      where,
      'The target has no unique index of some rows.',
      'Add a generated column that is NULL for the others.',
    );
  }
  t.notice('INDEX_PLAINER', { ...node, kind: 'create-index', where, type }, 'The index has all rows.');
  return {};
}

/** What lets a unique index keep texts of any length apart. */
function keyable(node: CreateIndex, t: Translator): Statement[] {
  const columns = node.elements.flatMap(({ expression }) =>
    expression.kind === 'column' ? expression.parts.slice(-1) : [],
  );
  return (
    madeKeyable(columns, node.table, t) ??
    t.refuse(
      node,
      'The target keeps no texts of any length apart.',
      'Give the column a length, or name a `target`, whose tables tell what else the column is.',
    )
  );
}

/** MySQL's texts of any length need a length in an index, where what is known of the table says so. */
function element(node: IndexElement, { type }: CreateIndex, t: Translator): IndexElement {
  const made = indexElement(node, type === 'unique' ? 'unique' : 'plain', t);
  const length = startOfLong(node.expression, t);
  if (length === undefined || type === 'unique') return made;
  t.notice('INDEX_PLAINER', node);
  return { ...made, length };
}

/** PostgreSQL calls an index without a name by its table and columns. */
function nameOf({ name: written, table, elements, span }: CreateIndex, t: Translator): QualifiedName {
  const owner = table.parts[table.parts.length - 1] as Name;
  const last = written?.parts[written.parts.length - 1];
  const columns = elements.map(({ expression }) =>
    expression.kind === 'column' ? (expression.parts[expression.parts.length - 1] as Name).value : 'expr',
  );
  const own = last === undefined ? name([owner.value, ...columns, 'idx'].join('_'), span) : indexName(last, owner, t);
  return { kind: 'qualified-name', parts: [own], span };
}
