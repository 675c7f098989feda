import type {
  DerivedTable,
  Join,
  Name,
  Query,
  QueryBody,
  Select,
  SelectItem,
  TableFunction,
  TableName,
  TableReference,
} from '../../ast/index.js';
import { allColumnsOf, boolean, column, derivedTable as derivedTableOf, name, unionOf } from '../made-nodes.js';
import { exactName, sharedName } from '../expressions/names.js';
import { bySourceRules, noticeOfText } from '../expressions/texts/text-comparison.js';
import { condition } from '../expressions/truth.js';
import { withWrittenNames } from '../output-names.js';
import type { RuleTable, Translator } from '../translator.js';
import { withFirst } from './first-body.js';
import { systemTable } from './system-tables.js';
import { tableFunction } from './table-functions/table-functions.js';

/** Where rows come from. */
export const fromClauses: RuleTable = {
  'table-name': tableName,
  'derived-table': derivedTable,
  'table-function': (node: TableFunction, t) => tableFunction(node, t),
  join,
};

/** A fraction, from 0 up to 1, that differs with each row. */
const RANDOM = {
  POSTGRESQL: 'random()',
  MYSQL: 'RAND()',
  SQLITE: '(random() & 9007199254740991) / 9007199254740992.0',
};

/** TABLESAMPLE BERNOULLI (percent), or SYSTEM, which takes pages by chance instead of rows: each row by chance. */
function sampled(node: TableName, t: Translator): TableReference {
  const { sample, alias, ...rest } = node;
  const [percent] = sample?.arguments ?? [];
  if (sample === undefined || percent === undefined) return t.node(node);
  if (sample.repeatable !== undefined)
    t.refuse(sample, 'A sample that is the same each time has no counterpart in the target.', 'Leave out REPEATABLE.');
  const chance = t.form(`${RANDOM[t.target]} * 100 < $1`, [t.value(percent)], node);
  const [first] = node.name.parts.slice(-1);
  const table: TableReference = { ...t.children(rest) };
  const query = allColumnsOf([table], node.span);
  if (query.body.kind !== 'select') return table;
  const called = t.node((alias ?? first) as Name);
  return derivedTableOf({ ...query, body: { ...query.body, where: chance } }, called, node.span);
}

function tableName(node: TableName, t: Translator): TableReference {
  if (node.sample !== undefined && t.source !== t.target) return sampled(node, t);
  const told = systemTable(node, t);
  if (told !== undefined) return told;
  const { only: _, partitions, period, columns, indexHints, indexedBy, ...rest } = node;
  if (partitions !== undefined)
    t.refuse(node, 'Partitions can’t be named in the target.', 'Bound the rows with WHERE.');
  if (period !== undefined) t.refuse(node, 'The history of a table can’t be asked for in the target.');
  if (columns !== undefined)
    t.refuse(node, 'A table’s columns can’t be named anew in the target.', 'Name them in a query.');
  if (indexHints !== undefined || indexedBy !== undefined) t.notice('HINT_DROPPED', node);
  return t.children(rest);
}

/** Whether an alias may name the columns of a derived table; MariaDB and SQLite have them named in the query. */
const namesColumns = (t: Translator): boolean => t.to.features.foldsNames;

function derivedTable(node: DerivedTable, t: Translator): DerivedTable {
  const { alias, columns, lateral } = node;
  if (lateral && !t.to.features.foldsNames) {
    t.refuse(
      node,
      'A table that sees those before it (LATERAL) has no counterpart in the target.',
      'Use a subquery in the list of columns.',
    );
  }
  const query = withWrittenNames(node.query, t.node(node.query), t);
  const called = alias === undefined ? name(t.freshName('derived'), node.span) : t.node(alias);
  if (columns === undefined || namesColumns(t)) {
    return {
      ...node,
      query,
      alias: called,
      ...(columns !== undefined && { columns: columns.map((one) => exactName(t.scope.fold(one), one, t)) }),
    };
  }
  const { columns: _, ...rest } = node;
  return {
    ...rest,
    query: withNames(
      query,
      columns.map((one) => t.node(one)),
      node,
      t,
    ),
    alias: called,
  };
}

/** A query whose columns are called otherwise. */
function withNames(
  query: Query,
  names: readonly NonNullable<SelectItem['alias']>[],
  at: DerivedTable,
  t: Translator,
): Query {
  const rename = (body: QueryBody): QueryBody => {
    if (body.kind !== 'select' || body.columns.some(({ expression }) => expression.kind === 'star')) {
      return renamedValues(body, names, at, t);
    }
    return {
      ...body,
      columns: body.columns.map((item, index) => ({
        ...item,
        alias: names[index] ?? item.alias ?? name(`column${index + 1}`, item.span),
      })),
    };
  };
  return { ...query, body: withFirst(query.body, rename) };
}

function renamedValues(
  body: QueryBody,
  names: readonly NonNullable<SelectItem['alias']>[],
  at: DerivedTable,
  t: Translator,
): QueryBody {
  if (body.kind !== 'values')
    return t.refuse(at, 'The columns of this table can’t be named anew in the target.', 'Name them in the query.');
  const [first, ...others] = body.rows.map((row, index): Select => ({
    kind: 'select',
    columns: row.items.map((expression, at): SelectItem => ({
      kind: 'select-item',
      expression,
      ...(index === 0 && names[at] !== undefined && { alias: names[at] }),
      span: expression.span,
    })),
    span: row.span,
  }));
  return unionOf(first as Select, others);
}

function join(node: Join, t: Translator): Join {
  const { on, alias, columns, usingAlias } = node;
  if (alias !== undefined || columns !== undefined || usingAlias !== undefined) {
    t.refuse(node, 'A name for a join has no counterpart in the target.', 'Name the tables.');
  }
  const type = typeOfJoin(node, t);
  noticeOfShared(node, t);
  return {
    ...node,
    type,
    left: t.node(node.left),
    right: t.node(node.right),
    ...(on !== undefined && { on: condition(on, t) }),
    ...(isUnconditioned(node) && { on: boolean(true, node.span) }),
    ...(node.using !== undefined && { using: node.using.map((one) => sharedName(one, t)) }),
  };
}

/** Columns that a join names compare as the target's do, whatever the source's rules are. */
function noticeOfShared({ using = [] }: Join, t: Translator): void {
  const shared = using.map((one) => column([one], one.span));
  const about = shared.find((one) => bySourceRules(one, t, 'equality'));
  if (about !== undefined)
    t.refuse(
      about,
      'Columns in USING compare as the target’s do.',
      'Join ON an equality, or use `textComparison: TARGET`.',
    );
  for (const one of shared) noticeOfText([one], t, 'equality');
}

/** SQLite takes an outer join without a condition, which joins all rows. */
const isUnconditioned = ({ type, on, using, natural }: Join): boolean =>
  (type === 'left' || type === 'right' || type === 'full') && on === undefined && using === undefined && !natural;

/** An inner join without a condition is a cross join; one that is ordered is an inner one. */
function typeOfJoin(node: Join, t: Translator): Join['type'] {
  const { type, on, using, natural } = node;
  if (type === 'straight') t.notice('HINT_DROPPED', node);
  if (type === 'full' && t.to.features.duplicateKeys) t.refuse(node, 'FULL JOIN has no counterpart in the target.');
  const isBound = on !== undefined || using !== undefined || natural;
  if (type === 'inner' || type === 'straight' || type === 'cross') return isBound ? 'inner' : 'cross';
  return type;
}
