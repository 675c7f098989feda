import { describe, expect, it } from 'vitest';
import type { Expression, NodeOf } from '../../../src/sql/ast/index.js';
import type { DialectName } from '../../../src/sql/dialects/index.js';
import {
  and,
  binary,
  call,
  column,
  isNull,
  make,
  name,
  type Operand,
  or,
  path,
  printValue,
  query,
  select,
  text,
  type,
  unary,
  value,
} from './builder.js';

/** The text of one expression in each dialect named. */
function expectTexts(node: Operand, texts: Partial<Record<DialectName, string>>): void {
  for (const [dialect, expected] of Object.entries(texts)) {
    expect(printValue(node, dialect as DialectName), dialect).toBe(expected);
  }
}

const like = (more: Partial<NodeOf<'pattern-match'>> = {}): NodeOf<'pattern-match'> =>
  make('pattern-match', { language: 'like', negated: false, operand: column('a'), pattern: column('b'), ...more });
const between = (operand: Operand, low: Operand, high: Operand): Expression =>
  make('between', { negated: false, symmetric: false, operand: value(operand), low: value(low), high: value(high) });

describe('parentheses of binary operators', () => {
  it('stand where an operand binds less', () => {
    const sum = binary('a', 'add', 'b');
    expectTexts(binary(sum, 'multiply', 'c'), { POSTGRESQL: '(a + b) * c', MYSQL: '(a + b) * c' });
    expectTexts(binary('c', 'add', binary('a', 'multiply', 'b')), { POSTGRESQL: 'c + a * b' });
  });

  it('keep the side on which a chain nests', () => {
    const minus = (left: Operand, right: Operand): Expression => binary(left, 'subtract', right);
    expect(printValue(minus(minus('a', 'b'), 'c'))).toBe('a - b - c');
    expect(printValue(minus('a', minus('b', 'c')))).toBe('a - (b - c)');
  });

  it('stand around comparisons where two of them don’t associate', () => {
    const left = binary(binary('a', 'equal', 'b'), 'equal', 'c');
    expectTexts(left, { POSTGRESQL: '(a = b) = c', MYSQL: 'a = b = c', SQLITE: 'a = b = c' });
    const right = binary('a', 'equal', binary('b', 'equal', 'c'));
    expectTexts(right, { POSTGRESQL: 'a = (b = c)', MYSQL: 'a = (b = c)', SQLITE: 'a = (b = c)' });
  });

  it('follow the dialect’s own precedence', () => {
    const xor = binary(binary('a', 'multiply', 'b'), 'bit-xor', 'c');
    expectTexts(xor, { POSTGRESQL: 'a * b # c', MYSQL: '(a * b) ^ c' });
    const less = binary(binary('a', 'less', 'b'), 'equal', 'c');
    expectTexts(less, { POSTGRESQL: '(a < b) = c', SQLITE: 'a < b = c' });
  });

  it('are none in a chain of thousands, which does not exhaust the stack', () => {
    let chain = value('a');
    for (let count = 0; count < 5_000; count += 1) chain = binary(chain, count % 2 === 0 ? 'add' : 'subtract', 1);
    expect(printValue(chain, 'SQLITE', 1_000_000)).toBe(`a${' + 1 - 1'.repeat(2_500)}`);
  });
});

describe('logical chains', () => {
  it('are flat, and chains in chains are not', () => {
    expect(printValue(and('a', 'b', 'c'))).toBe('a AND b AND c');
    expect(printValue(and(and('a', 'b'), 'c'))).toBe('(a AND b) AND c');
    expect(printValue(and(or('a', 'b'), unary('not', 'c')))).toBe('(a OR b) AND NOT c');
  });

  it('have XOR in MySQL alone', () => {
    const xor = make('logical', { operator: 'xor', operands: [value('a'), or('b', 'c')] });
    expectTexts(xor, { MYSQL: 'a XOR (b OR c)' });
    expect(() => printValue(xor, 'SQLITE')).toThrow('SQLite has no operator for `xor`.');
  });
});

