import { describe, expect, it } from 'vitest';
import { dialects, type DialectName, parseStatement } from '../../../src/sql/index.js';
import { commandEffect } from '../../../src/sql/parser/administration/index.js';
import { meaningOf } from '../trees.js';

const read = (sql: string, dialect: DialectName = 'POSTGRESQL'): any =>
  meaningOf(parseStatement(sql, dialects[dialect]));

const name = (value: string, quoted = false): object => ({ kind: 'name', value, quoted });
const path = (...parts: string[]): object => ({ kind: 'qualified-name', parts: parts.map((part) => name(part)) });
const word = (value: string): object => ({ kind: 'column', parts: [name(value)] });

describe('transactions', () => {
  it('have an action, modes and the words that are not the usual ones', () => {
    expect(read('BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY')).toEqual({
      kind: 'transaction',
      action: 'begin',
      modes: ['ISOLATION LEVEL READ COMMITTED', 'READ ONLY'],
    });
    expect(read('start transaction with consistent snapshot', 'MYSQL')).toEqual({
      kind: 'transaction',
      action: 'begin',
      modes: ['WITH CONSISTENT SNAPSHOT'],
      text: 'START TRANSACTION',
    });
    expect(read('END AND CHAIN')).toMatchObject({ action: 'commit', modes: ['AND CHAIN'], text: 'END' });
    expect(read('ROLLBACK WORK TO SAVEPOINT s', 'MYSQL')).toMatchObject({ action: 'rollback-to', name: name('s') });
    expect(read('BEGIN IMMEDIATE TRANSACTION x', 'SQLITE')).toMatchObject({ action: 'begin', modes: ['IMMEDIATE'] });
    expect(read('SET SESSION TRANSACTION READ ONLY', 'MYSQL')).toMatchObject({
      action: 'set',
      text: 'SET SESSION TRANSACTION',
    });
    expect(read("XA COMMIT 'a' ONE PHASE", 'MYSQL')).toMatchObject({
      action: 'other',
      text: "XA COMMIT 'a' ONE PHASE",
    });
    expect(read("PREPARE TRANSACTION 'x'")).toMatchObject({ action: 'prepare' });
  });

  it('take nothing behind them', () => {
    expect(() => read('BEGIN; SELECT 1')).toThrow('`SELECT` can’t stand here');
    expect(() => read('COMMIT AND CHAIN', 'SQLITE')).toThrow('`AND` can’t stand here');
    expect(() => read('START TRANSACTION READ ONLY, FROB')).toThrow('a mode of the transaction');
  });
});

describe('settings', () => {
  it('of PostgreSQL have a scope and values', () => {
    expect(read(`SET LOCAL search_path TO a, "B"`)).toEqual({
      kind: 'set',
      scope: 'LOCAL',
      assignments: [
        {
          kind: 'setting',
          target: path('search_path'),
          values: [word('a'), { kind: 'column', parts: [name('B', true)] }],
        },
      ],
    });
    expect(read("SET TIME ZONE 'UTC'").assignments[0].target).toEqual(path('TIME ZONE'));
    expect(read('SET SESSION AUTHORIZATION DEFAULT')).not.toHaveProperty('scope');
    expect(read('SET CONSTRAINTS a DEFERRED').assignments[0].values).toEqual([
      word('a'),
      { kind: 'keyword', word: 'DEFERRED' },
    ]);
    expect(read('RESET ALL')).toMatchObject({ reset: true, assignments: [{ values: [] }] });
    expect(() => read('SET x')).toThrow('TO or `=`');
  });

  it('of MySQL are variables, names and character sets', () => {
    const { assignments } = read("SET @a = 1, @@session.b := 2, GLOBAL c = ON, NAMES 'utf8mb4' COLLATE x", 'MYSQL');
    expect(assignments).toMatchObject([
      { target: { kind: 'variable', name: 'a' } },
      { target: { kind: 'variable', system: 'SESSION' } },
      { target: path('c'), scope: 'GLOBAL', values: [word('ON')] },
      { target: path('NAMES'), collation: name('x') },
    ]);
    expect(() => read('SET x TO 1', 'MYSQL')).toThrow('`TO` can’t stand here');
  });

  it('of SQLite are pragmas', () => {
    expect(read('PRAGMA a.b(c)', 'SQLITE')).toEqual({
      kind: 'pragma',
      name: path('a', 'b'),
      value: word('c'),
      called: true,
    });
    expect(read('PRAGMA x = DELETE', 'SQLITE').value).toEqual(word('DELETE'));
    expect(() => read('PRAGMA x = 1 + 2', 'SQLITE')).toThrow('`+` can’t stand here');
  });
});

