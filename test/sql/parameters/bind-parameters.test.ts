import { describe, expect, it } from 'vitest';
import { DragomanError } from '../../../src/errors/index.js';
import {
  bindParameters,
  type BoundStatement,
  type DialectName,
  dialects,
  splitStatements,
} from '../../../src/sql/index.js';

function bind(sql: string, params: unknown, dialect: DialectName = 'POSTGRESQL'): BoundStatement {
  const statement = splitStatements(sql, dialects[dialect]).at(-1);
  if (statement === undefined) throw new Error('no statement');
  return bindParameters(statement, dialects[dialect], params);
}

/** The statement with its slots as `<index>`, and the values. */
function bound(sql: string, params: unknown, dialect?: DialectName): [string, readonly unknown[]] {
  const { parts, slots, values } = bind(sql, params, dialect);
  return [parts.map((part, at) => part + (at < slots.length ? `<${slots[at]}>` : '')).join(''), values];
}

describe('values that fit', () => {
  it.each<[string, unknown, string, unknown[]]>([
    ['SELECT 1', undefined, 'SELECT 1', []],
    ['SELECT 1', null, 'SELECT 1', []],
    ['SELECT 1', [], 'SELECT 1', []],
    ['SELECT 1', {}, 'SELECT 1', []],
    ['a = ? AND b = ?', [1, 1], 'a = <0> AND b = <1>', [1, 1]],
    ['f($2, $1, $2)', ['a', 'b'], 'f(<0>, <1>, <0>)', ['b', 'a']],
    ['f(:b, :a, %(b)s)', { a: 1, b: null }, 'f(<0>, <1>, <0>)', [null, 1]],
    ['f(:constructor)', { constructor: 1 }, 'f(<0>)', [1]],
    ['f(:__proto__)', JSON.parse('{"__proto__": 1}'), 'f(<0>)', [1]],
    ['f(?)', [{ $date: 'x' }], 'f(<0>)', [{ $date: 'x' }]],
    ['a IN (?) AND b = ?', [[1, 2], 3], 'a IN (<0>, <1>) AND b = <2>', [1, 2, 3]],
    ['a NOT IN (/* c */ :l) OR b IN (:l)', { l: [1, 2] }, 'a NOT IN (/* c */ <0>, <1>) OR b IN (<0>, <1>)', [1, 2]],
    ['a IN (?)', [7], 'a IN (<0>)', [7]],
    ['a IN (?) AND ? > b', [[], 1], "a = ANY ('{}') AND <0> > b", [1]],
    ['a NOT IN (?)', [[]], "a <> ALL ('{}')", []],
    ['a IN (/* c */ ?)', [[]], 'a IN (/* c */ SELECT NULL WHERE 1 = 0)', []],
    ['a IN (?)', [{ $type: 'array', value: [1, 2] }], 'a IN (<0>, <1>)', [1, 2]],
    ['a = ANY (?)', [[1, 2]], 'a = ANY (<0>)', [{ $type: 'array', value: [1, 2] }]],
    ['f(?::public.mood[])', [['x']], 'f(<0>::public.mood[])', [{ $type: 'array', value: ['x'] }]],
    ['a IN ($1) OR b = ANY($1)', [[1]], 'a IN (<0>) OR b = ANY(<1>)', [1, { $type: 'array', value: [1] }]],
    ['SELECT 0; a = ?', [1], 'a = <0>', [1]],
    [`a = '?' AND b = ?`, [1], `a = '?' AND b = <0>`, [1]],
  ])('%s with %j', (sql, params, text, values) => {
    expect(bound(sql, params)).toEqual([text, values]);
  });

  it('binds what one dialect alone has', () => {
    expect(bound('a = ?2 + ?1', [1, 2], 'SQLITE')).toEqual(['a = <0> + <1>', [2, 1]]);
    expect(bound('f(@a, $a, :a)', { a: 1 }, 'SQLITE')).toEqual(['f(<0>, <0>, <0>)', [1]]);
    expect(bound('a IN (?)', [[]], 'MYSQL')[0]).toBe('a IN (SELECT NULL FROM (SELECT 1) AS empty_list WHERE 1 = 0)');
  });

  it('gives an array as a document to an engine without arrays', () => {
    const statement = splitStatements('f(?)', dialects.MYSQL)[0]!;
    const values = [[1, { $type: 'bigint', value: '9' }, ['x']]];
    const { values: made } = bindParameters(statement, dialects.MYSQL, values, dialects.POSTGRESQL);
    expect(made).toEqual([{ $type: 'json', value: [1, '9', ['x']] }]);
  });

  it('takes MySQL’s variables for placeholders where their names are given', () => {
    expect(bound('SELECT @a, @b, @@a', { a: 1 }, 'MYSQL')).toEqual(['SELECT <0>, @b, @@a', [1]]);
    expect(bound('SELECT @a, ?', [1], 'MYSQL')).toEqual(['SELECT @a, <0>', [1]]);
    expect(bound('SELECT @constructor', {}, 'MYSQL')).toEqual(['SELECT @constructor', []]);
  });
});

