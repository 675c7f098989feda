import { it } from 'vitest';
import { expectSaidAlike } from './other-values.js';

it('says of 30,000 statements with other values by their plans what it says afresh', { timeout: 600_000 }, () => {
  expectSaidAlike(30_000);
});
