import type { Expression, FunctionCall, QualifiedName } from '../../ast/index.js';
import type { KeywordCall } from '../../dialects/grammar-rules.js';
import type { Cursor } from '../cursor.js';
import { parseDataType } from '../data-types.js';
import { parseOrderBy } from '../queries/order-by.js';
import { atQuery, parseQuery } from '../queries/index.js';
import { parseExpression } from './expression.js';

/** Words that a value follows. */
const BEFORE_VALUES: ReadonlySet<string> = new Set(
  'FROM FOR IN PLACING SIMILAR ESCAPE PASSING DEFAULT VALUE VERSION : REF'.split(' '),
);
/** All the words that these functions know, beside those that stand first. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'ABSENT ARRAY AS BY CONDITIONAL DEFAULT EMPTY ENCODING ERROR ESCAPE FALSE FOR FORMAT FROM IN INDENT JSON KEEP KEYS ' +
    'LEVEL NO NULL OBJECT OMIT ON PASSING PLACING PRESERVE QUOTES REF RETURNING SCALAR SIMILAR STANDALONE STRING STRIP ' +
    'TRUE UNCONDITIONAL UNIQUE UNKNOWN USING UTF16 UTF32 UTF8 VALUE VERSION WHITESPACE WITH WITHOUT WRAPPER YES :'
  ).split(' '),
);

/** Words that a type follows, and words that a bare word does. */
const BEFORE_TYPES: ReadonlySet<string> = new Set(['RETURNING', 'AS']);
const BEFORE_WORDS: ReadonlySet<string> = new Set(['USING']);

interface Gathered {
  readonly items: Expression[];
  readonly separators: string[];
  tail: string;
}

/**
 * A call with words among its arguments: values, each with the words before it, and the words behind the last.
 *
 *     name '(' [words] value ((',' | words) value)* [words] ')'
 */
export function parseKeywordCall(cursor: Cursor, name: QualifiedName, form: KeywordCall): Expression {
  cursor.expect('(');
  const distinct = cursor.take('DISTINCT');
  const gathered: Gathered = { items: [], separators: [], tail: '' };
  if (!cursor.at(')')) readFirst(cursor, form, gathered);
  const cast = form.casts === true ? parseConvert(cursor, name, gathered) : undefined;
  if (cast !== undefined) return cast;
  let orderBy;
  while (!cursor.at(')')) {
    if (cursor.at('ORDER', 'BY')) orderBy = parseOrderBy(cursor);
    else readNext(cursor, form, gathered);
  }
  cursor.expect(')');
  return finish(cursor, { name, form, gathered, distinct, orderBy });
}

function readFirst(cursor: Cursor, form: KeywordCall, gathered: Gathered): void {
  let separator =
    form.leading?.find((word) => cursor.key(1) !== ',' && cursor.key(1) !== ')' && cursor.take(word)) ?? '';
  if (form.leading !== undefined && cursor.take('FROM')) separator = `${separator} FROM`.trim();
  if (separator === '' && cursor.token()?.kind === 'word' && isTailOnly(cursor)) {
    gathered.tail = takeWords(cursor).join(' ');
    return;
  }
  const isWord = form.firstIsWord === true || separator === 'NAME';
  // IN is the function's own word, and no operator
  const minimum = form.inSeparates === true ? cursor.dialect.operators.betweenLow : 0;
  const value = isWord ? parseWordArgument(cursor) : parseValue(cursor, minimum);
  push(gathered, separator, value);
}

/** JSON_ARRAY(RETURNING jsonb): words, and no value. */
function isTailOnly(cursor: Cursor): boolean {
  return cursor.at('RETURNING') || cursor.at('ABSENT', 'ON') || (cursor.at('NULL', 'ON') && cursor.key(2) === 'NULL');
}

