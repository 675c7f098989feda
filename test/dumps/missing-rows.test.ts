import { expect, it } from 'vitest';
import { createLoaded } from '../support/loaded-database.js';
import { sqlOf, translatedScript } from './translated-script.js';

const SCRIPT = `CREATE TABLE ship (id bigint unsigned NOT NULL, PRIMARY KEY (id));
INSERT INTO ship VALUES (1),(18446744073709551615);
CREATE TABLE load_of (ship_id bigint unsigned NOT NULL, what varchar(9), CONSTRAINT of_ship FOREIGN KEY (ship_id) REFERENCES ship (id));
INSERT INTO load_of VALUES (1,'rice');`;

it('adds foreign keys to tables of which rows were refused without asking the rows that are there', async () => {
  const outcomes = translatedScript(SCRIPT, 'MYSQL', 'POSTGRESQL');
  expect(outcomes.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal.message]))).toEqual([
    'The target’s whole numbers end at 9223372036854775807.',
  ]);
  const sql = sqlOf(outcomes, 'POSTGRESQL');
  expect(sql).toMatch(/FOREIGN KEY \(ship_id\) REFERENCES ship \(id\) NOT VALID;/);
  const target = await createLoaded('POSTGRESQL');
  try {
    await target.load(sql);
    expect((await target.contents()).get('load_of')?.rows).toEqual([[1, 'rice']]);
    await expect(target.load("INSERT INTO load_of VALUES (7, 'salt')")).rejects.toThrow(/of_ship/);
  } finally {
    await target.drop();
  }
});

it('leaves out rows of SQLite that have no key, and indexes that the target does not take', async () => {
  const script = `CREATE TABLE t (a INT, b TEXT, at TEXT, doc TEXT, PRIMARY KEY (a, b));
INSERT INTO t VALUES (NULL,'x','2024-01-01','{}'),(1,'y','2024-01-02','{"a":1}');
CREATE INDEX day ON t(date(at));
CREATE INDEX part ON t(json_extract(doc, '$.a'));
CREATE INDEX low ON t(lower(b));`;
  for (const to of ['POSTGRESQL', 'MYSQL'] as const) {
    const outcomes = translatedScript(script, 'SQLITE', to);
    expect(outcomes.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal.message]))).toEqual([
      'The target takes no NULL in a primary key, as SQLite does.',
    ]);
    expect(outcomes.flatMap(({ dropped }) => (dropped?.loses === true ? [dropped.why] : []))).toEqual([
      expect.stringMatching(/^The index `day` is left out/),
      expect.stringMatching(/^The index `part` is left out/),
    ]);
    const target = await createLoaded(to);
    try {
      await target.load(sqlOf(outcomes, to));
      expect((await target.contents()).get('t')?.rows).toHaveLength(1);
    } finally {
      await target.drop();
    }
  }
});
