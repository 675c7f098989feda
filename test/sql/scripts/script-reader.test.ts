import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DragomanError } from '../../../src/errors/index.js';
import { dialects, splitStatements, type DialectName } from '../../../src/sql/index.js';
import { placeInScript, ScriptReader, type ScriptPart, type ScriptStatement } from '../../../src/sql/scripts/index.js';

/** Pieces of scripts that a splitter may get wrong, by dialect. */
const FRAGMENTS: Readonly<Record<DialectName, readonly string[]>> = {
  POSTGRESQL: [
    `SELECT ';' AS ";", E'\\';', 'a''b'`,
    "SELECT 'one'\n  -- and\n  'two;'",
    'SELECT $$;$$, $tag$ ; $$ ; $tag$',
    '/* ; /* nested ; */ ; */ SELECT 1',
    'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END',
    'CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $_$ BEGIN; END; $_$',
    'SELECT a -- ;\n+ b',
    'SELECT x ? 1, y @> :name, %(arg)s',
    'COPY t (a, b) FROM stdin;\n1\t;\n\\N\t$$\n\\.\n',
    "SELECT U&'d\\0061t;'",
  ],
  MYSQL: [
    "SELECT ';', \"it's\", 'a\\';b', `;`",
    '/*!40101 SET NAMES utf8mb4 */',
    '/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`b`*/ /*!50003 TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET @x = 1; END */',
    '# ; \nSELECT 1',
    'SELECT 5--3, 1 -- ;\n',
    'DELIMITER ;;\nCREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END ;;\nDELIMITER ;\n',
    'DELIMITER $$\nSELECT 1; SELECT 2$$\ndelimiter ;\n',
    "INSERT INTO `t` VALUES (1,'a;b'),(2,_binary 'x\\'y'),(3,0xAB)",
    'CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN IF 1 THEN SELECT 1; END IF; END',
    'DROP TABLE IF EXISTS `a`',
  ],
  SQLITE: [
    `SELECT ';', "a;b", [c;d], \`e;f\``,
    'PRAGMA foreign_keys=OFF',
    'CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT CASE WHEN 1 THEN 2 END; DELETE FROM b; END',
    "INSERT INTO t VALUES(1,x'00ff',';'),(2,NULL,'it''s')",
    '\n.mode list\n',
    '/* ; /* */ SELECT ?1, @a, $b, :c',
    'BEGIN TRANSACTION',
  ],
};
const BETWEEN = [';', ' ;\n', ';;\r\n', ';\n-- note ; here\n', '\n;\n/* also ; */\n\n'];

const script = (name: DialectName): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom(...FRAGMENTS[name]), fc.constantFrom(...BETWEEN)), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.flat().join(''));

const chunksOf = (text: string, sizes: readonly number[]): string[] => {
  const chunks: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn += 1) {
    const size = sizes[turn % sizes.length]!;
    chunks.push(text.slice(at, at + size));
    at += size;
  }
  return chunks;
};

function read(chunks: readonly string[], name: DialectName, longestPiece = Infinity): ScriptPart[] {
  const reader = new ScriptReader(dialects[name], { longestPiece });
  return [...chunks.flatMap((chunk) => [...reader.add(chunk)]), ...reader.end()];
}

const statements = (parts: readonly ScriptPart[]): ScriptStatement[] =>
  parts.filter((part): part is ScriptStatement => part.kind === 'statement');

const told = ({ text, position }: Pick<ScriptStatement, 'text' | 'position'>) => ({ text, ...position });

const names: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];
const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 });

