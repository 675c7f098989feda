import type {
  ColumnDeclaration,
  DerivedTable,
  IndexHint,
  Join,
  JsonTable,
  JsonTableColumn,
  Name,
  TableFunction,
  TableName,
  TableReference,
  XmlTable,
  XmlTableColumn,
} from '../ast/index.js';
import { clause, commaSeparated, lines, listClause, parenthesized, parenthesizedList, words } from './documents.js';
import { concat, type Doc, group, indent, line } from './layout.js';
import { path } from './names-and-literals.js';
import { precedenceOf, PRIMARY } from './precedence.js';
import type { Printer, PrintTable } from './printer.js';

/** Where rows come from: tables, queries, functions, and joins of them. */
export const tableReferences = {
  'table-name': tableName,
  'table-sample': ({ method, arguments: values, repeatable }, printer) =>
    words(
      concat(['TABLESAMPLE ', printer.print(method), ' ', parenthesizedList(printer.all(values))]),
      repeatable !== undefined && concat(['REPEATABLE ', parenthesized(printer.print(repeatable))]),
    ),
  'index-hint': indexHint,
  'derived-table': derivedTable,
  'table-function': tableFunction,
  'table-function-call': ({ call, definitions }, printer) =>
    words(
      printer.print(call),
      definitions !== undefined && concat(['AS ', parenthesizedList(printer.all(definitions))]),
    ),
  'column-declaration': columnDeclaration,
  'json-table': jsonTable,
  'json-table-column': jsonTableColumn,
  'xml-table': xmlTable,
  'xml-table-column': xmlTableColumn,
  'aliased-value': ({ value, alias }, printer) =>
    words(printer.print(value), alias !== undefined && clause('AS', printer.name(alias, 'any'))),
  join: joined,
} satisfies Partial<PrintTable>;

/** FROM a, b; joins stand on lines of their own where the query around them is broken */
export function fromClause(word: string, tables: readonly TableReference[], printer: Printer): Doc {
  const [only] = tables;
  if (only === undefined || tables.length > 1) return listClause(word, printer.all(tables));
  if (only.kind !== 'join' || only.alias !== undefined) return clause(word, printer.print(only));
  return clause(word, printer.commented(only, joinDocument(only, printer)));
}

/** A join; one with an alias stands in parentheses */
function joined(node: Join, printer: Printer): Doc {
  const { alias, columns } = node;
  const document = group(joinDocument(node, printer));
  return alias === undefined ? document : words(parenthesized(document), aliasClause(alias, columns, printer));
}

/** What nests to the left is walked in a loop; what nests to the right stands in parentheses. */
function joinDocument(whole: Join, printer: Printer): Doc {
  const chain = [whole];
  let first: TableReference = whole.left;
  for (; first.kind === 'join' && first.alias === undefined; first = first.left) chain.push(first);
  const start = printer.start(printer.print(first), chain.slice(1));
  const joins = chain
    .reverse()
    .flatMap((node) => [line, joinedTable(node, printer), ...(node === whole ? [] : printer.behind(node))]);
  return concat([start, indent(concat(joins))]);
}

const JOIN_WORDS: Readonly<Record<Join['type'], string>> = {
  inner: 'JOIN',
  left: 'LEFT JOIN',
  right: 'RIGHT JOIN',
  full: 'FULL JOIN',
  cross: 'CROSS JOIN',
  straight: 'STRAIGHT_JOIN',
};

function joinedTable({ type, natural, right, on, using, usingAlias }: Join, printer: Printer): Doc {
  const table =
    right.kind === 'join' && right.alias === undefined ? parenthesized(printer.print(right)) : printer.print(right);
  const condition = words(
    on !== undefined && clause('ON', printer.print(on)),
    using !== undefined && concat(['USING ', parenthesizedList(printer.all(using))]),
    usingAlias !== undefined && clause('AS', printer.print(usingAlias)),
  );
  const head = words(natural && 'NATURAL', JOIN_WORDS[type], table);
  return condition === '' ? head : group(concat([head, indent(concat([line, condition]))]));
}

/** AS name (a, b) */
function aliasClause(alias: Name | undefined, columns: readonly Name[] | undefined, printer: Printer): Doc | undefined {
  if (alias === undefined) return undefined;
  return words('AS', printer.print(alias), columns !== undefined && parenthesizedList(printer.all(columns)));
}

