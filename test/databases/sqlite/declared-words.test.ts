import { describe, expect, it } from 'vitest';
import { SQLITE_TYPES, VALUE_FORMS } from '../../../src/databases/index.js';
import { readDeclaredType } from '../../../src/databases/sqlite/declared-type.js';

const DECLARATIONS = SQLITE_TYPES.flatMap(([words, form]) =>
  words
    .replace(/, and other words.*$/, '')
    .split(', ')
    .map((word) => [word, VALUE_FORMS[form].type] as const),
);

describe('a column declared as', () => {
  it.each(DECLARATIONS)('%s is %s, as docs/values.md says', (words, type) => {
    expect(readDeclaredType(words)?.type).toBe(type);
  });
});
