import { describe, expect, it } from 'vitest';
import {
  analyze,
  dialectNames,
  DragomanError,
  parse,
  split,
  translate,
  translateScript,
  type Catalogue,
} from '../../src/language.js';

const thrown = (work: () => unknown): DragomanError => {
  try {
    work();
  } catch (error) {
    if (error instanceof DragomanError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
};

describe('the language as a library', () => {
  it('reads a statement into its tree', () => {
    expect(parse('SELECT "a" FROM t;', 'postgresql')).toMatchObject({ kind: 'query', body: { kind: 'select' } });
    expect(parse('FROBNICATE t', 'mysql')).toMatchObject({ kind: 'unknown' });
  });

  it('says where a mistake is', () => {
    const { code, details } = thrown(() => parse('SELECT a,\nFROM t', 'sqlite'));
    expect([code, details.position]).toEqual(['SQL_SYNTAX', { line: 2, column: 1 }]);
  });

  it.each([
    ['no statement', '-- nothing'],
    ['several statements', 'SELECT 1; SELECT 2'],
  ])('takes one statement: %s', (_what, sql) => {
    for (const work of [() => parse(sql, 'mysql'), () => analyze(sql, 'mysql')])
      expect(thrown(work).code).toBe('SQL_SYNTAX');
  });

  it('refuses a dialect that there is not, by name', () => {
    const { code, details } = thrown(() => parse('SELECT 1', 'oracle' as 'mysql'));
    expect([code, details.hint]).toEqual(['BAD_USER_INPUT', 'Name one of postgresql, mysql, sqlite.']);
    expect(thrown(() => parse('SELECT 1', 'constructor' as 'mysql')).code).toBe('BAD_USER_INPUT');
  });

  it('analyses a statement, with what servers of other versions would read', () => {
    expect(analyze('SELECT a FROM t WHERE b = ?', 'mysql')).toMatchObject({ kind: 'SELECT', reads: 'YES' });
    expect(analyze('SELECT a FROM t /*!99998 FOR UPDATE */', 'mysql').reads).toBe('NO');
    const [one, other] = ['SELECT a FROM t WHERE b = 1', 'select A from T where B = 27'];
    expect(analyze(one, 'sqlite').fingerprint).toBe(analyze(other, 'sqlite').fingerprint);
  });

  it('translates a statement, with what may differ', () => {
    const { sql, statements, notices } = translate('SELECT a / b AS c FROM t', { from: 'sqlite', to: 'postgresql' });
    expect(statements).toEqual([sql]);
    expect(notices).toMatchObject([
      { code: 'DIVISION_TYPES', severity: 'WARNING', line: 1, column: 8, source: 'a / b' },
    ]);
  });

  it('keeps the source’s comparison of text, or takes a plainer form, where it is asked to', () => {
    const options = { from: 'mysql', to: 'postgresql' } as const;
    const sql = "SELECT a FROM t WHERE b = 'x'";
    expect(translate(sql, { ...options, textComparison: 'source' }).sql).not.toBe(translate(sql, options).sql);
    const rare = 'SELECT LENGTH(a) FROM t GROUP BY a';
    expect(translate(rare, { ...options, fidelity: 'idiomatic' }).sql).toBeDefined();
  });

  it('takes types of columns from a catalogue', () => {
    const column = (type: 'INTEGER' | 'DECIMAL') => ({
      name: 'b',
      type: { type },
      databaseType: type,
      nullable: true,
    });
    const catalogueOf = (type: 'INTEGER' | 'DECIMAL'): Catalogue => ({
      table: () => ({ schema: undefined, name: 't', columns: [column(type)] }),
    });
    const divided = (catalogue?: Catalogue) =>
      translate('SELECT b / 2 FROM t', { from: 'sqlite', to: 'mysql', ...(catalogue && { catalogue }) });
    expect(divided().notices.map(({ code }) => code)).toContain('DIVISION_TYPES');
    expect(divided(catalogueOf('INTEGER')).notices).toEqual([]);
    expect(divided(catalogueOf('INTEGER')).sql).not.toBe(divided(catalogueOf('DECIMAL')).sql);
  });

  it('refuses with the place what the target can’t say', () => {
    const sql = "SELECT 1,\n  to_tsvector('a')";
    const { code, details } = thrown(() => translate(sql, { from: 'postgresql', to: 'sqlite' }));
    expect([code, details.position]).toEqual(['UNTRANSLATABLE', { line: 2, column: 3 }]);
  });

  it.each(dialectNames)('leaves a statement as it is where both dialects are %s', (name) => {
    expect(translate('select  1 ;', { from: name, to: name })).toMatchObject({ sql: 'select  1', notices: [] });
  });

  it('translates a text of several statements, with what they define', () => {
    const sql =
      "CREATE TYPE mood AS ENUM ('dull', 'glad');\nCREATE TABLE person (id serial PRIMARY KEY, mood mood);\nDROP TYPE mood";
    const { statements } = translateScript(sql, { from: 'postgresql', to: 'mysql' });
    expect(statements.map(({ notices }) => notices.map(({ code }) => code))).toEqual([
      ['MADE_WITH_USERS'],
      ['IDENTITY_COUNTS'],
      ['MADE_WITH_USERS'],
    ]);
    expect(statements[1]?.sql).toContain("ENUM('dull', 'glad')");
    expect(statements[1]?.notices[0]?.line).toBe(2);
  });

  it('warns of a text whose definitions MySQL would not take back', () => {
    const codes = (sql: string, to: 'mysql' | 'sqlite'): string[] =>
      translateScript(sql, { from: 'postgresql', to }).statements.flatMap(({ notices }) =>
        notices.map(({ code }) => code),
      );
    const sql = 'BEGIN; CREATE TABLE person (id int); ROLLBACK; BEGIN; INSERT INTO person VALUES (1); ROLLBACK';
    expect(codes(sql, 'mysql')).toEqual(['DEFINITIONS_COMMITTED']);
    expect(codes(sql, 'sqlite')).not.toContain('DEFINITIONS_COMMITTED');
  });

  it('warns of a number that a column of truth values would not keep', () => {
    const sql = 'CREATE TABLE person (id int, is_here boolean); INSERT INTO person VALUES (1, 2), (2, 1)';
    const { statements } = translateScript(sql, { from: 'mysql', to: 'postgresql' });
    expect(statements[1]?.notices.map(({ code, severity }) => [code, severity])).toEqual([['TYPE_CHANGED', 'WARNING']]);
  });

  it('says what it can’t carry from one statement to the next by itself', () => {
    const { sql, notices } = translate('CREATE TABLE person (mood mood)', { from: 'postgresql', to: 'sqlite' });
    expect(sql).toContain('mood TEXT');
    expect(notices.map(({ code }) => code)).toContain('UNKNOWN_TYPE');
    expect(() => translate('SELECT 1; SELECT 2', { from: 'postgresql', to: 'mysql' })).toThrow(
      /more than one statement/,
    );
  });

  it('writes transactions as the target does, and nothing where the target needs nothing', () => {
    const made = (sql: string): string => translate(sql, { from: 'postgresql', to: 'mysql' }).sql;
    expect(made('BEGIN')).toBe('START TRANSACTION');
    expect(made('BEGIN ISOLATION LEVEL SERIALIZABLE')).toBe(
      'SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;\nSTART TRANSACTION',
    );
    expect(made('ROLLBACK TO a')).toBe('ROLLBACK TO SAVEPOINT a');
    expect(made('CREATE EXTENSION pgcrypto')).toBe('SELECT 1 LIMIT 0');
    expect(translate('PRAGMA foreign_keys = OFF', { from: 'sqlite', to: 'mysql' }).sql).toBe(
      'SET foreign_key_checks = 0',
    );
    expect(translate('GRANT SELECT ON a TO b', { from: 'mysql', to: 'sqlite' }).notices).toMatchObject([
      { code: 'SERVER_PART_DROPPED', severity: 'WARNING' },
    ]);
    expect(() => made("ALTER TYPE mood ADD VALUE 'calm'")).toThrow(/which ones use this one/);
  });

  it('splits a script', () => {
    const script =
      "DELIMITER //\nCREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET @x = ';'; END//\nSELECT 1//";
    expect(split(script, 'mysql').map(({ position }) => position.line)).toEqual([2, 3]);
    expect(split("SELECT ';' ; SELECT 2", 'sqlite')).toEqual([
      { text: "SELECT ';'", start: 0, end: 10, position: { line: 1, column: 1 } },
      { text: 'SELECT 2', start: 13, end: 21, position: { line: 1, column: 14 } },
    ]);
  });
});
