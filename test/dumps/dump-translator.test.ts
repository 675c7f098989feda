import { describe, expect, it } from 'vitest';
import { DumpTranslator, ToldLater, type DumpOptions, type Outcome } from '../../src/dumps/index.js';
import {
  dialects,
  generate,
  parseStatement,
  ScriptReader,
  translateStatement,
  type DialectName,
} from '../../src/sql/index.js';

/** Writes each tree in the target's spelling and changes nothing: what is tested here is what stands around statements. */
const asItIs: typeof translateStatement = (tree, _sql, { to }) => {
  const sql = generate(tree, to);
  return { sql, statements: [sql], main: 0, answer: 0, tree, notices: [] };
};

interface Made {
  readonly from: DialectName;
  readonly to: DialectName;
  readonly options?: Partial<DumpOptions>;
}

function outcomes(dump: string, { from, to, options = { translate: asItIs } }: Made): Outcome[] {
  const later = new ToldLater(dialects[from], dialects[to]);
  const first = new ScriptReader(dialects[from]);
  for (const part of [...first.add(dump), ...first.end()]) later.note(part);
  const translator = new DumpTranslator({ from: dialects[from], to: dialects[to], later, ...options });
  const reader = new ScriptReader(dialects[from]);
  const parts = [...reader.add(dump), ...reader.end()];
  return [...parts.flatMap((part) => [...translator.translate(part)]), ...translator.finish()];
}

/** What is written, on one line each, without what stands around the whole. */
const written = (dump: string, made: Made): string[] =>
  outcomes(dump, made)
    .filter(({ kind }) => kind !== 'added')
    .flatMap(({ statements }) => statements.map((sql) => sql.replace(/\s+/g, ' ').replace(/\( (.*) \)$/, '($1)')));

const MYSQL_TABLE = `/*!40101 SET NAMES utf8mb4 */;
CREATE TABLE child (id int NOT NULL, parent_id int, PRIMARY KEY (id), CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES parent (id));
INSERT INTO child VALUES (1,1);
CREATE TABLE parent (id int NOT NULL PRIMARY KEY);
INSERT INTO parent VALUES (1);`;

