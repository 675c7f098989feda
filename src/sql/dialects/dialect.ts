import type { StatementKind } from '../analysis/statement-kinds.js';
import type { KeywordCall, KeywordTable, OperatorTable } from './grammar-rules.js';

/** The dialects that can be read. */
export type DialectName = 'POSTGRESQL' | 'MYSQL' | 'SQLITE';

/** What letters directly before a single quote make of the literal. */
export interface LiteralPrefix {
  /** The kind of token that the literal becomes; `blob` stands for bytes and bit strings. */
  readonly kind: 'string' | 'blob';
  /** Whether a backslash in this literal takes the next character with it. */
  readonly backslashEscapes: boolean;
}

/** How text and names are quoted. */
export interface QuotingRules {
  /** What `"x"` is: a name (SQL's rule), or a string. */
  readonly doubleQuotes: 'name' | 'string';
  /** Whether `` `x` `` is a name. */
  readonly backtickNames: boolean;
  /** Whether `[x]` is a name; it ends at the first `]`. */
  readonly bracketNames: boolean;
  /** Whether a backslash in a plain string takes the next character with it. */
  readonly backslashEscapes: boolean;
  /** Literals such as `E'…'` or `x'…'`, by the prefix in lower case. */
  readonly prefixes: ReadonlyMap<string, LiteralPrefix>;
  /** Whether `U&'…'` is a string and `U&"…"` a name. */
  readonly unicodePrefix: boolean;
  /** Whether `_utf8'…'` is one string. */
  readonly charsetIntroducers: boolean;
  /** Whether a string goes on, under the same escape rule, in a quote on a later line. */
  readonly continuedStrings: boolean;
  /** Whether `$tag$…$tag$` is a string. */
  readonly dollarQuotes: boolean;
}

/** How comments are written. */
export interface CommentRules {
  /** Whether `#` starts a comment. */
  readonly hash: boolean;
  /** Whether `--` starts a comment only before white space, a control character or the end. */
  readonly dashesNeedSpace: boolean;
  /** Whether a carriage return alone ends a comment that runs to the end of its line. */
  readonly carriageReturnEnds: boolean;
  /** Whether block comments nest. */
  readonly nested: boolean;
  /** Whether a block comment that is not closed runs to the end of the text. */
  readonly mayRunToEnd: boolean;
  /** Whether the contents of comments that open with `/*!`, `/*!50000` or `/*M!` are code. */
  readonly executable: boolean;
}

/** How numbers and bare words are written. */
export interface WordRules {
  /** Letters that may follow a leading zero: `x` for `0x1F`, `o`, `b`. */
  readonly radixLetters: string;
  /** Whether `1_000` is one number. */
  readonly digitSeparators: boolean;
  /** Whether `1abc` is a name. */
  readonly mayStartWithDigit: boolean;
  /** Whether `$abc` is a name. */
  readonly mayStartWithDollar: boolean;
}

/** What signs there are: operators and single characters. */
export interface SignRules {
  /** Fixed spellings, longest first. */
  readonly spellings: readonly string[];
  /** Characters any run of which is an operator; empty where the spellings are all there are. */
  readonly characters: string;
  /** Operators whose last character would start a placeholder, were it not for them. */
  readonly endingLikePlaceholders: ReadonlySet<string>;
  /** Single characters that are tokens of kind `punctuation`. */
  readonly punctuation: string;
  /** Whether `x::type` is a cast. */
  readonly doubleColonCasts: boolean;
  /** Whether a colon after an operand is a sign of its own: an array's slice, a label. */
  readonly colonSeparates: boolean;
}

/**
 * Which placeholders are read, beside `$1`, `:name` and `%(name)s`, that all dialects share,
 * and `?`. They are Dragoman's, whether or not the engine knows them.
 */
export interface PlaceholderRules {
  /** Whether `?` is an operator where an operand has just ended. */
  readonly questionOperators: boolean;
  /** Whether `?1` is a numbered placeholder. */
  readonly questionNumbers: boolean;
  /** What `@name` is: a placeholder, or one of the session's variables. */
  readonly atNames: 'placeholder' | 'variable';
  /** Whether `$name` is a placeholder. */
  readonly dollarNames: boolean;
  /** A query without rows, to stand in `IN (…)` for an empty list; it is of no type, where the engine asks for one. */
  readonly emptyList: string;
  /** Whether the engine has arrays, so that a list may be one. */
  readonly arrays: boolean;
}

