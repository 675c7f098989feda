import {
  contains,
  type Expression,
  type IndexElement,
  type Name,
  type Node,
  type QualifiedName,
} from '../../../ast/index.js';
import type { CatalogueIndex } from '../../../catalogue.js';
import type { DialectName } from '../../../dialects/index.js';
import { name } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { bareColumns } from '../columns/bare-columns.js';

/** Whether an index is for keeping rows apart, so that it may lose nothing. */
export type IndexUse = 'plain' | 'unique';

/** Whether every server of a target has indexes over expressions. */
export const INDEXES_EXPRESSIONS: Readonly<Record<DialectName, boolean>> = {
  POSTGRESQL: true,
  MYSQL: false,
  SQLITE: true,
};

/** SQLite's own words for capital letters, which know A to Z alone as its texts do: no index holds what takes a query. */
export function indexed(expression: Expression, at: Node, t: Translator): Expression {
  const called = expression.kind === 'call' ? expression.name.parts[0]?.value.toLowerCase() : undefined;
  const [only, another] = expression.kind === 'call' ? expression.arguments : [];
  if (t.target !== 'SQLITE' || only === undefined || another !== undefined || !LETTER_CASE.has(called ?? ''))
    return t.value(expression);
  return t.form(`${called ?? ''}($1)`, [indexed(only, at, t)], at);
}

const LETTER_CASE: ReadonlySet<string> = new Set(['lower', 'upper']);

/** A column or expression of an index. */
export function indexElement(node: IndexElement, use: IndexUse, t: Translator): IndexElement {
  const { length, collation, operatorClass, direction, nulls, span } = node;
  const expression = node.expression.kind === 'column' ? node.expression : bareColumns(node.expression, t);
  const isColumn = expression.kind === 'column';
  if (isColumn && expression.parts.length > 1)
    t.refuse(expression, 'An index has columns of its own table.', 'Leave out what stands before the name.');
  if (!isColumn && !INDEXES_EXPRESSIONS[t.target] && t.rules.server.flavour !== 'MYSQL') {
    t.refuse(node, 'MariaDB has no indexes over expressions.', 'Add a generated column, and an index over it.');
  }
  if (length !== undefined && use === 'unique') return startOf(node, length, t);
  if (length !== undefined) t.notice('INDEX_PLAINER', node);
  const isCaseless = collation !== undefined && t.source === 'SQLITE' && isNocase(collation);
  if (isCaseless && use === 'unique' && t.target === 'POSTGRESQL')
    return { kind: 'index-element', expression: caseless(expression, node, t), span };
  if (isCaseless && t.target === 'MYSQL') t.notice('KEY_COMPARISON', node);
  else if (collation !== undefined && use === 'unique') {
    t.refuse(node, 'The collation of a unique key has no counterpart in the target.', 'Give the column a collation.');
  }
  if (collation !== undefined || operatorClass !== undefined || nulls !== undefined) t.notice('INDEX_PLAINER', node);
  const made = t.keeping(() => indexed(expression, node, t));
  if (!isColumn) refuseChanging(made, expression, t);
  return {
    kind: 'index-element',
    expression: made,
    ...(direction !== undefined && { direction }),
    span,
  };
}

/**
 * Functions whose answers hang on settings of the server, such as the language of its dates.
 * https://www.postgresql.org/docs/current/xfunc-volatility.html, https://mariadb.com/kb/en/generated-columns/
 */
const CHANGING: Readonly<Record<DialectName, ReadonlySet<string>>> = {
  POSTGRESQL: new Set(['to_char', 'to_jsonb', 'to_date', 'to_timestamp', 'concat', 'concat_ws', 'format']),
  MYSQL: new Set(['date_format', 'dayname', 'monthname']),
  SQLITE: new Set(),
};

const MOMENT_NAME = /^(?:date|time|timestamp|timestamptz)/;

/** @throws DragomanError for an expression, as the target has it, that no index of it holds */
export function refuseChanging(made: Expression, expression: Expression, t: Translator): void {
  if (contains(made, (one) => isChanging(one, t)))
    t.refuse(
      expression,
      'The target says this by a function whose answer hangs on settings of the server, and indexes none such.',
      'Keep it in a column of its own, and index that.',
    );
}