describe('a dump', () => {
  it('says foreign keys behind the rows where tables may come in any order', () => {
    expect(written(MYSQL_TABLE, { from: 'MYSQL', to: 'POSTGRESQL' })).toEqual([
      'CREATE TABLE child (id INT NOT NULL, parent_id INT, PRIMARY KEY (id))',
      'INSERT INTO child VALUES (1, 1)',
      'CREATE TABLE parent (id INT NOT NULL PRIMARY KEY)',
      'INSERT INTO parent VALUES (1)',
      'ALTER TABLE child ADD CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES parent (id)',
    ]);
  });

  it('takes what MySQL keeps of a shape for bytes', () => {
    const dump = "CREATE TABLE t (spot point NOT NULL);\nINSERT INTO t VALUES ('\\0\\0a');\n";
    const [, rows] = written(dump, { from: 'MYSQL', to: 'SQLITE', options: {} });
    expect(rows).toBe("INSERT INTO t VALUES (X'000061')");
  });

  it('keeps the numbers of MySQL’s truth values where its target takes any', () => {
    const dump = 'CREATE TABLE t (shown tinyint(1));\nINSERT INTO t VALUES (2), (-1);\n';
    const made = { from: 'MYSQL', to: 'SQLITE', options: {} } as const;
    expect(written(dump, made)).toEqual([
      'CREATE TABLE t (shown BOOLEAN CHECK (shown BETWEEN -128 AND 127))',
      'INSERT INTO t VALUES (2), (-1)',
    ]);
    expect(outcomes(dump, made).flatMap(({ notices }) => notices.map(({ code }) => code))).toEqual(['TYPE_WIDENED']);
    const [, rows] = written(dump, { ...made, to: 'POSTGRESQL' });
    expect(rows).toBe('INSERT INTO t VALUES (TRUE), (-1 <> 0)');
  });

  it('leaves them in the table where its target looks at them later', () => {
    const [table] = written(MYSQL_TABLE, { from: 'MYSQL', to: 'SQLITE' });
    expect(table).toContain('FOREIGN KEY (parent_id) REFERENCES parent (id)');
  });

  it('takes references of columns as well, and forgets those of a table that is dropped', () => {
    const dump = 'CREATE TABLE a (b int REFERENCES c (d)); CREATE TABLE x (y int REFERENCES c); DROP TABLE x;';
    expect(written(dump, { from: 'SQLITE', to: 'POSTGRESQL' })).toEqual([
      'CREATE TABLE a (b INT)',
      'CREATE TABLE x (y INT)',
      'DROP TABLE x',
      'ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES c (d)',
    ]);
  });

  it('makes plain indexes behind the rows, and unique ones with the table', () => {
    const translate: typeof translateStatement = (tree, sql, direction) => {
      const made = asItIs(tree, sql, direction);
      if (tree.kind !== 'create-table') return made;
      return { ...made, statements: [...made.statements, 'CREATE INDEX i ON t (a)', 'CREATE UNIQUE INDEX u ON t (b)'] };
    };
    const dump = 'CREATE TABLE t (a int, b int); INSERT INTO t VALUES (1, 2)';
    const made = written(dump, { from: 'MYSQL', to: 'POSTGRESQL', options: { translate } });
    expect(made.map((sql) => sql.slice(0, 12))).toEqual([
      'CREATE TABLE',
      'CREATE UNIQU',
      'INSERT INTO ',
      'CREATE INDEX',
    ]);
  });

  it.each<[DialectName, DialectName, string, string]>([
    ['MYSQL', 'POSTGRESQL', 'BEGIN', 'COMMIT'],
    ['POSTGRESQL', 'MYSQL', 'SET foreign_key_checks = 0', 'SET foreign_key_checks = 1'],
    ['POSTGRESQL', 'SQLITE', 'PRAGMA foreign_keys = OFF', 'PRAGMA foreign_keys = ON'],
  ])('from %s to %s stands between what lets it load', (from, to, before, behind) => {
    const all = outcomes('CREATE TABLE t (a int)', { from, to }).map(({ kind, statements }) => ({ kind, statements }));
    expect(all.map(({ kind }) => kind)).toEqual(['added', 'translated', 'added']);
    expect(all[0]?.statements).toContain(before);
    expect(all[2]?.statements).toContain(behind);
  });

  it('of queries alone stands by itself', () => {
    expect(outcomes('SELECT 1; SELECT 2', { from: 'MYSQL', to: 'SQLITE' }).map(({ kind }) => kind)).toEqual([
      'translated',
      'translated',
    ]);
  });

  it('lets PostgreSQL’s own keys go on from the greatest', () => {
    const source = 'CREATE TABLE "T" (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY)';
    const tree = parseStatement(source, dialects.POSTGRESQL);
    const translate: typeof translateStatement = () => ({
      sql: source,
      statements: [source],
      main: 0,
      answer: 0,
      tree,
      notices: [],
    });
    const last = outcomes('CREATE TABLE `T` (id int AUTO_INCREMENT PRIMARY KEY)', {
      from: 'MYSQL',
      to: 'POSTGRESQL',
      options: { translate },
    }).at(-2);
    expect(last?.statements).toEqual([
      `SELECT setval(pg_get_serial_sequence('"T"', 'id'), GREATEST(greatest, next), COALESCE(greatest >= next, FALSE)) ` +
        `FROM (SELECT max("id") AS greatest, nextval(pg_get_serial_sequence('"T"', 'id')) AS next FROM "T") AS counted`,
    ]);
  });
});

describe('MariaDB’s columns of JSON', () => {
  it('are such, and no long texts with a check', () => {
    const dump =
      'CREATE TABLE t (`j` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(`j`)), `k` longtext CHECK (json_valid(`j`)))';
    const [table] = written(dump, { from: 'MYSQL', to: 'MYSQL' });
    expect(table).toContain('(`j` JSON DEFAULT NULL, `k` LONGTEXT CHECK (json_valid(`j`)))');
  });
});

describe('what is meant otherwise than it is read', () => {
  const refusals = (dump: string): (string | undefined)[] =>
    outcomes(dump, { from: 'POSTGRESQL', to: 'MYSQL', options: {} }).flatMap(({ kind, refusal }) =>
      kind === 'translated' || kind === 'refused' ? [refusal?.message] : [],
    );

  it('is refused where backslashes in texts are escapes', () => {
    const insert = String.raw`INSERT INTO t VALUES ('a\\b');`;
    const dump = `${insert} SET standard_conforming_strings = off; INSERT INTO t VALUES ('a', E'\\n'); ${insert} SET standard_conforming_strings TO on; ${insert}`;
    const told = 'Backslashes in texts are escapes here: the script sets it so.';
    expect(refusals(dump)).toEqual([undefined, undefined, told, undefined]);
  });

  it('is refused where the client reads another file', () => {
    const told = (file: string): string => `The client reads \`${file}\` here, which is not read along.`;
    const dump = "\\i a.sql\n\\copy t FROM 'b.csv' CSV\n\\connect shop\n";
    const all = outcomes(dump, { from: 'POSTGRESQL', to: 'MYSQL', options: {} }).map(({ refusal }) => refusal?.message);
    expect(all).toEqual([told('a.sql'), told('b.csv'), undefined]);
    const [first] = outcomes('source c.dump ;', { from: 'MYSQL', to: 'SQLITE', options: {} });
    expect(first?.refusal?.message).toBe(told('c.dump'));
    const [second] = outcomes('.read d.sql\n', { from: 'SQLITE', to: 'MYSQL', options: {} });
    expect(second?.refusal?.message).toBe(told('d.sql'));
  });
});

