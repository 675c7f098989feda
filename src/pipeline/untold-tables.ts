import { seesSomeTables, TableRights, type Principal } from '../auth/index.js';
import type { Catalogue } from '../catalogue/index.js';
import type { RegisteredDatabase } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import { dialects, tokenize, type Dialect } from '../sql/index.js';

/** Stands where a name stood that one may not see. */
const UNTOLD = '(another table)';
const WORD = /[\p{L}\p{N}_$]+/gu;

const NOTHING: ReadonlySet<string> = new Set();

/**
 * A database's error without the names of tables that somebody may not see: a constraint, a trigger or a view can bring
 * them up. What the statement itself gives a name to is known already, but for what the database's own constraints say: there
 * a guess would be told to be right.
 */
export async function withoutUntoldTables(
  error: unknown,
  { principal, sql }: { readonly principal: Principal; readonly sql: string },
  database: RegisteredDatabase,
  catalogue: Catalogue,
): Promise<unknown> {
  if (!(error instanceof DragomanError) || !seesSomeTables(principal, database.name)) return error;
  const hidden = await hiddenTables(principal, database, catalogue);
  if (hidden === undefined)
    return new DragomanError(error.code, 'The database refused the statement.', { database: database.name });
  const said = error.code === 'CONSTRAINT_VIOLATION' ? NOTHING : wordsOf(sql, dialects[database.adapter.dialect]);
  const unspoken = hidden.filter((name) => !said.has(name));
  const tells = (word: string): boolean => !said.has(word.toLowerCase()) && hidden.some((name) => names(word, name));
  const without = (text: string): string =>
    withoutNames(text, unspoken).replace(WORD, (word) => (tells(word) ? UNTOLD : word));
  const { hint, constraint, ...details } = error.details;
  return new DragomanError(error.code, without(error.message), {
    ...details,
    // Its stack and its own words hold what was taken out.
    cause: undefined,
    ...(hint !== undefined && { hint: without(hint) }),
    ...(constraint !== undefined && without(constraint) === constraint && { constraint }),
  });
}

/** Undefined where the catalogue can't be read, so that nobody can tell. */
async function hiddenTables(
  principal: Principal,
  database: RegisteredDatabase,
  catalogue: Catalogue,
): Promise<readonly string[] | undefined> {
  const grants = principal.grants.on(database.name);
  const source = catalogue.of(database);
  if (grants === undefined) return undefined;
  const rights = new TableRights(grants, source, dialects[database.adapter.dialect]);
  try {
    const hidden: string[] = [];
    for (const schema of await source.schemas()) {
      for (const table of await source.list(schema)) {
        if (!(await rights.allows(table, 'READ'))) hidden.push(table.name.toLowerCase());
      }
    }
    return hidden;
  } catch (error) {
    if (error instanceof DragomanError) return undefined;
    throw error;
  }
}

/** The words that stand in a text for something: what its comments and strings say is a guess. */
function wordsOf(sql: string, dialect: Dialect): ReadonlySet<string> {
  const told = tokenize(sql, dialect).filter(({ kind }) => kind !== 'comment' && kind !== 'string');
  return new Set(told.flatMap(({ text }) => [...text.matchAll(WORD)].map(([word]) => word.toLowerCase())));
}

/** A text without names that are not one word: pay-roll, "pay roll". */
function withoutNames(text: string, hidden: readonly string[]): string {
  const several = hidden.filter((name) => name.replace(WORD, '') !== '');
  // A name may be a part of what stands in its place: each is looked for once.
  return several.reduce((told, name) => told.replace(new RegExp(escaped(name), 'giu'), UNTOLD), text);
}

const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** Whether a word is a table's name, or made of it as constraints and sequences are: payroll_pkey. */
function names(word: string, table: string): boolean {
  return `_${word.toLowerCase()}_`.includes(`_${table}_`);
}
