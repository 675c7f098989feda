import { describe, expect, it } from 'vitest';
import type { Expression, NodeOf, QueryBody } from '../../../src/sql/ast/index.js';
import {
  and,
  binary,
  call,
  column,
  join,
  make,
  name,
  or,
  path,
  print,
  query,
  select,
  table,
  text,
  value,
} from './builder.js';

const lines = (...each: string[]): string => each.join('\n');
const union = (
  left: QueryBody,
  right: QueryBody,
  more: Partial<NodeOf<'set-operation'>> = {},
): NodeOf<'set-operation'> => make('set-operation', { operator: 'union', all: false, left, right, ...more });
const order = (of: string): NodeOf<'order-item'> => make('order-item', { expression: column(of) });
const equal = (left: string, right: string): Expression => binary(left, 'equal', right);
const limit = (more: Partial<NodeOf<'limit'>>): NodeOf<'limit'> => make('limit', more);

describe('the layout of a SELECT', () => {
  const from = [join(table('orders', 'o'), table('customers', 'c'), equal('c.id', 'o.customer_id'))];
  const where = and(equal('o.status', 'c.status'), or(equal('o.total', 'c.total'), equal('o.note', 'c.note')));
  const statement = query(select(['o.id', 'c.name'], { from, where }), { orderBy: [order('o.id')] });

  it('is one line where that is short', () => {
    expect(print(query(select(['id'], { from: [table('orders')], where: equal('id', 'other') })))).toBe(
      'SELECT id FROM orders WHERE id = other',
    );
  });

  it('breaks at its clauses and joins', () => {
    expect(print(statement)).toBe(
      lines(
        'SELECT o.id, c.name',
        'FROM orders AS o',
        '  JOIN customers AS c ON c.id = o.customer_id',
        'WHERE o.status = c.status AND (o.total = c.total OR o.note = c.note)',
        'ORDER BY o.id',
      ),
    );
  });

  it('breaks at what is inside of its clauses where these are too long', () => {
    expect(print(statement, 'POSTGRESQL', 30)).toBe(
      lines(
        'SELECT o.id, c.name',
        'FROM orders AS o',
        '  JOIN customers AS c',
        '    ON c.id = o.customer_id',
        'WHERE o.status = c.status',
        '  AND (',
        '    o.total = c.total',
        '    OR o.note = c.note',
        '  )',
        'ORDER BY o.id',
      ),
    );
  });

  it('has one item of a list a line', () => {
    const long = 'a_rather_long_name_of_a_column';
    expect(print(query(select([long, call('coalesce', long, long), long, long])))).toBe(
      lines('SELECT', `  ${long},`, `  coalesce(${long}, ${long}),`, `  ${long},`, `  ${long}`),
    );
  });

  it('indents subqueries, cases and common tables', () => {
    const inner = query(select(['id'], { from: [table('customers')], where: equal('active', 'yes') }));
    const branch = make('case-branch', { condition: equal('a', 'b'), result: value(1) });
    const items = [make('case', { branches: [branch, branch], otherwise: value(2) })];
    const tables = [make('common-table', { name: name('c'), columns: [], statement: inner })];
    const exists = make('exists', { query: inner });
    const whole = query(select(items, { from: [table('c')], where: exists }), {
      with: make('with', { recursive: false, tables }),
    });
    expect(print(whole, 'POSTGRESQL', 40)).toBe(
      lines(
        'WITH c AS (',
        '  SELECT id',
        '  FROM customers',
        '  WHERE active = yes',
        ')',
        'SELECT',
        '  CASE',
        '    WHEN a = b THEN 1',
        '    WHEN a = b THEN 1',
        '    ELSE 2',
        '  END',
        'FROM c',
        'WHERE EXISTS (',
        '  SELECT id',
        '  FROM customers',
        '  WHERE active = yes',
        ')',
      ),
    );
  });
});