describe('a script that comes in chunks', () => {
  it.each(names)('has the statements of the whole, wherever it is cut: %s', (name) => {
    fc.assert(
      fc.property(script(name), sizes, (text, chunking) => {
        const whole = splitStatements(text, dialects[name]);
        const parts = statements(read(chunksOf(text, chunking), name));
        expect(parts.map(told)).toEqual(whole.map(told));
        expect(parts.map(({ tokens }) => tokens.map((token) => token.text))).toEqual(
          whole.map(({ tokens }) => tokens.map((token) => token.text)),
        );
      }),
      { numRuns: 400 },
    );
  });

  it.each(names)('tells tokens by their places in each statement: %s', (name) => {
    fc.assert(
      fc.property(script(name), sizes, (text, chunking) => {
        for (const { text: own, tokens } of statements(read(chunksOf(text, chunking), name)))
          for (const token of tokens) expect(own.slice(token.start, token.end)).toBe(token.text);
      }),
      { numRuns: 100 },
    );
  });

  it('gives lines for the client and rows of COPY apart', () => {
    const text = '\\connect shop\nCOPY t FROM stdin;\n\ta\n\n\\\\.x\n\\.\n\nSELECT 1;\n\\echo done';
    for (const size of [1, 2, 3, 7, 1000]) {
      const parts = read(chunksOf(text, [size]), 'POSTGRESQL');
      const rows = parts.flatMap((part) => (part.kind === 'copied-rows' ? [part.text] : [])).join('');
      expect(rows).toBe('\ta\n\n\\\\.x\n');
      expect(parts.flatMap((part) => (part.kind === 'client-line' ? [part.text] : []))).toEqual([
        '\\connect shop',
        '\\echo done',
      ]);
      expect(statements(parts).map(told)).toEqual([
        { text: 'COPY t FROM stdin', line: 2, column: 1 },
        { text: 'SELECT 1', line: 8, column: 1 },
      ]);
    }
  });

  it('cuts an INSERT that is long between its rows, and knows where each stands', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 20, max: 200 }),
        sizes,
        (count, piece, chunking) => {
          const rows = Array.from({ length: count }, (_, n) => `(${n}, 'r;${n}', (1))`);
          const text = `-- data\nINSERT INTO t (a, b, c) VALUES\n  ${rows.join(',\n  ')};\nSELECT 1;`;
          const all = statements(read(chunksOf(text, chunking), 'SQLITE', piece));
          expect(all.at(-1)?.text).toBe('SELECT 1');
          const pieces = all.slice(0, -1);
          const found = pieces.flatMap((each) =>
            [...each.text.matchAll(/\(\d+, 'r/g)].map(({ index, 0: start }) => {
              const lines = each.text.slice(0, index).split('\n');
              const place = placeInScript(each, { line: lines.length, column: lines.at(-1)!.length + 1 });
              return { start, line: place.line, column: place.column };
            }),
          );
          expect(found).toEqual(rows.map((_, n) => ({ start: `(${n}, 'r`, line: n + 3, column: 3 })));
          for (const each of pieces) expect(splitStatements(each.text, dialects.SQLITE)).toHaveLength(1);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('refuses what stands behind the rows of an INSERT that was cut', () => {
    const text = 'INSERT INTO t VALUES (1),\n(2),\n(3) ON CONFLICT DO NOTHING';
    expect(() => read([text], 'SQLITE', 20)).toThrow(
      expect.objectContaining({
        code: 'UNTRANSLATABLE',
        details: expect.objectContaining({ position: { line: 3, column: 5 } }),
      }),
    );
    expect(statements(read([text], 'SQLITE', 1000))).toHaveLength(1);
  });

  it.each<[DialectName, string, number, number]>([
    ['POSTGRESQL', "SELECT 1;\n\nSELECT 'open", 3, 8],
    ['SQLITE', 'SELECT 1;\n  SELECT "open', 2, 10],
    ['MYSQL', 'SELECT 1;\n/*!50000 SELECT 2', 2, 1],
    ['MYSQL', 'SELECT 1;\n/*!50000 SELECT 2; */', 2, 18],
    ['SQLITE', 'SELECT 1;\nSELECT {', 2, 8],
    ['SQLITE', 'SELECT 1;\nSELECT \0', 2, 8],
  ])('says where a script of %s goes wrong: %j', (name, text, line, column) => {
    for (const size of [1, 5, 1000]) {
      const failing = (): unknown => read(chunksOf(text, [size]), name);
      expect(failing).toThrow(DragomanError);
      expect(failing).toThrow(
        expect.objectContaining({ details: expect.objectContaining({ position: { line, column } }) }),
      );
    }
  });

  it('reads long tokens and long lines in time that grows with their length', () => {
    const row = (size: number): string => `INSERT INTO t VALUES ('${'x'.repeat(size)}');`;
    const timed = (size: number): number => {
      const chunks = chunksOf(row(size), [1000]);
      const started = performance.now();
      expect(statements(read(chunks, 'MYSQL'))).toHaveLength(1);
      return performance.now() - started;
    };
    timed(100_000);
    // a quadratic reader takes 64 times as long
    expect(timed(4_000_000)).toBeLessThan(30 * Math.max(timed(500_000), 20));
  });
});

describe('the text that a reader holds', () => {
  it('does not grow with the script', () => {
    const insert = `INSERT INTO t VALUES ${Array.from({ length: 300 }, (_, n) => `(${n},'some text ${n}')`).join(',')};\n`;
    const reader = new ScriptReader(dialects.MYSQL, { longestPiece: 2000 });
    let longest = 0;
    let count = 0;
    for (let turn = 0; turn < 400; turn += 1) {
      // never at a statement's end
      const chunk = turn === 0 ? insert + insert.slice(0, 1000) : insert.slice(1000) + insert.slice(0, 1000);
      for (const part of reader.add(chunk)) if (part.kind === 'statement') count += 1;
      longest = Math.max(longest, reader.heldLength);
    }
    expect(count).toBeGreaterThan(1000);
    expect(longest).toBeLessThan(5 * insert.length);
  });
});
