import { describe, expect, it } from 'vitest';
import { Summary } from '../../src/dumps/index.js';
import type { DialectName } from '../../src/sql/index.js';
import { translatedScript } from './translated-script.js';

/** Statements about what one engine alone has, with what people are told of each. */
const LEFT_OUT: readonly (readonly [from: DialectName, sql: string, why: string])[] = [
  ['POSTGRESQL', 'CREATE FUNCTION s.f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$', 'The function `s.f`'],
  ['POSTGRESQL', 'CREATE OR REPLACE PROCEDURE p() LANGUAGE sql AS $$ SELECT 1 $$', 'The procedure `p`'],
  ['POSTGRESQL', 'CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int)', 'The aggregate `total`'],
  ['POSTGRESQL', 'CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING', 'The rule `r`'],
  ['POSTGRESQL', 'CREATE POLICY mine ON t USING (true)', 'The policy `mine`'],
  ['POSTGRESQL', 'CREATE SEQUENCE lonely START WITH 5', 'The sequence `lonely`'],
  ['POSTGRESQL', 'CREATE TYPE pair AS (a int, b int)', 'The type `pair`'],
  ['POSTGRESQL', "DO $$ BEGIN RAISE NOTICE 'x'; END $$", 'A block of code'],
  ['POSTGRESQL', 'CREATE TRIGGER t1 AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION audit()', 'The trigger `t1`'],
  ['POSTGRESQL', 'ALTER TABLE t ENABLE ROW LEVEL SECURITY', 'Security by rows of `t`'],
  ['MYSQL', 'CREATE DEFINER=`root`@`%` FUNCTION `f x`() RETURNS int RETURN 1', 'The function `f x`'],
  ['MYSQL', 'CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM t', 'The event `e`'],
  ['MYSQL', "CREATE TRIGGER t2 BEFORE INSERT ON t FOR EACH ROW SIGNAL SQLSTATE '45000'", 'The trigger `t2`'],
  ['SQLITE', 'CREATE TRIGGER [t 3] BEFORE DELETE ON t BEGIN SELECT RAISE(IGNORE); END', 'The trigger `t 3`'],
];

/** Statements that a target needs no counterpart of, since it does not get what they are about. */
const NEEDLESS: readonly (readonly [from: DialectName, sql: string])[] = [
  ['POSTGRESQL', 'DROP FUNCTION IF EXISTS f(int)'],
  ['POSTGRESQL', "COMMENT ON FUNCTION f(int) IS 'x'"],
  ['POSTGRESQL', 'REFRESH MATERIALIZED VIEW v'],
  ['POSTGRESQL', 'ALTER TABLE t DISABLE TRIGGER ALL'],
  ['MYSQL', 'DROP PROCEDURE IF EXISTS `p`'],
  ['MYSQL', 'DROP DATABASE IF EXISTS shop'],
];

const otherThan = (from: DialectName): DialectName => (from === 'SQLITE' ? 'MYSQL' : 'SQLITE');

describe('what one engine alone has', () => {
  it.each(LEFT_OUT)('is left out by name, from %s: %s', (from, sql, why) => {
    const [outcome] = translatedScript(`${sql};`, from, otherThan(from));
    expect(outcome?.dropped).toMatchObject({ why: `${why} is left out.`, loses: true });
    expect(outcome?.dropped?.advice).toMatch(/^[A-Z].*\.$/);
    expect(outcome?.position).toEqual({ line: 1, column: 1 });
  });

  it.each(NEEDLESS)('is not missed, from %s: %s', (from, sql) => {
    const [outcome] = translatedScript(`${sql};`, from, otherThan(from));
    expect(outcome?.dropped?.loses).toBe(false);
  });

  it('does not end a dump, and is counted by its kind', () => {
    const summary = new Summary();
    const sql =
      'DROP PROCEDURE a; CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1; CREATE EVENT f ON SCHEDULE EVERY 1 DAY DO SELECT 1;';
    for (const outcome of translatedScript(sql, 'MYSQL', 'POSTGRESQL')) summary.add(outcome);
    expect(summary.exitCode({ strict: false })).toBe(0);
    expect(summary.exitCode({ strict: true })).toBe(2);
    expect(summary.text()).toContain('2 × The event `…` is left out. (WARNING)');
  });
});

describe('what needs what is refused', () => {
  const refusals = (sql: string): (string | undefined)[] =>
    translatedScript(sql, 'POSTGRESQL', 'SQLITE')
      .filter(({ kind }) => kind !== 'added')
      .map(({ refusal }) => refusal?.message);

  it('is refused as well, so that the rest loads', () => {
    const sql = `CREATE TYPE pair (INPUT = pair_in, OUTPUT = pair_out);
      CREATE TABLE a (id integer, p pair);
      CREATE TABLE b (id integer);
      INSERT INTO a (id) VALUES (1);
      CREATE VIEW c AS SELECT id FROM a;
      CREATE VIEW d AS SELECT c.id FROM c JOIN b ON b.id = c.id;
      INSERT INTO b VALUES (1);`;
    expect(refusals(sql)).toEqual([
      undefined,
      'The target has no type like `pair`.',
      undefined,
      'It needs `a`, which has no translation.',
      'It needs `a`, which has no translation.',
      'It needs `c`, which has no translation.',
      undefined,
    ]);
  });

  it('says so where two schemas have a table of one name', () => {
    const sql = 'CREATE SCHEMA x; CREATE TABLE t (id integer); CREATE TABLE x.t (id integer);';
    expect(refusals(sql).at(-1)).toBe('Two schemas have a table `t`, and the target gets one.');
  });
});
