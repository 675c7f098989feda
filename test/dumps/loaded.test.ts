import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DumpTranslator, needsSecondReading, ToldLater, type Outcome } from '../../src/dumps/index.js';
import { dialects, ScriptReader, type DialectName, type ScriptPart } from '../../src/sql/index.js';
import { createDumped, type DumpedDatabase } from '../support/dump-tools.js';

type Engine = 'postgresql' | 'mysql' | 'sqlite';

const DIALECTS: Readonly<Record<Engine, DialectName>> = {
  postgresql: 'POSTGRESQL',
  mysql: 'MYSQL',
  sqlite: 'SQLITE',
};
const ENGINES: readonly Engine[] = ['postgresql', 'mysql', 'sqlite'];

/** One table of each engine, with the types that dumps write in a way of their own. */
const TABLES: Readonly<Record<Engine, string>> = {
  postgresql:
    'CREATE TABLE things (id integer PRIMARY KEY, name varchar(80), ok boolean, price numeric(12,2), made timestamp, day date, weight double precision, picture bytea, parent integer REFERENCES things (id))',
  mysql:
    'CREATE TABLE things (id int PRIMARY KEY, name varchar(80), ok boolean, price decimal(12,2), made datetime, day date, weight double, picture blob, parent int, CONSTRAINT own FOREIGN KEY (parent) REFERENCES things (id))',
  sqlite:
    'CREATE TABLE things (id INTEGER PRIMARY KEY, name VARCHAR(80), ok BOOLEAN, price DECIMAL(12,2), made TIMESTAMP, day DATE, weight DOUBLE, picture BLOB, parent INTEGER REFERENCES things (id))',
};

const PICTURE: Readonly<Record<Engine, string>> = {
  postgresql: "'\\x00ff27'",
  mysql: "x'00ff27'",
  sqlite: "x'00ff27'",
};
const NAME: Readonly<Record<Engine, string>> = {
  postgresql: `E'tab\\t line\\n back\\\\ quote'' "two" ; é 😀 \\\\N'`,
  mysql: `'tab\\t line\\n back\\\\ quote'' "two" ; é 😀 \\\\N'`,
  sqlite: `'tab' || char(9) || ' line' || char(10) || ' back\\ quote'' "two" ; é 😀 \\N'`,
};

/** A row refers to one that comes behind it, so that it loads where that is not looked at, or looked at later. */
const rows = (engine: Engine): string => `INSERT INTO things VALUES
  (1, ${NAME[engine]}, ${engine === 'sqlite' ? '1' : 'TRUE'}, 1234567890.12, '2026-01-02 03:04:05', '2026-01-02', 1.5, ${PICTURE[engine]}, NULL),
  (2, '', ${engine === 'sqlite' ? '0' : 'FALSE'}, -0.5, '1999-12-31 23:59:59', NULL, -1e300, NULL, 1),
  (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2)`;

const parts = (text: string, name: DialectName): ScriptPart[] => {
  const reader = new ScriptReader(dialects[name]);
  return [...reader.add(text), ...reader.end()];
};

function translated(text: string, from: Engine, to: Engine): Outcome[] {
  const direction = { from: dialects[DIALECTS[from]], to: dialects[DIALECTS[to]] };
  const all = parts(text, DIALECTS[from]);
  const later = new ToldLater(direction.from, direction.to);
  if (needsSecondReading(direction.from, direction.to)) for (const part of all) later.note(part);
  const translator = new DumpTranslator({ ...direction, later });
  return [...all.flatMap((part) => [...translator.translate(part)]), ...translator.finish()];
}

/** The same of each engine: numbers by their value, moments as text, bytes as hexadecimal digits. */
const READ: Readonly<Record<Engine, string>> = {
  postgresql: `SELECT CAST(id AS integer) AS id, name, CASE WHEN ok THEN 1 WHEN NOT ok THEN 0 END AS ok, CAST(price AS double precision) AS price, to_char(made, 'YYYY-MM-DD HH24:MI:SS') AS made, to_char(day, 'YYYY-MM-DD') AS day, weight, upper(encode(picture, 'hex')) AS picture, CAST(parent AS integer) AS parent FROM things ORDER BY id`,
  mysql: `SELECT id, name, ok, CAST(price AS double) AS price, DATE_FORMAT(made, '%Y-%m-%d %H:%i:%s') AS made, DATE_FORMAT(day, '%Y-%m-%d') AS day, weight, HEX(picture) AS picture, parent FROM things ORDER BY id`,
  sqlite: `SELECT id, name, ok, CAST(price AS REAL) AS price, made, day, weight, CASE WHEN picture IS NOT NULL THEN hex(picture) END AS picture, parent FROM things ORDER BY id`,
};

describe.each(ENGINES)('the rows that %s dumps', (from) => {
  let source: DumpedDatabase;
  let text: string;
  let own: unknown;
  beforeAll(async () => {
    source = await createDumped(from);
    await source.run(TABLES[from]);
    await source.run(rows(from));
    own = await source.rows(READ[from]);
    text = await source.dump();
  }, 60_000);
  afterAll(() => source.drop());

  it.each(ENGINES.filter((to) => to !== from))('are the same in %s, in the tables that it dumps', async (to) => {
    const target = await createDumped(to);
    try {
      const outcomes = translated(text, from, to);
      expect(outcomes.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal.message]))).toEqual([]);
      await target.run(outcomes.flatMap(({ statements }) => statements.map((sql) => `${sql};\n`)).join(''));
      expect(await target.rows(READ[to])).toEqual(own);
    } finally {
      await target.drop();
    }
  });
});
