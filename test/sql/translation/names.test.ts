import { describe, expect, it } from 'vitest';
import {
  dialects,
  parseStatement,
  translateStatement,
  type Catalogue,
  type DialectName,
} from '../../../src/sql/index.js';

/** Tables as ORMs make them in PostgreSQL: names of both cases, in quotes. */
const catalogue: Catalogue = {
  table: (path) => {
    const called = path[path.length - 1]?.toLowerCase();
    const column = (name: string) => ({ name, type: { type: 'TEXT' }, databaseType: 'text', nullable: true }) as const;
    if (called === 'userprofile') {
      return { schema: undefined, name: 'UserProfile', columns: [column('id'), column('userName'), column('order')] };
    }
    return called === 'plain'
      ? { schema: undefined, name: 'plain', columns: [column('id'), column('total')] }
      : undefined;
  },
};

function translated(from: DialectName, to: DialectName, sql: string): string {
  const direction = { from: dialects[from], to: dialects[to] };
  const { sql: made } = translateStatement(parseStatement(sql, dialects[from]), sql, direction, {
    catalogue,
    fidelity: 'IDIOMATIC',
  });
  return made.replace(/\s+/g, ' ');
}

describe('names', () => {
  it.each([
    ['SELECT username FROM userprofile', 'SELECT "userName" FROM "UserProfile"'],
    ['SELECT UserProfile.userName FROM UserProfile', 'SELECT "UserProfile"."userName" FROM "UserProfile"'],
    ['SELECT u.`order` FROM UserProfile u', 'SELECT u.order FROM "UserProfile" AS u'],
    ['SELECT `Total` FROM plain', 'SELECT total FROM plain'],
    ['SELECT unknown_column FROM Elsewhere', 'SELECT unknown_column FROM Elsewhere'],
    ['SELECT COUNT(*) AS Total FROM plain ORDER BY Total', 'SELECT COUNT(*) AS "Total" FROM plain ORDER BY "Total"'],
    [
      'SELECT x.Total FROM (SELECT id AS Total FROM plain) x',
      'SELECT x."Total" FROM (SELECT id AS "Total" FROM plain) AS x',
    ],
    [
      'SELECT id AS A FROM plain UNION SELECT id FROM plain ORDER BY A',
      'SELECT id AS "A" FROM plain UNION SELECT id FROM plain ORDER BY "A" NULLS FIRST',
    ],
    [
      'SELECT row_number() OVER (PARTITION BY username ORDER BY username) AS n FROM userprofile',
      'SELECT row_number() OVER (PARTITION BY "userName" ORDER BY "userName" NULLS FIRST) AS n FROM "UserProfile"',
    ],
    [
      'SELECT username FROM userprofile u JOIN userprofile v USING (username)',
      'SELECT "userName" FROM "UserProfile" AS u JOIN "UserProfile" AS v USING ("userName")',
    ],
    [
      'SELECT id, username FROM userprofile GROUP BY id',
      'SELECT id, (array_agg("userName"))[1] AS username FROM "UserProfile" GROUP BY id',
    ],
    [
      'SELECT x.username FROM (SELECT username FROM UserProfile) x',
      'SELECT x.username FROM (SELECT "userName" AS username FROM "UserProfile") AS x',
    ],
    [
      'WITH c AS (SELECT username FROM UserProfile) SELECT username FROM c',
      'WITH c AS (SELECT "userName" AS username FROM "UserProfile") SELECT username FROM c',
    ],
    [
      'SELECT group_concat(username ORDER BY username) AS g FROM userprofile',
      'SELECT string_agg("userName", \',\' ORDER BY "userName" NULLS FIRST) AS g FROM "UserProfile"',
    ],
    [
      'SELECT sum(1) OVER w FROM userprofile WINDOW w AS (ORDER BY username)',
      'SELECT sum(1) OVER w FROM "UserProfile" WINDOW w AS (ORDER BY "userName" NULLS FIRST)',
    ],
    ["INSERT INTO userprofile (username) VALUES ('a')", 'INSERT INTO "UserProfile" ("userName") VALUES (\'a\')'],
    [
      'UPDATE userprofile SET username = id WHERE username IS NULL',
      'UPDATE "UserProfile" SET "userName" = id WHERE "userName" IS NULL',
    ],
    [
      'DELETE u FROM userprofile u JOIN plain p ON p.id = u.username',
      'DELETE FROM "UserProfile" AS u USING plain AS p WHERE p.id = u."userName"',
    ],
    [
      'DELETE FROM userprofile WHERE username IS NULL LIMIT 1',
      'DELETE FROM "UserProfile" WHERE "UserProfile".ctid IN ( ' +
        'SELECT "UserProfile".ctid FROM "UserProfile" WHERE "userName" IS NULL LIMIT 1 )',
    ],
    ['CREATE INDEX i ON userprofile (username)', 'CREATE INDEX userprofile_i ON "UserProfile" ("userName")'],
  ])('are those of PostgreSQL’s tables: %s', (sql, made) => {
    expect(translated('MYSQL', 'POSTGRESQL', sql)).toBe(made);
  });

  it('drop the schema that is there by default, and quotes that keep nothing apart', () => {
    expect(translated('POSTGRESQL', 'MYSQL', 'SELECT "id" FROM "public"."plain"')).toBe('SELECT id FROM plain');
    expect(translated('SQLITE', 'POSTGRESQL', 'SELECT [id] FROM main.plain')).toBe('SELECT id FROM plain');
    expect(translated('POSTGRESQL', 'MYSQL', 'SELECT "rank" FROM Plain AS P')).toBe('SELECT `rank` FROM plain AS p');
  });
});
