import { describe, expect, it } from 'vitest';
import type { Expression, NodeOf } from '../../../src/sql/ast/index.js';
import { binary, call, column, join, make, name, path, print, query, select, table, text, value } from './builder.js';

const lines = (...each: string[]): string => each.join('\n');
const equal = (left: string, right: string): Expression => binary(left, 'equal', right);
const rows = (...each: number[][]): NodeOf<'values'> =>
  make('values', { rows: each.map((items) => make('row-values', { items: items.map(value) })) });
const set = (of: string, to: Expression): NodeOf<'assignment'> =>
  make('assignment', { targets: [column(of)], row: false, value: to });
const insert = (more: Partial<NodeOf<'insert'>>): NodeOf<'insert'> => make('insert', { table: path('t'), ...more });
const item = (of: string): NodeOf<'select-item'> => make('select-item', { expression: column(of) });

describe('INSERT', () => {
  it('has its rows, one a line where they are many', () => {
    const columns = [column('a'), column('b')];
    expect(print(insert({ columns, source: query(rows([1, 2])) }))).toBe('INSERT INTO t (a, b) VALUES (1, 2)');
    expect(print(insert({ columns, source: query(rows([1, 2], [3, 4])) }), 'MYSQL', 20)).toBe(
      lines('INSERT INTO t (a, b)', 'VALUES', '  (1, 2),', '  (3, 4)'),
    );
    expect(print(insert({ columns: [], source: query(rows([])) }), 'MYSQL')).toBe('INSERT INTO t () VALUES ()');
    expect(print(insert({}), 'MYSQL')).toBe('INSERT INTO t VALUES ()');
    expect(print(insert({}), 'SQLITE')).toBe('INSERT INTO t DEFAULT VALUES');
  });

  it('says what happens to rows that break a constraint, as the dialect does', () => {
    const source = query(rows([1]));
    expect(print(insert({ violation: 'replace', source }), 'MYSQL')).toBe('REPLACE INTO t VALUES (1)');
    expect(print(insert({ violation: 'ignore', modifiers: ['LOW_PRIORITY'], source }), 'MYSQL')).toBe(
      'INSERT LOW_PRIORITY IGNORE INTO t VALUES (1)',
    );
    expect(print(insert({ violation: 'replace', source }), 'SQLITE')).toBe('INSERT OR REPLACE INTO t VALUES (1)');
    expect(() => print(insert({ violation: 'ignore', source }))).toThrow('PostgreSQL has no `INSERT OR IGNORE`.');
  });

  it('has conflicts and what is returned', () => {
    const conflict = make('on-conflict', {
      columns: [make('index-element', { expression: column('a') })],
      where: column('w'),
      update: [set('b', column('excluded.b'))],
      updateWhere: equal('t.c', 'd'),
    });
    const returning = make('returning', { oldAlias: name('o'), columns: [item('o.a'), item('b')] });
    expect(print(insert({ source: query(rows([1])), conflicts: [conflict], returning }), 'POSTGRESQL', 60)).toBe(
      lines(
        'INSERT INTO t',
        'VALUES (1)',
        'ON CONFLICT (a) WHERE w',
        '  DO UPDATE SET b = excluded.b',
        '  WHERE t.c = d',
        'RETURNING WITH (OLD AS o) o.a, b',
      ),
    );
    const duplicate = { rowAlias: name('n'), duplicateKeyUpdate: [set('a', column('n.a'))] };
    expect(print(insert({ source: query(rows([1])), ...duplicate }), 'MYSQL')).toBe(
      'INSERT INTO t VALUES (1) AS n ON DUPLICATE KEY UPDATE a = n.a',
    );
  });
});

describe('UPDATE and DELETE', () => {
  const bounds = {
    where: equal('a', 'b'),
    limit: make('limit', { count: value(1) }),
    returning: make('returning', { columns: [item('a')] }),
  };
  const update = (more: Partial<NodeOf<'update'>>): NodeOf<'update'> =>
    make('update', { tables: [table('t')], set: [set('a', value(1))], ...more });

  it('have their bounds where the dialect reads them', () => {
    expect(print(update(bounds), 'SQLITE')).toBe('UPDATE t SET a = 1 WHERE a = b RETURNING a LIMIT 1');
    expect(print(make('delete', { from: [table('t')], ...bounds }), 'MYSQL')).toBe(
      'DELETE FROM t WHERE a = b LIMIT 1 RETURNING a',
    );
  });

  it('have joins and targets of their own', () => {
    const joined = join(table('t'), table('u'), equal('t.x', 'u.x'));
    expect(print(update({ tables: [joined], violation: 'ignore' }), 'MYSQL')).toBe(
      'UPDATE IGNORE t JOIN u ON t.x = u.x SET a = 1',
    );
    expect(print(update({ from: [joined], violation: 'abort' }), 'SQLITE')).toBe(
      'UPDATE OR ABORT t SET a = 1 FROM t JOIN u ON t.x = u.x',
    );
    expect(print(make('delete', { targets: [path('t')], from: [joined] }), 'MYSQL')).toBe(
      'DELETE t FROM t JOIN u ON t.x = u.x',
    );
    expect(print(make('delete', { from: [table('t')], using: [table('u')], cursor: name('c') }))).toBe(
      'DELETE FROM t USING u WHERE CURRENT OF c',
    );
  });

  it('assign rows', () => {
    const row = make('assignment', {
      targets: [column('a'), column('b')],
      row: true,
      value: make('subquery', { query: query(select([1, 2])) }),
    });
    expect(print(update({ set: [row] }))).toBe('UPDATE t SET (a, b) = (SELECT 1, 2)');
  });
});

describe('MERGE', () => {
  it('has a branch a line', () => {
    const branches = [
      make('merge-branch', { when: 'matched', condition: column('x'), action: 'update', set: [set('a', value(1))] }),
      make('merge-branch', { when: 'not-matched', action: 'insert', columns: [column('a')], values: [call('f', 'b')] }),
      make('merge-branch', { when: 'not-matched-by-source', action: 'nothing' }),
    ];
    const merge = make('merge', { into: table('t'), using: table('u'), on: equal('t.id', 'u.id'), branches });
    expect(print(merge)).toBe(
      lines(
        'MERGE INTO t',
        'USING u',
        'ON t.id = u.id',
        'WHEN MATCHED AND x THEN UPDATE SET a = 1',
        'WHEN NOT MATCHED THEN INSERT (a) VALUES (f(b))',
        'WHEN NOT MATCHED BY SOURCE THEN DO NOTHING',
      ),
    );
  });
});

describe('elements of an index', () => {
  const element = (expression: Expression): string =>
    print(
      make('create-index', {
        type: 'index',
        name: path('i'),
        table: path('t'),
        elements: [make('index-element', { expression })],
      }),
    );
  it('have parentheses around what is no column and no call', () => {
    expect(element(column('a'))).toBe('CREATE INDEX i ON t (a)');
    expect(element(call('lower', 'a'))).toBe('CREATE INDEX i ON t (lower(a))');
    expect(element(binary('a', 'concatenate', text('x')))).toBe("CREATE INDEX i ON t ((a || 'x'))");
    const mysql = make('create-index', {
      type: 'unique',
      name: path('i'),
      table: path('t'),
      elements: [
        make('index-element', { expression: call('lower', 'a'), direction: 'desc' }),
        make('index-element', { expression: column('b'), length: 10 }),
      ],
    });
    expect(print(mysql, 'MYSQL')).toBe('CREATE UNIQUE INDEX i ON t ((lower(a)) DESC, b(10))');
  });
});