describe('bits', () => {
  const dump = String.raw`CREATE TABLE t (a bit(8), b int); INSERT INTO t VALUES (0x05, 0x10), ('A', 1), (_binary '\0', NULL), (7, 7);`;

  it.each<[DialectName, string]>([
    ['POSTGRESQL', "INSERT INTO t VALUES (B'00000101', 16), (B'01000001', 1), (B'00000000', NULL), (B'00000111', 7)"],
    ['SQLITE', 'INSERT INTO t VALUES (5, 16), (65, 1), (0, NULL), (7, 7)'],
  ])('are what MySQL takes bytes and signs for, in %s', (to, rows) => {
    expect(written(dump, { from: 'MYSQL', to, options: {} }).at(-1)).toBe(rows);
  });
});

describe('pg_dump’s tables', () => {
  const dump = `CREATE TABLE public.t (
    id integer NOT NULL,
    code text
);
ALTER TABLE public.t OWNER TO ann;
ALTER TABLE public.t ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY ( SEQUENCE NAME public.t_id_seq START WITH 1 );
CREATE SEQUENCE public.s AS integer;
ALTER SEQUENCE public.s OWNED BY public.t.id;
COPY public.t (id, code) FROM stdin;
1\ta'b
2\t\\N
\\.
SELECT pg_catalog.setval('public.t_id_seq', 2, true);
ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_fk FOREIGN KEY (code) REFERENCES public.o(code);
`;

  it.each<DialectName>(['MYSQL', 'SQLITE'])('are cleared away first, with all that they have, in %s', (to) => {
    const cleared = `ALTER TABLE IF EXISTS ONLY public.t DROP CONSTRAINT IF EXISTS t_fk;
ALTER TABLE IF EXISTS ONLY public.t DROP CONSTRAINT IF EXISTS t_pkey;
ALTER TABLE IF EXISTS public.t ALTER COLUMN id DROP DEFAULT;
DROP TABLE IF EXISTS public.t;
${dump}`;
    const made = { from: 'POSTGRESQL', to } as const;
    expect(written(cleared, made)).toEqual(['DROP TABLE IF EXISTS t', ...written(dump, made)]);
  });

  it.each<[DialectName, string[]]>([
    [
      'SQLITE',
      [
        'CREATE TABLE t (id INTEGER NOT NULL GENERATED BY DEFAULT AS IDENTITY CONSTRAINT t_pkey PRIMARY KEY, code TEXT, CONSTRAINT t_fk FOREIGN KEY (code) REFERENCES o (code))',
        "INSERT INTO t (id, code) VALUES (1, 'a''b'), (2, NULL)",
        'ALTER TABLE "t" ALTER COLUMN "id" RESTART WITH 3',
      ],
    ],
    [
      'MYSQL',
      [
        'CREATE TABLE t (id INTEGER NOT NULL GENERATED BY DEFAULT AS IDENTITY CONSTRAINT t_pkey PRIMARY KEY, code TEXT, CONSTRAINT t_fk FOREIGN KEY (code) REFERENCES o (code))',
        "INSERT INTO t (id, code) VALUES (1, 'a''b'), (2, NULL)",
        'ALTER TABLE "t" ALTER COLUMN "id" RESTART WITH 3',
      ],
    ],
  ])('are made for %s with the keys that are told behind the rows', (to, statements) => {
    // printed by PostgreSQL's generator, which has every form
    const translate: typeof translateStatement = (tree, sql, { from }) => asItIs(tree, sql, { from, to: from });
    expect(written(dump, { from: 'POSTGRESQL', to, options: { translate } })).toEqual(statements);
  });

  it('say what was left out, and where', () => {
    const dropped = outcomes(dump, { from: 'POSTGRESQL', to: 'SQLITE' }).filter(({ kind }) => kind === 'dropped');
    expect(dropped.map(({ position }) => position?.line)).toEqual([5, 6, 7, 8, 14, 16]);
  });
});

