import { quotedName, quotedString } from '../../dialects/quoted.js';
import {
  rewrite,
  type CreateTable,
  type Drop,
  type Name,
  type Node,
  type Query,
  type Statement,
  type TableConstraint,
  type TableOption,
} from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { parseStatement } from '../../parser/index.js';
import { scopeOfCreatedTable } from '../../typing/index.js';
import { name, number } from '../made-nodes.js';
import { withSourceNames } from '../output-names.js';
import type { Translator } from '../translator.js';
import { columnDefinition, type MadeColumn } from './columns/columns.js';
import { columnsOfQuery, declaredFromQuery, rowsOf } from './columns/columns-of-query.js';
import { computedApart } from './columns/computed-apart.js';
import { commentOnTable } from './comments.js';
import type { Counter } from './columns/counters.js';
import { refuseChecksOfActedOn } from './constraints/acted-on-columns.js';
import { withKeyNamesFor } from './constraints/key-names.js';
import { withOpenKeys } from './constraints/open-keys.js';
import { caselessKeys } from './indexes/caseless-keys.js';
import { alike, likeOf } from './like-table.js';
import { tableConstraint } from './constraints/table-constraints.js';
import { withoutVainActions } from './constraints/vain-actions.js';
import { keyOf } from './rebuild/index.js';
import { primaryKey, tablePlan } from './table-plan.js';

/** CREATE TABLE, with what the target says of the table in statements of its own. */
export function createTable(node: CreateTable, t: Translator): CreateTable {
  refuseOwnKinds(node, t);
  if (node.orReplace === true) t.before.push(dropFirst(node, t));
  if (node.persistence === 'UNLOGGED') t.notice('DETAIL_DROPPED', node, 'The table is logged in the target.');
  const like = likeOf(node);
  if (like !== undefined) return alike(node, headOf(node, t), like, t);
  if (node.query !== undefined) return fromQuery(node, t);
  if (t.source === 'SQLITE' && !isStrict(node)) t.notice('TYPE_ENFORCEMENT', node.name);
  if (t.target === 'SQLITE')
    t.notice('TYPE_WIDENED', node.name, 'SQLite refuses no values of another type than a column’s.');
  const named = withOwnColumns(withKeyNamesFor(withOpenKeys(node, t.from), t), t);
  return t.within(scopeOfCreatedTable(named, t.scope), () => withElements(named, t));
}

/** Foreign keys to the table itself with the columns of its primary key, where the target asks for them. */
function withOwnColumns(node: CreateTable, t: Translator): CreateTable {
  const key = keyOf(node.name, t);
  return rewrite(node, (each: Node) => {
    if (each.kind !== 'foreign-reference' || each.columns.length > 0 || keyOf(each.table, t) !== key) return each;
    return t.target === 'MYSQL' ? { ...each, columns: primaryKey(node) } : each;
  });
}

const isStrict = ({ options = [] }: CreateTable): boolean => options.some((one) => one.name === 'STRICT');

/** What one engine alone makes tables of. */
const OWN_KINDS: readonly (readonly [of: (node: CreateTable) => boolean, what: string])[] = [
  [({ foreign }) => foreign === true, 'Foreign tables'],
  [({ ofType }) => ofType !== undefined, 'Tables of a type'],
  [({ partitionOf }) => partitionOf !== undefined, 'Partitions that are tables'],
  [({ inherits }) => inherits !== undefined, 'Tables that inherit'],
  [({ module }) => module !== undefined, 'Virtual tables'],
  [({ execute }) => execute !== undefined, 'Tables of a prepared statement'],
  [({ violation }) => violation !== undefined, 'Tables that leave out or replace rows of a query'],
  [({ onCommit }) => onCommit !== undefined && onCommit !== 'PRESERVE ROWS', 'Tables that end with a transaction'],
];

function refuseOwnKinds(node: CreateTable, t: Translator): void {
  const [, what] = OWN_KINDS.find(([of]) => of(node)) ?? [];
  if (what !== undefined) t.refuse(node, `${what} have no counterpart in the target.`, 'Create a plain table.');
  if (node.partitionBy !== undefined)
    t.notice('DETAIL_DROPPED', node.partitionBy, 'The table is not partitioned in the target.');
}

const dropFirst = (node: CreateTable, t: Translator): Drop => ({
  kind: 'drop',
  object: 'TABLE',
  ifExists: true,
  names: [t.node(node.name)],
  span: node.span,
});

