import { describe, expect, it } from 'vitest';
import { dialects, type DialectName, parseStatement } from '../../../src/sql/index.js';
import { meaningOf } from '../trees.js';

const read = (sql: string, dialect: DialectName = 'POSTGRESQL'): any =>
  meaningOf(parseStatement(sql, dialects[dialect]));

/** The type of the only column. */
const typeOf = (type: string, dialect: DialectName = 'POSTGRESQL'): any =>
  read(`CREATE TABLE t (a ${type})`, dialect).elements[0].type;

/** The rules of the only column. */
const rulesOf = (rules: string, dialect: DialectName = 'POSTGRESQL'): any[] =>
  read(`CREATE TABLE t (a int ${rules})`, dialect).elements[0].constraints;

const name = (value: string, quoted = false): object => ({ kind: 'name', value, quoted });
const number = (text: string): object => ({ kind: 'number', text });

describe('data types', () => {
  it('of PostgreSQL have names of several words, paths, arrays and fields', () => {
    expect(typeOf('timestamp(3) with time zone')).toEqual({
      kind: 'data-type',
      name: 'timestamp with time zone',
      arguments: [number('3')],
    });
    expect(typeOf('CHARACTER  VARYING (10)').name).toBe('character varying');
    expect(typeOf('"Mood"')).toMatchObject({ name: 'Mood', path: { parts: [name('Mood', true)] } });
    expect(typeOf('pg_catalog.INT4')).toMatchObject({
      name: 'int4',
      path: { parts: [name('pg_catalog'), name('INT4')] },
    });
    expect(typeOf('int[3][]').dimensions).toEqual([3, null]);
    expect(typeOf('text ARRAY').dimensions).toEqual([null]);
    expect(typeOf('interval day to second(2)').intervalFields).toBe('DAY TO SECOND(2)');
    expect(typeOf('t.a%TYPE')).toMatchObject({ ofColumn: true });
    expect(typeOf('SETOF int')).toMatchObject({ name: 'int', setOf: true });
  });

  it('of MySQL have attributes, character sets and values', () => {
    expect(typeOf('BIGINT(20) UNSIGNED ZEROFILL', 'MYSQL')).toEqual({
      kind: 'data-type',
      name: 'bigint',
      arguments: [number('20')],
      modifiers: ['UNSIGNED', 'ZEROFILL'],
    });
    expect(typeOf("SET('a','b') CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", 'MYSQL')).toMatchObject({
      name: 'set',
      arguments: [{ value: 'a' }, { value: 'b' }],
      charset: name('utf8mb4'),
      collation: { parts: [name('utf8mb4_bin')] },
    });
    expect(typeOf('NATIONAL CHARACTER VARYING(20)', 'MYSQL')).toMatchObject({
      name: 'character varying',
      modifiers: ['NATIONAL'],
    });
    expect(typeOf('LONG VARBINARY', 'MYSQL').name).toBe('long varbinary');
    const cast = read('SELECT CAST(a AS SIGNED INTEGER), CAST(b AS CHAR(20) ARRAY)', 'MYSQL').body.columns;
    expect(cast[0].expression.type).toEqual({ kind: 'data-type', name: 'signed', arguments: [] });
    expect(cast[1].expression.type).toMatchObject({ name: 'char', dimensions: [null] });
  });

  it('of SQLite are any words, or none', () => {
    expect(typeOf('UNSIGNED BIG INT', 'SQLITE').name).toBe('unsigned big int');
    expect(typeOf('NUMBER(+5, -2)', 'SQLITE').arguments).toHaveLength(2);
    expect(typeOf('[my type] NOT NULL', 'SQLITE')).toMatchObject({
      name: 'my type',
      path: { parts: [name('my type', true)] },
    });
    expect(typeOf('', 'SQLITE')).toBeUndefined();
    expect(typeOf('GENERATED ALWAYS AS (1)', 'SQLITE')).toBeUndefined();
    expect(() => typeOf("VARCHAR('x')", 'SQLITE')).toThrow('a number');
  });
});

