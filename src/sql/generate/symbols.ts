import type { BinaryOperator, LogicalExpression, PatternLanguage, UnaryOperator } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import type { InfixRule, PrefixRule, SpecialInfix } from '../dialects/grammar-rules.js';
import { generatorRules } from './dialects/index.js';

/** How an operator is written, and how it binds. */
export interface InfixSign {
  readonly text: string;
  readonly rule: InfixRule;
}
export interface PrefixSign {
  readonly text: string;
  readonly rule: PrefixRule;
}

/** A dialect's operators by what they mean. */
export interface Symbols {
  readonly prefix: ReadonlyMap<UnaryOperator, PrefixSign>;
  readonly binary: ReadonlyMap<BinaryOperator, InfixSign>;
  readonly logical: ReadonlyMap<LogicalExpression['operator'], InfixSign>;
  readonly patterns: ReadonlyMap<PatternLanguage, InfixSign>;
  /** Patterns that have a sign for NOT as well. */
  readonly negatedPatterns: ReadonlyMap<PatternLanguage, InfixSign>;
  readonly special: ReadonlyMap<SpecialInfix, InfixRule>;
  /** How signs bind that the tables don't name; null where there are none. */
  readonly custom: InfixRule | null;
}

const known = new WeakMap<Dialect, Symbols>();

/** The operators of a dialect by their meaning, made once for each. */
export function symbolsOf(dialect: Dialect): Symbols {
  const present = known.get(dialect);
  if (present !== undefined) return present;
  const symbols = makeSymbols(dialect);
  known.set(dialect, symbols);
  return symbols;
}

/** Patterns whose operator is more than one word. */
const WORDED_PATTERNS: readonly (readonly [SpecialInfix, PatternLanguage, string])[] = [
  ['similar', 'similar', 'SIMILAR TO'],
  ['sounds', 'sounds-like', 'SOUNDS LIKE'],
];

function makeSymbols(dialect: Dialect): Symbols {
  const symbols = {
    prefix: new Map<UnaryOperator, PrefixSign>(),
    binary: new Map<BinaryOperator, InfixSign>(),
    logical: new Map<LogicalExpression['operator'], InfixSign>(),
    patterns: new Map<PatternLanguage, InfixSign>(),
    negatedPatterns: new Map<PatternLanguage, InfixSign>(),
    special: new Map<SpecialInfix, InfixRule>(),
    custom: customRule(dialect),
  };
  // of several spellings the first one is the usual one
  for (const [text, rule] of dialect.operators.prefix) addFirst(symbols.prefix, rule.operator, { text, rule });
  for (const [text, rule] of dialect.operators.infix) {
    const { reads } = rule;
    if ('binary' in reads) addFirst(symbols.binary, reads.binary, { text, rule });
    else if ('logical' in reads) addFirst(symbols.logical, reads.logical, { text, rule });
    else if ('special' in reads) addFirst(symbols.special, reads.special, rule);
    else addFirst(reads.negated === true ? symbols.negatedPatterns : symbols.patterns, reads.pattern, { text, rule });
  }
  for (const [form, language, text] of WORDED_PATTERNS) {
    const rule = symbols.special.get(form);
    if (rule !== undefined) addFirst(symbols.patterns, language, { text, rule });
  }
  addWordedOperators(symbols, dialect);
  return symbols;
}

function addWordedOperators(
  symbols: { binary: Map<BinaryOperator, InfixSign>; special: ReadonlyMap<SpecialInfix, InfixRule> },
  dialect: Dialect,
): void {
  const worded = Object.entries(generatorRules[dialect.name].wordedOperators);
  for (const [operator, { text, bindsLike }] of worded) {
    const rule = symbols.special.get(bindsLike);
    if (rule !== undefined) symbols.binary.set(operator as BinaryOperator, { text, rule });
  }
}

function customRule({ operators: { custom } }: Dialect): InfixRule | null {
  return custom === null ? null : { precedence: custom, associativity: 'left', reads: { special: 'operator' } };
}

function addFirst<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  if (!map.has(key)) map.set(key, value);
}
