import { describe, expect, it } from 'vitest';
import { LogReader } from '../../src/query-logs/index.js';
import { dialects, type DialectName } from '../../src/sql/index.js';

function read(
  text: string,
  dialect: DialectName,
  size = 1000,
): { form: string | undefined; statements: [number, string][] } {
  const reader = new LogReader(dialects[dialect]);
  const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, turn) =>
    text.slice(turn * size, (turn + 1) * size),
  );
  const found = [...chunks.flatMap((chunk) => [...reader.add(chunk)]), ...reader.end()];
  return { form: reader.formName, statements: found.map(({ line, sql }) => [line, sql]) };
}

const GENERAL = `/usr/sbin/mysqld, Version: 8.4.2 (MySQL Community Server - GPL). started with:
Tcp port: 3306  Unix socket: /var/run/mysqld/mysqld.sock
Time                 Id Command    Argument
2026-11-26T11:51:44.123456Z\t    8 Connect\tapp@localhost on shop using Socket
2026-11-26T11:51:44.123999Z\t    8 Query\tSELECT a
FROM t
WHERE b = 'x'
2026-11-26T11:51:45.000000Z\t    8 Prepare\tSELECT ?
FROM prepared
2026-11-26T11:51:45.100000Z\t    8 Execute\tSELECT 7
2026-11-26T11:51:46.000000Z\t    8 Quit\t
`;
const MARIADB_GENERAL = `261126 11:51:44\t     8 Connect\tapp@localhost on shop
\t\t     8 Query\tSELECT 1
261126  1:51:45\t     8 Query\tSELECT 2
\t\t     9 Quit\t
`;
const SLOW = `/usr/sbin/mysqld, Version: 8.4.2. started with:
Tcp port: 3306  Unix socket: (null)
Time                 Id Command    Argument
# Time: 2026-11-26T11:51:44.123456Z
# User@Host: app[app] @ localhost []  Id:     8
# Query_time: 2.000200  Lock_time: 0.000000 Rows_sent: 1  Rows_examined: 0
use shop;
SET timestamp=1700000000;
SELECT SLEEP(2),
  'x';
# User@Host: app[app] @ localhost []  Id:     8
# Query_time: 1.5  Lock_time: 0 Rows_sent: 1  Rows_examined: 0
SET timestamp=1700000001;
UPDATE t SET a = 1;
`;
const SERVER = `2026-11-26 11:51:44.123 UTC [1234] LOG:  statement: SELECT a
\tFROM t;
2026-11-26 11:51:44.223 UTC [1234] app@shop LOG:  duration: 0.512 ms
2026-11-26 11:51:44.323 UTC [1234] LOG:  execute <unnamed>: SELECT $1::int
2026-11-26 11:51:44.323 UTC [1234] DETAIL:  parameters: $1 = '5'
2026-11-26 11:51:44.423 UTC [1234] LOG:  duration: 12.3 ms  statement: SELECT 2
2026-11-26 11:51:44.423 UTC [1234] LOG:  duration: 0.1 ms  parse s1: SELECT 3
2026-11-26 11:51:44.423 UTC [1234] LOG:  duration: 0.1 ms  bind s1: SELECT 3
2026-11-26 11:51:44.423 UTC [1234] LOG:  duration: 0.1 ms  execute s1/p: SELECT 3
2026-11-26 11:51:44.523 UTC [1234] ERROR:  relation "x" does not exist at character 15
2026-11-26 11:51:44.523 UTC [1234] STATEMENT:  SELECT * FROM x
`;

