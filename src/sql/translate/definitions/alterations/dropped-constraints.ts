import type { AlterTable, DropConstraint, Name, QualifiedName, Span, Statement } from '../../../ast/index.js';
import type { CatalogueTable } from '../../../catalogue.js';
import { name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { indexOfTable, presentIndexName } from '../indexes/index-elements.js';
import { alteration } from '../made-definitions.js';

/** DROP CONSTRAINT, and what MySQL drops by its kind. */
export function dropConstraint(action: DropConstraint, table: AlterTable, t: Translator): Statement[] {
  const { object, ifExists, behavior, span } = action;
  const owner = table.name.parts[table.name.parts.length - 1] as Name;
  if (object === 'INDEX' || object === 'KEY') return droppedIndex(action, table, t);
  // a key that was added is an index there
  if (
    t.target === 'SQLITE' &&
    action.name !== undefined &&
    indexOfTable(t.node(action.name), table.name, t) !== undefined
  )
    return dropOfIndex(action.name, table.name, span, t);
  if (t.target === 'SQLITE')
    t.refuse(action, 'SQLite drops no constraint of a table.', 'Create the table anew, and copy its rows.');
  if (behavior === 'CASCADE' && t.target !== 'POSTGRESQL') t.notice('CASCADE_DROPPED', action);
  const mayMiss = ifExists === true && t.target === 'POSTGRESQL';
  if (ifExists === true && !mayMiss) t.notice('DETAIL_DROPPED', action, 'A constraint that is not there is an error.');
  const known = knownTable(table, t)?.primaryKeyName;
  const usual = name(known ?? primaryKeyOf(t.node(owner)), span, known !== undefined || t.node(owner).quoted);
  const called = action.name ?? usual;
  if (t.target === 'MYSQL' && (called.value === primaryKeyOf(owner) || isOnlyNameOfKey(called, table, t))) {
    return [alteration(t.node(table.name), [{ kind: 'drop-constraint', object: 'PRIMARY KEY', span }], span)];
  }
  const made: DropConstraint = {
    kind: 'drop-constraint',
    // by the other word MariaDB drops an index of the name, and keeps the foreign key
    object: t.target === 'MYSQL' && isForeignKey(called, table, t) ? 'FOREIGN KEY' : 'CONSTRAINT',
    name: presentKey(called, table, t) ?? presentCheck(called, table, t) ?? t.node(called),
    ...(mayMiss && { ifExists }),
    span,
  };
  return [alteration(t.node(table.name), [made], span)];
}

const knownTable = ({ name: { parts } }: AlterTable, t: Translator): CatalogueTable | undefined =>
  t.scope.context.catalogue?.table(parts.map((part) => t.scope.fold(part)));

const isForeignKey = ({ value }: Name, table: AlterTable, t: Translator): boolean =>
  knownTable(table, t)?.foreignKeys?.some((key) => key.name.toLowerCase() === value.toLowerCase()) === true;

/** Whether nothing that a table is known to have goes by a name: its primary key does then, whose own name is not kept. */
export function isOnlyNameOfKey({ value }: Name, table: AlterTable, t: Translator): boolean {
  const { primaryKey = [], indexes, foreignKeys, checks } = knownTable(table, t) ?? {};
  if (primaryKey.length === 0 || indexes === undefined || foreignKeys === undefined || checks === undefined)
    return false;
  const names = [...indexes, ...foreignKeys, ...checks].map((one) => one.name?.toLowerCase());
  const made = value.toLowerCase();
  return !names.includes(made) && !USUAL_END.test(made);
}

/** Of names that PostgreSQL makes up for constraints other than primary keys. */
export const USUAL_END = /_(?:key|check|fkey|excl)\d*$/;

/** What MySQL calls a unique key without a name, which PostgreSQL calls by its table and columns: by the first of these. */
function presentKey({ value, span }: Name, { name: table }: AlterTable, t: Translator): Name | undefined {
  const owner = table.parts[table.parts.length - 1] as Name;
  const known = t.scope.context.catalogue?.table(table.parts.map((part) => t.scope.fold(part)));
  const [start, end] = [`${owner.value.toLowerCase()}_`, '_key'];
  const written = value.toLowerCase();
  if (t.target !== 'MYSQL' || !written.startsWith(start) || !written.endsWith(end)) return undefined;
  if (known?.indexes === undefined || known.indexes.some((one) => one.name.toLowerCase() === written)) return undefined;
  const columns = `${written.slice(start.length, -end.length)}_`;
  const [only, another] = known.indexes.filter((one) => one.unique && columns.startsWith(`${one.name.toLowerCase()}_`));
  return only !== undefined && another === undefined ? name(only.name, span, true) : undefined;
}

/** What MySQL calls a check without a name, which PostgreSQL calls by its table and column: the one that reads this column alone. */
function presentCheck({ value, span }: Name, { name: table }: AlterTable, t: Translator): Name | undefined {
  const owner = (table.parts[table.parts.length - 1] as Name).value.toLowerCase();
  const known = t.scope.context.catalogue?.table(table.parts.map((part) => t.scope.fold(part)));
  const written = value.toLowerCase();
  const [start, end] = [`${owner}_`, '_check'];
  if (t.target !== 'MYSQL' || known?.checks === undefined || !written.startsWith(start) || !written.endsWith(end))
    return undefined;
  if (known.checks.some(({ name: own }) => own?.toLowerCase() === written)) return undefined;
  const column = written.slice(start.length, -end.length);
  const reads = (expression: string): string[] =>
    known.columns.flatMap((each) => (wordIn(each.name, expression) ? [each.name.toLowerCase()] : []));
  const [only, another] = known.checks.filter(({ expression }) => reads(expression).join() === column);
  const own = another === undefined ? (only?.name ?? undefined) : undefined;
  return own === undefined ? undefined : name(own, span, true);
}

const wordIn = (word: string, text: string): boolean =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}_$]+/gu)
    ?.includes(word.toLowerCase()) === true;

