import { describe, expect, it } from 'vitest';
import { DumpEnd } from '../../src/dumps/index.js';
import type { DialectName } from '../../src/sql/index.js';

/** Whether a dump that comes in pieces is told to have no end, and on which line. */
function lineOfMissing(from: DialectName, ...chunks: readonly string[]): number | undefined {
  const end = new DumpEnd(from);
  for (const chunk of chunks) end.note(chunk);
  return end.missing()?.position?.line;
}

const POSTGRESQL = '--\n-- PostgreSQL database dump\n--\n\nSELECT 1;\n';
const SQLITE = 'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE t (a);\n';

describe('the end of a dump', () => {
  it.each<[DialectName, string, string]>([
    ['POSTGRESQL', POSTGRESQL, '\n--\n-- PostgreSQL database dump complete\n--\n\n'],
    ['MYSQL', '-- MariaDB dump 10.19-11.4.2-MariaDB\n--\nSELECT 1;\n', '-- Dump completed on 2026-01-02  3:04:05\n'],
    ['MYSQL', '/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump 10.19\n', '-- Dump completed\n'],
    ['SQLITE', SQLITE, 'COMMIT;\n'],
    ['SQLITE', SQLITE, 'ROLLBACK; -- due to errors\n'],
  ])('is there in a whole dump of %s, and missing in one that was cut off', (from, start, last) => {
    expect(lineOfMissing(from, start, last)).toBeUndefined();
    expect(lineOfMissing(from, start)).toBe(start.split('\n').length);
  });

  it('is found wherever the pieces are cut', () => {
    const whole = `${POSTGRESQL}-- PostgreSQL database dump complete\n`;
    for (let at = POSTGRESQL.length - 3; at < whole.length; at += 1)
      expect(lineOfMissing('POSTGRESQL', whole.slice(0, at), whole.slice(at))).toBeUndefined();
  });

  it('is no line in the middle of another', () => {
    expect(lineOfMissing('SQLITE', `${SQLITE}INSERT INTO t VALUES ('`, "COMMIT;');\n")).toBe(5);
  });

  it('is not looked for in a script that says nothing of a tool', () => {
    expect(lineOfMissing('MYSQL', 'SELECT 1;\n')).toBeUndefined();
    expect(lineOfMissing('POSTGRESQL', 'SELECT 1;\n', POSTGRESQL)).toBeUndefined();
    expect(lineOfMissing('SQLITE')).toBeUndefined();
  });
});
