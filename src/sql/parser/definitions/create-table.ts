import type {
  Call,
  ColumnConstraint,
  CreateTable,
  LikeTable,
  QualifiedName,
  TableConstraint,
  TableElement,
} from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { commaList, optionalList, parenthesized } from '../lists.js';
import { parseQualifiedName } from '../names.js';
import { atQuery, parseQuery } from '../queries/index.js';
import { takeUntil, textBetween } from '../source-text.js';
import { parseColumnDefinition } from './column-definitions.js';
import { takeIfNotExists, type CreateHead } from './create.js';
import { parseNameList, parseOwnName, parseOwnPath } from './names.js';
import { parsePartitionBounds, parsePartitionBy } from './partitions.js';
import { rulesOf } from './rules.js';
import { atTableConstraint, parseTableConstraint } from './table-constraints.js';
import { parseTableOptions } from './table-options.js';

interface TableForm {
  readonly foreign?: boolean;
  readonly virtual?: boolean;
}

type TableParts = Partial<CreateTable>;

/** [IF NOT EXISTS] name (elements | OF type | PARTITION OF parent | LIKE table) [options] [AS query] */
export function parseCreateTable(cursor: Cursor, head: CreateHead, { foreign, virtual }: TableForm): CreateTable {
  const ifNotExists = takeIfNotExists(cursor, head);
  const name = parseOwnPath(cursor);
  const parts = virtual === true ? parseModule(cursor) : parseContents(cursor);
  return {
    kind: 'create-table',
    ...(head.orReplace && { orReplace: true }),
    ...(head.persistence !== undefined && { persistence: head.persistence }),
    ...(foreign === true && { foreign }),
    ...(ifNotExists && { ifNotExists }),
    name,
    ...parts,
    span: cursor.since(head.start),
  };
}

function parseContents(cursor: Cursor): TableParts {
  if (cursor.dialect.features.duplicateKeys && cursor.take('LIKE')) return { like: parseQualifiedName(cursor) };
  const origin = parseOrigin(cursor);
  const body = cursor.at('(') ? parseBody(cursor) : {};
  const bounds = origin.partitionOf === undefined ? undefined : parsePartitionBounds(cursor);
  const tail = parseTail(cursor);
  const hasColumns = body.elements ?? body.query ?? body.like ?? origin.ofType ?? origin.partitionOf;
  if ((hasColumns ?? tail.query ?? tail.execute) === undefined) cursor.unexpected('`(` and the columns');
  return { ...origin, ...body, ...(bounds !== undefined && { partitionBounds: bounds }), ...tail };
}

/** OF type | PARTITION OF parent */
function parseOrigin(cursor: Cursor): Pick<CreateTable, 'ofType' | 'partitionOf'> {
  if (!cursor.dialect.features.inheritance) return {};
  if (cursor.take('OF')) return { ofType: parseQualifiedName(cursor) };
  return cursor.take('PARTITION', 'OF') ? { partitionOf: parseQualifiedName(cursor) } : {};
}

/** '(' elements ')'; MySQL's `(LIKE t)` and `(SELECT …)`; names alone, where a query follows */
function parseBody(cursor: Cursor): TableParts {
  const { duplicateKeys, inheritance } = cursor.dialect.features;
  if (duplicateKeys && cursor.take('(', 'LIKE')) {
    const like = parseQualifiedName(cursor);
    cursor.expect(')');
    return { like };
  }
  if (duplicateKeys && (cursor.key(1) === 'SELECT' || cursor.key(1) === 'WITH')) return { query: parseQuery(cursor) };
  if (inheritance && namesAlone(cursor)) return { columnNames: parseNameList(cursor) };
  if (inheritance && cursor.take('(', ')')) return { elements: [] };
  return { elements: parseElements(cursor) };
}

/** Whether a list of names without types opens, as it stands before AS alone. */
function namesAlone({ keys, index }: Cursor): boolean {
  let at = index + 1;
  while (keys[at + 1] === ',') at += 2;
  if (keys[at + 1] !== ')' || keys[at] === ')') return false;
  return keys.indexOf('AS', at) > 0;
}

/** '(' element (',' element)* ')' ; SQLite has constraints without commas between them as well */
function parseElements(cursor: Cursor): TableElement[] {
  cursor.expect('(');
  const elements = [parseElement(cursor)];
  const { stringNames } = rulesOf(cursor);
  while (
    cursor.take(',') ||
    (stringNames && elements.at(-1)?.kind === 'table-constraint' && atTableConstraint(cursor))
  ) {
    elements.push(parseElement(cursor));
  }
  cursor.expect(')');
  return stringNames ? withCounters(elements) : elements;
}

/**
 * SQLite's `PRIMARY KEY (id AUTOINCREMENT)` says what AUTOINCREMENT does behind the column: the key becomes the column's.
 * https://sqlite.org/syntax/table-constraint.html
 */
function withCounters(elements: readonly TableElement[]): TableElement[] {
  const counter = elements.find((one): one is TableConstraint => one.kind === 'table-constraint' && counts(one));
  if (counter === undefined) return [...elements];
  const { name, rule, onConflict, span } = counter;
  const column = rule.kind === 'table-key' ? rule.elements[0]?.expression : undefined;
  const own: ColumnConstraint = {
    kind: 'column-constraint',
    ...(name !== undefined && { name }),
    rule: { kind: 'primary-key', autoIncrement: true, span },
    ...(onConflict !== undefined && { onConflict }),
    span,
  };
  const called = column?.kind === 'column' ? column.parts[0]?.value.toLowerCase() : undefined;
  return elements
    .filter((one) => one !== counter)
    .map((one) =>
      one.kind === 'column-definition' && one.name.value.toLowerCase() === called
        ? { ...one, constraints: [...one.constraints, own] }
        : one,
    );
}

