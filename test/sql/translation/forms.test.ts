import { describe, expect, it } from 'vitest';
import { functionRows, rowOfMeaning } from '../../../src/sql/functions/index.js';
import { dialects } from '../../../src/sql/index.js';
import { FORM_OF, type Form } from '../../../src/sql/translate/functions/form.js';
import { formMeanings, formRow } from '../../../src/sql/translate/functions/index.js';
import { templateOf } from '../../../src/sql/translate/templates.js';

const texts = (form: Form | undefined): string[] => {
  if (typeof form === 'string') return [form];
  return Array.isArray(form) ? form.flatMap((each) => texts(each.form)) : [];
};

describe('the forms of functions', () => {
  it('are of meanings that there are', () => {
    expect(formMeanings().filter((meaning) => !rowOfMeaning.has(meaning))).toEqual([]);
  });

  it('can be read in the dialect that they are written in, and have all their places', () => {
    const read = functionRows.flatMap(({ meaning }) =>
      Object.values(dialects).flatMap((dialect) =>
        texts(formRow(meaning)?.[FORM_OF[dialect.name]]).map((sql) => {
          const { uses } = templateOf(sql, dialect);
          return { sql, isWhole: uses.every((count) => count > 0) || sql.includes(':rest') };
        }),
      ),
    );
    expect(read.length).toBeGreaterThan(100);
    expect(read.filter(({ isWhole }) => !isWhole)).toEqual([]);
  });
});
