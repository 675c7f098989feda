import type { RegisteredDatabase } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import {
  allValuesWritten,
  momentsWritten,
  writtenValues,
  type DialectName,
  type NoticeCode,
  type TranslationNotice,
} from '../sql/index.js';
import { authorise, type Path } from './authorise.js';
import { prepare, type PreparedStatement } from './prepare.js';
import type { QueryOptions } from './query-request.js';
import type { Translated, Translations, TranslationWish } from './translations.js';
import type { Recheck } from './views-judged.js';

/** A statement in the dialect of the database that it goes to. */
export interface Carried {
  readonly prepared: PreparedStatement;
  /** All that has to run, in order, where the database says apart what the source says at once. */
  readonly steps: Steps | undefined;
  /** What it was written as, where values were written into the translation, which does not ask for them any more. */
  readonly source?: PreparedStatement | undefined;
  /** Whether it was written in another dialect. */
  readonly translated: boolean;
  readonly warnings: readonly TranslationNotice[];
  /** Left out where nothing is to be asked once it has run. */
  readonly recheck?: Recheck | undefined;
}

/** The statements that one comes to. */
export interface Steps {
  readonly all: readonly PreparedStatement[];
  /** The place of the one whose rows are those of the whole. */
  readonly answer: number;
  /** What the source was, whose parameters are those of all. */
  readonly source: PreparedStatement;
}

const NO_WARNINGS: readonly TranslationNotice[] = [];

/** The dialect to read a statement in: left out, the database's. */
export const writtenIn = (given: DialectName | null | undefined, { adapter }: RegisteredDatabase): DialectName =>
  given ?? adapter.dialect;

export interface CarryWish {
  readonly sql: string;
  readonly params?: unknown;
  readonly dialect?: DialectName | null | undefined;
  readonly options?: QueryOptions | null | undefined;
  /** Undefined in a transaction, which judges a statement by itself. */
  readonly path?: Path;
}

/** A statement that is in the database's own dialect already: nothing is asked, and nobody waits. */
export function inOwnDialect({ sql }: Pick<CarryWish, 'sql'>, { adapter }: RegisteredDatabase): Carried {
  return { prepared: prepare(sql, adapter.dialect), steps: undefined, translated: false, warnings: NO_WARNINGS };
}

/**
 * The third step: a statement in the dialect that the database speaks. What is forbidden there is refused before
 * anything is asked about it.
 * @throws DragomanError UNTRANSLATABLE, and what reading it and `authorise` throw
 */
export async function carry(
  { sql, params, dialect, options, path }: CarryWish,
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
  const { made, isWritten } = await translatedWith(params, wish, translations);
  const all = made.statements.map((one) => prepare(one, spoken));
  const steps = all.length > 1 ? { all, answer: made.answer, source: prepared } : undefined;
  return {
    prepared: all[made.main] as PreparedStatement,
    steps,
    ...(isWritten && { source: prepared }),
    translated: true,
    warnings: made.notices,
  };
}

/** Whether moments with their distance from UTC are something to the source, and nothing that the target reads. */
const tellsOffsets = ({ from, to }: TranslationWish): boolean =>
  from === 'POSTGRESQL' || (from === 'SQLITE' && to === 'MYSQL');

/**
 * What has no counterpart whatever a parameter says, a format or a path or a unit, may have one for the value that was
 * given; and what hangs on the type of a parameter is sure with its value.
 */
async function translatedWith(
  params: unknown,
  wish: TranslationWish,
  translations: Translations,
): Promise<{ readonly made: Translated; readonly isWritten: boolean }> {
  for (const { tree, key } of tellsOffsets(wish) ? momentsWritten(wish.known.tree, params) : []) {
    const made = await translations.of({ ...wish, known: { ...wish.known, tree }, written: key }).catch(asRefusal);
    if (!(made instanceof DragomanError)) return { made, isWritten: true };
  }
  const open = await translations.of(wish).catch(asRefusal);
  if (open instanceof DragomanError || open.notices.some(isOfTypes)) {
    // one of the values may be enough to say it at all, and it takes all types to be sure
    const readings = open instanceof DragomanError ? writtenValues : allValuesWritten;
    for (const { tree, key } of readings(wish.known.tree, params, wish.from)) {
      const made = await translations.of({ ...wish, known: { ...wish.known, tree }, written: key }).catch(asRefusal);
      if (!(made instanceof DragomanError) && !made.notices.some(isOfTypes)) return { made, isWritten: true };
    }
  }
  if (open instanceof DragomanError) throw open;
  return { made: open, isWritten: false };
}

const OF_TYPES: ReadonlySet<NoticeCode> = new Set<NoticeCode>(['UNKNOWN_TYPE', 'DIVISION_TYPES', 'DIVISION_DIGITS']);

const isOfTypes = ({ code }: TranslationNotice): boolean => OF_TYPES.has(code);

function asRefusal(error: unknown): DragomanError {
  if (error instanceof DragomanError && error.code === 'UNTRANSLATABLE') return error;
  throw error;
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
