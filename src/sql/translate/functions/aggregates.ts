import { always, typeIs, type FormTable } from './form.js';

/** Functions over a group of rows. Truth values are counted as the numbers that they are to the source. */
export const aggregateForms: FormTable = {
  sum: { takes: 'number' },
  // a mean of exact numbers has four digits more than these in MySQL, and sixteen at least in PostgreSQL
  average: {
    takes: 'number',
    my: [
      { when: typeIs(1, 'FLOAT'), form: 'AVG($1)' },
      { when: always, form: 'AVG(CAST($1 AS DECIMAL(65, 16)))' },
    ],
  },
  all_true: { my: 'MIN($1) <> 0', lite: 'MIN($1) <> 0' },
  any_true: { my: 'MAX($1) <> 0', lite: 'MAX($1) <> 0' },
  total: { takes: 'number', pg: 'CAST(COALESCE(SUM($1), 0) AS double precision)', my: 'COALESCE(SUM($1), 0) * 1e0' },
};
