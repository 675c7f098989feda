import { plainCases } from './case.js';

/** Checksums and digests, and numbers in other bases. */
export const mysqlChecksums = plainCases(`
  SELECT CRC32(name) a, CRC32('abc') b, CRC32('') c, CRC32(email) d, CRC32(id) e, CRC32(name) % 10 f FROM customers ORDER BY id
  SELECT CONV(' 12 ', 10, 16) a, CONV('ff', 16, 10) b, CONV('1 2', 10, 2) c, CONV(t, 16, 10) d, CONV(u, 10, 2) e FROM samples ORDER BY id
  SELECT SHA1(name) a, SHA(email) b, SHA2(name, 256) c, SHA2(email, 224) d, SHA2(REPEAT('xyz', id * 20), 256) e, SHA1(REPEAT('é', 31)) f FROM customers ORDER BY id
  SELECT SHA1('') a, SHA2('', 0) b, SHA1(UNHEX('00ff')) c, SHA2(UNHEX('00ff'), 256) d
  SELECT id, CAST(FROM_BASE64(TO_BASE64(name)) AS CHAR) a, CAST(UNHEX(HEX(name)) AS CHAR(3)) g, FROM_BASE64('eA==') b, FROM_BASE64('eHk=') c, FROM_BASE64('x=') d, FROM_BASE64(email) e FROM customers ORDER BY id
`);