describe('set operations', () => {
  const [a, b, c] = [select(['a']), select(['b']), select(['c'])] as const;

  it('nest to the left without parentheses', () => {
    expect(print(query(union(union(a, b), c, { all: true })))).toBe('SELECT a UNION SELECT b UNION ALL SELECT c');
  });

  it('have parentheses to the right, where the dialect has them', () => {
    const right = query(union(a, union(b, c)));
    expect(print(right)).toBe('SELECT a UNION (SELECT b UNION SELECT c)');
    expect(print(right, 'SQLITE')).toBe('SELECT a UNION SELECT * FROM (SELECT b UNION SELECT c)');
  });

  it('have INTERSECT first, but for SQLite', () => {
    const both = (left: QueryBody, right: QueryBody): QueryBody => union(left, right, { operator: 'intersect' });
    expect(print(query(union(a, both(b, c))))).toBe('SELECT a UNION SELECT b INTERSECT SELECT c');
    expect(print(query(both(union(a, b), c)), 'MYSQL')).toBe('(SELECT a UNION SELECT b) INTERSECT SELECT c');
    expect(print(query(both(union(a, b), c)), 'SQLITE')).toBe('SELECT a UNION SELECT b INTERSECT SELECT c');
  });

  it('keep members apart that have an order or limit of their own', () => {
    const bounded = query(a, { limit: limit({ count: value(1) }) });
    expect(print(query(union(bounded, b), { orderBy: [order('a')] }))).toBe(
      '(SELECT a LIMIT 1) UNION SELECT b ORDER BY a',
    );
  });

  it('are thousands without exhausting the stack', () => {
    let body: QueryBody = a;
    for (let count = 0; count < 5_000; count += 1) body = union(body, b);
    expect(print(query(body))).toBe(lines('SELECT a', ...Array<string>(5_000).fill('UNION\nSELECT b')));
  });
});

describe('joins', () => {
  const [a, b, c] = [table('a'), table('b'), table('c')] as const;
  const on = equal('x', 'y');

  it('nest to the left without parentheses and to the right with them', () => {
    expect(print(query(select([1], { from: [join(join(a, b, on), c, on)] })))).toBe(
      'SELECT 1 FROM a JOIN b ON x = y JOIN c ON x = y',
    );
    expect(print(query(select([1], { from: [join(a, join(b, c, on), on)] })))).toBe(
      'SELECT 1 FROM a JOIN (b JOIN c ON x = y) ON x = y',
    );
  });

  it('have their words', () => {
    const words = (more: Partial<NodeOf<'join'>>): string =>
      print(
        query(select([1], { from: [make('join', { type: 'inner', natural: false, left: a, right: b, ...more })] })),
      );
    expect(words({ type: 'left', natural: true })).toBe('SELECT 1 FROM a NATURAL LEFT JOIN b');
    expect(words({ type: 'cross' })).toBe('SELECT 1 FROM a CROSS JOIN b');
    expect(words({ type: 'straight', on })).toBe('SELECT 1 FROM a STRAIGHT_JOIN b ON x = y');
    expect(words({ type: 'full', using: [name('x')], usingAlias: name('u') })).toBe(
      'SELECT 1 FROM a FULL JOIN b USING (x) AS u',
    );
  });

  it('are thousands without exhausting the stack', () => {
    let whole = join(a, b, on);
    for (let count = 1; count < 5_000; count += 1) whole = join(whole, b, on);
    expect(print(query(select([1], { from: [whole] }))).split('\n')).toHaveLength(5_002);
  });
});

describe('bounds', () => {
  const bounded = (more: Partial<NodeOf<'limit'>>, dialect: 'POSTGRESQL' | 'MYSQL' | 'SQLITE'): string =>
    print(query(select([1]), { limit: limit(more) }), dialect);

  it('are written in the dialect’s own form', () => {
    expect(bounded({ count: value(1), offset: value(2) }, 'MYSQL')).toBe('SELECT 1 LIMIT 1 OFFSET 2');
    expect(bounded({ offset: value(2) }, 'POSTGRESQL')).toBe('SELECT 1 OFFSET 2');
    expect(bounded({ offset: value(2) }, 'MYSQL')).toBe('SELECT 1 LIMIT 18446744073709551615 OFFSET 2');
    expect(bounded({ offset: value(2) }, 'SQLITE')).toBe('SELECT 1 LIMIT -1 OFFSET 2');
    expect(bounded({}, 'POSTGRESQL')).toBe('SELECT 1 LIMIT ALL');
    expect(bounded({ count: binary('a', 'add', 1), offset: value(2), withTies: true }, 'POSTGRESQL')).toBe(
      'SELECT 1 OFFSET 2 ROWS FETCH FIRST (a + 1) ROWS WITH TIES',
    );
  });

  it('stand before locks', () => {
    const lock = make('locking', { strength: 'SHARE', of: [path('a')], wait: 'SKIP LOCKED' });
    expect(print(query(select([1]), { limit: limit({ count: value(1) }), locks: [lock] }), 'MYSQL')).toBe(
      'SELECT 1 LIMIT 1 FOR SHARE OF a SKIP LOCKED',
    );
  });
});

