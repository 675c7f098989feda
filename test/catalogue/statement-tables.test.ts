import { expect, it } from 'vitest';
import { DatabaseCatalogue } from '../../src/catalogue/database-catalogue.js';
import { tablesOfStatement } from '../../src/catalogue/index.js';
import { FakeAdapter } from './fake-adapter.js';

it('tells of a table by the name that a statement has for it, and by its own', async () => {
  const tables = await tablesOfStatement(new DatabaseCatalogue(new FakeAdapter(), 1000), ['A', 'b', 'nowhere']);
  expect(['A', 'a', 'b', 'c', 'nowhere'].map((name) => tables.table([name])?.name)).toEqual([
    'a',
    'a',
    'b',
    undefined,
    undefined,
  ]);
});
