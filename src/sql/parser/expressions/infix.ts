import type {
  BinaryOperator,
  Expression,
  PatternLanguage,
  QualifiedName,
  QuantifiedComparison,
} from '../../ast/index.js';
import type { InfixRule, SpecialInfix } from '../../dialects/grammar-rules.js';
import type { Cursor } from '../cursor.js';
import { parseDataType } from '../data-types.js';
import { commaList } from '../lists.js';
import { parseQualifiedName, stringAsName } from '../names.js';
import { parseExpression, rightMinimum } from './expression.js';
import { parseIs } from './is-test.js';
import { parseValueOrQuery } from './primary.js';
import { parseIndex } from './subscripts.js';

interface InfixPlace {
  readonly rule: InfixRule;
  readonly negated: boolean;
}

type InfixReader = (cursor: Cursor, left: Expression, place: InfixPlace) => Expression | undefined;

/** How the forms are read that are more than two operands around a sign. */
export const specialInfix = {
  is: parseIs,
  isnull: (cursor, left) => nullTest(cursor, left, 1, false),
  notnull: (cursor, left) => nullTest(cursor, left, 1, true),
  'not-null': (cursor, left) => nullTest(cursor, left, 2, true),
  in: parseIn,
  between: parseBetween,
  similar: parseSimilar,
  collate: parseCollate,
  at: parseAtTimeZone,
  cast: parseCast,
  index: parseIndex,
  operator: parseOperator,
  sounds: parseSoundsLike,
  member: parseMember,
  assign: parseAssignment,
  quantified: parseQuantified,
} satisfies Record<SpecialInfix, InfixReader> & { quantified: typeof parseQuantified };

/** x ISNULL | x NOTNULL | x NOT NULL */
function nullTest(cursor: Cursor, operand: Expression, tokens: number, negated: boolean): Expression {
  cursor.index += tokens;
  return { kind: 'is', negated, operand, test: 'NULL', span: cursor.from(operand) };
}

/** x [NOT] IN ( query | [expression (, expression)*] ), and SQLite's x [NOT] IN table [ ( arguments ) ] */
function parseIn(cursor: Cursor, operand: Expression, { negated }: InfixPlace): Expression {
  cursor.index += negated ? 2 : 1;
  if (!cursor.at('(') && cursor.dialect.features.inTable) return parseInTable(cursor, operand, negated);
  cursor.expect('(');
  if (cursor.dialect.features.inTable && cursor.take(')')) {
    return { kind: 'in-list', negated, operand, items: [], span: cursor.from(operand) };
  }
  const first = parseValueOrQuery(cursor);
  if (first.kind === 'query') {
    cursor.expect(')');
    return { kind: 'in-query', negated, operand, query: first, span: cursor.from(operand) };
  }
  const items = [first];
  while (cursor.take(',')) items.push(parseExpression(cursor));
  cursor.expect(')');
  return { kind: 'in-list', negated, operand, items, span: cursor.from(operand) };
}

const parseExpression0 = (cursor: Cursor): Expression => parseExpression(cursor);

function parseInTable(cursor: Cursor, operand: Expression, negated: boolean): Expression {
  const table = parseQualifiedName(cursor);
  if (!cursor.take('(')) return { kind: 'in-table', negated, operand, table, span: cursor.from(operand) };
  const items = cursor.at(')') ? [] : commaList(cursor, parseExpression0);
  cursor.expect(')');
  return { kind: 'in-table', negated, operand, table, arguments: items, span: cursor.from(operand) };
}

/** x [NOT] BETWEEN [SYMMETRIC | ASYMMETRIC] low AND high */
function parseBetween(cursor: Cursor, operand: Expression, { negated }: InfixPlace): Expression {
  cursor.index += negated ? 2 : 1;
  const symmetric = cursor.take('SYMMETRIC');
  if (!symmetric) cursor.take('ASYMMETRIC');
  const { betweenLow, betweenHigh } = cursor.dialect.operators;
  const low = parseExpression(cursor, betweenLow);
  cursor.expect('AND');
  const high = parseExpression(cursor, betweenHigh);
  return { kind: 'between', negated, symmetric, operand, low, high, span: cursor.from(operand) };
}

interface PatternPlace extends InfixPlace {
  readonly language: PatternLanguage;
  /** Whether a sign stands for the word: `~~` takes no ESCAPE. */
  readonly isSign?: boolean;
}

/** What stands behind LIKE and its like: a pattern [ESCAPE character], or a quantified list of patterns. */
export function parsePattern(
  cursor: Cursor,
  operand: Expression,
  { rule, language, negated, isSign = false }: PatternPlace,
): Expression {
  const quantified = parseQuantified(cursor, operand, { operator: language, negated });
  if (quantified !== undefined) return quantified;
  const pattern = parseExpression(cursor, rule.precedence + 1);
  const escape =
    !isSign && cursor.take('ESCAPE') ? parseExpression(cursor, cursor.dialect.operators.likeEscape) : undefined;
  const node = { kind: 'pattern-match', language, negated, operand, pattern } as const;
  return escape === undefined
    ? { ...node, span: cursor.from(operand) }
    : { ...node, escape, span: cursor.from(operand) };
}

/** x [NOT] SIMILAR TO pattern [ESCAPE character] */
function parseSimilar(cursor: Cursor, operand: Expression, { rule, negated }: InfixPlace): Expression | undefined {
  if (cursor.key(negated ? 2 : 1) !== 'TO') return undefined;
  cursor.index += negated ? 3 : 2;
  return parsePattern(cursor, operand, { rule, language: 'similar', negated });
}