/** What the analysis of statements needs to know beside what all dialects share. */
export interface StatementRules {
  /** Kinds of statements by their first word, in addition to the shared table. */
  readonly verbs: ReadonlyMap<string, StatementKind>;
  /** First words of statements that may go down the read path. */
  readonly readVerbs: ReadonlySet<string>;
  /** Words of `readVerbs` that plan another statement, and run it where `ANALYZE` follows. */
  readonly explainVerbs: ReadonlySet<string>;
  /** Whether `EXPLAIN ANALYZE` runs the statement. */
  readonly explainAnalyzeRuns: boolean;
  /** Lines that scripts hold for the client program: psql's backslashes with COPY's rows, mysql's DELIMITER, sqlite3's dots. */
  readonly clientLines: 'backslash' | 'delimiter' | 'dot';
  /** First words of statements that change rows. */
  readonly changes: ReadonlySet<string>;
  /** Words between INSERT, UPDATE, DELETE and the table's name that are no names themselves. */
  readonly writeModifiers: ReadonlySet<string>;
  /** Whether INTO may be left out after INSERT and REPLACE. */
  readonly intoOptional: boolean;
  /** Objects whose CREATE statement may hold a body of statements between BEGIN and END. */
  readonly bodyOwners: ReadonlySet<string>;
  /**
   * Pragmas that only answer: `alone` those that change something once a value is given, `with-argument` those that
   * take a table's name or the like.
   */
  readonly readPragmas: ReadonlyMap<string, 'alone' | 'with-argument'>;
  /** Folded names of tables in which the engine shows itself: what they answer changes without a statement. */
  readonly systemTables: RegExp;
  /** The schema of the engine's own functions; '' where they have none. */
  readonly systemSchema: string;
  /** The engine's own operators, beside those that have a meaning in the tree. */
  readonly ownOperators: ReadonlySet<string>;
  /** Whether 'now' as a date is the moment of reading. */
  readonly momentsInText: boolean;
  /** A word that must follow BEGIN for it to open such a body, or null. */
  readonly bodyMark: string | null;
}

/**
 * Forms that one dialect has and another lacks or reads otherwise, where the grammar asks before it reads on.
 */
export interface FeatureTable {
  /** Case of a name without quotes: PostgreSQL folds it, the others keep it. */
  readonly foldsNames: boolean;
  /** Whether `x'1F'` is a bit string, and not bytes. */
  readonly hexIsBits: boolean;
  /** Whether `0x1F` is bytes, and not an integer. */
  readonly hexNumbersAreBytes: boolean;
  /** Whether strings side by side are one string. */
  readonly joinsStrings: boolean;
  /** Whether `type 'text'` is a literal of any type; else DATE, TIME and TIMESTAMP alone are (MySQL), or none (SQLite). */
  readonly typedLiterals: 'any' | 'temporal' | 'none';
  /** Whether INTERVAL takes a value and a unit, and not a string. */
  readonly intervalUnits: boolean;
  /** Whether `(a).b` and `a[1]` reach into composite values and arrays. */
  readonly composites: boolean;
  /** Whether INTERSECT binds tighter than UNION. */
  readonly intersectFirst: boolean;
  /** Whether `x IS y` compares any two values. */
  readonly isComparesValues: boolean;
  /** Whether `LIMIT a, b` skips `a` rows. */
  readonly limitComma: boolean;
  /** The count of a LIMIT that stands for no bound; '' where OFFSET needs none. */
  readonly boundlessLimit: string;
  /** Whether rows are bounded by FETCH FIRST as well. */
  readonly fetchFirst: boolean;
  /** Where SELECT … INTO puts rows. */
  readonly selectInto: 'table' | 'variables' | 'nowhere';
  /** Whether rows are locked by FOR UPDATE and its like. */
  readonly rowLocks: boolean;
  /** Whether `ONLY t`, `t *` and functions without parentheses stand in FROM. */
  readonly inheritance: boolean;
  /** Whether a SELECT may have no columns at all. */
  readonly emptySelect: boolean;
  /** The word that stands for no table at all in FROM; empty where there is none. */
  readonly dualTable: string;
  /** Whether VALUES stands for a call unless ROW follows. */
  readonly valuesIsCall: boolean;
  /** Whether INSERT may give its table an alias, behind AS. */
  readonly insertAliases: boolean;
  /** Whether INSERT has ON CONFLICT. */
  readonly onConflict: boolean;
  /** Whether INSERT has SET, VALUE, a name for the new row, and ON DUPLICATE KEY UPDATE. */
  readonly duplicateKeys: boolean;
  /** Whether UPDATE and DELETE take joins where others take one table. */
  readonly joinedChanges: boolean;
  /** Whether UPDATE and DELETE take ORDER BY and LIMIT. */
  readonly boundedChanges: boolean;
  /** Whether there are MariaDB's sequences and periods: NEXT VALUE FOR s, FOR SYSTEM_TIME. */
  readonly sequenceValues: boolean;
  /** Whether a name that is called in FROM and is no known function is a (virtual) table. */
  readonly callableTables: boolean;
  /** Whether any words are a type, and none at all. */
  readonly anyWordsAreType: boolean;
  /** Whether UNSIGNED, CHARACTER SET and their like stand behind a type. */
  readonly typeAttributes: boolean;
  /** Whether a common table sees itself without RECURSIVE. */
  readonly alwaysRecursive: boolean;
  /** Whether the common tables of a recursive WITH see those behind them. MariaDB's do, MySQL's do not. */
  readonly seesLaterTables: boolean;
  /** Whether common tables may differ in case alone, as they do on MySQL's servers for Linux. */
  readonly commonTablesWithCase: boolean;
  /** Whether a name is a table or function behind IN. */
  readonly inTable: boolean;
}

/**
 * What makes a dialect, as data. Nothing outside `dialects/` compares a dialect's name:
 * whatever differs has a field here.
 */
export interface Dialect {
  readonly name: DialectName;
  readonly quoting: QuotingRules;
  readonly comments: CommentRules;
  readonly words: WordRules;
  readonly signs: SignRules;
  readonly placeholders: PlaceholderRules;
  readonly statements: StatementRules;
  readonly keywords: KeywordTable;
  readonly operators: OperatorTable;
  readonly features: FeatureTable;
  /** Functions whose arguments have words among them, by their names in upper case. */
  readonly keywordCalls: ReadonlyMap<string, KeywordCall>;
}
