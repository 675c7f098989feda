import sqlite3 from 'sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { functionRow, functionRows, nullRule } from '../../../src/sql/functions/index.js';

interface Listed {
  readonly name: string;
  readonly type: 's' | 'w' | 'a';
  /** -1 for any number of arguments, -3 for two at least, and so on. */
  readonly narg: number;
  readonly flags: number;
}

const DETERMINISTIC = 0x800;
const ONLY_DIRECTLY = 0x80000;

const database = new sqlite3.Database(':memory:');
const rows = <T>(sql: string): Promise<T[]> =>
  new Promise((resolve, reject) => {
    database.all<T>(sql, (error, found) => (error ? reject(error) : resolve(found)));
  });

const listed = (): Promise<Listed[]> => rows<Listed>('SELECT name, type, narg, flags FROM pragma_function_list');
const fewestArguments = ({ narg }: Listed): number | undefined =>
  narg === -1 ? undefined : narg < 0 ? -narg - 1 : narg;
const rowOf = (one: Listed) => functionRow('SQLITE', one.name, fewestArguments(one));
const namesOf = (list: readonly Listed[]): string[] => list.map(({ name, narg }) => `${name}/${narg}`);

afterAll(() => {
  database.close();
});

describe('the functions of the SQLite that is bundled', () => {
  it('are all in the table', async () => {
    const unknown = (await listed()).filter((one) => rowOf(one) === undefined);
    expect(namesOf(unknown)).toEqual([]);
  });

  it('are scalars, aggregates or window functions as SQLite says', async () => {
    const classes = { s: ['scalar'], a: ['aggregate'], w: ['aggregate', 'window'] };
    const others = (await listed()).filter((one) => !classes[one.type].includes(rowOf(one)?.class ?? ''));
    expect(namesOf(others)).toEqual([]);
  });

  it('are pure only where SQLite says so, or where they read the table that they are given', async () => {
    const ofTable = 'bm25 highlight snippet offsets matchinfo match fts5_get_locale fts5_locale fts5_insttoken';
    const readers = new Set(`${ofTable} rtreenode rtreedepth`.split(' '));
    const others = (await listed()).filter(
      (one) => one.type === 's' && (one.flags & DETERMINISTIC) === 0 && rowOf(one)?.volatility === 'PURE',
    );
    expect(namesOf(others.filter(({ name }) => !readers.has(name)))).toEqual([]);
  });

  it('have effects where SQLite forbids them in views and triggers', async () => {
    const harmless = (await listed()).filter(
      (one) => (one.flags & ONLY_DIRECTLY) !== 0 && rowOf(one)?.volatility !== 'EFFECTS',
    );
    expect(namesOf(harmless)).toEqual([]);
  });

  it('answer NULL when, and only when, their rows say so', async () => {
    const wrong: string[] = [];
    for (const row of functionRows.filter((one) => one.class === 'scalar' && one.volatility !== 'EFFECTS')) {
      const rule = nullRule(row, 'SQLITE');
      if (rule !== 'STRICT' && rule !== 'NEVER' && rule !== 'ALL') continue;
      for (const { name, minArguments, maxArguments } of row.names.SQLITE ?? []) {
        for (let count = Math.max(minArguments, 1); count <= Math.min(maxArguments, 4); count += 1) {
          for (const value of ['NULL', '1', "'a'", "x'31'"]) {
            const call = `"${name}"(${Array<string>(count).fill(value).join(', ')})`;
            // Functions that are not there, and numbers of arguments that they don't take.
            const [found] = await rows<{ gone: number }>(`SELECT ${call} IS NULL AS gone`).catch(() => []);
            const expected = rule !== 'NEVER' && value === 'NULL' ? 1 : 0;
            if (found !== undefined && found.gone !== expected) wrong.push(call);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('the pragmas of the SQLite that is bundled', () => {
  it('that can be asked as tables are in the table', async () => {
    const unknown: string[] = [];
    for (const { name } of await rows<{ name: string }>('SELECT name FROM pragma_pragma_list')) {
      const isTable = await rows(`SELECT * FROM pragma_${name} LIMIT 0`).then(
        () => true,
        () => false,
      );
      if (isTable && functionRow('SQLITE', `pragma_${name}`)?.class !== 'table') unknown.push(name);
    }
    expect(unknown).toEqual([]);
  });
});
