import { describe, expect, it } from 'vitest';
import { analyze, dialectNames, DragomanError, parse, split, translate, type Catalogue } from '../../src/language.js';

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
    const { sql, statements, notices } = translate('SELECT a / b AS c FROM t', { from: 'postgresql', to: 'mysql' });
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
      translate('SELECT b / 2 FROM t', { from: 'postgresql', to: 'mysql', ...(catalogue && { catalogue }) });
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