describe('columns', () => {
  it('keep their rules in order, each with what belongs to it', () => {
    expect(
      rulesOf('CONSTRAINT c CHECK (a > 1) NO INHERIT DEFAULT 1 + 2 NOT NULL REFERENCES b DEFERRABLE'),
    ).toMatchObject([
      { name: name('c'), rule: { kind: 'check' }, deferral: ['NO INHERIT'] },
      { rule: { kind: 'default-value', value: { kind: 'binary', operator: 'add' } } },
      { rule: { kind: 'not-null' } },
      {
        rule: { kind: 'references', reference: { table: { parts: [name('b')] }, columns: [] } },
        deferral: ['DEFERRABLE'],
      },
    ]);
  });

  it('have a default that ends where a collation begins', () => {
    expect(rulesOf(`DEFAULT 'x' COLLATE "C"`)).toMatchObject([
      { rule: { kind: 'default-value', value: { kind: 'string' } } },
      { rule: { kind: 'column-collation', collation: { parts: [name('C', true)] } } },
    ]);
  });

  it('of SQLite take a bare word as a default for a string', () => {
    expect(rulesOf('DEFAULT word', 'SQLITE')[0].rule.value).toEqual({ kind: 'string', value: 'word' });
    expect(rulesOf('DEFAULT (word)', 'SQLITE')[0].rule.value.kind).toBe('column');
    expect(rulesOf('PRIMARY KEY DESC ON CONFLICT FAIL AUTOINCREMENT', 'SQLITE')).toEqual([
      {
        kind: 'column-constraint',
        rule: { kind: 'primary-key', direction: 'desc', autoIncrement: true },
        onConflict: 'fail',
      },
    ]);
  });

  it('of MySQL say SERIAL DEFAULT VALUE for three rules', () => {
    expect(rulesOf('SERIAL DEFAULT VALUE', 'MYSQL').map(({ rule }) => rule.kind)).toEqual([
      'not-null',
      'auto-increment',
      'unique',
    ]);
    expect(rulesOf('AS (1) PERSISTENT', 'MYSQL')[0].rule).toMatchObject({ kind: 'generated', stored: true });
  });

  it('read the rules of a foreign key alike in any order', () => {
    const one = rulesOf('REFERENCES b (c) ON DELETE CASCADE ON UPDATE SET NULL MATCH FULL', 'SQLITE');
    expect(rulesOf('REFERENCES b (c) MATCH FULL ON UPDATE SET NULL ON DELETE CASCADE', 'SQLITE')).toEqual(one);
  });
});

describe('tables', () => {
  it('have names without types only before a query', () => {
    expect(read('CREATE TABLE t (a, b) AS SELECT 1, 2')).toMatchObject({ columnNames: [name('a'), name('b')] });
    expect(() => read('CREATE TABLE t (a, b)')).toThrow('expected one of a type');
  });

  it('may be made by a prepared statement', () => {
    expect(read('CREATE TABLE t AS EXECUTE q(1) WITH NO DATA')).toMatchObject({
      execute: { kind: 'call-procedure', arguments: [number('1')] },
      withData: false,
    });
  });

  it('of MySQL take options that are not known, where a value is assigned', () => {
    const { options } = read('CREATE TABLE t (a int) ENGINE=x, DEFAULT CHARACTER SET utf8 MY_OPTION = 3', 'MYSQL');
    expect(options.map((option: any) => option.name)).toEqual(['ENGINE', 'CHARSET', 'MY_OPTION']);
    expect(() => read('CREATE TABLE t (a int) MY_OPTION 3', 'MYSQL')).toThrow('`MY_OPTION` can’t stand here');
  });

  it('of SQLite have commas between their options', () => {
    expect(read('CREATE TABLE t (a) STRICT, WITHOUT ROWID', 'SQLITE').options).toHaveLength(2);
    expect(() => read('CREATE TABLE t (a) STRICT WITHOUT ROWID', 'SQLITE')).toThrow('`WITHOUT` can’t stand here');
  });

  it('have partitions by any expression in MySQL, by elements in PostgreSQL', () => {
    expect(read('CREATE TABLE t (a int) PARTITION BY HASH (a DIV 2) PARTITIONS 4', 'MYSQL').partitionBy).toMatchObject({
      strategy: 'HASH',
      keys: [{ expression: { operator: 'divide-integer' } }],
      definitions: 'PARTITIONS 4',
    });
    expect(read('CREATE TABLE t (a text) PARTITION BY LIST (lower(a) COLLATE "C")').partitionBy.keys[0]).toMatchObject({
      collation: { parts: [name('C', true)] },
    });
  });
});

describe('each dialect takes its own forms only', () => {
  it.each<[DialectName, string]>([
    ['POSTGRESQL', 'CREATE TABLE t (a int AUTO_INCREMENT)'],
    ['POSTGRESQL', 'CREATE TABLE t (a int PRIMARY KEY AUTOINCREMENT)'],
    ['POSTGRESQL', 'CREATE TABLE t (a int, KEY (a))'],
    ['POSTGRESQL', 'CREATE TABLE t (a int) ENGINE=InnoDB'],
    ['POSTGRESQL', 'CREATE OR REPLACE TABLE t (a int)'],
    ['POSTGRESQL', 'CREATE VIEW IF NOT EXISTS v AS SELECT 1'],
    ['POSTGRESQL', 'ALTER TABLE t MODIFY a int'],
    ['POSTGRESQL', 'DROP INDEX i ON t'],
    ['MYSQL', 'CREATE TABLE t (a int AUTOINCREMENT)'],
    ['MYSQL', 'CREATE TABLE t (a int DEFAULT 1 + 2)'],
    ['MYSQL', 'CREATE INDEX i ON t (lower(a))'],
    ['MYSQL', 'CREATE TEMP TABLE t (a int)'],
    ['MYSQL', "CREATE TYPE t AS ENUM ('x')"],
    ['MYSQL', 'DROP INDEX i CASCADE'],
    ['SQLITE', 'CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY)'],
    ['SQLITE', 'CREATE MATERIALIZED VIEW v AS SELECT 1'],
    ['SQLITE', 'CREATE INDEX i ON t USING btree (a)'],
    ['SQLITE', 'ALTER TABLE t ADD a, ADD b'],
    ['SQLITE', 'DROP TABLE a, b'],
    ['SQLITE', 'CREATE SEQUENCE s'],
  ])('%s has no %s', (dialect, sql) => {
    expect(() => read(sql, dialect)).toThrow('can’t stand here');
  });
});

