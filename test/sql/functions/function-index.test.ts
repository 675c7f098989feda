import { describe, expect, it } from 'vitest';
import type { DialectName } from '../../../src/sql/index.js';
import {
  functionRow,
  functionRows,
  nullRule,
  returnRule,
  rowOfMeaning,
  volatilityOf,
} from '../../../src/sql/functions/index.js';

const DIALECTS: DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];

describe('the tables of functions', () => {
  it('give each meaning one row', () => {
    expect(rowOfMeaning.size).toBe(functionRows.length);
  });

  it.each(DIALECTS)('give each name of %s, with each number of arguments, one row', (dialect) => {
    const spellings = functionRows.flatMap((row) => row.names[dialect] ?? []);
    const clashes = spellings.filter((one, index) =>
      spellings
        .slice(index + 1)
        .some(
          (other) =>
            one.name === other.name && one.minArguments <= other.maxArguments && other.minArguments <= one.maxArguments,
        ),
    );
    expect(clashes).toEqual([]);
  });

  it('hold names in lower case, and none that is empty', () => {
    const names = functionRows.flatMap((row) => DIALECTS.flatMap((dialect) => row.names[dialect] ?? []));
    expect(names.filter(({ name }) => name !== name.toLowerCase() || !/^[a-z0-9_>-]+$/.test(name))).toEqual([]);
    expect(functionRows.filter((row) => Object.keys(row.names).length === 0)).toEqual([]);
  });

  it('say nothing of a row that a translation could not find again', () => {
    for (const row of functionRows) expect(rowOfMeaning.get(row.meaning)).toBe(row);
  });
});

describe('functionRow', () => {
  it('knows nothing of what is not in the tables', () => {
    for (const dialect of DIALECTS) expect(functionRow(dialect, 'my_own_function')).toBeUndefined();
    expect(functionRow('SQLITE', 'nextval')).toBeUndefined();
  });

  it('takes names in any case', () => {
    expect(functionRow('MYSQL', 'CHAR_LENGTH')?.meaning).toBe('char_length');
  });

  it.each<[DialectName, string, number, string]>([
    ['POSTGRESQL', 'length', 1, 'char_length'],
    ['MYSQL', 'length', 1, 'octet_length'],
    ['SQLITE', 'length', 1, 'char_length'],
    ['POSTGRESQL', 'concat', 2, 'concat_without_nulls'],
    ['MYSQL', 'concat', 2, 'concat_strict'],
    ['SQLITE', 'max', 1, 'maximum'],
    ['SQLITE', 'max', 2, 'greatest_strict'],
    ['POSTGRESQL', 'greatest', 2, 'greatest_without_nulls'],
    ['MYSQL', 'greatest', 2, 'greatest_strict'],
    ['POSTGRESQL', 'log', 1, 'logarithm_10'],
    ['MYSQL', 'log', 1, 'logarithm_natural'],
    ['SQLITE', 'log', 1, 'logarithm_10'],
    ['SQLITE', 'log', 2, 'logarithm_to_base'],
    ['POSTGRESQL', 'rank', 0, 'rank'],
    ['POSTGRESQL', 'rank', 1, 'hypothetical_rank'],
    ['POSTGRESQL', 'stddev', 1, 'deviation_of_sample'],
    ['MYSQL', 'stddev', 1, 'deviation_of_population'],
    ['POSTGRESQL', 'now', 0, 'transaction_timestamp'],
    ['MYSQL', 'now', 0, 'local_timestamp'],
    ['SQLITE', 'current_date', 0, 'utc_date'],
    ['POSTGRESQL', 'count', 0, 'count'],
  ])('in %s, %s with %i arguments means %s', (dialect, name, count, meaning) => {
    expect(functionRow(dialect, name, count)?.meaning).toBe(meaning);
  });

  it('answers with the most harmful row where the number of arguments is not told', () => {
    expect(functionRow('MYSQL', 'last_insert_id')?.volatility).toBe('EFFECTS');
    expect(functionRow('MYSQL', 'last_insert_id', 0)?.volatility).toBe('SESSION');
    expect(functionRow('POSTGRESQL', 'age')?.volatility).toBe('VOLATILE');
    expect(functionRow('POSTGRESQL', 'age', 2)?.volatility).toBe('PURE');
    expect(functionRow('SQLITE', 'date')?.volatility).toBe('VOLATILE');
  });

  it('knows nothing of a call with a number of arguments that no row has', () => {
    expect(functionRow('POSTGRESQL', 'timezone', 3)).toBeUndefined();
  });

  it('tells what comes with an extension', () => {
    expect(functionRow('POSTGRESQL', 'similarity')?.builtIn).toBe(false);
    expect(functionRow('POSTGRESQL', 'lower')?.builtIn).toBe(true);
  });
});

describe('volatilityOf', () => {
  it.each<[DialectName, string, string[], string]>([
    ['SQLITE', 'date', ['2024-01-01'], 'PURE'],
    ['SQLITE', 'date', ['now'], 'VOLATILE'],
    ['SQLITE', 'strftime', ['%Y', ' NOW '], 'VOLATILE'],
    ['SQLITE', 'datetime', ['2024-01-01', 'localtime'], 'SESSION'],
    ['SQLITE', 'datetime', ['now', 'localtime'], 'VOLATILE'],
    ['POSTGRESQL', 'date', ['today'], 'VOLATILE'],
    ['POSTGRESQL', 'date', ['2024-01-01'], 'PURE'],
    ['POSTGRESQL', 'lower', ['now'], 'PURE'],
  ])('%s: %s of %j is %s', (dialect, name, texts, volatility) => {
    const row = functionRow(dialect, name, Math.max(texts.length, 1))!;
    const said = texts.map((text) => text.trim().toLowerCase());
    expect(volatilityOf(row, (words) => said.some((text) => words.includes(text)))).toBe(volatility);
  });
});

describe('the rules', () => {
  it('differ by dialect where the engines do', () => {
    const sum = rowOfMeaning.get('sum')!;
    const typeOf = (dialect: DialectName, argument: 'INTEGER' | 'BIGINT' | 'FLOAT'): unknown => {
      const rule = returnRule(sum, dialect);
      if (typeof rule === 'string' || rule.rule !== 'BY_TYPE') return rule;
      return rule.types[argument] ?? rule.otherwise;
    };
    expect(DIALECTS.map((dialect) => typeOf(dialect, 'INTEGER'))).toEqual(['BIGINT', 'DECIMAL', 'BIGINT']);
    expect(DIALECTS.map((dialect) => typeOf(dialect, 'BIGINT'))).toEqual(['DECIMAL', 'DECIMAL', 'BIGINT']);
    expect(DIALECTS.map((dialect) => typeOf(dialect, 'FLOAT'))).toEqual(['FLOAT', 'FLOAT', 'FLOAT']);
  });

  it('say when an answer may be NULL', () => {
    const root = rowOfMeaning.get('square_root')!;
    expect(DIALECTS.map((dialect) => nullRule(root, dialect))).toEqual(['STRICT', 'MAY', 'MAY']);
    expect(nullRule(rowOfMeaning.get('count')!, 'MYSQL')).toBe('NEVER');
    expect(nullRule(rowOfMeaning.get('coalesce')!, 'SQLITE')).toBe('ALL');
  });
});
