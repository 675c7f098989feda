import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dragoman } from '../support/command-line.js';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'dragoman-translate-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function translate(args: readonly string[], input?: string | Buffer): Promise<Ended> {
  const run = dragoman(['translate', ...args], { cwd });
  run.child.stdin?.end(input ?? '');
  const code = await run.exit;
  return { code, stdout: run.stdout, stderr: run.stderr };
}

function file(name: string, text: string | Buffer): string {
  writeFileSync(join(cwd, name), text);
  return name;
}

const TO_POSTGRESQL = ['--from', 'mysql', '--to', 'postgresql'];
const TO_SQLITE = ['--from', 'mysql', '--to', 'sqlite'];
const EXACT = '/*!40101 SET NAMES utf8mb4 */;\nSELECT `a` FROM t LIMIT 5, 10;\n';
const WARNED = 'SELECT a FROM t;\n\nSELECT c,\n  JSON_PRETTY(a) AS share FROM t;\n';
const REFUSED = 'SELECT 1 AS one;\nSELECT SOUNDEX(a, b, c) FROM t;\nSELECT 2 AS two;\n';

describe('dragoman translate', () => {
  it('writes what a file comes to, and ends with 0', async () => {
    const { code, stdout, stderr } = await translate([...TO_POSTGRESQL, file('exact.sql', EXACT)]);
    expect([code, stdout]).toEqual([0, 'SELECT a FROM t LIMIT 10 OFFSET 5;\n']);
    expect(stderr).toMatch(/^1 statement translated, 1 left out, 0 refused\.\nLeft out:\n {2}1 × .+, first at 1:1\n$/);
  });

  it('reads what is piped in', async () => {
    const expected = { code: 0, stdout: 'SELECT a FROM t LIMIT 10 OFFSET 5;\n' };
    expect(await translate(TO_POSTGRESQL, EXACT)).toMatchObject(expected);
    expect(await translate([...TO_POSTGRESQL, '-'], EXACT)).toMatchObject(expected);
    const twice = await translate(['--from', 'postgresql', '--to', 'sqlite'], 'SELECT 1 AS one;');
    expect(twice).toMatchObject({ code: 0, stdout: 'SELECT 1 AS one;\n' });
  });

  it('warns of a dump that was cut off between two statements', async () => {
    const head = '-- MySQL dump 10.13  Distrib 8.4.0, for Linux (x86_64)\n\nSELECT 1 AS one;\n';
    const { code, stderr } = await translate([...TO_POSTGRESQL, file('cut.sql', head)]);
    expect(code).toBe(0);
    expect(stderr).toContain(
      'cut.sql:4:1: warning LEFT_OUT: The dump lacks the line that ends it, `-- Dump completed`',
    );
    expect((await translate([...TO_POSTGRESQL, '--strict'], head)).code).toBe(2);
    const whole = await translate(TO_POSTGRESQL, `${head}\n-- Dump completed on 2026-01-02  3:04:05\n`);
    expect(whole.stderr).toBe('1 statement translated, 0 left out, 0 refused.\n');
  });

  it('shows what may differ by its line, with a caret; ends with 2 for it where asked to be strict', async () => {
    const name = file('warned.sql', WARNED);
    const { code, stderr } = await translate([...TO_SQLITE, name]);
    expect(code).toBe(0);
    expect(stderr).toContain('warned.sql:4:3: warning JSON_LAYOUT: ');
    expect(stderr).toContain('\n  4 |   JSON_PRETTY(a) AS share FROM t\n    |   ^\n');
    expect(stderr).toContain('May differ:\n  1 × JSON_LAYOUT (WARNING), first at 4:3\n');
    expect((await translate([...TO_SQLITE, '--strict', name])).code).toBe(2);
  });

  it('goes on behind what has no translation, and ends with 1', async () => {
    const { code, stdout, stderr } = await translate([...TO_POSTGRESQL, file('refused.sql', REFUSED)]);
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      'SELECT 1 AS one;',
      expect.stringMatching(/^-- Line 2 has no translation: /),
      'SELECT 2 AS two;',
      '',
    ]);
    expect(stderr).toContain('refused.sql:2:8: refused UNTRANSLATABLE: ');
  });

  it('writes a JSON object for each statement', async () => {
    const { stdout } = await translate([...TO_SQLITE, '--format', 'json', file('all.sql', EXACT + WARNED + REFUSED)]);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ kind, line }) => [kind, line])).toEqual([
      ['dropped', 1],
      ['translated', 2],
      ['translated', 3],
      ['translated', 5],
      ['translated', 7],
      ['refused', 8],
      ['translated', 9],
    ]);
    expect(lines[3]).toMatchObject({ notices: [{ code: 'JSON_LAYOUT', position: { line: 6, column: 3 } }] });
    expect(lines[5]).toMatchObject({ statements: [], refusal: { code: 'UNTRANSLATABLE' } });
  });

  it('takes the wishes of a translation', async () => {
    const sql = "SELECT a FROM (SELECT 'x' AS a) AS t WHERE a = 'X';";
    const plain = await translate(TO_POSTGRESQL, sql);
    const source = await translate([...TO_POSTGRESQL, '--text-comparison', 'source', '--fidelity', 'idiomatic'], sql);
    expect(plain.stderr).toContain('TEXT_COMPARISON (INFO)');
    expect(source.stdout).not.toBe(plain.stdout);
  });

  it('writes all findings to a new file, and to no other', async () => {
    const name = file('many.sql', WARNED.repeat(12) + EXACT);
    const { stderr } = await translate([...TO_SQLITE, '--report', 'many.txt', name]);
    expect(stderr.match(/: warning /g)).toHaveLength(5);
    const report = readFileSync(join(cwd, 'many.txt'), 'utf8');
    expect(report.match(/: warning /g)).toHaveLength(12);
    expect(report).toContain('many.sql:49: left out: ');
    expect(report).toContain('25 statements translated, 1 left out, 0 refused.');
    expect(await translate([...TO_SQLITE, '--report', 'many.txt', name])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('many.txt is there already.'),
    });
  });

  it('says of a log what would translate', async () => {
    const log = file(
      'queries.log',
      `\t\t     8 Query\tSELECT a FROM t WHERE b = 1\n\t\t     8 Query\tSELECT a FROM t WHERE b = 2\n\t\t     8 Query\tSELECT SOUNDEX(a, b, c)\n`,
    );
    const { code, stdout, stderr } = await translate([...TO_POSTGRESQL, '--report', log]);
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^Read as MySQL’s general log: 3 queries of 2 forms\n/);
    const json = await translate([...TO_POSTGRESQL, '--report', log, '--format', 'json']);
    const lines = json.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([
      { verdict: 'refused', count: 1, line: 3 },
      { verdict: 'exact', count: 2, line: 1, example: 'SELECT a FROM t WHERE b = 1' },
      { totals: { refused: { forms: 1, queries: 1 }, exact: { forms: 1, queries: 2 } } },
    ]);
  });

  it.each<[string, readonly string[], string | Buffer, RegExp]>([
    ['a file that is not there', [...TO_POSTGRESQL, 'nowhere.sql'], '', /nowhere\.sql can’t be read: .*ENOENT/],
    ['one dialect', ['--from', 'mysql', '--to', 'mysql'], '', /nothing to translate/],
    ['an encoding that there is not', [...TO_POSTGRESQL, '--encoding', 'klingon'], '', /no encoding "klingon"/],
    [
      'bytes that are none of the encoding',
      ['--from', 'postgresql', '--to', 'sqlite'],
      Buffer.from([0x53, 0xff, 0xfe]),
      /not all UTF-8.*--hex-blob/,
    ],
    [
      'a text of another encoding',
      TO_POSTGRESQL,
      Buffer.from("INSERT INTO t VALUES ('caf\xe9')", 'latin1'),
      /holds bytes that are no UTF-8.*--encoding.*--hex-blob/,
    ],
    ['a string that is open at the end', TO_POSTGRESQL, "SELECT 1;\nSELECT 'x", /input:2:8: A string is not closed/],
  ])('refuses %s in a sentence', async (_what, args, input, message) => {
    const { code, stderr } = await translate(args, input);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  it('reads the bytes of binary columns as MySQL’s own tool writes them', async () => {
    const dump = Buffer.from("CREATE TABLE t (a blob);\nINSERT INTO t VALUES ('\x89PNG\\0\xff');\n", 'latin1');
    const { code, stdout } = await translate(TO_POSTGRESQL, dump);
    expect(stdout).toContain("CAST('\\x89504e4700ff' AS BYTEA)");
    expect(code).toBe(0);
  });

  it('reads other encodings', async () => {
    const { stdout } = await translate(
      [...TO_POSTGRESQL, '--encoding', 'windows-1252'],
      Buffer.from("SELECT 'caf\xe9' AS a;", 'latin1'),
    );
    expect(stdout).toBe("SELECT 'café' AS a;\n");
  });
});
