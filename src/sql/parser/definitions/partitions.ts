import type { Expression, IndexElement, PartitionBounds, PartitionBy } from '../../ast/index.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from '../expressions/index.js';
import { parenthesized } from '../lists.js';
import { takeUntil } from '../source-text.js';
import { parseIndexElement } from './index-elements.js';

/** PARTITION BY strategy '(' keys ')' [definitions] */
export function parsePartitionBy(cursor: Cursor): PartitionBy {
  const { start } = cursor;
  cursor.expect('PARTITION', 'BY');
  const strategy = parseStrategy(cursor);
  const { duplicateKeys } = cursor.dialect.features;
  const read = duplicateKeys ? parsePartitionKey : parseIndexElement;
  const keys = cursor.take('(', ')') || !cursor.at('(') ? [] : parenthesized(cursor, read);
  const definitions = duplicateKeys ? takeUntil(cursor, BEHIND_DEFINITIONS) : '';
  return {
    kind: 'partition-by',
    strategy,
    keys,
    ...(definitions !== '' && { definitions }),
    span: cursor.since(start),
  };
}

/** Any expression; MySQL's keys have neither lengths nor an order */
function parsePartitionKey(cursor: Cursor): IndexElement {
  const expression = parseExpression(cursor);
  return { kind: 'index-element', expression, span: expression.span };
}

const BEHIND_DEFINITIONS: ReadonlySet<string> = new Set(['AS', 'SELECT', 'IGNORE', 'REPLACE', 'WITH', ';']);

/** [LINEAR] (RANGE | LIST | HASH | KEY | SYSTEM_TIME) [COLUMNS] [ALGORITHM = n] */
function parseStrategy(cursor: Cursor): string {
  const words = cursor.take('LINEAR') ? ['LINEAR'] : [];
  words.push(cursor.takeOneOf('RANGE', 'LIST', 'HASH', 'KEY', 'SYSTEM_TIME') ?? cursor.unexpected());
  if (cursor.take('COLUMNS')) words.push('COLUMNS');
  if (cursor.take('ALGORITHM', '=')) words.push(`ALGORITHM = ${cursor.next().text}`);
  return words.join(' ');
}

/** DEFAULT | FOR VALUES (IN '(' … ')' | FROM '(' … ')' TO '(' … ')' | WITH '(' MODULUS n ',' REMAINDER n ')') */
export function parsePartitionBounds(cursor: Cursor): PartitionBounds {
  const { start } = cursor;
  const done = (parts: Omit<PartitionBounds, 'kind' | 'span'>): PartitionBounds => ({
    kind: 'partition-bounds',
    ...parts,
    span: cursor.since(start),
  });
  if (cursor.take('DEFAULT')) return done({ form: 'default', values: [] });
  cursor.expect('FOR', 'VALUES');
  if (cursor.take('IN')) return done({ form: 'in', values: parenthesized(cursor, parseBound) });
  if (cursor.take('WITH', '(', 'MODULUS')) return done(parseHash(cursor));
  cursor.expect('FROM');
  const values = parenthesized(cursor, parseBound);
  cursor.expect('TO');
  return done({ form: 'range', values, to: parenthesized(cursor, parseBound) });
}

function parseHash(cursor: Cursor): Omit<PartitionBounds, 'kind' | 'span'> {
  const modulus = parseExpression(cursor);
  cursor.expect(',', 'REMAINDER');
  const remainder = parseExpression(cursor);
  cursor.expect(')');
  return { form: 'hash', values: [modulus], to: [remainder] };
}

/** expression | MINVALUE | MAXVALUE */
function parseBound(cursor: Cursor): Expression {
  const { start } = cursor;
  const word = cursor.takeOneOf('MINVALUE', 'MAXVALUE');
  return word === undefined ? parseExpression(cursor) : { kind: 'keyword', word, span: cursor.since(start) };
}
