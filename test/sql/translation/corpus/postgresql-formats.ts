import { plainCases } from './case.js';

export const postgresqlFormats = plainCases(`
  SELECT format('%s-%s', id, note), format('%s: %s%%', status, total), format('%2$s/%1$s', id, status), format('plain') FROM orders ORDER BY id
  SELECT to_char(total, 'FM999,999,990.00'), to_char(total, 'FM990.00'), to_char(id, 'FM0000'), to_char(total * 1000, 'FM9,999,990'), to_char(-0.5, 'FM0.00') FROM orders ORDER BY id
`);
