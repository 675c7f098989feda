import { describe, expect, it } from 'vitest';
import { column, make, name, path, print, query, select, table, text, value } from './builder.js';

describe('transactions', () => {
  it('have their usual words, or those that were written', () => {
    const modes = ['ISOLATION LEVEL SERIALIZABLE', 'READ ONLY'];
    expect(print(make('transaction', { action: 'begin', modes }))).toBe(
      'BEGIN ISOLATION LEVEL SERIALIZABLE, READ ONLY',
    );
    expect(print(make('transaction', { action: 'begin', modes: ['READ ONLY'], text: 'START TRANSACTION' }))).toBe(
      'START TRANSACTION READ ONLY',
    );
    expect(print(make('transaction', { action: 'rollback-to', name: name('s'), modes: [] }))).toBe(
      'ROLLBACK TO SAVEPOINT s',
    );
    expect(print(make('transaction', { action: 'begin', name: name('t'), modes: ['IMMEDIATE'] }), 'SQLITE')).toBe(
      'BEGIN IMMEDIATE TRANSACTION t',
    );
    expect(print(make('transaction', { action: 'commit', modes: ['AND CHAIN', 'NO RELEASE'] }), 'MYSQL')).toBe(
      'COMMIT AND CHAIN NO RELEASE',
    );
  });
});

describe('settings', () => {
  it('are assigned, but for those of several words', () => {
    const setting = (target: string, ...values: ReturnType<typeof value>[]): string =>
      print(make('set', { scope: 'LOCAL', assignments: [make('setting', { target: path(target), values })] }));
    expect(setting('search_path', column('a'), text('b'))).toBe("SET LOCAL search_path = a, 'b'");
    expect(setting('TIME ZONE', text('UTC'))).toBe("SET LOCAL TIME ZONE 'UTC'");
    const names = make('setting', { target: path('NAMES'), values: [column('utf8mb4')], collation: name('binary') });
    expect(print(make('set', { assignments: [names] }), 'MYSQL')).toBe('SET NAMES utf8mb4 COLLATE binary');
    const variables = [
      make('setting', { target: make('variable', { name: 'a' }), values: [value(1)] }),
      make('setting', { target: path('sql_mode'), scope: 'GLOBAL', values: [text('')] }),
    ];
    expect(print(make('set', { assignments: variables }), 'MYSQL')).toBe("SET @a = 1, GLOBAL sql_mode = ''");
    const deferred = make('keyword', { word: 'DEFERRED' });
    expect(setting('CONSTRAINTS', column('a'), column('b'), deferred)).toBe('SET LOCAL CONSTRAINTS a, b DEFERRED');
    expect(setting('work_mem', make('keyword', { word: 'FROM CURRENT' }))).toBe('SET LOCAL work_mem FROM CURRENT');
    const reset = make('setting', { target: path('ALL'), values: [] });
    expect(print(make('set', { reset: true, assignments: [reset] }))).toBe('RESET ALL');
  });

  it('are pragmas in SQLite', () => {
    const pragma = make('pragma', { name: path('main.table_info'), value: column('t') });
    expect(print({ ...pragma, called: true }, 'SQLITE')).toBe('PRAGMA main.table_info(t)');
    expect(print(pragma, 'SQLITE')).toBe('PRAGMA main.table_info = t');
  });
});

describe('EXPLAIN', () => {
  const statement = query(select([1]));
  const format = make('explain-option', { name: 'FORMAT', value: 'JSON' });

  it('has its options in the dialect’s form', () => {
    expect(print(make('explain', { options: [format], analyze: true, listed: true, statement }))).toBe(
      'EXPLAIN (ANALYZE, FORMAT JSON) SELECT 1',
    );
    expect(print(make('explain', { options: [format], analyze: true, listed: false, statement }), 'MYSQL')).toBe(
      'ANALYZE FORMAT = JSON SELECT 1',
    );
    const analyze = make('explain-option', { name: 'ANALYZE' });
    expect(
      print(make('explain', { options: [analyze, format], analyze: true, listed: false, statement }), 'MYSQL'),
    ).toBe('EXPLAIN ANALYZE FORMAT = JSON SELECT 1');
    const plan = make('explain-option', { name: 'QUERY PLAN' });
    expect(print(make('explain', { options: [plan], analyze: false, listed: false, statement }), 'SQLITE')).toBe(
      'EXPLAIN QUERY PLAN SELECT 1',
    );
  });
});

describe('what moves and locks rows', () => {
  it('is COPY', () => {
    const options = [
      make('storage-option', { name: path('format'), value: column('csv') }),
      make('storage-option', { name: path('header') }),
    ];
    const copy = make('copy', {
      direction: 'from',
      table: path('t'),
      columns: [name('a')],
      endpoint: 'FILE',
      path: text('/tmp/t'),
      options,
    });
    expect(print(copy)).toBe("COPY t (a) FROM '/tmp/t' WITH (format csv, header)");
    const force = make('storage-option', { name: path('force_null'), value: make('row', { items: [column('a')] }) });
    expect(print({ ...copy, options: [force] })).toBe("COPY t (a) FROM '/tmp/t' WITH (force_null (a))");
    const out = make('copy', {
      direction: 'to',
      statement: query(select([1])),
      columns: [],
      endpoint: 'STDOUT',
      options: [],
    });
    expect(print(out)).toBe('COPY (SELECT 1) TO STDOUT');
  });

  it('is LOCK', () => {
    const locked = make('locked-table', { name: path('t'), alias: name('a'), mode: 'READ' });
    expect(print(make('lock-tables', { tables: [locked], each: true }), 'MYSQL')).toBe('LOCK TABLES t AS a READ');
    expect(print(make('lock-tables', { tables: [], unlock: true }), 'MYSQL')).toBe('UNLOCK TABLES');
    const only = make('locked-table', { name: path('t'), only: true });
    expect(print(make('lock-tables', { tables: [only], mode: 'IN SHARE MODE NOWAIT' }))).toBe(
      'LOCK TABLE ONLY t IN SHARE MODE NOWAIT',
    );
  });
});

describe('what runs something', () => {
  it('is CALL, PREPARE and their like', () => {
    expect(print(make('call-procedure', { name: path('p'), arguments: [value(1)] }))).toBe('CALL p(1)');
    expect(print(make('call-procedure', { name: path('p') }), 'MYSQL')).toBe('CALL p');
    const statement = query(select(['a'], { from: [table('t')] }));
    expect(print(make('prepared', { action: 'prepare', name: name('p'), text: '(int)', statement }))).toBe(
      'PREPARE p (int) AS SELECT a FROM t',
    );
    expect(print(make('prepared', { action: 'deallocate', name: name('p') }), 'MYSQL')).toBe('DEALLOCATE PREPARE p');
    expect(print(make('prepared', { action: 'deallocate' }))).toBe('DEALLOCATE ALL');
  });

  it('is kept as it is where it is not read', () => {
    expect(print(make('command', { verb: 'VACUUM', text: 'VACUUM FULL t' }))).toBe('VACUUM FULL t');
    expect(print(make('show', { verb: 'SHOW', text: "TABLES LIKE 'a%'" }), 'MYSQL')).toBe("SHOW TABLES LIKE 'a%'");
    expect(print(make('unknown', { text: 'FROBNICATE', reason: '' }))).toBe('FROBNICATE');
  });
});
