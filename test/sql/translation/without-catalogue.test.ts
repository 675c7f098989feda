import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dialects, parseStatement, translateStatement, type DialectName } from '../../../src/sql/index.js';
import {
  besideOtherKeys,
  besideUsualKeys,
  numbersWithoutCatalogue,
  textsWithoutCatalogue,
  withoutCatalogue,
  wordsOfOpenTruths,
} from './corpus/without-catalogue.js';
import { expectOutcome } from './expected-outcomes.js';
import { Shops } from './runner.js';

const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];

let shops: Shops;
beforeAll(async () => {
  shops = await Shops.open();
});
afterAll(async () => {
  await shops.close();
});

describe.each(withoutCatalogue)(
  'without a catalogue, statements of %s give the same rows everywhere',
  (from, cases) => {
    it.each(cases.map((one) => [one.sql, one] as const))('%s', async (_sql, one) => {
      const rows = await shops.run(from, one.sql);
      for (const to of DIALECTS.filter((dialect) => dialect !== from))
        expectOutcome(one, rows, await shops.translated(from, to, one.sql, { blind: true }));
    });
  },
);

const noticesOf = (sql: string, from: DialectName, to: DialectName): string[] =>
  translateStatement(parseStatement(sql, dialects[from]), sql, { from: dialects[from], to: dialects[to] }).notices.map(
    ({ code }) => code,
  );

describe('without a catalogue, how texts compare', () => {
  it.each(textsWithoutCatalogue.flatMap(([from, to, list]) => list.map((sql) => [sql, from, to] as const)))(
    'is told of what may be text: %s',
    (sql, from, to) => {
      expect(noticesOf(sql, from, to)).toEqual(['TEXT_COMPARISON']);
    },
  );

  it.each(numbersWithoutCatalogue)('is nothing to what is no text: %s', (sql) => {
    expect(noticesOf(sql, 'MYSQL', 'POSTGRESQL')).toEqual([]);
  });
});

describe('without a catalogue, what may be a truth value', () => {
  it.each(wordsOfOpenTruths)('is told of where it is written: %s', (sql) => {
    expect(noticesOf(sql, 'POSTGRESQL', 'MYSQL')).toEqual(['UNKNOWN_TYPE']);
    expect(noticesOf(sql, 'POSTGRESQL', 'SQLITE')).toEqual(['UNKNOWN_TYPE']);
  });
});

describe('without a catalogue, columns beside groups', () => {
  it.each(besideUsualKeys)('are told by what tables call their keys: %s', (sql) => {
    expect(noticesOf(sql, 'MYSQL', 'POSTGRESQL')).toEqual([]);
  });

  it('are of any row beside the key of another table', () => {
    expect(noticesOf(besideOtherKeys, 'MYSQL', 'POSTGRESQL')).toEqual(['ARBITRARY_ROW']);
  });
});