describe('EXPLAIN', () => {
  it('says whether the statement is run', () => {
    expect(read('EXPLAIN (ANALYZE, FORMAT json) SELECT 1')).toMatchObject({
      analyze: true,
      listed: true,
      options: [{ name: 'ANALYZE' }, { name: 'FORMAT', value: 'json' }],
    });
    expect(read('EXPLAIN (ANALYZE off) SELECT 1')).toMatchObject({ analyze: false });
    expect(read('EXPLAIN ANALYSE VERBOSE SELECT 1')).toMatchObject({ analyze: true, listed: false });
    expect(read('ANALYZE FORMAT=JSON SELECT 1', 'MYSQL')).toMatchObject({ kind: 'explain', analyze: true });
    expect(read('EXPLAIN QUERY PLAN SELECT 1', 'SQLITE')).toMatchObject({
      analyze: false,
      options: [{ name: 'QUERY PLAN' }],
    });
    expect(read('EXPLAIN (SELECT 1) UNION SELECT 2').statement.body.kind).toBe('set-operation');
  });

  it('of a table shows its columns in MySQL', () => {
    expect(read('EXPLAIN t a', 'MYSQL')).toEqual({ kind: 'show', verb: 'DESCRIBE', text: 't a' });
    expect(read('EXPLAIN FOR CONNECTION 5', 'MYSQL')).toMatchObject({
      kind: 'command',
      verb: 'EXPLAIN FOR CONNECTION',
    });
  });

  it('explains what the dialect can', () => {
    expect(read('EXPLAIN CREATE MATERIALIZED VIEW v AS SELECT 1').statement.kind).toBe('create-view');
    expect(read('EXPLAIN EXECUTE q(1)').statement).toMatchObject({ kind: 'command', verb: 'EXECUTE' });
    expect(read('EXPLAIN CREATE INDEX i ON t (a)', 'SQLITE').statement).toEqual({
      kind: 'command',
      verb: 'CREATE INDEX',
      text: 'CREATE INDEX i ON t (a)',
    });
    expect(() => read('EXPLAIN CREATE TABLE t (a int)')).toThrow('a query, INSERT, UPDATE or DELETE');
    expect(() => read('EXPLAIN EXPLAIN SELECT 1', 'SQLITE')).toThrow('a statement to explain');
  });
});

describe('COPY', () => {
  it('has one form of options, whichever was written', () => {
    const old = read("COPY t FROM STDIN WITH CSV DELIMITER AS ';' FORCE NOT NULL a");
    expect(read("COPY t FROM STDIN (format csv, delimiter ';', force_not_null (a))")).toEqual(old);
  });

  it('takes a statement, a program and a condition', () => {
    expect(read("COPY (DELETE FROM t RETURNING *) TO PROGRAM 'gzip'")).toMatchObject({
      statement: { kind: 'delete' },
      endpoint: 'PROGRAM',
    });
    expect(read("COPY t FROM 'f' WHERE a > 1")).toMatchObject({ endpoint: 'FILE', where: { kind: 'binary' } });
  });
});

describe('commands', () => {
  it('are known by their longest head', () => {
    expect(read('CREATE OR REPLACE LANGUAGE x')).toMatchObject({ kind: 'command', verb: 'CREATE LANGUAGE' });
    expect(read('LOCK INSTANCE FOR BACKUP', 'MYSQL').verb).toBe('LOCK INSTANCE FOR BACKUP');
    expect(read('ANALYZE LOCAL TABLE t', 'MYSQL').verb).toBe('ANALYZE LOCAL TABLE');
    expect(read('DROP OPERATOR CLASS x USING y').verb).toBe('DROP OPERATOR CLASS');
    expect(read('DROP FUNCTION f(int), g')).toMatchObject({ kind: 'command', verb: 'DROP FUNCTION' });
  });

  it('keep the tables, statements and parameters that they name', () => {
    expect(read('CREATE POLICY p ON s.t USING (a = 1)').tables).toEqual([path('s', 't')]);
    expect(read('REFRESH MATERIALIZED VIEW CONCURRENTLY v').tables).toEqual([path('v')]);
    const declared = read('DECLARE c CURSOR FOR SELECT * FROM t WHERE a = $1');
    expect(declared.statement.kind).toBe('query');
    expect(declared).not.toHaveProperty('parameters');
    expect(read('DO SLEEP(?)', 'MYSQL').parameters).toHaveLength(1);
    expect(read("ATTACH :file || '.db' AS x", 'SQLITE').parameters).toMatchObject([{ spelling: ':file' }]);
  });

  it('end at their semicolon', () => {
    expect(() => read('GRANT SELECT ON t TO u; DROP TABLE t')).toThrow('`DROP` can’t stand here');
    expect(() => read('SHOW TABLES; DROP TABLE t', 'MYSQL')).toThrow('`DROP` can’t stand here');
  });

  it('change something, unless their row says otherwise', () => {
    expect(commandEffect('MYSQL', 'CHECKSUM TABLE')).toBe('read');
    expect(commandEffect('MYSQL', 'HELP')).toBe('read');
    expect(commandEffect('POSTGRESQL', 'LISTEN')).toBe('session');
    expect(commandEffect('POSTGRESQL', 'VACUUM')).toBe('change');
    expect(commandEffect('SQLITE', 'no such verb')).toBe('change');
  });
});

describe('other statements', () => {
  it('have nodes of their own', () => {
    expect(read('LOCK TABLE ONLY t IN SHARE MODE NOWAIT')).toMatchObject({ mode: 'IN SHARE MODE NOWAIT' });
    expect(read('LOCK TABLES a AS b READ LOCAL, c WRITE', 'MYSQL')).toMatchObject({
      each: true,
      tables: [{ alias: name('b'), mode: 'READ LOCAL' }, { mode: 'WRITE' }],
    });
    expect(read("LOAD DATA LOCAL INFILE 'f' INTO TABLE s.t (a)", 'MYSQL')).toEqual({
      kind: 'load-data',
      head: "LOAD DATA LOCAL INFILE 'f'",
      table: path('s', 't'),
      text: '(a)',
    });
    expect(read('CALL p', 'MYSQL')).toEqual({ kind: 'call-procedure', name: path('p') });
    expect(() => read('CALL p')).toThrow('`(`');
    expect(read('PREPARE q (int) AS SELECT $1')).toMatchObject({ text: '(int)', statement: { kind: 'query' } });
    expect(read('DEALLOCATE ALL')).toEqual({ kind: 'prepared', action: 'deallocate' });
    expect(read('DROP PREPARE q', 'MYSQL')).toMatchObject({ kind: 'prepared', action: 'deallocate' });
  });
});
