import fc from 'fast-check';
import { describe, it } from 'vitest';
import { dialects, type DialectName } from '../../src/sql/index.js';
import { mutants, SEED, surviving } from './fuzz.js';

describe.each(Object.keys(dialects) as DialectName[])('%s', (dialect) => {
  it('reads 60,000 mutants of statements without a crash', () => {
    fc.assert(
      fc.property(mutants(dialect), (sql) => surviving(sql, dialect)),
      { numRuns: 60_000, seed: SEED },
    );
  });
});