describe('a foreign key that was told for a delete', () => {
  const CHILD =
    'CREATE TABLE child (parent_id int, CONSTRAINT fk FOREIGN KEY (parent_id) REFERENCES parent (id) ON DELETE CASCADE);';
  const script = `CREATE TABLE parent (id int PRIMARY KEY);${CHILD}DELETE FROM parent;`;
  const keys = (dump: string): string[] =>
    written(dump, { from: 'MYSQL', to: 'POSTGRESQL' }).filter((sql) => sql.includes('FOREIGN KEY'));

  it('is told once', () => {
    expect(keys(`${script}DELETE FROM parent;`)).toHaveLength(1);
  });

  it('is told again of a table that is dropped and made again', () => {
    expect(keys(`${script}DROP TABLE child;${CHILD}`)).toHaveLength(2);
  });
});

describe('what is told of a dump', () => {
  it('has the place in the dump, and the line with the column', () => {
    const dump = '-- first\n\nSELECT 1;\nSELECT a,\n  SOUNDEX(b, c, d)\nFROM t;';
    const [, refused] = outcomes(dump, { from: 'MYSQL', to: 'SQLITE', options: {} });
    expect(refused).toMatchObject({
      kind: 'refused',
      position: { line: 4, column: 1 },
      refusal: {
        code: 'UNTRANSLATABLE',
        position: { line: 5, column: 3 },
        excerpt: { line: '  SOUNDEX(b, c, d)', column: 3 },
      },
    });
  });

  it.each([
    ['/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;', true],
    ['SET FOREIGN_KEY_CHECKS=0; SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS, UNIQUE_CHECKS=0;', false],
  ])(
    'says foreign keys behind rows that replace others where mysqldump has them looked at no more: %s',
    (set, last) => {
      const tables =
        'CREATE TABLE b (id int PRIMARY KEY); CREATE TABLE a (id int, b int, FOREIGN KEY (b) REFERENCES b (id) ON DELETE CASCADE);';
      const dump = `${set}${tables}REPLACE INTO b VALUES (1);`;
      const made = written(dump, { from: 'MYSQL', to: 'POSTGRESQL', options: {} }).map((sql) => sql.slice(0, 11));
      expect(made.at(-1)).toBe(last ? 'ALTER TABLE' : 'INSERT INTO');
    },
  );

  it('keeps what MySQL has as bits, however they are written', () => {
    const dump =
      "CREATE TABLE t (a bit(1), b bit(12)); INSERT INTO t VALUES ('\\0', 0x0341), (b'1', '\\0A'), (_binary '\u0001', 5);";
    const made = (to: DialectName): string | undefined => written(dump, { from: 'MYSQL', to, options: {} })[1];
    expect(made('POSTGRESQL')).toBe(
      "INSERT INTO t VALUES (FALSE, B'001101000001'), (TRUE, B'000001000001'), (TRUE, B'000000000101')",
    );
    expect(made('SQLITE')).toBe('INSERT INTO t VALUES (0, 833), (1, 65), (1, 5)');
  });

  it('makes a view once those are there that it reads, where a tool has stand-ins for them', () => {
    const standIn = (name: string, value: string): string => `/*!50001 CREATE VIEW ${name} AS SELECT ${value} AS x */;`;
    const views = 'DROP VIEW IF EXISTS a; CREATE VIEW a AS SELECT x FROM b; CREATE VIEW b AS SELECT x FROM c;';
    const dump = `${standIn('a', '1')}${standIn('b', 'NULL')}${standIn('c', '1')}${standIn('d', '1')}
      ${views} CREATE VIEW c AS SELECT 2 AS x; CREATE VIEW e AS SELECT 1 AS x;`;
    expect(written(dump, { from: 'MYSQL', to: 'POSTGRESQL' })).toEqual([
      'DROP VIEW IF EXISTS a',
      'CREATE VIEW c AS SELECT 2 AS x',
      'CREATE VIEW b AS SELECT x FROM c',
      'CREATE VIEW a AS SELECT x FROM b',
      'CREATE VIEW e AS SELECT 1 AS x',
      'CREATE VIEW d AS SELECT 1 AS x',
    ]);
  });

  it('leaves out what only says how far the loading is, where it has no translation', () => {
    const query = "SELECT CONCAT('engine: ', @@default_storage_engine) AS INFO";
    const made: Made = { from: 'MYSQL', to: 'POSTGRESQL', options: {} };
    expect(outcomes(`CREATE TABLE t (id int); ${query};`, made)[2]).toMatchObject({
      kind: 'dropped',
      dropped: { loses: true, why: expect.stringMatching(/^A query is left out: `@@default_storage_engine`/) },
    });
    expect(outcomes(`${query};`, made).map(({ kind }) => kind)).toEqual(['refused']);
  });

  it('goes on behind what can’t be read', () => {
    expect(outcomes('SELECT FROM WHERE; SELECT 2', { from: 'MYSQL', to: 'SQLITE' }).map(({ kind }) => kind)).toEqual([
      'refused',
      'translated',
    ]);
  });
});