const counts = ({ rule }: TableConstraint): boolean => rule.kind === 'table-key' && rule.autoIncrement === true;

/** column | constraint | LIKE table [options] */
function parseElement(cursor: Cursor): TableElement {
  if (cursor.dialect.features.inheritance && cursor.at('LIKE')) return parseLike(cursor);
  if (atTableConstraint(cursor)) return parseTableConstraint(cursor);
  return parseColumnDefinition(cursor);
}

/** LIKE table ((INCLUDING | EXCLUDING) word)* */
function parseLike(cursor: Cursor): LikeTable {
  const { start } = cursor;
  cursor.expect('LIKE');
  const table = parseQualifiedName(cursor);
  const options: string[] = [];
  while (cursor.at('INCLUDING') || cursor.at('EXCLUDING')) {
    const from = cursor.index;
    cursor.index += 2;
    options.push(textBetween(cursor, from, cursor.index).toUpperCase());
  }
  return { kind: 'like-table', table, options, span: cursor.since(start) };
}

/** [INHERITS (…)] [options and PARTITION BY] [ON COMMIT …] [[IGNORE | REPLACE] [AS] query [WITH [NO] DATA]] */
function parseTail(cursor: Cursor): TableParts {
  const { inheritance } = cursor.dialect.features;
  const inherits = inheritance && cursor.take('INHERITS') ? parenthesized(cursor, parsePath) : undefined;
  const before = parseTableOptions(cursor);
  const partitionBy = atPartitionBy(cursor) ? parsePartitionBy(cursor) : undefined;
  const options = partitionBy === undefined ? before : [...before, ...parseTableOptions(cursor)];
  const onCommit = inheritance && cursor.take('ON', 'COMMIT') ? parseOnCommit(cursor) : undefined;
  if (onCommit !== undefined) options.push(...parseTableOptions(cursor));
  const violation = parseViolation(cursor);
  const source = parseSource(cursor);
  if (violation !== undefined && source.query === undefined) cursor.unexpected('a query');
  return {
    ...(inherits !== undefined && { inherits }),
    ...(partitionBy !== undefined && { partitionBy }),
    ...(options.length > 0 && { options }),
    ...(onCommit !== undefined && { onCommit }),
    ...(violation !== undefined && { violation }),
    ...source,
  };
}

const parsePath = (cursor: Cursor): QualifiedName => parseQualifiedName(cursor);

function atPartitionBy(cursor: Cursor): boolean {
  return !rulesOf(cursor).stringNames && cursor.at('PARTITION', 'BY');
}

function parseOnCommit(cursor: Cursor): NonNullable<CreateTable['onCommit']> {
  if (cursor.take('DROP')) return 'DROP';
  const rows = cursor.takeOneOf('PRESERVE', 'DELETE') ?? cursor.unexpected();
  cursor.expect('ROWS');
  return rows === 'PRESERVE' ? 'PRESERVE ROWS' : 'DELETE ROWS';
}

function parseViolation(cursor: Cursor): 'ignore' | 'replace' | undefined {
  if (!cursor.dialect.features.duplicateKeys) return undefined;
  if (cursor.take('IGNORE')) return 'ignore';
  return cursor.take('REPLACE') ? 'replace' : undefined;
}

/** AS (query | EXECUTE name ['(' values ')']) [WITH [NO] DATA]; MySQL needs no AS */
function parseSource(cursor: Cursor): Pick<CreateTable, 'query' | 'execute' | 'withData'> {
  const { duplicateKeys, inheritance } = cursor.dialect.features;
  const named = cursor.take('AS');
  if (!named && !(duplicateKeys && (atQuery(cursor) || cursor.at('(')))) return {};
  if (inheritance && cursor.at('EXECUTE')) return { execute: parseExecuted(cursor), ...takeWithData(cursor) };
  return { query: parseQuery(cursor), ...takeWithData(cursor) };
}

/** EXECUTE name ['(' value (',' value)* ')'] */
function parseExecuted(cursor: Cursor): Call {
  const { start } = cursor;
  cursor.expect('EXECUTE');
  const name = parseQualifiedName(cursor);
  const values = optionalList(cursor, (inner) => parseExpression(inner));
  return {
    kind: 'call-procedure',
    name,
    ...(values !== undefined && { arguments: values }),
    span: cursor.since(start),
  };
}

function takeWithData(cursor: Cursor): Pick<CreateTable, 'withData'> {
  const withData = parseWithData(cursor);
  return withData === undefined ? {} : { withData };
}

/** WITH [NO] DATA */
export function parseWithData(cursor: Cursor): boolean | undefined {
  if (!cursor.dialect.features.inheritance) return undefined;
  if (cursor.take('WITH', 'DATA')) return true;
  return cursor.take('WITH', 'NO', 'DATA') ? false : undefined;
}

/** USING module ['(' arguments ')'], the arguments as they are written */
function parseModule(cursor: Cursor): TableParts {
  cursor.expect('USING');
  const module = parseOwnName(cursor);
  if (!cursor.take('(')) return { module };
  if (cursor.take(')')) return { module, moduleArguments: [] };
  const moduleArguments = commaList(cursor, takeArgument);
  cursor.expect(')');
  return { module, moduleArguments };
}

/** Up to the next comma or parenthesis that was not opened in it */
function takeArgument(cursor: Cursor): string {
  return takeUntil(cursor, ARGUMENT_ENDS);
}

const ARGUMENT_ENDS: ReadonlySet<string> = new Set([',']);
