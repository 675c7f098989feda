import type { BinaryOperator, Violation } from '../ast/index.js';
import type { SpecialInfix } from '../dialects/grammar-rules.js';

/** An operator of several words, which binds as one of the parser's forms does. */
export interface WordedOperator {
  readonly text: string;
  readonly bindsLike: SpecialInfix;
}

/** How the words of a change say what happens to a row that breaks a constraint. */
export interface ViolationWords {
  /** In place of INSERT or UPDATE. */
  readonly verb: string;
  /** Behind the verb and its modifiers. */
  readonly behind?: string;
}

/** How an option of a table or index is written. */
export interface OptionStyle {
  /** What stands for the name, where it is not the name itself. */
  readonly name?: string;
  /** Whether an equals sign stands before the value. */
  readonly assigned?: boolean;
}

/** How options are written: those that have no row of their own as `usual` says. */
export interface OptionStyles {
  readonly usual: OptionStyle;
  readonly special: Readonly<Record<string, OptionStyle>>;
}

/**
 * What the generator does differently from dialect to dialect, as data; operators and their precedence are in the
 * dialect's own tables. Where a field is null, the dialect has no such thing and a node that needs it is refused.
 */
export interface GeneratorRules {
  /** The dialect as messages call it. */
  readonly title: string;

  // names and literals
  /** The sign around a name; inside of it it is doubled. */
  readonly nameQuote: '"' | '`';
  /** Characters that a string can't hold as they are, with what is written for them. A quote is doubled everywhere. */
  readonly stringEscapes: Readonly<Record<string, string>>;
  /** What opens bytes in hexadecimal digits. */
  readonly bytesPrefix: string | null;
  /** What opens bits. */
  readonly bitsPrefix: string | null;
  /** How a type says that it is an array: a pair of brackets for each dimension, or a word. */
  readonly arrays: 'brackets' | 'word';

  // expressions
  /** Operators of several words. */
  readonly wordedOperators: Readonly<Partial<Record<BinaryOperator, WordedOperator>>>;
  /** Operators that are another one with NOT before it. */
  readonly negations: Readonly<Partial<Record<BinaryOperator, BinaryOperator>>>;
  /** Whether LIKE takes a pattern that binds no less than its escape must, and not any that binds tighter than LIKE. */
  readonly likeTakesOperand: boolean;
  /** Kinds of expressions that a bound of BETWEEN can't have among its operands without parentheses around it. */
  readonly notInBounds: ReadonlySet<string>;

  // queries
  /** What stands before a row of VALUES where these are a query. */
  readonly valuesRow: '' | 'ROW';
  /** What stands around a query among others that it must be kept apart from. */
  readonly apart: readonly [string, string];
  /** How ROLLUP is written. CUBE and GROUPING SETS go with the function. */
  readonly rollup: 'function' | 'suffix' | null;
  /** The count of a LIMIT that has an offset only; null where it needs none. */
  readonly boundless: string | null;
  /** How an offset is written before the count: LIMIT offset, count or OFFSET offset LIMIT count. */
  readonly offsetFirst: 'comma' | 'clause';
  /** Where INTO stands: behind the columns or behind the whole. */
  readonly intoPlace: 'columns' | 'end';

  /** What every server of the dialect takes for FOR SHARE without more; null where that is FOR SHARE itself. */
  readonly shareLock: string | null;

  // changes
  readonly insertViolations: Readonly<Partial<Record<Violation, ViolationWords>>>;
  readonly updateViolations: Readonly<Partial<Record<Violation, ViolationWords>>>;
  /** What an insert of a row of defaults says. */
  readonly defaultValues: string;
  /** Whether ORDER BY and LIMIT of a change stand before RETURNING or behind it. */
  readonly boundsPlace: 'before-returning' | 'behind-returning';

  // definitions
  /** Calls that stand without parentheses as a default: all of them, or those named, in upper case. */
  readonly defaultCalls: 'all' | ReadonlySet<string>;
  /** Types of which a default stands in parentheses, whatever it is, unless it is NULL. */
  readonly wrappedDefaults: ReadonlySet<string>;
  /** Whether a call needs no parentheses in an index. */
  readonly indexCalls: boolean;
  /** Where PARTITION BY stands: before a table's options or behind them. */
  readonly partitionPlace: 'before-options' | 'behind-options';
  /** Whether the keys of PARTITION BY are elements as those of an index, and not expressions. */
  readonly partitionElements: boolean;
  /** The words of a unique key of a table. */
  readonly uniqueKey: string;
  readonly autoIncrement: string | null;
  /** Options of sequences that are spelt otherwise than they are known in the tree. */
  readonly sequenceWords: Readonly<Record<string, string>>;
  readonly tableOptions: OptionStyles & { readonly commas: boolean };
  readonly indexOptions: OptionStyles;
  /** The same behind a key or constraint of a table. */
  readonly constraintOptions: OptionStyles;
  /** Where the clauses of a trigger stand that are kept as text: before FOR EACH ROW or behind it. */
  readonly triggerClauses: 'before-level' | 'behind-level';

  // administration
  readonly deallocate: string;
  /** Options of EXPLAIN that an equals sign follows where they are not listed in parentheses. */
  readonly explainAssigned: ReadonlySet<string>;
  /** What runs a statement to explain it, where no option of EXPLAIN says so. */
  readonly analyzeVerb: string;
}