describe('rows that a target does not keep', () => {
  const refusals = (dump: string, from: DialectName, to: DialectName): (string | undefined)[] =>
    outcomes(dump, { from, to, options: {} }).flatMap(({ refusal }) =>
      refusal === undefined ? [] : [refusal.message],
    );

  it('are refused without those beside them', () => {
    const dump = String.raw`CREATE TABLE t (a int, b text); INSERT INTO t VALUES (1, 'x'), (2, 'a\0b'), (3, 'y');`;
    expect(refusals(dump, 'MYSQL', 'POSTGRESQL')).toEqual(['The target’s texts hold no NUL.']);
    expect(written(dump, { from: 'MYSQL', to: 'POSTGRESQL', options: {} }).at(-1)).toBe(
      "INSERT INTO t VALUES (1, 'x'), (3, 'y')",
    );
  });

  it('are NaN, and moments without end, in MySQL', () => {
    const dump =
      "CREATE TABLE t (a numeric(5,2), b date); INSERT INTO t VALUES (1, '2024-01-01'), ('NaN', NULL), (2, 'infinity');";
    expect(refusals(dump, 'POSTGRESQL', 'MYSQL')).toEqual([
      'The target’s numbers have no NaN and no infinity.',
      'The target has no moment without end.',
    ]);
  });
});

describe('days of noughts', () => {
  const dump =
    "CREATE TABLE t (a int, b datetime NOT NULL DEFAULT '0000-00-00 00:00:00', c date NOT NULL); INSERT INTO t VALUES (1, '0000-00-00 00:00:00', '2024-01-01'), (2, '2024-01-01 00:00:00', '2024-00-00');";

  it('are NULL in PostgreSQL, which is told, and their columns take it', () => {
    const made = outcomes(dump, { from: 'MYSQL', to: 'POSTGRESQL', options: {} });
    expect(made.flatMap(({ statements }) => statements).filter((sql) => /^(CREATE|ALTER|INSERT)/.test(sql))).toEqual([
      expect.stringContaining('b TIMESTAMP(0),'),
      'ALTER TABLE "t" ALTER COLUMN "c" DROP NOT NULL',
      "INSERT INTO t VALUES (1, NULL, '2024-01-01'), (2, '2024-01-01 00:00:00', NULL)",
    ]);
    expect(new Set(made.flatMap(({ notices }) => notices.map(({ code }) => code)))).toContain('ZERO_DAY');
  });

  it('stay what they are in SQLite', () => {
    const [table, rows] = written(dump, { from: 'MYSQL', to: 'SQLITE', options: {} }).slice(-2);
    expect(table).toContain("DEFAULT '0000-00-00 00:00:00'");
    expect(rows).toContain("(1, '0000-00-00 00:00:00', '2024-01-01')");
  });
});

describe('virtual tables of SQLite', () => {
  it('are left out with the tables that keep what they show', () => {
    const dump = `INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','n','n',0,'CREATE VIRTUAL TABLE n USING fts5(a)');
      CREATE TABLE IF NOT EXISTS 'n_config'(k PRIMARY KEY, v) WITHOUT ROWID; INSERT INTO n_config VALUES('version',4); CREATE TABLE n_other (a int);`;
    const made = outcomes(dump, { from: 'SQLITE', to: 'POSTGRESQL', options: {} }).filter(
      ({ kind }) => kind !== 'added',
    );
    expect(made.map(({ dropped }) => dropped?.why)).toEqual([
      'The virtual table `n` is left out, with the tables in which it keeps its own.',
      '`n_config` keeps what a virtual table shows, which is left out.',
      '`n_config` keeps what a virtual table shows, which is left out.',
      undefined,
    ]);
  });
});