describe('values that don’t fit', () => {
  it.each<[string, unknown, RegExp, [number, number] | null]>([
    ['f(?, ?)', [1], /takes 2 values, and 1 was given/, [1, 6]],
    ['f(?)', undefined, /takes 1 value, and 0 were given/, [1, 3]],
    ['f(?)', [1, 2], /takes 1 value, and 2 were given/, null],
    ['SELECT 1', [1], /takes 0 values/, null],
    ['f($3)', [1, 2], /takes 3 values/, [1, 3]],
    ['f($2)', [1, 2], /No placeholder uses value 1 of 2/, null],
    ['f($0)', [1], /no placeholder \$0/, [1, 3]],
    ['f($32767)', [1], /no placeholder \$32767/, [1, 3]],
    ['f(:a,\n :b, :c)', { a: 1 }, /No value is given for b, c/, [2, 2]],
    ['f(:a)', undefined, /No value is given for a/, [1, 3]],
    ['f(:constructor)', {}, /constructor/, [1, 3]],
    ['f(:a)', { a: 1, b: 2, c: 3 }, /no placeholder for b, c/, null],
    ['SELECT 1', { a: 1 }, /no placeholder for a/, null],
    ['f(?, :a)', [1], /mixes.*\? and :name/, [1, 6]],
    ['f(?, $1)', [1], /mixes.*\? and \$1/, [1, 6]],
    ['f($1, :a)', { a: 1 }, /mixes/, [1, 7]],
    ['f(:a)', [1], /named placeholders/, [1, 3]],
    ['f(?)', { a: 1 }, /by position/, [1, 3]],
    ['f(?)', 5, /are a number/, null],
    ['SELECT 1', 'x', /are a string/, null],
    ['a = ?', [[1]], /value of \? is a list/, [1, 5]],
    ['a IN (?, ?)', [[1], 2], /is a list/, [1, 7]],
    ['a IN (:l) AND b = :l', { l: [1] }, /is a list/, [1, 19]],
    ['a IN (?)', [[[1]]], /another list/, [1, 7]],
    ['SELECT 1;\n SELECT ?', [], /takes 1 value/, [2, 9]],
    ['SELECT 1; SELECT ?', [], /takes 1 value/, [1, 18]],
    ['a IN (?)', [Array(32_767).fill(1)], /more than 32766/, [1, 7]],
    ['a IN (:l) OR b IN (:l)', { l: Array(20_000).fill(1) }, /more than 32766/, [1, 20]],
  ])('%s with %j', (sql, params, message, place) => {
    let error: unknown;
    try {
      bind(sql, params);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(DragomanError);
    const { code, details, message: told } = error as DragomanError;
    expect(code).toBe('BAD_PARAMETERS');
    expect(told).toMatch(message);
    expect(details.hint).toBeTruthy();
    expect(details.position).toEqual(place === null ? undefined : { line: place[0], column: place[1] });
  });
});
