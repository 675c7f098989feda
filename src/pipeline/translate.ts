import type { RegisteredDatabase } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import type { DialectName, TranslationNotice } from '../sql/index.js';
import { authorise, type Path } from './authorise.js';
import { prepare, type PreparedStatement } from './prepare.js';
import type { QueryOptions } from './query-request.js';
import type { Translations } from './translations.js';

/** A statement in the dialect of the database that it goes to. */
export interface Carried {
  readonly prepared: PreparedStatement;
  /** What has to run behind it, where the database says apart what the source says at once. */
  readonly following: readonly PreparedStatement[];
  /** Whether it was written in another dialect. */
  readonly translated: boolean;
  readonly warnings: readonly TranslationNotice[];
}

const NO_WARNINGS: readonly TranslationNotice[] = [];
const NOTHING: readonly PreparedStatement[] = [];

/** The dialect to read a statement in: left out, the database's. */
export const writtenIn = (given: DialectName | null | undefined, { adapter }: RegisteredDatabase): DialectName =>
  given ?? adapter.dialect;

export interface CarryWish {
  readonly sql: string;
  readonly dialect?: DialectName | null | undefined;
  readonly options?: QueryOptions | null | undefined;
  /** Undefined in a transaction, which judges a statement by itself. */
  readonly path?: Path;
}

/** A statement that is in the database's own dialect already: nothing is asked, and nobody waits. */
export function inOwnDialect({ sql }: Pick<CarryWish, 'sql'>, { adapter }: RegisteredDatabase): Carried {
  return { prepared: prepare(sql, adapter.dialect), following: NOTHING, translated: false, warnings: NO_WARNINGS };
}

/**
 * The third step: a statement in the dialect that the database speaks. What is forbidden there is refused before
 * anything is asked about it.
 * @throws DragomanError UNTRANSLATABLE, and what reading it and `authorise` throw
 */
export async function carry(
  { sql, dialect, options, path }: CarryWish,
  database: RegisteredDatabase,
  translations: Translations,
): Promise<Carried> {
  const { dialect: spoken } = database.adapter;
  const from = writtenIn(dialect, database);
  const prepared = prepare(sql, from);
  if (prepared.known === undefined) throw unread(prepared, from, spoken);
  if (path !== undefined) authorise(prepared, path, database);
  const { fidelity, textComparison } = options ?? {};
  const wish = { sql, text: sql, known: prepared.known, from, to: spoken, fidelity, textComparison, target: database };
  const made = await translations.of(wish);
  const [first = made.sql, ...others] = made.statements;
  const following = others.map((one) => prepare(one, spoken));
  return { prepared: prepare(first, spoken), following, translated: true, warnings: made.notices };
}

/** What the grammar does not know runs in its own dialect only. */
function unread({ fault }: PreparedStatement, from: DialectName, to: DialectName): DragomanError {
  return (
    fault ??
    new DragomanError('UNTRANSLATABLE', `This statement is not known well enough to carry it from ${from} to ${to}.`, {
      position: { line: 1, column: 1 },
      hint: `Write it in ${to} and leave \`dialect\` out.`,
    })
  );
}
