import { plainCases } from './case.js';

export const sqlitePieces = plainCases(`
  SELECT substr(name, 2, 3), substr(name, -3), substr(name, -3, 2), substr(name, 0), substr(name, 0, 3), substr(name, -50), substr(name, -50, 48), substr(name, i), substr(name, i, j), substr(name, 5, -2), substr(name, -2, -2), substr(name, j, i) FROM customers JOIN samples USING (id) ORDER BY id
  SELECT substr(email, 1, instr(email, '@') - 1), substr(email, instr(email, '@') + 1), instr(name, 'A'), instr(name, ' '), substr(id, 1, 1) FROM customers ORDER BY id
`);
