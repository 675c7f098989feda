import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DialectName } from '../../src/sql/index.js';
import { createLoaded } from '../support/loaded-database.js';
import { expectSame } from './same-tables.js';
import { sqlOf, translatedScript } from './translated-script.js';

const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];
const folderOf = (from: DialectName): string => join(import.meta.dirname, 'migrations', from.toLowerCase());
const scriptsOf = (from: DialectName): [DialectName, string][] =>
  readdirSync(folderOf(from)).map((file) => [from, file]);

/** Columns that tell when a row was changed. */
const CLOCKS = ['touched'];

/** Scripts in the ways in which frameworks and their users write them: tables, rows, and changes of both. */
describe.each(DIALECTS.flatMap(scriptsOf))('%s: %s', (from, file) => {
  const script = readFileSync(join(folderOf(from), file), 'utf8');

  it.each(DIALECTS.filter((to) => to !== from))('leaves the same tables in %s', async (to) => {
    const outcomes = translatedScript(script, from, to);
    expect(outcomes.flatMap(({ refusal }) => refusal ?? [])).toEqual([]);
    const [home, made] = [await createLoaded(from), await createLoaded(to)];
    try {
      await home.load(script);
      await made.load(sqlOf(outcomes, to));
      expectSame(await home.contents(), await made.contents(), CLOCKS);
    } finally {
      await Promise.all([home.drop(), made.drop()]);
    }
  });
});