const JSON_LOG = `{"timestamp":"2026-11-26 11:51:44.123 UTC","pid":7,"error_severity":"LOG","message":"statement: SELECT a\\nFROM t","backend_type":"client backend"}
{"timestamp":"2026-11-26 11:51:44.223 UTC","pid":7,"error_severity":"LOG","message":"duration: 0.512 ms"}
{"timestamp":"2026-11-26 11:51:44.323 UTC","pid":7,"error_severity":"LOG","message":"duration: 1.2 ms  execute <unnamed>: SELECT $1"}
{"timestamp":"2026-11-26 11:51:44.423 UTC","pid":7,"error_sev`;
const CSV_LOG = `2026-11-26 11:51:44.123 UTC,"app","shop",7,"127.0.0.1:5",65a.1,1,"idle",2026-11-26 11:51:40 UTC,3/2,0,LOG,00000,"statement: SELECT ""a"",
  'x,y' FROM t",,,,,,,,,"psql","client backend",,0
2026-11-26 11:51:45.123 UTC,"app","shop",7,"127.0.0.1:5",65a.1,2,"SELECT",2026-11-26 11:51:40 UTC,3/2,0,ERROR,42P01,"relation ""x"" does not exist",,,,,,"SELECT * FROM x",15,,"psql","client backend",,0
2026-11-26 11:51:46.123 UTC,"app","shop",7,"127.0.0.1:5",65a.1,3,"SELECT",2026-11-26 11:51:40 UTC,3/2,0,LOG,00000,"duration: 2.5 ms  statement: SELECT 2",,,,,,,,,"psql","client backend",,0
2026-11-26 11:51:47.123 UTC,"app","shop",7,"127.0.0.1:5",65a.1,4,"idle",2026-11-26 11:51:40 UTC,3/2,0,LOG,00000,"statement: SELECT 3
  FROM`;
const STATEMENTS = `userid,queryid,query,calls\r
10,-42,"SELECT *\r
FROM t WHERE a = $1",7\r
10,43,SELECT 1,1\r
`;

describe.each([1, 7, 1000])('a log in chunks of %d characters', (size) => {
  it('of MySQL has what was queried and executed', () => {
    expect(read(GENERAL, 'MYSQL', size)).toEqual({
      form: 'MySQL’s general log',
      statements: [
        [5, "SELECT a\nFROM t\nWHERE b = 'x'"],
        [10, 'SELECT 7'],
      ],
    });
  });

  it('of MariaDB has lines without a time', () => {
    expect(read(MARIADB_GENERAL, 'MYSQL', size).statements).toEqual([
      [2, 'SELECT 1'],
      [3, 'SELECT 2'],
    ]);
  });

  it('of slow queries has them without what stands around them', () => {
    expect(read(SLOW, 'MYSQL', size)).toEqual({
      form: 'MySQL’s slow query log',
      statements: [
        [9, "SELECT SLEEP(2),\n  'x';"],
        [14, 'UPDATE t SET a = 1;'],
      ],
    });
  });

  it('of PostgreSQL has each statement once', () => {
    expect(read(SERVER, 'POSTGRESQL', size)).toEqual({
      form: 'PostgreSQL’s log',
      statements: [
        [1, 'SELECT a\nFROM t;'],
        [4, 'SELECT $1::int'],
        [6, 'SELECT 2'],
        [9, 'SELECT 3'],
      ],
    });
  });

  it('of PostgreSQL may be of JSON, cut off at its end', () => {
    expect(read(JSON_LOG, 'POSTGRESQL', size)).toEqual({
      form: 'PostgreSQL’s log of JSON',
      statements: [
        [1, 'SELECT a\nFROM t'],
        [3, 'SELECT $1'],
      ],
    });
  });

  it('of PostgreSQL may be of comma-separated values, cut off at its end', () => {
    expect(read(CSV_LOG, 'POSTGRESQL', size)).toEqual({
      form: 'PostgreSQL’s log of comma-separated values',
      statements: [
        [1, `SELECT "a",\n  'x,y' FROM t`],
        [4, 'SELECT 2'],
        [5, 'SELECT 3\n  FROM'],
      ],
    });
  });

  it('may be what a server’s own view of statements was exported to', () => {
    expect(read(STATEMENTS, 'POSTGRESQL', size)).toEqual({
      form: 'a table of statements',
      statements: [
        [2, 'SELECT *\r\nFROM t WHERE a = $1'],
        [4, 'SELECT 1'],
      ],
    });
  });

  it('that is a script has its statements', () => {
    expect(read("SELECT ';';\n\nSELECT\n 2;", 'SQLITE', size)).toEqual({
      form: 'a script',
      statements: [
        [1, "SELECT ';'"],
        [3, 'SELECT\n 2'],
      ],
    });
  });
});
