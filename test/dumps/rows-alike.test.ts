import { afterEach, describe, expect, it, vi } from 'vitest';
import { RowsAlike } from '../../src/dumps/rows/rows-alike.js';
import { dialects, tokenize, type DialectName } from '../../src/sql/index.js';
import { sqlOf, translatedScript } from './translated-script.js';

afterEach(() => {
  vi.restoreAllMocks();
});

/** What comes out of the machinery alone, and what with its help; and how many statements were written without it. */
function bothWays(text: string, from: DialectName, to: DialectName) {
  const alone = vi.spyOn(RowsAlike.prototype, 'translate').mockReturnValue(undefined);
  const expected = translatedScript(text, from, to);
  alone.mockRestore();
  const counted = vi.spyOn(RowsAlike.prototype, 'translate');
  const made = translatedScript(text, from, to);
  return { expected, made, fast: counted.mock.results.filter(({ value }) => value !== undefined).length };
}

const many = (count: number, row: (id: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => row(index + 1));

const NOTES = [
  "'plain'",
  "'it''s'",
  "''",
  'NULL',
  "'né 😀 ß'",
  "'two\nlines'",
  "'semi; colon, (paren)'",
  "'trailing  '",
] as const;

const MYSQL_NOTES = [...NOTES, String.raw`'tab\t back\\ quote\' "double\" \% \_ \Z end\n'`] as const;

const mysqlTable = `CREATE TABLE \`orders\` (
  \`id\` int NOT NULL AUTO_INCREMENT, \`paid\` tinyint(1) NOT NULL, \`total\` decimal(10,2) DEFAULT NULL, \`weight\` float,
  \`exact\` double, \`placed\` datetime NOT NULL, \`day\` date, \`note\` text, \`kind\` enum('a','b'), \`data\` json, \`flags\` bit(4),
  PRIMARY KEY (\`id\`));\n`;

const mysqlRow = (id: number): string =>
  `(${id},${id % 2},${id % 7 === 0 ? 'NULL' : `-${id}.${String(id % 100).padStart(2, '0')}`},${id}.5,${id % 50 === 0 ? 'NULL' : `-${id}.25`},` +
  `'2026-01-02 03:04:${String(id % 60).padStart(2, '0')}${id % 4000 === 0 ? '.250000' : ''}','${id % 900 === 0 ? '0000-00-00' : '2026-02-03'}',${MYSQL_NOTES[id % MYSQL_NOTES.length]},` +
  `'${id % 2 === 0 ? 'a' : 'b'}','{"id": ${id}, "text": "a\\\\n"}',${id % 3 === 0 ? "b'101'" : 'NULL'})`;

const plainRow = (id: number): string => mysqlRow(id).replace("b'101'", 'NULL').replace('0000-00-00', '2026-03-04');

describe('rows of literals come out as the machinery makes them', () => {
  it.each(['POSTGRESQL', 'SQLITE'] as const)('of MySQL in %s', (to) => {
    const inserts = [1, 2, 3].map((part) => {
      const rows = many(1500, (id) => plainRow(part * 10_000 + id));
      return `INSERT INTO \`orders\` VALUES ${rows.join(',')};\n`;
    });
    const { expected, made, fast } = bothWays(mysqlTable + inserts.join(''), 'MYSQL', to);
    expect(sqlOf(made, 'POSTGRESQL')).toBe(sqlOf(expected, 'POSTGRESQL'));
    expect(made).toEqual(expected);
    expect(fast).toBeGreaterThan(3);
  });

  it.each(['POSTGRESQL', 'SQLITE'] as const)('of MySQL in %s, where some are no literals or of another kind', (to) => {
    const rows = many(2500, (id) =>
      id % 800 === 0 ? plainRow(id).replace(`(${id},`, `(${id} ,/* here */`) : mysqlRow(id),
    );
    const { expected, made } = bothWays(
      `${mysqlTable}INSERT INTO \`orders\` VALUES ${rows.join(',\n')};\nINSERT INTO orders (note, id) VALUES ${many(20, (id) => `('x', ${id + 9000})`).join()};\n`,
      'MYSQL',
      to,
    );
    expect(made).toEqual(expected);
  });

  it.each(['MYSQL', 'SQLITE'] as const)('of PostgreSQL’s COPY in %s', (to) => {
    const table = `CREATE TABLE public.things (id integer NOT NULL, ok boolean, price numeric(10,2), ratio double precision, made timestamp with time zone, day date, note text, data jsonb, picture bytea);\n`;
    const row = (id: number): string =>
      [
        id,
        id % 2 === 0 ? 't' : 'f',
        id % 9 === 0 ? '\\N' : `${id}.50`,
        id / 4,
        `2026-01-02 03:04:05${id % 11 === 0 ? '.5' : ''}+00`,
        '2026-02-03',
        id % 4 === 0 ? 'back\\\\slash\\ttab\\nline' : `it's ${id}`,
        `{"id": ${id}}`,
        '\\N',
      ].join('\t');
    const copied = `COPY public.things (id, ok, price, ratio, made, day, note, data, picture) FROM stdin;\n${many(4000, row).join('\n')}\n\\.\n`;
    const { expected, made, fast } = bothWays(table + copied, 'POSTGRESQL', to);
    expect(sqlOf(made, 'POSTGRESQL')).toBe(sqlOf(expected, 'POSTGRESQL'));
    expect(fast).toBeGreaterThan(1);
  });

  it.each(['MYSQL', 'POSTGRESQL'] as const)('of SQLite in %s', (to) => {
    const table =
      'CREATE TABLE things (id INTEGER PRIMARY KEY, name NVARCHAR(80), ok BOOLEAN, price NUMERIC(10,2), made DATETIME, note TEXT);\n';
    const row = (id: number): string =>
      `(${id}, '${id % 4 === 0 ? 'back\\slash' : "it''s"}', ${id % 2}, ${id}.25, '2026-01-02 03:04:05', ${NOTES[id % NOTES.length]})`;
    const text = `${table}INSERT INTO things VALUES\n${many(4000, row).join(',\n')};\n`;
    const { expected, made, fast } = bothWays(text, 'SQLITE', to);
    expect(sqlOf(made, 'POSTGRESQL')).toBe(sqlOf(expected, 'POSTGRESQL'));
    expect(fast).toBeGreaterThan(1);
  });

  it.each<[DialectName, DialectName]>([
    ['SQLITE', 'POSTGRESQL'],
    ['SQLITE', 'MYSQL'],
    ['POSTGRESQL', 'SQLITE'],
    ['MYSQL', 'POSTGRESQL'],
  ])('of %s in %s, each in an INSERT of its own', (from, to) => {
    const table = 'CREATE TABLE things (id INTEGER PRIMARY KEY, weight DOUBLE PRECISION, made TIMESTAMP, note TEXT);\n';
    const row = (id: number): string =>
      `INSERT INTO things VALUES(${id},${id % 40 === 0 ? 'NULL' : `${id}.5`},'2026-01-02 03:04:05',${NOTES[id % NOTES.length]});\n`;
    // the layout of a long row is another, here and there
    const long = `INSERT INTO things VALUES(-1,2.5,'2026-01-02 03:04:05','${'a long note '.repeat(20)}');\n`;
    const { expected, made, fast } = bothWays(table + long + many(400, row).join(''), from, to);
    const words = (outcomes: typeof made): string[] =>
      tokenize(sqlOf(outcomes, to), dialects[to]).map(({ text }) => text);
    expect(words(made)).toEqual(words(expected));
    expect(made.map(({ position, kind }) => [kind, position])).toEqual(
      expected.map(({ position, kind }) => [kind, position]),
    );
    expect(fast).toBeGreaterThan(380);
  });

  it('refuses what the machinery refuses', () => {
    const rows = many(2500, (id) => `(${id}, '${id === 2100 ? 'nul \\0' : 'text'}')`);
    const text = `CREATE TABLE t (id int, note text);\nINSERT INTO t VALUES ${rows.join(',')};\n`;
    const { expected, made } = bothWays(text, 'MYSQL', 'POSTGRESQL');
    expect(made).toEqual(expected);
    expect(made.some(({ refusal }) => refusal !== undefined)).toBe(true);
  });
});
