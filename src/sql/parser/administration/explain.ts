import type { Command, Explain, ExplainOption, Show, Statement } from '../../ast/index.js';
import { parseStatementBody, atChange } from '../changes/index.js';
import type { Cursor } from '../cursor.js';
import { definitionReaders, parseCreate } from '../definitions/index.js';
import { parenthesized } from '../lists.js';
import { atName, parseName, parseWord } from '../names.js';
import { atQuery } from '../queries/index.js';
import { textBetween } from '../source-text.js';
import { parseCommand, readCommand } from './commands.js';
import { administrationReaders } from './index.js';
import { parseExecute } from './prepared.js';
import { parseShow } from './show.js';
import { parametersFrom } from './statement-text.js';

/** EXPLAIN, DESCRIBE, DESC and MariaDB's ANALYZE of a statement; of a table, what SHOW COLUMNS shows. */
export function parseExplain(cursor: Cursor): Explain | Show | Command {
  const { start } = cursor;
  const { duplicateKeys } = cursor.dialect.features;
  if (duplicateKeys && atConnection(cursor)) {
    return readCommand(cursor, { verb: 'EXPLAIN FOR CONNECTION', effect: 'read' });
  }
  if (duplicateKeys && !cursor.at('ANALYZE') && atTable(cursor)) return parseShow(cursor, 'DESCRIBE');
  const analyzes = cursor.next().text.toUpperCase() === 'ANALYZE';
  const listed = cursor.dialect.features.composites && atListedOptions(cursor);
  const options = listed ? parenthesized(cursor, parseListedOption) : parseOptions(cursor);
  const analyze = analyzes || options.some(isAnalyze);
  const statement = parseExplained(cursor);
  return { kind: 'explain', options, analyze, listed, statement, span: cursor.since(start) };
}

function isAnalyze({ name, value }: ExplainOption): boolean {
  return name === 'ANALYZE' && (value === undefined || !/^(false|off|0)$/i.test(value));
}

/** Whether an option opens behind the parenthesis, and no query: (ANALYZE, BUFFERS) */
function atListedOptions(cursor: Cursor): boolean {
  if (!cursor.at('(')) return false;
  const key = cursor.key(1);
  const kind = cursor.token(1)?.kind;
  return kind === 'quoted-name' || (kind === 'word' && !QUERY_STARTS.has(key));
}

const QUERY_STARTS: ReadonlySet<string> = new Set(['SELECT', 'WITH', 'VALUES', 'TABLE']);

/** EXPLAIN [FORMAT '=' word] FOR CONNECTION n */
function atConnection(cursor: Cursor): boolean {
  const behind = cursor.key(1) === 'FORMAT' ? (cursor.key(2) === '=' ? 4 : 3) : 1;
  return cursor.key(behind) === 'FOR' && cursor.key(behind + 1) === 'CONNECTION';
}

const OPTIONS: ReadonlySet<string> = new Set(['ANALYZE', 'EXTENDED', 'PARTITIONS', 'FORMAT']);

/** Whether a table's name follows, with a column or pattern maybe. */
function atTable(cursor: Cursor): boolean {
  const key = cursor.key(1);
  const token = cursor.token(1);
  if (token?.kind === 'quoted-name') return true;
  if (token?.kind !== 'word' || (OPTIONS.has(key) && cursor.token(2) !== undefined && cursor.key(2) !== ';'))
    return false;
  return atName(cursor, 'table', 1) && !QUERY_STARTS.has(key) && !cursor.dialect.statements.changes.has(key);
}

/** name [value] */
function parseListedOption(cursor: Cursor): ExplainOption {
  const { start } = cursor;
  // PostgreSQL knows its options in quotes as well, and ANALYSE for ANALYZE
  const quoted = cursor.token()?.kind === 'quoted-name' ? parseName(cursor).value.toUpperCase() : undefined;
  const name = (quoted ?? parseWord(cursor)).replace('ANALYSE', 'ANALYZE');
  const from = cursor.index;
  if (!cursor.at(',') && !cursor.at(')')) cursor.next();
  const value = textBetween(cursor, from, cursor.index);
  return { kind: 'explain-option', name, ...(value !== '' && { value }), span: cursor.since(start) };
}

