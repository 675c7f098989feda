import {
  asked,
  type BinaryExpression,
  type Expression,
  type PatternLanguage,
  type QuantifiedComparison,
} from '../ast/index.js';
import type { InfixRule, SpecialInfix } from '../dialects/grammar-rules.js';
import type { Printer } from './printer.js';
import { refuse } from './refusal.js';
import type { InfixSign } from './symbols.js';

/** What binds tighter than any operator: literals, names, calls, and what stands in brackets of its own. */
export const PRIMARY = Infinity;

type Precedences = {
  readonly [K in Expression['kind']]?: (node: Extract<Expression, { kind: K }>, printer: Printer) => number;
};

const of =
  (form: SpecialInfix) =>
  (_node: Expression, printer: Printer): number =>
    specialRule(printer, form).precedence;

const isNegative = (content: string): boolean => content.startsWith('-');

/** How tightly the forms bind that are no primaries. */
const PRECEDENCES: Precedences = {
  number: (node, printer) =>
    asked(node, isNegative) ? (printer.symbols.prefix.get('minus')?.rule.precedence ?? 0) : PRIMARY,
  unary: ({ operator }, printer) => printer.symbols.prefix.get(operator)?.rule.precedence ?? 0,
  binary: (node, printer) => {
    const negated = printer.rules.negations[node.operator];
    return negated === undefined
      ? binarySign(printer, node).rule.precedence
      : (printer.symbols.prefix.get('not')?.rule.precedence ?? 0);
  },
  logical: ({ operator }, printer) => printer.symbols.logical.get(operator)?.rule.precedence ?? 0,
  operator: (_node, printer) => customRule(printer).precedence,
  'pattern-match': ({ language, negated }, printer) => patternSign(printer, language, negated).rule.precedence,
  between: of('between'),
  'in-list': of('in'),
  'in-query': of('in'),
  'in-table': of('in'),
  is: of('is'),
  quantified: (node, printer) => quantifiedSign(printer, node).rule.precedence,
  collate: of('collate'),
  'at-time-zone': of('at'),
  'variable-assignment': of('assign'),
};

/** How tightly an expression binds where it is printed without parentheses. */
export function precedenceOf(node: Expression, printer: Printer): number {
  const precedence = PRECEDENCES[node.kind] as ((node: Expression, printer: Printer) => number) | undefined;
  return precedence === undefined ? PRIMARY : precedence(node, printer);
}

/** How tightly the operand left of an operator must bind. */
export function leftMinimum({ precedence, associativity }: InfixRule): number {
  return associativity === 'left' ? precedence : precedence + 1;
}

/** How tightly the operand right of an operator must bind. */
export function rightMinimum({ precedence, associativity }: InfixRule): number {
  return associativity === 'right' ? precedence : precedence + 1;
}

/**
 * Whether the left operand of an operator needs parentheses. What starts with a prefix operator needs them at the
 * operator's own level too, lest its operand goes on to the right.
 */
export function leftNeedsParentheses(node: Expression, rule: InfixRule, printer: Printer): boolean {
  const precedence = precedenceOf(node, printer);
  return precedence < leftMinimum(rule) || (isPrefix(node) && precedence === rule.precedence);
}

/** Whether the operand behind a prefix operator of a level needs parentheses: of its own level, prefixes alone don't. */
export function prefixNeedsParentheses(node: Expression, level: number, printer: Printer): boolean {
  const precedence = precedenceOf(node, printer);
  return precedence < level || (precedence === level && !isPrefix(node));
}

function isPrefix(node: Expression): boolean {
  return node.kind === 'unary' || (node.kind === 'operator' && node.left === undefined);
}

/** Whether an expression, or an operand of its operators, is of one of these kinds. */
export function hasOperand(node: Expression, kinds: ReadonlySet<string>): boolean {
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (kinds.has(next.kind)) return true;
    if (next.kind === 'unary') waiting.push(next.operand);
    else if (next.kind === 'binary') waiting.push(next.left, next.right);
    else if (next.kind === 'pattern-match') waiting.push(next.operand, next.pattern);
    else if (next.kind === 'operator') waiting.push(next.right, ...(next.left === undefined ? [] : [next.left]));
  }
  return false;
}

/** The rule of a form. @throws DragomanError UNTRANSLATABLE where the dialect lacks it */
export function specialRule(printer: Printer, form: SpecialInfix): InfixRule {
  return printer.symbols.special.get(form) ?? refuse(printer, `\`${FORM_NAMES[form]}\``, 'Write it another way.');
}

const FORM_NAMES: Readonly<Record<SpecialInfix, string>> = {
  is: 'IS',
  isnull: 'ISNULL',
  notnull: 'NOTNULL',
  'not-null': 'NOT NULL',
  in: 'IN',
  between: 'BETWEEN',
  similar: 'SIMILAR TO',
  collate: 'COLLATE',
  at: 'AT TIME ZONE',
  cast: '::',
  index: '[ ]',
  operator: 'OPERATOR( )',
  sounds: 'SOUNDS LIKE',
  member: 'MEMBER OF',
  assign: ':=',
};

/** How signs bind that stand in no table. @throws DragomanError UNTRANSLATABLE where the dialect has none */
export function customRule(printer: Printer): InfixRule {
  return (
    printer.symbols.custom ?? refuse(printer, 'operators beside its own', 'Call the function behind the operator.')
  );
}

/** @throws DragomanError UNTRANSLATABLE where the dialect lacks the operator */
export function binarySign(printer: Printer, { operator }: Pick<BinaryExpression, 'operator'>): InfixSign {
  const sign = printer.symbols.binary.get(operator);
  return sign ?? refuse(printer, `operator for \`${operator}\``, 'Write it with a function that the dialect has.');
}

/** A pattern's operator, with NOT where it is negated. @throws DragomanError UNTRANSLATABLE where the dialect lacks it */
export function patternSign(printer: Printer, language: PatternLanguage, negated: boolean): InfixSign {
  const sign = printer.symbols.patterns.get(language);
  if (sign === undefined)
    return refuse(printer, `operator for patterns of \`${language}\``, 'Use a pattern that it has.');
  if (!negated) return sign;
  const isWord = /^[A-Z]/.test(sign.text);
  const own = isWord ? undefined : printer.symbols.negatedPatterns.get(language);
  return own ?? { text: `NOT ${sign.text}`, rule: sign.rule };
}

/** The comparison of `x = ANY (…)`. @throws DragomanError UNTRANSLATABLE where the dialect lacks it */
export function quantifiedSign(printer: Printer, { operator, negated }: QuantifiedComparison): InfixSign {
  if (typeof operator === 'object') return { text: operator.symbol, rule: customRule(printer) };
  return isPatternLanguage(operator) ? patternSign(printer, operator, negated) : binarySign(printer, { operator });
}

const LANGUAGES: ReadonlySet<string> = new Set<PatternLanguage>([
  'like',
  'ilike',
  'similar',
  'glob',
  'regexp',
  'regexp-insensitive',
  'match',
  'sounds-like',
]);

function isPatternLanguage(operator: string): operator is PatternLanguage {
  return LANGUAGES.has(operator);
}