type Head = Pick<CreateTable, 'kind' | 'name' | 'ifNotExists' | 'persistence' | 'span'>;

const headOf = ({ kind, ifNotExists, persistence, span, ...node }: CreateTable, t: Translator): Head => ({
  kind,
  name: t.node(node.name),
  ...(ifNotExists !== undefined && { ifNotExists }),
  ...(persistence === 'TEMPORARY' && { persistence }),
  span,
});

function withElements(node: CreateTable, t: Translator): CreateTable {
  if ((node.elements ?? []).length === 0) t.refuse(node, 'The target has no tables without columns.', 'Declare one.');
  refuseChecksOfActedOn(node, t);
  const plan = tablePlan(node, t);
  const elements = node.elements ?? [];
  const columns = elements.flatMap((each) =>
    each.kind === 'column-definition' ? [columnDefinition(each, plan, t)] : [],
  );
  const hasPrimaryKey = columns.some((each) => each.hasPrimaryKey);
  const rules = elements
    .filter((each): each is TableConstraint => each.kind === 'table-constraint')
    .filter(({ rule }) => !(hasPrimaryKey && rule.kind === 'table-key' && rule.type === 'primary'))
    .map((each) => tableConstraint(each, node.name, t));
  const after = [...rules.flatMap(({ indexes }) => indexes), ...columns.flatMap((each) => each.after)];
  t.after.push(...after, ...caselessKeys(node, t), ...tableComment(node, t), ...firstNumber(node, columns, t));
  const options = optionsFor(node, columns, t);
  return {
    ...headOf(node, t),
    elements: withoutVainActions(
      [
        ...computedApart(
          columns.map(({ column }) => column),
          t,
        ),
        ...rules.flatMap(({ constraints }) => constraints),
        ...columns.flatMap(({ constraints }) => constraints),
      ],
      t,
    ),
    ...(options.length > 0 && { options }),
  };
}

/** Options of MySQL's tables that say where rows are, and nothing of what is in them. */
const TEXT_OPTIONS: ReadonlySet<string> = new Set(['CHARSET', 'COLLATE', 'CHARACTER SET']);

function optionsFor(node: CreateTable, columns: readonly MadeColumn[], t: Translator): TableOption[] {
  const { span } = node;
  const ofText = (node.options ?? []).find((one) => TEXT_OPTIONS.has(one.name));
  if (ofText !== undefined) t.notice('DETAIL_DROPPED', ofText, 'Character sets and collations are the target’s own.');
  const versions = (node.options ?? []).find((one) => one.name === 'WITH SYSTEM VERSIONING');
  if (versions !== undefined) t.notice('RULE_DROPPED', versions, 'The target keeps no former versions of rows.');
  if (t.target !== 'MYSQL') return [];
  const start = columns.find(({ counter }) => counter?.start !== undefined)?.counter?.start;
  return [
    // MariaDB's own is Latin up to its version 11.6
    { kind: 'table-option', name: 'CHARSET', value: name('utf8mb4', span), span },
    ...(start === undefined ? [] : [{ kind: 'table-option', name: 'AUTO_INCREMENT', value: start, span } as const]),
  ];
}

function tableComment(node: CreateTable, t: Translator): Statement[] {
  const found = (node.options ?? []).find((one) => one.name === 'COMMENT');
  const value = found?.value;
  if (found === undefined || value === undefined || value.kind === 'name') return [];
  return commentOnTable(node.name, value, found, t);
}

type FirstNumber = (table: Name, column: Name, first: string, t: Translator) => string;

const folded = ({ value, quoted }: Name, t: Translator): string =>
  quoted || !t.to.features.foldsNames ? value : value.toLowerCase();

/** How each target is told from which number a table counts. */
const FIRST_NUMBERS: Readonly<Record<DialectName, FirstNumber | undefined>> = {
  POSTGRESQL: (table, column, first, t) =>
    `ALTER TABLE ${quotedName(folded(table, t))} ALTER COLUMN ${quotedName(folded(column, t))} RESTART WITH ${first}`,
  SQLITE: (table, _column, first) =>
    `INSERT INTO sqlite_sequence (name, seq) VALUES (${quotedString(table.value)}, ${first} - 1)`,
  // told among the table's options
  MYSQL: undefined,
};