describe('prefix operators', () => {
  it('never touch one another, nor become a comment', () => {
    expect(printValue(unary('minus', unary('minus', 1)))).toBe('-(-1)');
    expect(printValue(unary('minus', -1))).toBe('-(-1)');
    expect(printValue(binary('a', 'subtract', unary('minus', 1)))).toBe('a - -1');
    expect(printValue(unary('bit-not', binary(unary('minus', 1), 'add', 2)))).toBe('~ -1 + 2');
    expect(printValue(make('operator', { symbol: '@', right: unary('minus', 'a') }))).toBe('@ -a');
  });

  it('keep what follows their operand out of it', () => {
    const not = unary('bit-not', 'a');
    expectTexts(binary(not, 'concatenate', 'b'), { POSTGRESQL: '(~a) || b', SQLITE: '~a || b' });
    expectTexts(unary('bit-not', binary('a', 'concatenate', 'b')), { POSTGRESQL: '~(a || b)', SQLITE: '~(a || b)' });
  });

  it('have NOT at its own level', () => {
    const equal = binary('a', 'equal', 'b');
    expectTexts(unary('not', equal), { POSTGRESQL: 'NOT a = b', MYSQL: 'NOT a = b' });
    expectTexts(binary(unary('not', 'a'), 'equal', 'b'), { POSTGRESQL: '(NOT a) = b', MYSQL: '(NOT a) = b' });
    expectTexts(binary('a', 'equal', unary('not', 'b')), { POSTGRESQL: 'a = (NOT b)', SQLITE: 'a = (NOT b)' });
    expectTexts(unary('not', and('a', 'b')), { POSTGRESQL: 'NOT (a AND b)' });
  });

  it('have BINARY in MySQL', () => {
    expectTexts(binary(unary('binary', 'a'), 'equal', 'b'), { MYSQL: 'BINARY a = b' });
  });
});

describe('what stands behind an operand', () => {
  it('puts operands that bind less into parentheses', () => {
    expectTexts(isNull(binary('a', 'equal', 'b')), { POSTGRESQL: 'a = b IS NULL', MYSQL: 'a = b IS NULL' });
    expectTexts(isNull(isNull('a'), true), { POSTGRESQL: '(a IS NULL) IS NOT NULL', SQLITE: 'a IS NULL IS NOT NULL' });
    expect(printValue(isNull(or('a', 'b')))).toBe('(a OR b) IS NULL');
  });

  it('has its bounds of BETWEEN', () => {
    expect(printValue(between('a', and('b', 'c'), 'd'))).toBe('a BETWEEN (b AND c) AND d');
    expect(printValue(between('a', binary('b', 'add', 1), between('c', 1, 2)))).toBe(
      'a BETWEEN b + 1 AND (c BETWEEN 1 AND 2)',
    );
    const collated = make('collate', { operand: column('b'), collation: path('"C"') });
    expectTexts(between('a', collated, 'c'), { POSTGRESQL: 'a BETWEEN (b COLLATE "C") AND c' });
  });

  it('has its escape and pattern of LIKE', () => {
    const sum = binary('b', 'concatenate', 'c');
    expect(printValue(like({ pattern: sum, escape: text('!') }))).toBe("a LIKE b || c ESCAPE '!'");
    expectTexts(like({ pattern: binary('b', 'add', 'c') }), { MYSQL: 'a LIKE (b + c)', POSTGRESQL: 'a LIKE b + c' });
    expect(printValue(like({ escape: and('b', 'c'), negated: true }))).toBe('a NOT LIKE b ESCAPE (b AND c)');
  });

  it('has casts, collations and time zones', () => {
    const cast = make('cast', { operand: or('a', 'b'), type: type('integer', { dimensions: [null, 3] }) });
    expect(printValue(unary('minus', cast))).toBe('-CAST(a OR b AS INTEGER[][3])');
    const collate = make('collate', { operand: binary('a', 'concatenate', 'b'), collation: path('nocase') });
    expectTexts(collate, { SQLITE: '(a || b) COLLATE nocase' });
    const zone = make('at-time-zone', { operand: binary('a', 'add', 'b'), zone: text('UTC') });
    expectTexts(zone, { POSTGRESQL: "(a + b) AT TIME ZONE 'UTC'" });
    expect(() => printValue(zone, 'MYSQL')).toThrow('MySQL has no `AT TIME ZONE`.');
  });
});

