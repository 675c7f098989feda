import { describe, expect, it } from 'vitest';
import { copiedValues, writtenValues } from '../../src/dumps/rows/copied-values.js';
import { parseStatement, dialects, type CatalogueTable, type SqlTypeName } from '../../src/sql/index.js';

const column = (type: SqlTypeName): CatalogueTable['columns'][number] => ({
  name: 'c',
  type: { type },
  databaseType: '',
  nullable: true,
});

describe('a line of COPY', () => {
  it.each<[string, (string | null)[]]>([
    ['1\ta', ['1', 'a']],
    ['\\N\t', [null, '']],
    ['', ['']],
    ['a\\tb\\nc\\\\d\\re', ['a\tb\nc\\d\re']],
    ['\\\\N', ['\\N']],
    ['\\x41\\101\\q', ['AAq']],
    ['it\'s; "x"', ['it\'s; "x"']],
  ])('%j has the values %j', (line, values) => {
    expect(copiedValues(line)).toEqual(values);
  });

  it('is refused where it writes bytes of characters', () => {
    expect(() => copiedValues('\\xc3\\xa9')).toThrow(expect.objectContaining({ code: 'UNTRANSLATABLE' }));
  });

  it.each<[SqlTypeName, string, string]>([
    ['INTEGER', '-12', '(-12)'],
    ['FLOAT', '1.5e+300', '(1.5e+300)'],
    ['FLOAT', 'NaN', "('NaN')"],
    ['DECIMAL', '12345678901234567890.123', '(12345678901234567890.123)'],
    ['BOOLEAN', 't', '(TRUE)'],
    ['BOOLEAN', 'f', '(FALSE)'],
    ['TEXT', "it's", "('it''s')"],
    ['BINARY', '\\x00ff', "(CAST('\\x00ff' AS bytea))"],
    ['TIMESTAMPTZ', '2026-01-02 03:04:05+00', "('2026-01-02 03:04:05+00')"],
  ])('writes %s %j as %s', (type, value, written) => {
    expect(writtenValues([value], [column(type)])).toEqual([written.slice(1, -1)]);
    expect(parseStatement(`VALUES ${written}`, dialects.POSTGRESQL).kind).toBe('query');
  });

  it('writes bits as such, however their column’s type is called', () => {
    const flags = { ...column('OTHER'), databaseType: 'bit(4)' };
    expect(writtenValues(['1010', null], [flags, flags])).toEqual(["B'1010'", 'NULL']);
  });

  it('writes what is not known as text', () => {
    expect(writtenValues(['1', null], [undefined])).toEqual(["'1'", 'NULL']);
  });
});