type Words = readonly [string, string?];

/** Options that stand without parentheses. */
const FLAGS: readonly Words[] = [
  ['ANALYZE'],
  ['ANALYSE'],
  ['VERBOSE'],
  ['EXTENDED'],
  ['PARTITIONS'],
  ['QUERY', 'PLAN'],
];

/** QUERY PLAN | ANALYZE | VERBOSE | EXTENDED | PARTITIONS | FORMAT '=' word | INTO @variable | FOR SCHEMA name */
function parseOptions(cursor: Cursor): ExplainOption[] {
  const options: ExplainOption[] = [];
  const flags = flagsOf(cursor);
  for (;;) {
    const { start } = cursor;
    const flag = flags.find((words) => cursor.take(...words));
    const option =
      flag === undefined ? parseValuedOption(cursor) : { name: flag.join(' ').replace('ANALYSE', 'ANALYZE') };
    if (option === undefined) return options;
    options.push({ kind: 'explain-option', ...option, span: cursor.since(start) });
  }
}

function flagsOf({ dialect: { features } }: Cursor): readonly Words[] {
  if (features.anyWordsAreType) return FLAGS.slice(-1);
  return features.duplicateKeys ? [['ANALYZE'], ['EXTENDED'], ['PARTITIONS']] : FLAGS.slice(0, 3);
}

function parseValuedOption(cursor: Cursor): { name: string; value: string } | undefined {
  if (!cursor.dialect.features.duplicateKeys) return undefined;
  if (cursor.take('FORMAT')) {
    cursor.take('=');
    return { name: 'FORMAT', value: cursor.next().text };
  }
  if (cursor.take('INTO')) return { name: 'INTO', value: cursor.next().text };
  if (cursor.take('FOR')) {
    const name = `FOR ${cursor.takeOneOf('SCHEMA', 'DATABASE') ?? cursor.unexpected('SCHEMA or DATABASE')}`;
    return { name, value: cursor.next().text };
  }
  return undefined;
}

/** A query, a change, CREATE TABLE or MATERIALIZED VIEW … AS, or a command; SQLite explains any statement. */
function parseExplained(cursor: Cursor): Explain['statement'] {
  if (atQuery(cursor) || cursor.at('(') || atChange(cursor)) return parseStatementBody(cursor);
  const { anyWordsAreType, composites } = cursor.dialect.features;
  if (anyWordsAreType) return parseAnyExplained(cursor);
  const { index } = cursor;
  if (composites && cursor.at('CREATE')) {
    const created = parseCreate(cursor);
    if (created.kind === 'create-table' && (created.query ?? created.execute) !== undefined) return created;
    if (created.kind === 'create-view' && created.materialized === true) return created;
    cursor.index = index;
  }
  if (composites && cursor.at('DECLARE')) return parseCommand(cursor);
  if (composites && cursor.at('EXECUTE')) return asCommand(cursor, parseExecute);
  return cursor.unexpected('a query, INSERT, UPDATE or DELETE');
}

/** Any statement but EXPLAIN. */
function parseAnyExplained(cursor: Cursor): Explain['statement'] {
  const key = cursor.key();
  if (cursor.at('CREATE')) {
    const { index } = cursor;
    const created = parseCreate(cursor);
    if (created.kind === 'create-table' || created.kind === 'create-view') return created;
    cursor.index = index;
  }
  const readers = { ...definitionReaders, ...administrationReaders };
  const read = key !== 'EXPLAIN' && Object.hasOwn(readers, key) ? readers[key] : undefined;
  return read === undefined ? cursor.unexpected('a statement to explain') : asCommand(cursor, read);
}

/** A statement of another kind, as a command. */
function asCommand(cursor: Cursor, read: (cursor: Cursor) => Statement | undefined): Command {
  const { start, index } = cursor;
  const verb = cursor.key() === 'CREATE' ? `CREATE ${cursor.key(1)}` : cursor.key();
  const statement = read(cursor);
  if (statement === undefined) return cursor.unexpected('a statement to explain');
  if (statement.kind === 'command') return statement;
  const text = textBetween(cursor, index, cursor.index);
  return { kind: 'command', verb, text, ...parametersFrom(cursor, index), span: cursor.since(start) };
}
