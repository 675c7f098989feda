import { describe, expect, it } from 'vitest';
import { and, binary, column, commented, print, printValue, query, select, table } from './builder.js';

const lines = (...each: string[]): string => each.join('\n');

describe('comments', () => {
  it('stand on one line with what they belong to', () => {
    expect(printValue(commented(column('a'), ['/* one */'], ['/* two */']))).toBe('/* one */ a /* two */');
  });

  it('end the line where they run to its end', () => {
    const body = select([commented(column('a'), [], ['-- one']), commented(column('b'), ['-- two'])], {
      from: [table('t')],
    });
    expect(print(commented(query(body), ['-- head'], ['-- tail']))).toBe(
      lines('-- head', 'SELECT', '  a, -- one', '  -- two', '  b', 'FROM t -- tail'),
    );
  });

  it('stand inside of chains', () => {
    const sum = binary(commented(binary('a', 'add', 'b'), [], ['-- one']), 'add', 'c');
    expect(print(query(select([sum])))).toBe(lines('SELECT', '  a', '    + b -- one', '    + c'));
    const both = and(commented(column('a'), [], ['-- one']), column('b'));
    expect(print(query(select(['a'], { where: both })))).toBe(lines('SELECT a', 'WHERE a -- one', '  AND b'));
  });

  it('are written so that the dialect reads them as comments', () => {
    expect(printValue(commented(column('a'), [], ['# one']), 'MYSQL')).toContain('a -- one');
    expect(printValue(commented(column('a'), [], ['--one']), 'MYSQL')).toContain('a -- one');
    expect(printValue(commented(column('a'), ['/* a /* b */ c */']), 'MYSQL')).toBe('/* a /* b * / c */ a');
    expect(printValue(commented(column('a'), ['/* a /* b */ c */']))).toBe('/* a /* b */ c */ a');
    expect(printValue(commented(column('a'), ['/*! DROP */']), 'MYSQL')).toBe('/* ! DROP */ a');
  });
});
