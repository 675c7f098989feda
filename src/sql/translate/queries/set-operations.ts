import type { Expression, Query, QueryBody, Select, SelectItem, SetOperation } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import type { RelationColumns } from '../../typing/sources.js';
import type { SqlTypeName } from '../../typing/index.js';
import { call, cast, column, dataType, derivedTable, item, name } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { mayHoldText } from '../expressions/texts/may-be-text.js';
import { noticeOfOpen, noticeOfSame, tellsTextsApart } from '../expressions/texts/text-comparison.js';
import { withFirst } from './first-body.js';

/** Whether columns of different kinds may stand one behind the other. */
const MIXES_TYPES: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: true };

/** Whether INTERSECT and EXCEPT count rows that come more than once. */
const COUNTS_ROWS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: true, MYSQL: true, SQLITE: false };

/** Queries that are combined, from the left to the right. */
export function setOperation(node: SetOperation, t: Translator): QueryBody {
  if (node.all && node.operator !== 'union' && !COUNTS_ROWS[t.target]) return countedOperation(node, t);
  noticeOfSameRows(node, t);
  const { left, right } = tellsTextsApart(t) && !node.all ? toldApart(node) : node;
  const isResult = t.result === node;
  const part = (body: QueryBody): QueryBody => {
    if (isResult) t.result = body;
    return t.node(body);
  };
  const made = { ...node, left: part(left), right: part(right) };
  if (MIXES_TYPES[t.target] || !MIXES_TYPES[t.source]) return made;
  const mixed = mixedColumns(node, t);
  if (mixed.size === 0) return made;
  if (hasStar(node)) {
    t.refuse(
      node,
      'Columns of different types stand in one place of these queries, and `*` does not say which.',
      'Name the columns, and cast those that differ.',
    );
  }
  return { ...made, left: asText(made.left, mixed), right: asText(made.right, mixed) };
}

/** Rows that differ in the case of a text alone may be one to an engine, and two to another. */
function noticeOfSameRows(node: SetOperation, t: Translator): void {
  if (node.operator === 'union' && node.all) return;
  const columns = columnsOf(node, t);
  const about = columns?.find((one) => mayHoldText(one, t));
  if (about?.type !== undefined) noticeOfSame(node, t);
  // what a star stands for is not known without a catalogue
  else if (about !== undefined || columns === undefined) noticeOfOpen(node, t, 'equality');
}

/** Whoever tells apart the rows of the whole may tell apart those of each query: as these do, so does the whole. */
const toldApart = ({ left, right, ...node }: SetOperation): SetOperation => ({
  ...node,
  left: ofDistinctRows(left),
  right: ofDistinctRows(right),
});

function ofDistinctRows(body: QueryBody): QueryBody {
  if (body.kind === 'select') return body.distinctOn === undefined ? { ...body, distinct: true } : body;
  return body.kind === 'set-operation' ? toldApart(body) : body;
}

const columnsOf = (body: QueryBody, t: Translator): RelationColumns =>
  t.scope.columnsOf({ kind: 'query', body, span: body.span });

const NUMBERS: ReadonlySet<SqlTypeName> = new Set<SqlTypeName>(['BOOLEAN', 'INTEGER', 'BIGINT', 'DECIMAL', 'FLOAT']);

/** The places of columns that are text on one side and something else on the other. */
function mixedColumns({ left, right }: SetOperation, t: Translator): ReadonlySet<number> {
  const others = columnsOf(right, t) ?? [];
  const mixed = (columnsOf(left, t) ?? []).flatMap((one, index) => {
    const types = [one.type?.type, others[index]?.type?.type];
    const other = types.find((type) => type !== 'TEXT');
    return types.includes('TEXT') && other !== undefined && (NUMBERS.has(other) || other === 'DATE') ? [index] : [];
  });
  return new Set(mixed);
}

/** Whether a star stands for columns whose places are counted. */
function hasStar(body: QueryBody): boolean {
  if (body.kind === 'set-operation') return hasStar(body.left) || hasStar(body.right);
  if (body.kind === 'query') return hasStar(body.body);
  return body.kind === 'select' && body.columns.some(({ expression }) => expression.kind === 'star');
}

/** A query with some of its columns as text. */
function asText(body: QueryBody, places: ReadonlySet<number>): QueryBody {
  if (body.kind === 'set-operation')
    return { ...body, left: asText(body.left, places), right: asText(body.right, places) };
  if (body.kind === 'query') return { ...body, body: asText(body.body, places) };
  if (body.kind !== 'select') return body;
  const columns = body.columns.map((one, index) =>
    places.has(index) ? { ...one, expression: textOf(one.expression) } : one,
  );
  return { ...body, columns };
}

const textOf = (node: Expression): Expression =>
  node.kind === 'string' || node.kind === 'null' ? node : cast(node, dataType('text', node.span));

/** INTERSECT ALL by numbering the rows that are the same: the second of a kind is another row than the first. */
function countedOperation(node: SetOperation, t: Translator): QueryBody {
  const { left, right, span } = node;
  const names = columnsOf(left, t)?.map((one) => one.name);
  if (names === undefined) {
    return t.refuse(
      node,
      `The target has no ${node.operator.toUpperCase()} ALL.`,
      'Name the columns, so that it can be composed.',
    );
  }
  const numbered = (body: QueryBody): Select => numberedRows(body, names.length, t);
  const alias = name(t.freshName('counted'), span);
  const rows: Query = {
    kind: 'query',
    body: { ...node, all: false, left: numbered(left), right: numbered(right) },
    span,
  };
  const whole: Select = {
    kind: 'select',
    columns: names.map((called, index) => item(column([alias, valueName(index, span)], span), name(called, span))),
    from: [derivedTable(rows, alias, span)],
    span,
  };
  if (t.result === node) t.result = whole;
  return t.node(whole);
}

const valueName = (index: number, span: SetOperation['span']): ReturnType<typeof name> =>
  name(`value_${index + 1}`, span);

function numberedRows(body: QueryBody, count: number, t: Translator): Select {
  const { span } = body;
  const alias = name(t.freshName('rows'), span);
  const query: Query = { kind: 'query', body: withFirst(body, (first) => withValueNames(first, span, t)), span };
  const values = Array.from({ length: count }, (_, index) => column([alias, valueName(index, span)], span));
  const over = {
    kind: 'window',
    reference: false,
    partitionBy: values,
    orderBy: [],
    span,
  } as const;
  return {
    kind: 'select',
    columns: [
      ...values.map((value, index) => item(value, valueName(index, span))),
      item({ ...call('row_number', [], span), over }, name('number', span)),
    ],
    from: [derivedTable(query, alias, span)],
    span,
  };
}

function withValueNames(body: QueryBody, span: SetOperation['span'], t: Translator): QueryBody {
  if (body.kind !== 'select' || body.columns.some(({ expression }) => expression.kind === 'star')) {
    return t.refuse(body, 'The rows of this query can’t be counted in the target.', 'Name its columns.');
  }
  const columns = body.columns.map((one, index): SelectItem => ({ ...one, alias: valueName(index, span) }));
  return { ...body, columns };
}