function readNext(cursor: Cursor, form: KeywordCall, gathered: Gathered): void {
  if (cursor.take(',')) {
    const leading = form.leading?.find((word) => cursor.take(word));
    const words = leading ?? (cursor.at('VERSION') || cursor.at('STANDALONE') ? takeWords(cursor).join(' ') : '');
    if (words.startsWith('STANDALONE')) gathered.tail = `, ${words}`;
    else if (form.othersAreWords === true && cursor.token()?.kind === 'word')
      push(gathered, '', parseWordArgument(cursor));
    else push(gathered, behindComma(gathered, words), parseValue(cursor));
    return;
  }
  const words = takeWords(cursor);
  const last = words[words.length - 1] ?? '';
  const separator = words.join(' ');
  if (words.length === 0) cursor.unexpected('`)`');
  else if (BEFORE_TYPES.has(last)) push(gathered, separator, parseTypeOrName(cursor));
  else if (BEFORE_WORDS.has(last)) push(gathered, separator, parseWordArgument(cursor));
  else if (BEFORE_VALUES.has(last) && !cursor.at(')')) push(gathered, separator, parseValue(cursor));
  else gathered.tail = `${gathered.tail} ${separator}`.trim();
}

/** Words up to one that a value, a type or a word follows. */
function takeWords(cursor: Cursor): string[] {
  const words: string[] = [];
  while (KNOWN.has(cursor.key())) {
    const key = cursor.key();
    cursor.index += 1;
    words.push(key);
    const goesOn = key === 'PASSING' && cursor.at('BY');
    const endsHere = BEFORE_VALUES.has(key) || BEFORE_TYPES.has(key) || BEFORE_WORDS.has(key);
    // BY VALUE and BY REF stand behind PASSING and before the value; VALUE ON … does not occur
    if (endsHere && !goesOn) break;
  }
  return words;
}

/** What stands before a value behind a comma; words before the comma come first: `FORMAT JSON,` */
function behindComma(gathered: Gathered, words: string): string {
  if (gathered.tail !== '') return `, ${words}`.trimEnd();
  return words === '' ? '' : `, ${words}`;
}

function push(gathered: Gathered, separator: string, value: Expression): void {
  // what was thought to be the end was words before a value: … ON EMPTY DEFAULT 0
  const words = `${gathered.tail}${separator.startsWith(',') ? '' : ' '}${separator}`.trim();
  gathered.tail = '';
  gathered.items.push(value);
  gathered.separators.push(words);
}

/** A value; a query may stand without parentheses of its own. */
function parseValue(cursor: Cursor, minimum = 0): Expression {
  const { start } = cursor;
  if (atQuery(cursor)) return { kind: 'query-argument', query: cursor.deeper(parseQuery), span: cursor.since(start) };
  if (cursor.take('*')) return { kind: 'star', qualifier: [], span: cursor.since(start) };
  return parseExpression(cursor, minimum);
}

function parseWordArgument(cursor: Cursor): Expression {
  const token = cursor.token();
  if (token?.kind !== 'word') return parseValue(cursor);
  const word = cursor.key() || token.text;
  cursor.index += 1;
  return { kind: 'keyword', word, span: { start: token.start, end: token.end } };
}

/** A type; as a name, in XMLFOREST(x AS name), it reads alike. */
function parseTypeOrName(cursor: Cursor): Expression {
  const { start } = cursor;
  const type = parseDataType(cursor);
  return { kind: 'type-argument', type, span: cursor.since(start) };
}

/** CONVERT '(' value ',' type ')' is a cast. */
function parseConvert(cursor: Cursor, name: QualifiedName, { items }: Gathered): Expression | undefined {
  const operand = items[0];
  if (operand === undefined || !cursor.take(',')) return undefined;
  const type = parseDataType(cursor);
  cursor.expect(')');
  return { kind: 'cast', operand, type, span: cursor.from(name) };
}

function finish(
  cursor: Cursor,
  call: {
    name: QualifiedName;
    form: KeywordCall;
    gathered: Gathered;
    distinct: boolean;
    orderBy: FunctionCall['orderBy'] | undefined;
  },
): FunctionCall {
  const { name, form, gathered, distinct, orderBy } = call;
  const { items, separators, tail } = gathered;
  const [first = '', second = '', third = ''] = separators;
  const commas = form.commas === true && first === '' && second === 'FROM' && (third === 'FOR' || items.length === 2);
  const worded = !commas && separators.some((separator) => separator !== '');
  return {
    kind: 'call',
    name,
    arguments: items,
    ...(worded && { separators }),
    ...(distinct && { distinct }),
    ...(orderBy !== undefined && { orderBy }),
    ...(tail !== '' && { tail }),
    span: cursor.from(name),
  };
}
