import { expect, it } from 'vitest';
import type { DialectName } from '../../src/sql/index.js';
import { createLoaded } from '../support/loaded-database.js';
import { sqlOf, translatedScript } from './translated-script.js';

const DUMP = `CREATE TABLE shift (id int NOT NULL, kind enum('early','late') DEFAULT NULL, span time DEFAULT NULL, PRIMARY KEY (id));
INSERT INTO shift VALUES (1,'early','08:00:00'),(2,'','07:30:00'),(3,'late','25:10:00'),(4,'late','-01:00:00'),(5,NULL,NULL);
INSERT INTO shift VALUES ${Array.from({ length: 12 }, (_, at) => `(${at + 10},'late',NULL)`).join()};
INSERT INTO shift VALUES ${Array.from({ length: 12 }, (_, at) => `(${at + 30},'${at === 5 ? '' : 'late'}',NULL)`).join()};`;

const NO_LABEL =
  'The empty text is none of the words that this column takes: MySQL keeps it for a value that was none of them.';
const PAST_THE_DAY = 'The target’s times are within a day.';

const REFUSED: Readonly<Partial<Record<DialectName, readonly (readonly [string, number])[]>>> = {
  POSTGRESQL: [
    [NO_LABEL, 2],
    [PAST_THE_DAY, 2],
    [PAST_THE_DAY, 2],
    [NO_LABEL, 4],
  ],
  SQLITE: [
    [NO_LABEL, 2],
    [NO_LABEL, 4],
  ],
};

it.each(['POSTGRESQL', 'SQLITE'] as const)('refuses by themselves rows that %s would not keep', async (to) => {
  const target = await createLoaded(to);
  try {
    const outcomes = translatedScript(DUMP, 'MYSQL', to);
    expect(
      outcomes.flatMap(({ refusal }) => (refusal === undefined ? [] : [[refusal.message, refusal.position.line]])),
    ).toEqual(REFUSED[to]);
    await target.load(sqlOf(outcomes, to));
    const ids = (await target.contents()).get('shift')?.rows.map(([id]) => Number(id)) ?? [];
    expect(ids).toHaveLength(5 + 24 - (REFUSED[to]?.length ?? 0));
    expect(ids).not.toContain(35);
  } finally {
    await target.drop();
  }
});