describe('indexes', () => {
  it('have elements with class, order and length', () => {
    const { elements } = read('CREATE INDEX ON t (lower(a) COLLATE "C" text_ops (x = 1) DESC NULLS LAST, b)');
    expect(elements[0]).toMatchObject({
      expression: { kind: 'call' },
      operatorClass: { parts: [name('text_ops')] },
      direction: 'desc',
      nulls: 'last',
    });
    expect(read('CREATE INDEX i ON t (a(10), (a + b) DESC)', 'MYSQL').elements).toMatchObject([
      { length: 10 },
      { expression: { kind: 'binary' }, direction: 'desc' },
    ]);
    expect(read('CREATE INDEX i ON t (a + b COLLATE nocase, c COLLATE nocase)', 'SQLITE').elements).toMatchObject([
      { expression: { kind: 'binary' } },
      { expression: { kind: 'column' }, collation: { parts: [name('nocase')] } },
    ]);
  });
});

describe('ALTER TABLE', () => {
  it('tells actions on columns and constraints from others, with the tables that these name', () => {
    const { actions } = read(
      'ALTER TABLE t ALTER a TYPE text USING a::text, ADD UNIQUE USING INDEX i, OWNER TO joe, ATTACH PARTITION s.p DEFAULT',
    );
    expect(actions).toMatchObject([
      { kind: 'alter-column', change: 'set-type', using: { kind: 'cast' } },
      { kind: 'add-constraint', constraint: { rule: { kind: 'constraint-using-index' } } },
      { kind: 'alter-other', text: 'OWNER TO joe', tables: [] },
      { kind: 'alter-other', tables: [{ parts: [name('s'), name('p')] }] },
    ]);
  });

  it('of MySQL keeps commas that belong to an action', () => {
    const kinds = (sql: string): string[] =>
      read(sql, 'MYSQL').actions.map((action: any) => action.text ?? action.kind);
    expect(kinds('ALTER TABLE t DROP PARTITION a, b')).toEqual(['DROP PARTITION a, b']);
    expect(kinds('ALTER TABLE t ENGINE = x COMMENT "y", ADD a int, ALGORITHM=COPY')).toEqual([
      'ENGINE = x COMMENT "y"',
      'add-column',
      'ALGORITHM=COPY',
    ]);
    expect(read('ALTER TABLE t ADD INDEX IF NOT EXISTS i (a)', 'MYSQL').actions[0]).toMatchObject({
      ifNotExists: true,
    });
  });
});

describe('bodies', () => {
  it('are kept as they are written, up to their own end', () => {
    const sql = 'CREATE TRIGGER t AFTER INSERT ON x BEGIN SELECT CASE 1 WHEN 1 THEN 2 END; -- why\n SELECT 2; END';
    expect(read(`${sql};`, 'SQLITE').body.text).toBe(sql.slice(sql.indexOf('BEGIN')));
    const procedure = 'CREATE PROCEDURE p() BEGIN IF a THEN CASE b WHEN 1 THEN SELECT 1; END CASE; END IF; END';
    expect(read(procedure, 'MYSQL')).toMatchObject({ kind: 'create-routine', routine: 'PROCEDURE' });
  });

  it.each<[DialectName, string]>([
    ['POSTGRESQL', "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'select 1'"],
    ['POSTGRESQL', 'CREATE TRIGGER t BEFORE INSERT ON x EXECUTE FUNCTION f()'],
    ['POSTGRESQL', "ALTER TYPE t ADD VALUE 'x'"],
    ['MYSQL', 'CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW SET NEW.a = 1'],
    ['MYSQL', 'CREATE PROCEDURE p() BEGIN SELECT 1; END'],
    ['MYSQL', 'ALTER TABLE t ADD PARTITION (PARTITION p VALUES LESS THAN (1))'],
    ['SQLITE', 'CREATE TRIGGER t AFTER INSERT ON x BEGIN SELECT 1; END'],
  ])('of %s swallow no other statement: %s', (dialect, sql) => {
    expect(() => read(`${sql}; DROP TABLE y`, dialect)).toThrow('`DROP` can’t stand here');
  });
});

describe('what says wrong', () => {
  it('is told with what was expected', () => {
    expect(() => read('CREATE TABEL t (a int)')).toThrow('what to create, such as TABLE, INDEX or VIEW');
    expect(() => read('ALTER TABLE t')).toThrow('what to change, such as ADD COLUMN');
    expect(() => read('COMMENT ON TABLE t IS 5')).toThrow('a string or NULL');
    expect(() => read('TRUNCATE t', 'SQLITE')).toThrow('write DELETE FROM');
  });
});
