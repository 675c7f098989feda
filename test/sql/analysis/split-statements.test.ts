import { describe, expect, it } from 'vitest';
import { type DialectName, dialects, splitStatements } from '../../../src/sql/index.js';

const split = (sql: string, dialect: DialectName): string[] =>
  splitStatements(sql, dialects[dialect]).map((statement) => statement.text);

const TRIGGER = 'CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN SELECT CASE WHEN 1 THEN 2 END; DELETE FROM b; END';
const PROCEDURE =
  'CREATE DEFINER = `a`@`b` PROCEDURE p() BEGIN IF x THEN SELECT 1; END IF; ' +
  'l: LOOP LEAVE l; END LOOP; CASE x WHEN 1 THEN SELECT 2; END CASE; BEGIN SELECT 3; END; END';
const ATOMIC =
  'CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END';

describe('splitStatements', () => {
  it.each<[DialectName, string, string[]]>([
    ['POSTGRESQL', 'SELECT 1; SELECT 2;', ['SELECT 1', 'SELECT 2']],
    ['POSTGRESQL', `SELECT ';' AS ";"; SELECT $$;$$ /* ; */ -- ;`, [`SELECT ';' AS ";"`, 'SELECT $$;$$']],
    ['POSTGRESQL', ' ;; -- nothing\n; /* nor here */ ', []],
    ['POSTGRESQL', '-- why\nSELECT 1 -- tail\n;', ['-- why\nSELECT 1']],
    ['SQLITE', `${TRIGGER}; SELECT 1`, [TRIGGER, 'SELECT 1']],
    ['MYSQL', `${PROCEDURE}; SELECT 1`, [PROCEDURE, 'SELECT 1']],
    [
      'MYSQL',
      'CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM a; END; SELECT 1',
      ['CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM a; END', 'SELECT 1'],
    ],
    ['POSTGRESQL', `${ATOMIC}; SELECT 1`, [ATOMIC, 'SELECT 1']],
    ['SQLITE', 'BEGIN; INSERT INTO t VALUES (1); END', ['BEGIN', 'INSERT INTO t VALUES (1)', 'END']],
    ['POSTGRESQL', 'CREATE TABLE a (b int); BEGIN; COMMIT', ['CREATE TABLE a (b int)', 'BEGIN', 'COMMIT']],
    [
      'SQLITE',
      'CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT new.begin; END; SELECT 1',
      ['CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT new.begin; END', 'SELECT 1'],
    ],
    ['MYSQL', '/*!50000 SELECT 1 */; SELECT /*! 2 */ ;', ['/*!50000 SELECT 1 */', 'SELECT /*! 2 */']],
  ])('%s: %s', (dialect, sql, statements) => {
    expect(split(sql, dialect)).toEqual(statements);
  });

  it('tells where each statement stands', () => {
    const sql = 'SELECT 1;\r\n  SELECT 2; SELECT 3';
    const found = splitStatements(sql, dialects.SQLITE);
    expect(found.map(({ start, end, position }) => ({ start, end, position }))).toEqual([
      { start: 0, end: 8, position: { line: 1, column: 1 } },
      { start: 13, end: 21, position: { line: 2, column: 3 } },
      { start: 23, end: 31, position: { line: 2, column: 13 } },
    ]);
    expect(found[1]?.tokens.map((token) => token.start)).toEqual([13, 20]);
  });

  it('refuses a statement that ends inside an executable comment', () => {
    expect(() => split('/*! SELECT 1; DELETE FROM t */', 'MYSQL')).toThrow('executable comment');
  });
});

describe('what scripts hold beside statements', () => {
  const texts = (sql: string, dialect: DialectName): string[] =>
    splitStatements(sql, dialects[dialect]).map(({ text }) => text);

  it('the rows of COPY and psql’s lines belong to no statement', () => {
    const sql = "\\connect shop\nCOPY t FROM stdin;\nx; DROP TABLE foo;\nit's\n\\.\nSELECT 1;";
    expect(texts(sql, 'POSTGRESQL')).toEqual(['COPY t FROM stdin', 'SELECT 1']);
  });

  it('the commands of a rule are parted inside of it', () => {
    const rule = 'CREATE RULE r AS ON INSERT TO t DO INSTEAD (INSERT INTO u VALUES (1); DELETE FROM v;)';
    expect(texts(`${rule}; SELECT 1`, 'POSTGRESQL')).toEqual([rule, 'SELECT 1']);
  });

  it.each<[DialectName, string]>([
    ['POSTGRESQL', 'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 AS end; SELECT 2; END'],
    ['MYSQL', 'CREATE PROCEDURE p() BEGIN SELECT end FROM t; SELECT CASE WHEN 1 THEN 2 END; END'],
  ])('%s: a name that is called END ends no body: %s', (dialect, sql) => {
    expect(texts(`${sql}; SELECT 3`, dialect)).toEqual([sql, 'SELECT 3']);
  });

  it('a delimiter ends a word that could go on with it', () => {
    const sql = 'DELIMITER $$\nCREATE PROCEDURE p() BEGIN SELECT 1; END$$\nDELIMITER ;\nSELECT 2;';
    expect(texts(sql, 'MYSQL')).toEqual(['CREATE PROCEDURE p() BEGIN SELECT 1; END', 'SELECT 2']);
  });
});