/** The number that a table counts on from, where MySQL's options or an identity say it. */
function firstNumber(node: CreateTable, columns: readonly MadeColumn[], t: Translator): Statement[] {
  const counted = columns.find(({ counter }) => counter !== undefined);
  const make = FIRST_NUMBERS[t.target];
  const first =
    (node.options ?? []).find((one) => one.name === 'AUTO_INCREMENT')?.value ?? startOf(counted?.counter, t);
  if (counted === undefined || make === undefined || first?.kind !== 'number') return [];
  const { parts } = t.node(node.name);
  return [parseStatement(make(parts[parts.length - 1] as Name, counted.column.name, first.text, t), t.to)];
}

/** PostgreSQL says it with the identity. */
const startOf = (counter: Counter | undefined, t: Translator): Counter['start'] =>
  t.target === 'POSTGRESQL' ? undefined : counter?.start;

/** CREATE TABLE … AS: its columns are those of the query, by the types that the target gives them. */
function fromQuery(node: CreateTable, t: Translator): CreateTable {
  const { query, columnNames, withData, elements } = node;
  if (query === undefined) return t.refuse(node, 'A table of nothing.');
  if ((elements ?? []).length > 0) return besideQuery(node, query, t);
  if (withData === false && query.limit !== undefined)
    t.refuse(node, 'WITH NO DATA has no counterpart in the target.', 'Add LIMIT 0 to the query.');
  const declared = declaredColumns(node, query, t);
  if (declared !== undefined) return declared;
  const named = columnNames === undefined || t.target === 'POSTGRESQL' ? query : withAliases(query, columnNames);
  if (named === undefined)
    t.refuse(node, 'The names of a query’s columns stand in the query in the target.', 'Use aliases.');
  t.notice('TYPE_WIDENED', node.name, 'The columns get the types that the target finds for the query.');
  const written = withSourceNames(named, t.node(named), t);
  const made = written.kind === 'query' && withData === false ? withoutRows(written) : written;
  return {
    ...headOf(node, t),
    ...(columnNames !== undefined && t.target === 'POSTGRESQL' && { columnNames: t.all(columnNames) }),
    ...(made.kind === 'query' && { query: made }),
  };
}

/**
 * A table of a query with its columns declared, where what the target makes of the query would not be those of the source:
 * SQLite's have types that say little, and MySQL's take no NULL where the tables' do not.
 *
 * @returns undefined where the columns of the query are not known, and where the target makes the same of it
 */
function declaredColumns(node: CreateTable, query: Query, t: Translator): CreateTable | undefined {
  const { columnNames, withData, span } = node;
  const keepsRules = t.source === 'MYSQL';
  const given = t.scope.columnsOf(query);
  if (given === undefined || node.ifNotExists === true || (t.target === 'POSTGRESQL' && !keepsRules)) return undefined;
  // what MySQL computes with decimals has digits by its own rules
  const isComputed = ({ table, type }: (typeof given)[number]): boolean =>
    table === undefined && type?.type === 'DECIMAL' && type.scale === undefined;
  if (t.target === 'MYSQL' && given.some(isComputed)) return undefined;
  const names = t.all(columnNames ?? []);
  const columns = columnsOfQuery(given, t.to, { span, keepsRules, names });
  if (columns === undefined) return undefined;
  if (withData !== false) t.after.unshift(t.node({ ...rowsOf(node, query, []), columns: [] }));
  return { ...headOf(node, t), elements: columns };
}

/** Columns that are declared beside a query. */
function besideQuery(node: CreateTable, query: Query, t: Translator): CreateTable {
  const made = declaredFromQuery(node, query, t);
  if (made === undefined)
    return t.refuse(node, 'Columns beside a query have no counterpart in the target.', 'Create the table first.');
  const table = t.node(made.table);
  t.after.unshift(t.node(made.rows));
  return table;
}

/** A query whose columns are called so; undefined where it does not list them. */
function withAliases(query: Query, names: readonly Name[]): Query | undefined {
  const { body } = query;
  if (body.kind !== 'select' || body.columns.length < names.length) return undefined;
  if (body.columns.some(({ expression }) => expression.kind === 'star')) return undefined;
  const columns = body.columns.map((each, at) => {
    const alias = names[at];
    return alias === undefined ? each : { ...each, alias };
  });
  return { ...query, body: { ...body, columns } };
}

/** A query that gives no rows. */
const withoutRows = ({ limit: _, ...query }: Query): Query => ({
  ...query,
  limit: { kind: 'limit', count: number(0, query.span), span: query.span },
});