describe('groups', () => {
  const rollup = make('grouping-set', { operator: 'rollup', items: [column('a'), column('b')] });
  const grouped = (items: NodeOf<'group-by'>['items']): ReturnType<typeof query> =>
    query(select([1], { groupBy: make('group-by', { items }) }));

  it('have ROLLUP before or behind', () => {
    expect(print(grouped([rollup]))).toBe('SELECT 1 GROUP BY ROLLUP (a, b)');
    expect(print(grouped([rollup]), 'MYSQL')).toBe('SELECT 1 GROUP BY a, b WITH ROLLUP');
    expect(() => print(grouped([column('c'), rollup]), 'MYSQL')).toThrow('MySQL has no ROLLUP among the items');
    expect(() => print(grouped([rollup]), 'SQLITE')).toThrow('SQLite has no ROLLUP among the items');
  });

  it('may be of nothing at all', () => {
    const nothing = make('row', { items: [] });
    const sets = make('grouping-set', { operator: 'sets', items: [column('a'), nothing] });
    expect(print(grouped([sets, nothing]))).toBe('SELECT 1 GROUP BY GROUPING SETS (a, ()), ()');
  });
});

describe('where rows go and come from', () => {
  it('puts INTO where the dialect reads it', () => {
    const into = make('into', { table: path('t'), persistence: 'TEMPORARY' });
    const body = union(select(['a'], { from: [table('x')] }), select(['b']));
    expect(print(query(body, { into }))).toBe('SELECT a INTO TEMPORARY t FROM x UNION SELECT b');
    const variables = make('into', { variables: [make('variable', { name: 'v' })] });
    expect(print(query(select(['a'], { from: [table('x')] }), { into: variables }), 'MYSQL')).toBe(
      'SELECT a FROM x INTO @v',
    );
  });

  it('has VALUES with and without ROW', () => {
    const rows = [1, 2].map((each) => make('row-values', { items: [value(each)] }));
    expect(print(query(make('values', { rows })))).toBe('VALUES (1), (2)');
    expect(print(query(make('values', { rows })), 'MYSQL')).toBe('VALUES ROW(1), ROW(2)');
  });

  it('has tables with all that may stand behind them', () => {
    const hint = make('index-hint', { action: 'FORCE', purpose: 'ORDER BY', indexes: [name('PRIMARY')] });
    const mysql = { ...table('t', 'x'), partitions: [name('p')], indexHints: [hint] };
    expect(print(query(select([1], { from: [mysql] })), 'MYSQL')).toBe(
      'SELECT 1 FROM t PARTITION (p) AS x FORCE INDEX FOR ORDER BY (PRIMARY)',
    );
    const sample = make('table-sample', { method: path('system'), arguments: [value(1)], repeatable: value(2) });
    expect(print(query(select([1], { from: [{ ...table('t'), only: true, sample }] })))).toBe(
      'SELECT 1 FROM ONLY t TABLESAMPLE system (1) REPEATABLE (2)',
    );
    expect(print(query(select([1], { from: [{ ...table('t'), indexedBy: null }] })), 'SQLITE')).toBe(
      'SELECT 1 FROM t NOT INDEXED',
    );
  });

  it('has hints directly behind the verb', () => {
    const body = select(['a'], { distinct: true, hints: ['BKA(t1)'], modifiers: ['SQL_NO_CACHE'] });
    expect(print(query(body), 'MYSQL')).toBe('SELECT /*+ BKA(t1) */ DISTINCT SQL_NO_CACHE a');
  });

  it('has documents as tables', () => {
    const columns = [
      make('json-table-column', { role: 'ordinality', name: name('n') }),
      make('json-table-column', {
        role: 'nested',
        path: text('$.b'),
        columns: [
          make('json-table-column', {
            role: 'exists',
            name: name('e'),
            type: make('data-type', { name: 'int', arguments: [] }),
          }),
        ],
      }),
    ];
    const json = make('json-table', { document: column('doc'), path: text('$'), columns });
    const rows = make('table-function', {
      lateral: false,
      rowsFrom: false,
      calls: [make('table-function-call', { call: json })],
      ordinality: false,
      alias: name('j'),
    });
    expect(print(query(select([1], { from: [rows] })), 'MYSQL', 1_000)).toBe(
      "SELECT 1 FROM JSON_TABLE(doc, '$' COLUMNS (n FOR ORDINALITY, NESTED PATH '$.b' COLUMNS (e INT EXISTS))) AS j",
    );
  });
});