describe('operators by their meaning', () => {
  it('are spelt as the dialect does', () => {
    expectTexts(binary('a', 'not-distinct', 'b'), {
      POSTGRESQL: 'a IS NOT DISTINCT FROM b',
      MYSQL: 'a <=> b',
      SQLITE: 'a IS b',
    });
    expectTexts(isNull(binary('a', 'distinct', 'b')), {
      POSTGRESQL: '(a IS DISTINCT FROM b) IS NULL',
      MYSQL: '(NOT a <=> b) IS NULL',
      SQLITE: 'a IS NOT b IS NULL',
    });
    expectTexts(binary('a', 'member-of', binary('b', 'add', 'c')), { MYSQL: 'a MEMBER OF ((b + c))' });
  });

  it('are refused where the dialect lacks them', () => {
    expect(() => printValue(binary('a', 'divide-integer', 'b'))).toThrow(
      expect.objectContaining({ code: 'UNTRANSLATABLE', message: 'PostgreSQL has no operator for `divide-integer`.' }),
    );
    expect(() =>
      printValue(make('operator', { symbol: '@>', left: column('a'), right: column('b') }), 'MYSQL'),
    ).toThrow('MySQL has no operators beside its own.');
  });

  it('have patterns, negated by a sign or a word', () => {
    const regexp = like({ language: 'regexp', negated: true });
    expectTexts(regexp, { POSTGRESQL: 'a !~ b', MYSQL: 'a NOT REGEXP b', SQLITE: 'a NOT REGEXP b' });
    expectTexts(like({ language: 'similar', negated: true }), { POSTGRESQL: 'a NOT SIMILAR TO b' });
    expectTexts(like({ language: 'ilike' }), { POSTGRESQL: 'a ILIKE b' });
    expectTexts(binary(like({ language: 'regexp' }), 'concatenate', 'c'), { POSTGRESQL: 'a ~ b || c' });
  });

  it('have quantified comparisons', () => {
    const quantified = make('quantified', {
      operator: 'like',
      negated: true,
      quantifier: 'all',
      left: column('a'),
      right: make('array', { items: [text('x')] }),
    });
    expectTexts(quantified, { POSTGRESQL: "a NOT LIKE ALL (ARRAY['x'])" });
    const any = make('quantified', {
      operator: { symbol: '@>' },
      negated: false,
      quantifier: 'any',
      left: binary('a', 'add', 1),
      right: query(select([1])),
    });
    expectTexts(any, { POSTGRESQL: 'a + 1 @> ANY (SELECT 1)' });
  });

  it('have the schema of an operator', () => {
    const operator = make('operator', {
      symbol: '+',
      schema: path('pg_catalog'),
      left: column('a'),
      right: binary('b', 'add', 'c'),
    });
    expect(printValue(operator)).toBe('a OPERATOR(pg_catalog.+) b + c');
  });
});

