import {
  contains,
  foldName,
  generate,
  impliedValue,
  isSameName,
  ownName,
  quotedName,
  quotedString,
  type AlterTable,
  type CreateTable,
  type Dialect,
  type Expression,
  type Name,
  type Node,
} from '../../sql/index.js';
import { changedIndexes, renamesOf } from './changed-indexes.js';
import { computedColumns, queryOf } from './computed-columns.js';
import type { Redefined, Redefinition } from './redefinition.js';

/**
 * SQLite makes the table anew, copies the rows, and puts it in the old one's place. Its own words for names would look
 * into views that read the old one.
 * https://sqlite.org/lang_altertable.html#otheralter
 */
export function tableMadeAnew(redefinition: Redefinition): Redefined | undefined {
  const { table, known, change, translate, from, to } = redefinition;
  if (change.actions.some((action) => action.kind === 'rename-to')) return undefined;
  const other = renamedIndex(redefinition);
  if (other !== undefined) return other;
  const { tree, statements, notices } = translate(table, known.text);
  if (tree.kind !== 'create-table') return undefined;
  const last = tree.name.parts.at(-1) as Name;
  const passing = quotedName(`_${last.value}_anew`);
  const anew = { ...tree, name: { ...tree.name, parts: [{ ...last, value: `_${last.value}_anew`, quoted: true }] } };
  const copied = copiedColumns(known.table, table, change, from);
  const first = firstValues(known.table, table, change, from);
  const rows = rowsOf(copied, first, last.value, redefinition);
  const own = generate(tree, to);
  return {
    statements: [
      'PRAGMA legacy_alter_table = ON',
      generate(anew, to),
      `INSERT INTO ${passing} (${[...copied, ...first].map(([name]) => quotedName(name)).join(', ')}) ${rows.sql}`,
      ...(contains(tree, isAutoincrement) ? countedAlike(last.value) : []),
      `DROP TABLE ${quotedName(last.value)}`,
      `ALTER TABLE ${passing} RENAME TO ${quotedName(last.value)}`,
      'PRAGMA legacy_alter_table = OFF',
      // what is said of a table apart; plain indexes come behind all rows
      ...statements.filter((sql) => sql !== own && !SAID_ONCE.test(sql)),
      ...changedIndexes(known, change, from).flatMap((index) => translate(index.tree, index.text).statements),
      ...known.triggers,
    ],
    notices: [...notices, ...rows.notices],
  };
}

const isAutoincrement = (node: Node): boolean => node.kind === 'primary-key' && node.autoIncrement === true;

/** The new table counts on from where the old one does: rows that are deleted were counted too. https://sqlite.org/autoinc.html */
function countedAlike(name: string): string[] {
  const [own, passing] = [quotedString(name), quotedString(`_${name}_anew`)];
  return [
    `INSERT INTO sqlite_sequence (name, seq) SELECT ${passing}, 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ${passing})`,
    `UPDATE sqlite_sequence SET seq = (SELECT max(seq) FROM sqlite_sequence WHERE name IN (${own}, ${passing})) WHERE name = ${passing}`,
  ];
}

/** What the columns are filled with: as they were, or computed. */
function rowsOf(
  copied: readonly (readonly [now: string, before: string])[],
  first: readonly FirstValue[],
  own: string,
  redefinition: Redefinition,
): { readonly sql: string; readonly notices: Redefined['notices'] } {
  const { change, text, translate, from } = redefinition;
  const computed = computedColumns(redefinition);
  if (computed.length === 0) {
    const values = [...copied.map(([, before]) => quotedName(before)), ...first.map(([, value]) => textOf(value))];
    return { sql: `SELECT ${values.join(', ')} FROM ${quotedName(own)}`, notices: [] };
  }
  const values = copied.map(
    ([, before]) => computed.find(({ column }) => foldName(column, from) === before)?.value ?? before,
  );
  return translate(queryOf(change, [...values, ...first.map(([, value]) => value)], from), text);
}

const SAID_ONCE = /^(?:INSERT INTO sqlite_sequence|CREATE INDEX)\b/i;

/** An index that the script made apart, dropped and made by its new name; undefined for any other change. */
function renamedIndex({ known, change, translate, from, to }: Redefinition): Redefined | undefined {
  const [only, ...others] = change.actions;
  if (only?.kind !== 'rename-column' || only.object === 'COLUMN' || others.length > 0) return undefined;
  const at = known.indexes.findIndex(
    ({ tree }) => tree.name !== undefined && isSameName(tree.name.parts.at(-1) as Name, only.from, from),
  );
  const [before, now] = [known.indexes[at], changedIndexes(known, change, from)[at]];
  if (before === undefined || now === undefined) return undefined;
  const made = [translate(before.tree, before.text), translate(now.tree, now.text)];
  const names = made.map(({ tree }) => (tree.kind === 'create-index' ? ownName(tree.name ?? { parts: [] }, to) : ''));
  return { statements: [`DROP INDEX ${quotedName(names[0] ?? '')}`, ...(made[1]?.statements ?? [])], notices: [] };
}

type FirstValue = readonly [column: string, value: Extract<Expression, { kind: 'number' | 'string' }>];

const textOf = (value: FirstValue[1]): string => (value.kind === 'number' ? value.text : quotedString(value.value));

/** What the source puts into its new columns where these say nothing of rows that are there. */
function firstValues(
  before: CreateTable,
  now: CreateTable,
  { actions, span }: AlterTable,
  from: Dialect,
): FirstValue[] {
  const renames = renamesOf(actions);
  const isOld = (name: Name): boolean =>
    renames.some(([to]) => isSameName(to, name, from)) ||
    (before.elements ?? []).some((one) => one.kind === 'column-definition' && isSameName(one.name, name, from));
  return (now.elements ?? []).flatMap((element): FirstValue[] => {
    if (element.kind !== 'column-definition' || isOld(element.name)) return [];
    const value = impliedValue(element, from);
    if (value === undefined) return [];
    const literal: FirstValue[1] =
      typeof value === 'number' ? { kind: 'number', text: String(value), span } : { kind: 'string', value, span };
    return [[element.name.value, literal]];
  });
}

/** Columns that both definitions have and that are not computed: as they are called now, and before. */
function copiedColumns(
  before: CreateTable,
  now: CreateTable,
  { actions }: AlterTable,
  dialect: Dialect,
): (readonly [now: string, before: string])[] {
  const olds = (before.elements ?? []).flatMap((element) =>
    element.kind === 'column-definition' ? [element.name] : [],
  );
  const renames = renamesOf(actions);
  return (now.elements ?? []).flatMap((element) => {
    if (element.kind !== 'column-definition' || element.constraints.some(({ rule }) => rule.kind === 'generated'))
      return [];
    const wanted = renames.find(([to]) => isSameName(to, element.name, dialect))?.[1] ?? element.name;
    const old = olds.find((one) => isSameName(one, wanted, dialect));
    return old === undefined ? [] : [[element.name.value, old.value] as const];
  });
}