/** x SOUNDS LIKE y */
function parseSoundsLike(cursor: Cursor, operand: Expression, { rule }: InfixPlace): Expression | undefined {
  if (!cursor.take('SOUNDS', 'LIKE')) return undefined;
  const pattern = parseExpression(cursor, rule.precedence + 1);
  return {
    kind: 'pattern-match',
    language: 'sounds-like',
    negated: false,
    operand,
    pattern,
    span: cursor.from(operand),
  };
}

/** x MEMBER [OF] ( array ) */
function parseMember(cursor: Cursor, left: Expression): Expression | undefined {
  if (!cursor.at('MEMBER', 'OF') && !cursor.at('MEMBER', '(')) return undefined;
  cursor.take('MEMBER');
  cursor.take('OF');
  cursor.expect('(');
  const right = parseExpression(cursor);
  cursor.expect(')');
  return { kind: 'binary', operator: 'member-of', left, right, span: cursor.from(left) };
}

/** x COLLATE name */
function parseCollate(cursor: Cursor, operand: Expression): Expression {
  cursor.index += 1;
  const collation = parseStringName(cursor) ?? parseQualifiedName(cursor, 'any');
  return { kind: 'collate', operand, collation, span: cursor.from(operand) };
}

/** Where the dialect takes strings for names, 'NOCASE' is one. */
function parseStringName(cursor: Cursor): QualifiedName | undefined {
  const name = stringAsName(cursor);
  return name === undefined ? undefined : { kind: 'qualified-name', parts: [name], span: name.span };
}

/** x AT TIME ZONE zone | x AT LOCAL */
function parseAtTimeZone(cursor: Cursor, operand: Expression, { rule }: InfixPlace): Expression | undefined {
  if (cursor.take('AT', 'LOCAL')) return { kind: 'at-time-zone', operand, span: cursor.from(operand) };
  if (!cursor.take('AT', 'TIME', 'ZONE')) return undefined;
  const zone = parseExpression(cursor, rule.precedence + 1);
  return { kind: 'at-time-zone', operand, zone, span: cursor.from(operand) };
}

/** x::type */
function parseCast(cursor: Cursor, operand: Expression): Expression {
  cursor.index += 1;
  const type = parseDataType(cursor);
  return { kind: 'cast', operand, type, span: cursor.from(operand) };
}

/** Any other sign, alone or as OPERATOR(schema.sign) */
function parseOperator(cursor: Cursor, left: Expression, { rule }: InfixPlace): Expression | undefined {
  const operator = cursor.at('OPERATOR', '(') ? parseNamedOperator(cursor) : { symbol: cursor.next().text };
  const isQualified = 'schema' in operator;
  const quantified = isQualified
    ? undefined
    : parseQuantified(cursor, left, { operator: { symbol: operator.symbol }, negated: false });
  if (quantified !== undefined) return quantified;
  const right = parseExpression(cursor, rule.precedence + 1);
  const span = cursor.from(left);
  // OPERATOR(+) without a schema is the sign itself, whose binding it has not
  const known = 'schema' in operator ? undefined : cursor.dialect.operators.infix.get(operator.symbol)?.reads;
  if (known !== undefined && 'binary' in known) return { kind: 'binary', operator: known.binary, left, right, span };
  return { kind: 'operator', ...operator, left, right, span };
}

/** OPERATOR '(' (schema '.')* sign ')' */
export function parseNamedOperator(cursor: Cursor): { symbol: string; schema?: ReturnType<typeof parseQualifiedName> } {
  cursor.expect('OPERATOR', '(');
  const { start } = cursor;
  const schema = cursor.token()?.kind === 'operator' ? undefined : parseSchemas(cursor, start);
  const token = cursor.token();
  if (token?.kind !== 'operator') cursor.unexpected('an operator');
  cursor.index += 1;
  cursor.expect(')');
  const symbol = (token as { text: string }).text;
  return schema === undefined ? { symbol } : { symbol, schema };
}

function parseSchemas(cursor: Cursor, start: number): ReturnType<typeof parseQualifiedName> {
  const name = parseQualifiedNameBeforeSign(cursor);
  return { kind: 'qualified-name', parts: name, span: cursor.since(start) };
}

function parseQualifiedNameBeforeSign(cursor: Cursor): ReturnType<typeof parseQualifiedName>['parts'] {
  const parts = [];
  do {
    const token = cursor.next();
    parts.push({
      kind: 'name',
      value: token.text,
      quoted: token.kind === 'quoted-name',
      span: { start: token.start, end: token.end },
    } as const);
    cursor.expect('.');
  } while (cursor.token()?.kind !== 'operator');
  return parts;
}

/** @name := value */
function parseAssignment(cursor: Cursor, target: Expression, { rule }: InfixPlace): Expression {
  if (target.kind !== 'variable') cursor.unexpected();
  cursor.index += 1;
  const value = parseExpression(cursor, rightMinimum(rule));
  return { kind: 'variable-assignment', target, value, span: cursor.from(target) };
}

/** sign (ANY | SOME | ALL) '(' query | array ')' , where the sign was taken; undefined where no quantifier follows */
function parseQuantified(
  cursor: Cursor,
  left: Expression,
  { operator, negated }: { operator: BinaryOperator | PatternLanguage | { readonly symbol: string }; negated: boolean },
): QuantifiedComparison | undefined {
  const key = cursor.key();
  if ((key !== 'ANY' && key !== 'SOME' && key !== 'ALL') || cursor.key(1) !== '(') return undefined;
  cursor.index += 2;
  const right = parseValueOrQuery(cursor);
  cursor.expect(')');
  const quantifier = key === 'ALL' ? 'all' : 'any';
  return { kind: 'quantified', operator, negated, quantifier, left, right, span: cursor.from(left) };
}
