import { describe, expect, it } from 'vitest';
import type { DialectName } from '../../../src/sql/dialects/index.js';
import { call, column, make, path, print, printValue, query, select, table, text, type, value } from './builder.js';

const cast = (to: ReturnType<typeof type>): ReturnType<typeof value> => make('cast', { operand: value('a'), type: to });
const printType = (to: ReturnType<typeof type>, dialect?: DialectName): string =>
  printValue(cast(to), dialect).slice('CAST(a AS '.length, -1);

describe('names', () => {
  it('keep their quotes, in the dialect’s sign', () => {
    expect(printValue('a."b"')).toBe('a."b"');
    expect(printValue('a."b"', 'MYSQL')).toBe('a.`b`');
    expect(printValue(column('"b`"'), 'MYSQL')).toBe('`b```');
    expect(printValue('"b"', 'SQLITE')).toBe('"b"');
  });

  it('get quotes where they would be read as something else', () => {
    expect(printValue('select')).toBe('"select"');
    expect(printValue('a b')).toBe('"a b"');
    expect(printValue('1a')).toBe('"1a"');
    expect(printValue('1a', 'MYSQL')).toBe('1a');
    expect(printValue('1e5', 'MYSQL')).toBe('`1e5`');
    expect(printValue('current_date', 'SQLITE')).toBe('"current_date"');
  });

  it('need none where any word may stand', () => {
    expect(printValue('a.select')).toBe('a.select');
    expect(printValue('a.select', 'SQLITE')).toBe('a."select"');
    expect(printValue(call('left', 'a', 1))).toBe('left(a, 1)');
    expect(printValue(call('REPLACE', 'a'), 'MYSQL')).toBe('REPLACE(a)');
    expect(printValue(call('values'))).toBe('"values"()');
    const item = make('select-item', { expression: value(1), alias: make('name', { value: 'user', quoted: false }) });
    expect(print(query({ ...select([]), columns: [item] }))).toBe('SELECT 1 AS user');
    expect(print(query({ ...select([]), columns: [item], from: [table('user')] }))).toBe(
      'SELECT 1 AS user FROM "user"',
    );
  });
});

describe('strings', () => {
  it('have the escapes of the dialect', () => {
    const odd = text("it's \\ \n \0");
    expect(printValue(odd)).toBe("'it''s \\ \n \0'");
    expect(printValue(odd, 'MYSQL')).toBe("'it''s \\\\ \\n \\0'");
  });

  it('have their introducers', () => {
    expect(printValue(make('string', { value: 'x', charset: 'utf8mb4' }), 'MYSQL')).toBe("_utf8mb4'x'");
    expect(printValue(make('string', { value: 'x', national: true }))).toBe("N'x'");
    expect(printValue(make('bytes', { hex: '1F', charset: 'latin1' }), 'MYSQL')).toBe("_latin1 X'1F'");
  });

  it('are bits and bytes where the dialect has these', () => {
    expect(printValue(make('bits', { digits: '101' }))).toBe("B'101'");
    expect(printValue(make('bits', { digits: '101' }), 'MYSQL')).toBe("b'101'");
    expect(printValue(make('bytes', { hex: '1F' }), 'SQLITE')).toBe("X'1F'");
    expect(() => printValue(make('bytes', { hex: '1F' }))).toThrow('PostgreSQL has no literals of bytes.');
    expect(() => printValue(make('bits', { digits: '1' }), 'SQLITE')).toThrow('SQLite has no bit strings.');
  });
});

describe('types', () => {
  it('are in upper case unless they are names', () => {
    expect(printType(type('double precision'))).toBe('DOUBLE PRECISION');
    expect(printType(type('Mood', { path: path('public."Mood"') }))).toBe('public."Mood"');
  });

  it('have their arguments where the dialect reads them', () => {
    expect(printType(type('timestamp with time zone', { arguments: [value(3)] }))).toBe('TIMESTAMP(3) WITH TIME ZONE');
    expect(printType(type('character varying', { arguments: [value(3)], dimensions: [null] }))).toBe(
      'CHARACTER VARYING(3)[]',
    );
    expect(printType(type('char', { dimensions: [null] }), 'MYSQL')).toBe('CHAR ARRAY');
    expect(printType(type('interval', { intervalFields: 'YEAR TO MONTH' }))).toBe('INTERVAL YEAR TO MONTH');
    const charset = make('name', { value: 'binary', quoted: false });
    expect(printType(type('int', { modifiers: ['UNSIGNED', 'ZEROFILL'] }), 'MYSQL')).toBe('INT UNSIGNED ZEROFILL');
    expect(printType(type('char', { arguments: [value(3)], charset }), 'MYSQL')).toBe('CHAR(3) CHARACTER SET binary');
  });

  it('stand before a string', () => {
    const literal = make('typed-literal', {
      type: type('interval', { arguments: [value(3)], intervalFields: 'DAY TO SECOND' }),
      value: text('1 2:03'),
    });
    expect(printValue(literal)).toBe("INTERVAL(3) '1 2:03' DAY TO SECOND");
  });
});

describe('variables', () => {
  it('have quotes where their name needs them', () => {
    expect(printValue(make('variable', { name: 'a.b' }), 'MYSQL')).toBe('@a.b');
    expect(printValue(make('variable', { name: 'a b' }), 'MYSQL')).toBe('@`a b`');
    expect(printValue(make('variable', { name: 'sql_mode', system: 'GLOBAL' }), 'MYSQL')).toBe('@@GLOBAL.sql_mode');
    expect(printValue(make('variable', { name: 'sql_mode', system: '' }), 'MYSQL')).toBe('@@sql_mode');
  });
});
