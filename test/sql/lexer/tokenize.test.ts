import { describe, expect, it } from 'vitest';
import { DragomanError } from '../../../src/errors/index.js';
import {
  type DialectName,
  dialects,
  MAX_SQL_LENGTH,
  MAX_TOKENS,
  type Token,
  tokenize,
} from '../../../src/sql/index.js';

const ALL: DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];
const ABBREVIATIONS: Record<Token['kind'], string> = {
  word: 'w',
  'quoted-name': 'q',
  string: 's',
  blob: 'b',
  number: 'n',
  operator: 'o',
  punctuation: 'p',
  placeholder: '?',
  variable: 'v',
  comment: 'c',
  terminator: 't',
};

/** Tokens as `kind:text`, the kind by one letter. */
function lexed(sql: string, dialect: DialectName): string[] {
  return tokenize(sql, dialects[dialect]).map((token) => `${ABBREVIATIONS[token.kind]}:${token.text}`);
}

function failure(run: () => unknown): DragomanError {
  try {
    run();
  } catch (error) {
    if (error instanceof DragomanError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

type Row = [sql: string, tokens: string[]];

describe('lines for the client', () => {
  it('takes backslash commands and the rows of COPY for comments', () => {
    const sql = "\\connect shop\nCOPY t (a) FROM stdin;\nit's\t\\N\n\\.\nSELECT 1;\n\\unrestrict x";
    const tokens = lexed(sql, 'POSTGRESQL');
    expect(tokens[0]).toBe('c:\\connect shop');
    expect(tokens).toContain("c:it's\t\\N\n\\.");
    expect(tokens.slice(-4)).toEqual(['w:SELECT', 'n:1', 'p:;', 'c:\\unrestrict x']);
  });

  it('ends statements where DELIMITER says, until it says otherwise', () => {
    const tokens = lexed('DELIMITER //\nSELECT 1; SELECT 2//\ndelimiter ;\nSELECT 3;', 'MYSQL');
    expect(tokens).toEqual([
      'c:DELIMITER //',
      ...['w:SELECT', 'n:1', 'p:;', 'w:SELECT', 'n:2', 't://'],
      'c:delimiter ;',
      ...['w:SELECT', 'n:3', 'p:;'],
    ]);
  });

  it('takes a comment for no server’s version for a comment', () => {
    expect(lexed('/*M!999999\\- enable the sandbox mode */ SELECT 1', 'MYSQL')).toEqual([
      'c:/*M!999999\\- enable the sandbox mode */',
      'w:SELECT',
      'n:1',
    ]);
  });
});

describe('tokens of PostgreSQL', () => {
  it.each<Row>([
    [`'it''s' 'a\\'`, [`s:'it''s'`, `s:'a\\'`]],
    [`E'a\\'b' e'\\\\'`, [`s:E'a\\'b'`, `s:e'\\\\'`]],
    [`E'a' -- more\n 'b\\'c'`, [`s:E'a' -- more\n 'b\\'c'`]],
    [`E'a' 'b'`, [`s:E'a'`, `s:'b'`]],
    [`fe'x'`, ['w:fe', `s:'x'`]],
    [`U&'d\\0061' U&"d""x" u & x`, [`s:U&'d\\0061'`, 'q:U&"d""x"', 'w:u', 'o:&', 'w:x']],
    [`x'1F' B'01' N'x'`, [`b:x'1F'`, `b:B'01'`, `s:N'x'`]],
    [`$$a'b$$ $t$ $x$ $$ $t$`, [`s:$$a'b$$`, 's:$t$ $x$ $$ $t$']],
    ['a$b$ c$b$', ['w:a$b$', 'w:c$b$']],
    ['/* a /* b */ c */ x', ['c:/* a /* b */ c */', 'w:x']],
    ['1 -- c\r2', ['n:1', 'c:-- c', 'n:2']],
    ['"a""b" "c.d".e', ['q:"a""b"', 'q:"c.d"', 'p:.', 'w:e']],
    ['a=-1', ['w:a', 'o:=', 'o:-', 'n:1']],
    ['a*-+-1', ['w:a', 'o:*', 'o:-', 'o:+', 'o:-', 'n:1']],
    ['a@-b', ['w:a', 'o:@-', 'w:b']],
    ['a+/*c*/b*--x', ['w:a', 'o:+', 'c:/*c*/', 'w:b', 'o:*', 'c:--x']],
    ['a->>b #>c <-> d', ['w:a', 'o:->>', 'w:b', 'o:#>', 'w:c', 'o:<->', 'w:d']],
    ['x::int :: text', ['w:x', 'o:::', 'w:int', 'o:::', 'w:text']],
    ['f(a := 1, b => 2)', ['w:f', 'p:(', 'w:a', 'o::=', 'n:1', 'p:,', 'w:b', 'o:=>', 'n:2', 'p:)']],
    ['a[1:2]', ['w:a', 'p:[', 'n:1', 'o::', 'n:2', 'p:]']],
    ['a[x:y] a[:2]', ['w:a', 'p:[', 'w:x', 'o::', 'w:y', 'p:]', 'w:a', 'p:[', 'o::', 'n:2', 'p:]']],
    ['0x1F 0b01 0o17 1_000 1.5e-3 .5 1.', ['n:0x1F', 'n:0b01', 'n:0o17', 'n:1_000', 'n:1.5e-3', 'n:.5', 'n:1.']],
    ['größe', ['w:größe']],
  ])('%s', (sql, tokens) => {
    expect(lexed(sql, 'POSTGRESQL')).toEqual(tokens);
  });
});

describe('tokens of MySQL', () => {
  it.each<Row>([
    [`'a\\'b' "c\\"d" "x""y" 'it''s'`, [`s:'a\\'b'`, 's:"c\\"d"', 's:"x""y"', `s:'it''s'`]],
    ['`a``b`', ['q:`a``b`']],
    ['1 # c\n2', ['n:1', 'c:# c', 'n:2']],
    ['5--3', ['n:5', 'o:-', 'o:-', 'n:3']],
    ['5-- 3\r4\n6', ['n:5', 'c:-- 3\r4', 'n:6']],
    ['5--', ['n:5', 'c:--']],
    ['/* a /* b */ c', ['c:/* a /* b */', 'w:c']],
    ['a/*!50000 b */c/*! d*/ /*M!100100 e */', ['w:a', 'w:b', 'w:c', 'w:d', 'w:e']],
    ['/*!50000SELECT*/', ['w:SELECT']],
    ['SELECT /*+ hint */ 1', ['w:SELECT', 'c:/*+ hint */', 'n:1']],
    ['@x @@x @@session.x @`a b`', ['v:@x', 'v:@@x', 'v:@@session.x', 'v:@`a b`']],
    [`'root'@'local host' root@localhost`, [`s:'root'`, `v:@'local host'`, 'w:root', 'v:@localhost']],
    [`_utf8'a\\'b' _utf8mb4"x" N'x'`, [`s:_utf8'a\\'b'`, 's:_utf8mb4"x"', `s:N'x'`]],
    [`x'1F' b'01' 0x1F 0b01`, [`b:x'1F'`, `b:b'01'`, 'n:0x1F', 'n:0b01']],
    ['@a := 1', ['v:@a', 'o::=', 'n:1']],
    ['1st 1e5 1e5x t.1st t.5e3 $x', ['w:1st', 'n:1e5', 'w:1e5x', 'w:t', 'p:.', 'w:1st', 'w:t', 'p:.', 'w:5e3', 'w:$x']],
    ['a<=>b&&c||!d', ['w:a', 'o:<=>', 'w:b', 'o:&&', 'w:c', 'o:||', 'o:!', 'w:d']],
    [`a->'$.x' a->>'$.x'`, ['w:a', 'o:->', `s:'$.x'`, 'w:a', 'o:->>', `s:'$.x'`]],
    ['top: LOOP', ['w:top', 'o::', 'w:LOOP']],
    [`{d '2026-01-31'}`, ['p:{', 'w:d', `s:'2026-01-31'`, 'p:}']],
  ])('%s', (sql, tokens) => {
    expect(lexed(sql, 'MYSQL')).toEqual(tokens);
  });

  it('tells which tokens stand in an executable comment', () => {
    const tokens = tokenize('a /*!50000 b */ c', dialects.MYSQL);
    expect(tokens.map((token) => token.executableComment)).toEqual([undefined, { start: 2, end: 15 }, undefined]);
  });
});

describe('tokens of SQLite', () => {
  it.each<Row>([
    ['"a" `b``c` [d e]', ['q:"a"', 'q:`b``c`', 'q:[d e]']],
    [`'a\\' x'1F' X'00'`, [`s:'a\\'`, `b:x'1F'`, `b:X'00'`]],
    ['1 /* never closed', ['n:1', 'c:/* never closed']],
    ['/* a /* b */ c', ['c:/* a /* b */', 'w:c']],
    ['/* a /*/ c', ['c:/* a /*/', 'w:c']],
    ['5--3', ['n:5', 'c:--3']],
    ['a->b->>c', ['w:a', 'o:->', 'w:b', 'o:->>', 'w:c']],
    ['a==b||c<>d!=e<<f>>g', 'w:a o:== w:b o:|| w:c o:<> w:d o:!= w:e o:<< w:f o:>> w:g'.split(' ')],
    ['0x1F 1_0 .5', ['n:0x1F', 'n:1_0', 'n:.5']],
  ])('%s', (sql, tokens) => {
    expect(lexed(sql, 'SQLITE')).toEqual(tokens);
  });
});

describe('placeholders', () => {
  const found = (sql: string, dialect: DialectName): unknown[] =>
    tokenize(sql, dialects[dialect])
      .filter((token) => token.kind === 'placeholder')
      .map((token) => [token.style, 'name' in token ? token.name : 'number' in token ? token.number : null]);

  const SHARED: [string, unknown[]][] = [
    [
      'a = ? AND b IN (?, ?)',
      [
        ['question', null],
        ['question', null],
        ['question', null],
      ],
    ],
    ['a=?', [['question', null]]],
    [
      'LIMIT ? OFFSET ?',
      [
        ['question', null],
        ['question', null],
      ],
    ],
    [
      'a = $1 OR b = $22',
      [
        ['dollar-number', 1],
        ['dollar-number', 22],
      ],
    ],
    [
      'a = :name OR b=:b_1',
      [
        ['colon-name', 'name'],
        ['colon-name', 'b_1'],
      ],
    ],
    [
      'a = %(name)s AND b=%(b)s',
      [
        ['percent-name', 'name'],
        ['percent-name', 'b'],
      ],
    ],
    ['SELECT 5 %(b)s', []],
    [`'?' || '$1 :x' -- ? :y`, []],
    ['(:a)', [['colon-name', 'a']]],
  ];
  it.each(ALL.flatMap((dialect) => SHARED.map(([sql, expected]) => [dialect, sql, expected] as const)))(
    'in all dialects: %s %s',
    (dialect, sql, expected) => {
      expect(found(sql, dialect)).toEqual(expected);
    },
  );

  it.each<[DialectName, string, unknown[]]>([
    [
      'POSTGRESQL',
      'a = @name AND b=@b',
      [
        ['at-name', 'name'],
        ['at-name', 'b'],
      ],
    ],
    [
      'SQLITE',
      'a = @name AND b = $c',
      [
        ['at-name', 'name'],
        ['dollar-name', 'c'],
      ],
    ],
    [
      'SQLITE',
      '?1 + ?22',
      [
        ['question-number', 1],
        ['question-number', 22],
      ],
    ],
    ['MYSQL', 'a = @name', []],
    ['POSTGRESQL', `data ? 'k' AND data ?| x AND data ?& y`, []],
    ['POSTGRESQL', `data ? ?`, [['question', null]]],
    ['POSTGRESQL', `value ? 'k' AND f(x) ? 'k' AND x::jsonb ? 'k' AND a[1] ? 'k' AND t.select ? 'k'`, []],
    ['POSTGRESQL', `x @? '$.a' AND a @> b AND a <@b AND a @@q AND @ x > 1`, []],
    ['POSTGRESQL', 'x::name', []],
    ['POSTGRESQL', 'a[lo:hi]', []],
    ['POSTGRESQL', 'a[:lo]', [['colon-name', 'lo']]],
    ['POSTGRESQL', '$$ $1 $$', []],
  ])('%s: %s', (dialect, sql, expected) => {
    expect(found(sql, dialect)).toEqual(expected);
  });
});

describe('what can’t be read', () => {
  it.each<[DialectName, string, number, number]>([
    ['POSTGRESQL', `SELECT\n  'abc`, 2, 3],
    ['POSTGRESQL', `SELECT "abc`, 1, 8],
    ['POSTGRESQL', `SELECT /* a /* b */`, 1, 8],
    ['POSTGRESQL', 'SELECT $t$ $x$', 1, 8],
    ['POSTGRESQL', 'SELECT \\', 1, 8],
    ['POSTGRESQL', 'SELECT $name', 1, 8],
    ['POSTGRESQL', '\r\nSELECT {', 2, 8],
    ['MYSQL', `SELECT 'abc\\'`, 1, 8],
    ['MYSQL', 'SELECT `abc', 1, 8],
    ['MYSQL', 'SELECT /* abc', 1, 8],
    ['MYSQL', 'SELECT /*!50000 abc', 1, 8],
    ['MYSQL', 'SELECT x::int', 1, 9],
    ['MYSQL', 'SELECT [x]', 1, 8],
    ['MYSQL', `SELECT 1 /*!99999 ' */ INTO OUTFILE '/tmp/x' /*!99999 ' */`, 1, 19],
    ['MYSQL', 'SELECT 1 /*!50000 -- */ 2', 1, 19],
    ['MYSQL', 'SELECT 1 /*!50000 /*!50001 2 */ */', 1, 19],
    ['SQLITE', 'SELECT [abc', 1, 8],
    ['SQLITE', 'SELECT #', 1, 8],
    ['SQLITE', 'SELECT x::int', 1, 9],
    ...ALL.map((dialect): [DialectName, string, number, number] => [dialect, `SELECT '\0'`, 1, 9]),
  ])('%s: %s', (dialect, sql, line, column) => {
    const error = failure(() => tokenize(sql, dialects[dialect]));
    expect(error.code).toBe('SQL_SYNTAX');
    expect(error.details.position).toEqual({ line, column });
    expect(error.details.hint).toBeTruthy();
  });

  it('refuses what is too long', () => {
    const long = failure(() => tokenize(' '.repeat(MAX_SQL_LENGTH + 1), dialects.SQLITE));
    const many = failure(() => tokenize(','.repeat(MAX_TOKENS + 1), dialects.SQLITE));
    expect([long.code, many.code]).toEqual(['REQUEST_TOO_LARGE', 'REQUEST_TOO_LARGE']);
    expect(many.details.limit?.max).toBe(MAX_TOKENS);
  });
});