describe('subscripts and fields', () => {
  const index = (operand: Operand): Expression => make('index', { operand: value(operand), index: value(1) });
  const field = (operand: Operand): Expression => make('field', { operand: value(operand), field: name('b') });

  it('have parentheses unless they stand on a column or parameter', () => {
    expect(printValue(index('a'))).toBe('a[1]');
    expect(printValue(index(make('parameter', { spelling: '$1', number: 1 })))).toBe('$1[1]');
    expect(printValue(index(call('f')))).toBe('(f())[1]');
    expect(printValue(field('a'))).toBe('(a).b');
    expect(printValue(field(field('a')))).toBe('(a).b.b');
    expect(printValue(make('field', { operand: call('f') }))).toBe('(f()).*');
  });

  it('keep a slice’s colon and a parameter’s apart', () => {
    const lower = make('parameter', { spelling: ':low', name: 'low' });
    expect(printValue(make('slice', { operand: column('a'), lower, upper: value(2) }))).toBe('a[(:low):2]');
    expect(printValue(make('slice', { operand: column('a'), upper: column('b') }))).toBe('a[: b]');
  });

  it('have arrays of arrays say ARRAY once', () => {
    const inner = make('array', { items: [value(1)] });
    expect(printValue(make('array', { items: [inner, inner] }))).toBe('ARRAY[[1], [1]]');
    expect(printValue(make('array', { items: [inner, value('a')] }))).toBe('ARRAY[ARRAY[1], a]');
  });
});

describe('calls', () => {
  it('have their words between the arguments', () => {
    const year = make('keyword', { word: 'YEAR' });
    expect(printValue({ ...call('extract', year, 'a'), separators: ['', 'FROM'] })).toBe('extract(YEAR FROM a)');
    expect(printValue({ ...call('trim', text('x'), 'a'), separators: ['BOTH', 'FROM'] })).toBe("trim(BOTH 'x' FROM a)");
    const charset = { ...call('CHAR', 65, 66, 'utf8'), separators: ['', '', 'USING'] };
    expect(printValue(charset, 'MYSQL')).toBe('CHAR(65, 66 USING utf8)');
    const position = { ...call('position', and('a', 'b'), 'c'), separators: ['', 'IN'] };
    expect(printValue(position)).toBe('position((a AND b) IN c)');
  });

  it('have what follows the arguments', () => {
    const item = make('order-item', { expression: column('a'), direction: 'desc', nulls: 'last' });
    expect(printValue({ ...call('string_agg', 'a', text(',')), distinct: true, orderBy: [item] })).toBe(
      "string_agg(DISTINCT a, ',' ORDER BY a DESC NULLS LAST)",
    );
    expect(printValue({ ...call('group_concat', 'a'), separator: text(';') }, 'MYSQL')).toBe(
      "group_concat(a SEPARATOR ';')",
    );
    const over = make('window', { base: name('w'), reference: true, partitionBy: [], orderBy: [] });
    expect(printValue({ ...call('count', make('star', { qualifier: [] })), filter: column('b'), over })).toBe(
      'count(*) FILTER (WHERE b) OVER w',
    );
    expect(printValue({ ...call('CURRENT_DATE'), bare: true })).toBe('CURRENT_DATE');
    expect(printValue({ ...call('json_array'), tail: 'RETURNING jsonb' })).toBe('json_array(RETURNING jsonb)');
  });
});

describe('rows and values', () => {
  it('need a word for a row of fewer than two', () => {
    expect(printValue(make('row', { items: [value('a'), value('b')] }))).toBe('(a, b)');
    expect(printValue(make('row', { items: [value('a')] }))).toBe('ROW(a)');
    expect(printValue(make('row', { items: [] }))).toBe('ROW()');
  });

  it('have intervals and cases', () => {
    const interval = make('interval', { value: binary('a', 'add', 1), unit: 'DAY' });
    expectTexts(binary('b', 'add', interval), { MYSQL: 'b + INTERVAL (a + 1) DAY' });
    const branch = make('case-branch', { condition: value('a'), result: value(1) });
    expect(printValue(make('case', { branches: [branch], otherwise: value(2) }))).toBe('CASE WHEN a THEN 1 ELSE 2 END');
  });
});
