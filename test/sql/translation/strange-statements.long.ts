import fc from 'fast-check';
import { it } from 'vitest';
import { expectToEndWell, SEED, strangeCalls, strangeStatements } from './strange-statements.js';

it.each([
  ['statements', strangeStatements],
  ['calls', strangeCalls],
] as const)('50,000 strange %s are translated, or refused with a place, and soon', (_what, strange) => {
  fc.assert(fc.property(strange, expectToEndWell), { numRuns: 50_000, seed: SEED + 1 });
});
