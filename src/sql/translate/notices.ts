import type { Node, Span } from '../ast/index.js';
import { positionAt } from '../lexer/position.js';

/** How much a difference matters: nothing that changes rows is less than a WARNING, text comparison aside. */
export type NoticeSeverity = 'INFO' | 'WARNING' | 'CRITICAL';

/** One row of the table of warnings. */
export interface NoticeRow {
  readonly severity: NoticeSeverity;
  /** What may differ, in one sentence. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly advice: string;
}

/**
 * The one table of differences that a translation may leave, each of which is told with its place. What is told nowhere
 * does not differ, but for the closed list in `docs/translation.md`.
 */
export const NOTICES = {
  TEXT_COMPARISON: {
    severity: 'INFO',
    message: 'Text compares and sorts as the target’s columns do, which may be another way than the source’s.',
    advice: 'Set `textComparison: SOURCE` to keep the source’s rules.',
  },
  DIVISION_TYPES: {
    severity: 'WARNING',
    message: 'Whether this divides whole numbers hangs on types that are not known here.',
    advice: 'Name a `target`, whose tables tell the types, or cast the operands.',
  },
  DIVISION_DIGITS: {
    severity: 'WARNING',
    message: 'The source rounds this quotient to digits that hang on a column’s type, which is not known here.',
    advice: 'Name a `target`, whose tables tell the types, or ROUND the quotient.',
  },
  UNKNOWN_TYPE: {
    severity: 'WARNING',
    message: 'What this means hangs on the type of a value that is not known here.',
    advice: 'Name a `target`, whose tables tell the types, or cast the value.',
  },
  NUMBER_TEXT: {
    severity: 'WARNING',
    message: 'This number becomes text, and how many digits that has differs between the engines.',
    advice: 'ROUND it, or cast it to a DECIMAL with digits.',
  },
  NUMBER_PATTERN: {
    severity: 'WARNING',
    message:
      'Of a text that is no number, or has more digits than the pattern, PostgreSQL reads what fits; the target reads another number.',
    advice: 'Make sure that the texts are numbers of that form, or cast them.',
  },
  SERVER_FLAVOUR: {
    severity: 'WARNING',
    message: 'This is written as MariaDB has it; MySQL 8 has it otherwise.',
    advice: 'Name a `target`, so that the server’s flavour is known.',
  },
  MARIADB_ALONE: {
    severity: 'INFO',
    message: 'This is written as MariaDB has it; MySQL 8 refuses it.',
    advice: 'Name a `target`, so that the server’s flavour is known.',
  },
  TEXT_SPELLING: {
    severity: 'INFO',
    message:
      'Texts of a group that differ in case or accents alone are one to the source, which shows any of them; so does the translation.',
    advice: 'Select `MIN()` of it, or group by `LOWER()`, to have the same one each time.',
  },
  ARBITRARY_ROW: {
    severity: 'WARNING',
    message: 'The source takes this column from any row of the group; the translation takes the least value.',
    advice: 'Put the column into GROUP BY or into an aggregate.',
  },
  RECURSION_ORDER: {
    severity: 'WARNING',
    message: 'SQLite shows the rows of this recursion in the order that is asked for within it; the target in any.',
    advice: 'Order the query by what tells the order: by a path that each row adds its key to, say.',
  },
  MATCH_LENGTH: {
    severity: 'WARNING',
    message: 'Of several matches at a place PostgreSQL takes the longest, MySQL the one that is written first.',
    advice: 'Write alternatives of which none begins with another, and repeats that are all greedy.',
  },
  RARE_VALUES: {
    severity: 'WARNING',
    message: 'The plainer form differs for rare values.',
    advice: 'Use `fidelity: EXACT`, or make sure that the data has none.',
  },
  PLAINER_RULE: {
    severity: 'WARNING',
    message: 'The plainer form differs for rare values; the exact one is a query, which may not stand here.',
    advice: 'Make sure that the data has no such values, or keep the rule by a trigger.',
  },
  JSON_ORDER: {
    severity: 'WARNING',
    message: 'MariaDB sorts JSON by its text, MySQL by what it holds; so does the translation.',
    advice: 'Cast it to the type that it is sorted as.',
  },
  JSON_KEY_ORDER: {
    severity: 'WARNING',
    message: 'PostgreSQL keeps the keys of a document by their length, MariaDB and SQLite as they were written.',
    advice: 'Sort the keys, or take them as a set.',
  },
  JSON_LAYOUT: {
    severity: 'WARNING',
    message: 'Each engine sets out a document in lines of its own: it is the same document, with other spaces.',
    advice: 'Lay it out where it is shown.',
  },
  GROUP_CONCAT_LENGTH: {
    severity: 'INFO',
    message: 'The target cuts what is joined here at `group_concat_max_len`: 1 MB in MariaDB, 1 KB in MySQL.',
    advice: 'Raise `group_concat_max_len` where groups are larger.',
  },
  CONFLICT_KEY: {
    severity: 'WARNING',
    message: 'Which unique key a row may break is said otherwise in the target.',
    advice: 'Name a `target`, whose tables tell the keys, or name the key.',
  },
  KEY_BY_NAME: {
    severity: 'INFO',
    message: 'Which columns are the key is told by what they are called; where they are none, the target refuses this.',
    advice: 'Name a `target`, whose tables tell the keys, or name the key.',
  },
  REPLACED_IN_PLACE: {
    severity: 'WARNING',
    message: 'The row that is there is changed, where the source deletes it: what hangs on its deletion stays.',
    advice: 'Delete it first where rows refer to it with ON DELETE, or triggers watch for that.',
  },
  ZERO_DAY: {
    severity: 'WARNING',
    message: 'The target has no day of noughts: NULL takes its place, and a column that holds one may be NULL.',
    advice: 'Ask for `IS NULL` where queries look for such days.',
  },
  FARTHEST_MOMENT: {
    severity: 'WARNING',
    message: 'The target has no moment without end: the last one that it has, or the first, takes its place.',
    advice: 'Show NULL, or a word, for it.',
  },
  RULE_DROPPED: {
    severity: 'WARNING',
    message: 'The table is made without a rule that has no translation.',
    advice: 'Give the value, or check it, in the application or by a trigger.',
  },
  HINT_DROPPED: {
    severity: 'INFO',
    message: 'A hint to the source’s planner is left out.',
    advice: 'Look at the plan of the target where the statement is slow.',
  },
  STORED_DIGITS: {
    severity: 'WARNING',
    message: 'The target rounds this to the digits that its column declares, where the source keeps more of them.',
    advice: 'ROUND it.',
  },
  ALL_DIGITS_KEPT: {
    severity: 'INFO',
    message:
      'SQLite keeps all digits of this; the other engine rounds it to those that its column declares, if it does.',
    advice: 'ROUND it to the digits of the column.',
  },
  MONEY_DIGITS: {
    severity: 'INFO',
    message:
      'This is rounded to the two digits that sums of money have, as the column declares none; the other engine rounds it to those that its own declares.',
    advice: 'ROUND it to the digits of the column, where it has others.',
  },
  STORED_WHOLE: {
    severity: 'INFO',
    message:
      'SQLite keeps whole numbers of a DECIMAL column as integers, which divide and are shown as such, and those of a REAL one not; this is written as for DECIMAL.',
    advice: 'Divide by a number with a point, 2.0, and show it by printf, where the column is REAL in SQLite.',
  },
  LAST_NUMBER_DROPPED: {
    severity: 'WARNING',
    message: 'The target keeps no number that a statement gives for the session’s next LAST_INSERT_ID().',
    advice: 'Read the row again, or have RETURNING give it.',
  },
  ARRAY_PARAMETER: {
    severity: 'INFO',
    message: 'The target has no arrays: it takes this parameter as the text of a JSON array.',
    advice: 'Give it as JSON; `query` and `execute` do that with the array themselves.',
  },
  LOCK_DROPPED: {
    severity: 'WARNING',
    message: 'The target locks no rows: what is read here may be changed by others before the transaction ends.',
    advice: 'Begin the transaction with a write, or serialise it in the application.',
  },
  TYPE_WIDENED: {
    severity: 'INFO',
    message: 'The target’s type takes values that the source’s refuses.',
    advice: 'Add a CHECK where that matters.',
  },
  TYPE_NARROWED: {
    severity: 'INFO',
    message: 'The target’s type refuses values that the source’s takes.',
    advice: 'Look for such values before rows are copied.',
  },
  TYPE_CHANGED: {
    severity: 'WARNING',
    message: 'Values of this type are kept otherwise in the target.',
    advice: 'Choose a type that both have where that matters.',
  },
  TYPE_FORM: {
    severity: 'INFO',
    message: 'The target keeps values of this type in another form, which shows the same.',
    advice: 'Write them in their usual form where they are given as parameters.',
  },
  LABEL_ORDER: {
    severity: 'INFO',
    message: 'The target keeps these words as texts, which sort by their letters.',
    advice: 'Order by the place of each word in a list where that matters.',
  },
  TYPE_ENFORCEMENT: {
    severity: 'INFO',
    message: 'SQLite takes values of any type into any column; the other engines refuse what does not fit.',
    advice: 'Look for such values before rows are copied.',
  },
  IDENTITY_COUNTS: {
    severity: 'INFO',
    message:
      'PostgreSQL counts by itself, MySQL and SQLite go on behind the highest value given; MySQL takes 0 for no value.',
    advice: 'Set the sequence behind the highest value where rows are inserted with values of their own.',
  },
  DETAIL_DROPPED: {
    severity: 'INFO',
    message: 'The target has no counterpart for this part of the definition; the same rows are kept.',
    advice: 'Add what the target has instead where you need it.',
  },
  COLUMN_ORDER: {
    severity: 'WARNING',
    message: 'The target adds a column behind all others: `*` gives it in another place.',
    advice: 'Name the columns in queries.',
  },
  CONSTRAINT_TIMING: {
    severity: 'INFO',
    message:
      'The target checks this constraint at once, not at the end of the transaction: what breaks it meanwhile is an error.',
    advice: 'Change rows in an order that keeps the constraint.',
  },
  INDEX_PLAINER: {
    severity: 'INFO',
    message: 'The target’s index is plainer than the source’s: it keeps the same rows, and plans may differ.',
    advice: 'Look at the plans of the statements that use it.',
  },
  INDEX_DROPPED: {
    severity: 'INFO',
    message: 'The target has no index of this kind, which is left out.',
    advice: 'Search by what the target has for it.',
  },
  KEY_COMPARISON: {
    severity: 'INFO',
    message: 'Texts that differ in case or accents alone are one key to MySQL, and several to the others.',
    advice: 'Give the column a collation in the target where that matters.',
  },
  COUNTER_DROPPED: {
    severity: 'WARNING',
    message: 'SQLite counts in a primary key of one column alone: this column does not count by itself.',
    advice: 'Give it a value with each row, or make it the primary key.',
  },
  VIEW_NOT_KEPT: {
    severity: 'WARNING',
    message: 'The target keeps no rows of a view: this one is computed anew each time that it is read.',
    advice: 'Create a table as the query, and fill it anew, where that takes too long.',
  },
  CASCADE_DROPPED: {
    severity: 'WARNING',
    message: 'The target has no CASCADE here: what hangs on this is not dropped or emptied along with it.',
    advice: 'Drop the views and foreign keys on it, or empty the tables that refer to it, first.',
  },
  DEFINITIONS_COMMITTED: {
    severity: 'WARNING',
    message:
      'MySQL ends the transaction at each definition: this takes back nothing of what stands before the last one.',
    advice: 'Drop what was made, and take back the changes of rows, by statements of their own.',
  },
  STATEMENT_DROPPED: {
    severity: 'INFO',
    message: 'The target has no counterpart for this statement, and needs none.',
    advice: 'Say it in the target’s own way where you need it.',
  },
  SERVER_PART_DROPPED: {
    severity: 'WARNING',
    message: 'What belongs to a server, as its users and their rights do, is not carried over.',
    advice: 'Set it up on the target’s server by hand.',
  },
  MADE_WITH_USERS: {
    severity: 'INFO',
    message: 'The target has no definition like it by itself: the columns that use it are made with it.',
    advice: 'Translate it in one text with the tables that use it.',
  },
} as const satisfies Readonly<Record<string, NoticeRow>>;

export type NoticeCode = keyof typeof NOTICES;

/** A difference that a translation leaves, with where it is. */
export interface TranslationNotice {
  readonly code: NoticeCode;
  readonly severity: NoticeSeverity;
  readonly message: string;
  /** Line and column in the source, from 1. */
  readonly line: number;
  readonly column: number;
  /** The piece of the source that it is about. */
  readonly source: string;
}

/** A difference that was found, before its place is told. */
export interface FoundDifference {
  readonly code: NoticeCode;
  /** Where it is in the source. */
  readonly span: Span;
  /** What is said in place of the table's message. */
  readonly detail?: string;
}

const LONGEST_SOURCE = 200;

/** What is told of a difference in a text. */
export function toldOf({ code, span, detail }: FoundDifference, sql: string): TranslationNotice {
  const { severity, message, advice } = NOTICES[code];
  return {
    code,
    severity,
    message: `${detail ?? message} ${advice}`,
    ...positionAt(sql, span.start),
    source: sql.slice(span.start, span.end).slice(0, LONGEST_SOURCE),
  };
}

/** Gathers what one statement's translation has to say; each code once for each place. */
export class Notices {
  readonly #found = new Map<string, FoundDifference>();

  /** @param unsaid what is no matter of this statement */
  constructor(private readonly unsaid: ReadonlySet<NoticeCode> = new Set()) {}

  /** @param detail stands in place of the table's message where more can be said */
  add(code: NoticeCode, { span }: Node, detail?: string): void {
    if (this.unsaid.has(code)) return;
    const once = code === 'TEXT_COMPARISON' ? code : `${code} ${span.start}`;
    if (!this.#found.has(once)) this.#found.set(once, { code, span, ...(detail !== undefined && { detail }) });
  }

  /** What was found, in the order of the source. */
  inOrder(): FoundDifference[] {
    return [...this.#found.values()].sort((a, b) => a.span.start - b.span.start);
  }
}