/** SQLite's moments are texts, which PostgreSQL reads by its setting of how dates are written. */
function isChanging(node: Node, t: Translator): boolean {
  if (t.source === t.target) return false;
  if (node.kind === 'call') return CHANGING[t.target].has(node.name.parts.at(-1)?.value.toLowerCase() ?? '');
  const isOfTexts = t.source === 'SQLITE' && t.target === 'POSTGRESQL';
  return isOfTexts && node.kind === 'cast' && MOMENT_NAME.test(node.type.name);
}

/** https://sqlite.org/datatype3.html#collating_sequences */
export const isNocase = ({ parts }: QualifiedName): boolean => parts.at(-1)?.value.toUpperCase() === 'NOCASE';

/** A text as NOCASE compares it, which knows the letters A to Z alone. */
export const caseless = (expression: Expression, at: Node, t: Translator): Expression =>
  t.form('lower($1 COLLATE "C")', [t.value(expression)], at);

/** What a key over the start of a text, or of bytes, holds of them. */
const startOf = ({ expression, span }: IndexElement, length: number, t: Translator): IndexElement => ({
  kind: 'index-element',
  expression: t.form(`substr($1, 1, ${length})`, [t.value(expression)], expression),
  span,
});

/** Characters of a long text that MySQL keeps in an index. */
const KEPT = 255;

/** What an index of a text of any length holds of it: MySQL's need a length, where what is known of the table says so. */
export function startOfLong(column: Expression, t: Translator): number | undefined {
  if (t.target !== 'MYSQL' || column.kind !== 'column') return undefined;
  return /(text|blob)/i.test(t.scope.resolve(column).databaseType ?? '') ? KEPT : undefined;
}

/** What texts are one key to differs between the engines. */
export function tellOfTexts(elements: readonly IndexElement[], at: Node, t: Translator): void {
  if (t.source !== 'MYSQL' && t.target !== 'MYSQL') return;
  if (elements.some(({ expression }) => t.typeName(expression) === 'TEXT')) t.notice('KEY_COMPARISON', at);
}

/** Whose indexes have names of their own in each table, where others have them in the schema. */
export const NAMED_IN_TABLE: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: false };

/**
 * The name of an index. MySQL's are names within their table, those of the others within the schema: they get the
 * table's name before them, unless they begin with it already.
 */
export function indexName(written: Name, table: Name, t: Translator): Name {
  const own = t.node(written);
  if (!NAMED_IN_TABLE[t.source] || NAMED_IN_TABLE[t.target]) return own;
  const { value, quoted } = t.node(table);
  if (own.value.toLowerCase().startsWith(`${value.toLowerCase()}_`)) return own;
  return name(`${value}_${own.value}`, written.span, quoted || own.quoted);
}

/** The name that an index of a table goes by in the target: one that it has as it is written, where that is known. */
export function presentIndexName(written: Name, table: QualifiedName, t: Translator): Name {
  const own = t.node(written);
  if (indexOfTable(own, table, t) !== undefined) return own;
  const usual = indexName(written, table.parts[table.parts.length - 1] as Name, t);
  if (usual === own || indexOfTable(usual, table, t) !== undefined) return usual;
  // a table that is called otherwise now has the names of its indexes from before
  const known = t.scope.context.catalogue?.table(table.parts.map((part) => t.scope.fold(part)))?.indexes ?? [];
  const [only, another] = known.filter((one) => one.name.toLowerCase().endsWith(`_${own.value.toLowerCase()}`));
  return only !== undefined && another === undefined ? name(only.name, written.span, true) : usual;
}

/** What the catalogue tells of an index of a table, by its name in the target. */
export function indexOfTable({ value }: Name, table: QualifiedName, t: Translator): CatalogueIndex | undefined {
  const known = t.scope.context.catalogue?.table(table.parts.map((part) => t.scope.fold(part)));
  return known?.indexes?.find((index) => index.name.toLowerCase() === value.toLowerCase());
}
