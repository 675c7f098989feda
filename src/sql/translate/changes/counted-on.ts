import { quotedName, quotedString } from '../../dialects/quoted.js';
import type { Expression, Insert, Statement } from '../../ast/index.js';
import type { CatalogueTable } from '../../catalogue.js';
import { parseStatement } from '../../parser/index.js';
import { call, text } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import type { ChangedTable } from './changed-table.js';
import { insertedColumns } from './conflict-targets.js';

/** The last numbers of types, behind which nothing is counted. */
const MOST: Readonly<Record<string, string>> = { smallint: '32767', integer: '2147483647' };

/**
 * What lets PostgreSQL count on behind numbers that rows are given, as the others do by themselves.
 * https://www.postgresql.org/docs/current/functions-sequence.html
 */
export function countedOn(node: Insert, table: ChangedTable, t: Translator): Statement[] {
  const { known } = table;
  const counted = known?.columns.find(({ autoIncrement }) => autoIncrement === true);
  const isAsked = t.target === 'POSTGRESQL' && t.source !== 'POSTGRESQL' && t.rules.countsOn !== false;
  if (!isAsked || known === undefined || counted === undefined || !givesNumbers(node, counted.name, table, t))
    return [];
  const path = sequencePath(known);
  const most = MOST[counted.databaseType.toLowerCase()];
  const sql =
    `SELECT setval(s, GREATEST(m + 1, nextval(s)), false) FROM (SELECT ` +
    `CAST(pg_get_serial_sequence(${quotedString(path)}, ${quotedString(counted.name)}) AS regclass) AS s, ` +
    `(SELECT CAST(max(${quotedName(counted.name)}) AS bigint) FROM ${path}) AS m) AS q` +
    (most === undefined ? '' : ` WHERE m < ${most}`);
  return [{ ...parseStatement(sql, t.to), span: node.span }];
}

/** A table as PostgreSQL's functions of sequences read it. */
const sequencePath = ({ schema, name }: CatalogueTable): string =>
  [...(schema === undefined ? [] : [schema]), name].map(quotedName).join('.');

/** The next number of a key that counts; undefined for one that does not. */
export function nextNumber(own: string, { known, name: { span } }: ChangedTable): Expression | undefined {
  const counts = known?.columns.some(({ name, autoIncrement }) => name === own && autoIncrement === true);
  if (known === undefined || counts !== true) return undefined;
  return call(
    'nextval',
    [call('pg_get_serial_sequence', [text(sequencePath(known), span), text(own, span)], span)],
    span,
  );
}

/** Whether a row may get a number that stands in the statement, or comes with it or out of a query. */
function givesNumbers(node: Insert, counted: string, table: ChangedTable, t: Translator): boolean {
  const at = insertedColumns(node, table, t).findIndex((one) => table.column(one)?.name === counted);
  if (at < 0 || node.source === undefined) return false;
  const { body } = node.source;
  if (body.kind !== 'values') return true;
  return body.rows.some(({ items }) => {
    const item = items[at];
    return item !== undefined && item.kind !== 'default' && item.kind !== 'null';
  });
}
