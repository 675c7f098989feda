import { expect, it } from 'vitest';
import { mutants } from '../fuzz.js';
import { judgeReads } from './reads-judged.js';

it('of 20,000 mutants none writes that is said to read', async () => {
  expect(await judgeReads(mutants('SQLITE'), 20_000)).toBeGreaterThan(300);
});
