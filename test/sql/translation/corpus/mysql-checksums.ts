import { plainCases } from './case.js';

/** Checksums, and numbers in other bases. */
export const mysqlChecksums = plainCases(`
  SELECT CRC32(name) a, CRC32('abc') b, CRC32('') c, CRC32(email) d, CRC32(id) e, CRC32(name) % 10 f FROM customers ORDER BY id
  SELECT CONV(' 12 ', 10, 16) a, CONV('ff', 16, 10) b, CONV('1 2', 10, 2) c, CONV(t, 16, 10) d, CONV(u, 10, 2) e FROM samples ORDER BY id
`);