/** PostgreSQL's own name for it. */
const primaryKeyOf = ({ value }: Name): string => `${value}_pkey`;

/** Whether an index is that which MySQL has for a foreign key that goes with it: the others have none. */
export const isOfKey = ({ name }: DropConstraint, { actions }: AlterTable): boolean =>
  actions.some(
    (one) => one.kind === 'drop-constraint' && one.object === 'FOREIGN KEY' && one.name?.value === name?.value,
  );

function droppedIndex(action: DropConstraint, node: AlterTable, t: Translator): Statement[] {
  const { span, name: written } = action;
  if (written === undefined) return t.refuse(action, 'An index without a name.');
  if (t.target !== 'MYSQL' && isOfKey(action, node)) return [];
  if (isOfDroppedKey(written, node, t)) {
    t.notice('DETAIL_DROPPED', action, 'The target has no index of the name: it makes none for a foreign key.');
    return [];
  }
  return dropOfIndex(written, node.name, span, t);
}

/** Whether the target is known to have no index of a name, as where MySQL has one for a foreign key that was dropped before. */
function isOfDroppedKey(written: Name, table: AlterTable, t: Translator): boolean {
  if (t.source !== 'MYSQL' || t.target === 'MYSQL' || knownTable(table, t)?.indexes === undefined) return false;
  const called = [keyOfColumn(written, table.name, t), presentIndexName(written, table.name, t), t.node(written)];
  return called.every((one) => one === undefined || indexOfTable(one, table.name, t) === undefined);
}

/** The key of a column that MySQL calls by the column, as PostgreSQL calls it. */
function keyOfColumn(written: Name, table: QualifiedName, t: Translator): Name | undefined {
  const owner = t.node(table.parts[table.parts.length - 1] as Name);
  if (t.source !== 'MYSQL' || t.target !== 'POSTGRESQL') return undefined;
  const known = t.scope.context.catalogue?.table(table.parts.map((part) => t.scope.fold(part)))?.indexes ?? [];
  const has = (value: string): boolean => known.some((index) => index.name.toLowerCase() === value.toLowerCase());
  const usual = `${owner.value}_${written.value}`;
  const [only, another] = known.filter(
    (index) =>
      index.unique &&
      index.name.toLowerCase().startsWith(usual.toLowerCase()) &&
      /^(?:_\w+)?_key$/i.test(index.name.slice(usual.length)),
  );
  return only === undefined || another !== undefined || has(written.value) || has(usual)
    ? undefined
    : name(only.name, written.span, true);
}

/** An index, or the unique key of which it is one in the target. */
export function dropOfIndex(written: Name, table: QualifiedName, span: Span, t: Translator): Statement[] {
  const called = keyOfColumn(written, table, t) ?? presentIndexName(written, table, t);
  const names = [{ kind: 'qualified-name', parts: [called], span } as const];
  if (t.target !== 'POSTGRESQL' || indexOfTable(called, table, t)?.unique !== true)
    return [{ kind: 'drop', object: 'INDEX', names, span }];
  return [
    alteration(
      t.node(table),
      [{ kind: 'drop-constraint', object: 'CONSTRAINT', name: called, ifExists: true, span }],
      span,
    ),
    { kind: 'drop', object: 'INDEX', ifExists: true, names, span },
  ];
}