function tableName(node: TableName, printer: Printer): Doc {
  const { name, only, partitions, period, alias, columns, sample, indexHints, indexedBy } = node;
  return words(
    only === true && 'ONLY',
    printer.print(name),
    partitions !== undefined && concat(['PARTITION ', parenthesizedList(printer.all(partitions))]),
    period,
    aliasClause(alias, columns, printer),
    printer.optional(sample),
    ...printer.all(indexHints ?? []),
    indexedBy === null && 'NOT INDEXED',
    indexedBy !== undefined && indexedBy !== null && clause('INDEXED BY', printer.print(indexedBy)),
  );
}

function indexHint({ action, purpose, indexes }: IndexHint, printer: Printer): Doc {
  const names = indexes.map((index) => printer.name(index, 'any'));
  return words(`${action} INDEX`, purpose !== undefined && `FOR ${purpose}`, parenthesizedList(names));
}

function derivedTable({ lateral, query, alias, columns }: DerivedTable, printer: Printer): Doc {
  return words(lateral && 'LATERAL', parenthesized(printer.print(query)), aliasClause(alias, columns, printer));
}

function tableFunction(node: TableFunction, printer: Printer): Doc {
  const { lateral, rowsFrom, calls, ordinality, alias, columns, definitions } = node;
  const functions = printer.all(calls);
  const names = definitions ?? columns;
  const behind = words(printer.optional(alias), names !== undefined && parenthesizedList(printer.all(names)));
  return words(
    lateral && 'LATERAL',
    rowsFrom ? concat(['ROWS FROM ', parenthesizedList(functions)]) : functions[0],
    ordinality && 'WITH ORDINALITY',
    behind !== '' && clause('AS', behind),
  );
}

function columnDeclaration({ name, type, collation }: ColumnDeclaration, printer: Printer): Doc {
  return words(
    printer.print(name),
    printer.print(type),
    collation !== undefined && clause('COLLATE', path(collation.parts, printer, 'any')),
  );
}

function jsonTable({ document, path: rows, pathName, passing, columns, onError }: JsonTable, printer: Printer): Doc {
  const parts = lines(
    concat([printer.print(document), ',']),
    words(printer.print(rows), pathName !== undefined && clause('AS', printer.print(pathName))),
    passing !== undefined && clause('PASSING', commaSeparated(printer.all(passing))),
    clause('COLUMNS', parenthesizedList(printer.all(columns))),
    onError,
  );
  return concat(['JSON_TABLE', parenthesized(parts)]);
}

function jsonTableColumn(node: JsonTableColumn, printer: Printer): Doc {
  const { role, name, type, path: found, format, wrapper, onEmpty, onError, columns } = node;
  if (role === 'nested') {
    return words(
      'NESTED PATH',
      printer.optional(found),
      name !== undefined && clause('AS', printer.print(name)),
      concat(['COLUMNS ', parenthesizedList(printer.all(columns ?? []))]),
    );
  }
  return words(
    printer.optional(name),
    role === 'ordinality' && 'FOR ORDINALITY',
    printer.optional(type),
    role === 'exists' && 'EXISTS',
    format,
    found !== undefined && clause('PATH', printer.print(found)),
    wrapper,
    onEmpty !== undefined && words(behaviour(onEmpty, printer), 'ON EMPTY'),
    onError !== undefined && words(behaviour(onError, printer), 'ON ERROR'),
  );
}

/** NULL, ERROR and their like, or DEFAULT with a value. */
function behaviour(node: NonNullable<JsonTableColumn['onEmpty']>, printer: Printer): Doc {
  return node.kind === 'keyword' ? printer.print(node) : clause('DEFAULT', printer.print(node));
}

function xmlTable({ namespaces, rows, document, columns }: XmlTable, printer: Printer): Doc {
  const operand = (node: XmlTable['rows']): Doc => printer.wrappedIf(precedenceOf(node, printer) < PRIMARY, node);
  const parts = lines(
    namespaces !== undefined && concat(['XMLNAMESPACES ', parenthesizedList(printer.all(namespaces)), ',']),
    words(operand(rows), 'PASSING', operand(document)),
    listClause('COLUMNS', printer.all(columns)),
  );
  return concat(['XMLTABLE', parenthesized(parts)]);
}

function xmlTableColumn({ name, type, path: found, defaultValue, notNull }: XmlTableColumn, printer: Printer): Doc {
  return words(
    printer.print(name),
    type === undefined ? 'FOR ORDINALITY' : printer.print(type),
    found !== undefined && clause('PATH', printer.print(found)),
    defaultValue !== undefined && clause('DEFAULT', printer.print(defaultValue)),
    notNull === true && 'NOT NULL',
  );
}
