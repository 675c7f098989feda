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
  ])('are those of PostgreSQL’s tables: %s', (sql, made) => {
    expect(translated('MYSQL', 'POSTGRESQL', sql)).toBe(made);
  });

  it('drop the schema that is there by default, and quotes that keep nothing apart', () => {
    expect(translated('POSTGRESQL', 'MYSQL', 'SELECT "id" FROM "public"."plain"')).toBe('SELECT id FROM plain');
    expect(translated('SQLITE', 'POSTGRESQL', 'SELECT [id] FROM main.plain')).toBe('SELECT id FROM plain');
    expect(translated('POSTGRESQL', 'MYSQL', 'SELECT "rank" FROM Plain AS P')).toBe('SELECT `rank` FROM plain AS p');
  });
});
