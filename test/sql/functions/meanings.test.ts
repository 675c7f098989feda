import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { functionRows } from '../../../src/sql/functions/index.js';

const MEANINGS = new Set(functionRows.map(({ meaning }) => meaning));
const sql = new URL('../../../src/sql/', import.meta.url).pathname;
const sources = readdirSync(sql, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** Sets of words that the meaning of a function is looked up in: `NAME.has(row.meaning)`. */
function setsOfMeanings(source: string): (readonly [name: string, words: readonly string[]])[] {
  const sets = [...source.matchAll(/const (\w+)[^=\n]*= new Set(?:<\w+>)?\(([^;]*?)\);/g)];
  return sets
    .filter(([, name = '']) => new RegExp(String.raw`\b${name}\.has\([^;\n]*\bmeaning\b`).test(source))
    .map(([, name = '', words = '']) => [name, words.match(/(?<![\\.\w])[a-z]\w*/g) ?? []]);
}

describe('words that stand for meanings of functions', () => {
  it('are such', () => {
    const found = sources.flatMap((file) =>
      setsOfMeanings(readFileSync(join(sql, file), 'utf8')).map(([name, words]) => ({ file, name, words })),
    );
    expect(found.length).toBeGreaterThan(15);
    const unknown = found.flatMap(({ file, name, words }) =>
      words.filter((word) => !MEANINGS.has(word)).map((word) => `${file} ${name}: ${word}`),
    );
    expect(unknown).toEqual([]);
  });
});
