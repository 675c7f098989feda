import { quotedName, quotedString } from '../../../dialects/quoted.js';
import type { CreateTable, Expression, Name, Span, Statement } from '../../../ast/index.js';
import { parseStatement } from '../../../parser/index.js';
import { item } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { keyOf, parentsOf, type PresentTable } from './present-table.js';

/** A column of the table that is made anew, and what its values are made of: columns as they were before. */
export interface Copied {
  readonly column: Name;
  readonly value: Expression;
}

/** A table that is to be made anew. */
export interface Rebuilt {
  readonly present: PresentTable;
  /** As it is to be. */
  readonly anew: PresentTable;
  readonly copied: readonly Copied[];
  /** Those whose foreign keys lead to it. */
  readonly dependents: readonly PresentTable[];
  readonly span: Span;
}

/**
 * The statements that put a table into the place of another. Its rows wait in a table without keys, as do those of every
 * table that refers to it: with foreign keys on, which a transaction can't change, dropping a table acts on all of them.
 * https://sqlite.org/lang_altertable.html#otheralter, https://sqlite.org/foreignkeys.html#fk_schemacommands
 */
export function rebuiltTable({ present, anew, copied, dependents, span }: Rebuilt, t: Translator): Statement[] {
  const inOrder = dependentsFirst(dependents, present, t);
  const all = inOrder.tables.map((each): Remade =>
    each === present ? { before: present, now: anew, copied } : { before: each, now: each, copied: copiesOf(each) },
  );
  const isRound = inOrder.isRound || dependents.some(({ table }) => parentsOf(anew.table, t).has(keyOf(table.name, t)));
  return [...takenDown(all, isRound, t), ...putBack(all, t)].map((statement) => ({ ...statement, span }));
}

/** The rows wait, and the tables are dropped, in their order. */
export function takenDown(all: readonly Remade[], isRound: boolean, t: Translator): Statement[] {
  const sql = (text: string): Statement => parseStatement(text, t.to);
  return [
    // the keys of tables that lead to each other are looked at when all rows are back
    ...(isRound ? [sql('PRAGMA defer_foreign_keys = ON')] : []),
    ...all.flatMap(({ before }) => kept(before.table).map(sql)),
    ...all.map(({ before }) => sql(`DROP TABLE ${own(before.table)}`)),
  ];
}

/** The tables come back, those first that others lead to. */
export function putBack(all: readonly Remade[], t: Translator): Statement[] {
  const again = [...all].reverse();
  return [
    ...again.map(({ now }) => now.table),
    ...again.flatMap((each) => filled(each, t)),
    ...again.flatMap(({ now }) => [...now.indexes, ...now.others]),
  ];
}

/** A table that is made anew, as it is before and behind. */
export interface Remade {
  readonly before: PresentTable;
  readonly now: PresentTable;
  readonly copied: readonly Copied[];
}

interface Ordered {
  readonly tables: readonly PresentTable[];
  /** Whether some lead to each other. */
  readonly isRound: boolean;
}

/** Tables in an order in which none is dropped that another leads to. */
export function dependentsFirst(dependents: readonly PresentTable[], last: PresentTable, t: Translator): Ordered {
  const waiting = [...dependents, last];
  const tables: PresentTable[] = [];
  let isRound = false;
  while (waiting.length > 0) {
    const isFree = (each: PresentTable): boolean =>
      !waiting.some((other) => other !== each && parentsOf(other.table, t).has(keyOf(each.table.name, t)));
    const free = waiting.findIndex(isFree);
    isRound ||= free < 0;
    tables.push(...waiting.splice(Math.max(free, 0), 1));
  }
  return { tables, isRound };
}

const nameOf = ({ name }: CreateTable): string => (name.parts[name.parts.length - 1] as Name).value;
const own = (table: CreateTable): string => quotedName(nameOf(table));
const waitingName = (table: CreateTable): string => `_${nameOf(table)}_rows`;

/** The rows, and how far the table has counted. */
function kept(table: CreateTable): string[] {
  const rows = `CREATE TABLE ${quotedName(waitingName(table))} AS SELECT * FROM ${own(table)}`;
  if (!counts(table)) return [rows];
  const count =
    `INSERT INTO sqlite_sequence (name, seq) SELECT ${quotedString(waitingName(table))}, seq ` +
    `FROM sqlite_sequence WHERE name = ${quotedString(nameOf(table))}`;
  return [rows, count];
}

/** The rows come back, and the table goes on counting where it was. */
function filled({ before, now, copied }: Remade, t: Translator): Statement[] {
  const sql = (text: string): Statement => parseStatement(text, t.to);
  const waiting = waitingName(before.table);
  const columns = copied.map(({ column }) => quotedName(column.value)).join(', ');
  const insertion = sql(`INSERT INTO ${own(now.table)} (${columns || 'none'}) SELECT 1 FROM ${quotedName(waiting)}`);
  const name = quotedString(nameOf(now.table));
  const goesOn = [
    `DELETE FROM sqlite_sequence WHERE name = ${name} AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ${quotedString(waiting)})`,
    `UPDATE sqlite_sequence SET name = ${name} WHERE name = ${quotedString(waiting)}`,
  ];
  return [
    ...(copied.length === 0 ? [] : [withValues(insertion, copied)]),
    sql(`DROP TABLE ${quotedName(waiting)}`),
    ...(counts(before.table) && counts(now.table) ? goesOn.map(sql) : []),
  ];
}

/** The INSERT … SELECT with values of its own. */
function withValues(insertion: Statement, copied: readonly Copied[]): Statement {
  if (insertion.kind !== 'insert' || insertion.source?.body.kind !== 'select') return insertion;
  const { source } = insertion;
  const columns = copied.map(({ value }) => item(value));
  return { ...insertion, source: { ...source, body: { ...insertion.source.body, columns } } };
}

const counts = ({ elements = [] }: CreateTable): boolean =>
  elements.some(
    (element) =>
      element.kind === 'column-definition' &&
      element.constraints.some(({ rule }) => rule.kind === 'primary-key' && rule.autoIncrement === true),
  );

/** All columns that are not computed, as they are. */
export function copiesOf({ table }: PresentTable): Copied[] {
  return (table.elements ?? []).flatMap((element) => {
    if (element.kind !== 'column-definition' || element.constraints.some(({ rule }) => rule.kind === 'generated'))
      return [];
    const column = { ...element.name, quoted: true };
    return [{ column, value: { kind: 'column', parts: [column], span: element.span } as const }];
  });
}
