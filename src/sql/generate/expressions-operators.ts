import type {
  BetweenExpression,
  BinaryExpression,
  BinaryOperator,
  Expression,
  LogicalExpression,
  OperatorExpression,
  PatternMatch,
  QuantifiedComparison,
  UnaryExpression,
} from '../ast/index.js';
import type { InfixRule } from '../dialects/grammar-rules.js';
import { clause, parenthesized, parenthesizedList, words } from './documents.js';
import { concat, type Doc, firstCharacter, hanging, line } from './layout.js';
import { nameText, path } from './names-and-literals.js';
import {
  binarySign,
  customRule,
  leftNeedsParentheses,
  prefixNeedsParentheses,
  patternSign,
  precedenceOf,
  quantifiedSign,
  rightMinimum,
  specialRule,
} from './precedence.js';
import type { Printer, PrintTable } from './printer.js';
import { refuse } from './refusal.js';
import type { InfixSign } from './symbols.js';

/** Operators, with the parentheses that their precedence demands. */
export const operators = {
  unary,
  binary,
  logical,
  operator,
  'pattern-match': patternMatch,
  between,
  'in-list': ({ operand, negated, items }, printer) =>
    words(left(operand, specialRule(printer, 'in'), printer), inWord(negated), parenthesizedList(printer.all(items))),
  'in-query': ({ operand, negated, query }, printer) =>
    words(left(operand, specialRule(printer, 'in'), printer), inWord(negated), parenthesized(printer.print(query))),
  'in-table': ({ operand, negated, table, arguments: values }, printer) =>
    words(
      left(operand, specialRule(printer, 'in'), printer),
      inWord(negated),
      concat([printer.print(table), values === undefined ? '' : parenthesizedList(printer.all(values))]),
    ),
  is: ({ operand, negated, test, detail }, printer) => {
    const form = test === 'NORMALIZED' ? [detail, test] : [test, detail];
    return words(left(operand, specialRule(printer, 'is'), printer), negated ? 'IS NOT' : 'IS', ...form);
  },
  quantified,
  collate: ({ operand, collation }, printer) =>
    words(left(operand, specialRule(printer, 'collate'), printer), 'COLLATE', path(collation.parts, printer, 'any')),
  'at-time-zone': ({ operand, zone }, printer) => {
    const rule = specialRule(printer, 'at');
    const behind = zone === undefined ? 'AT LOCAL' : clause('AT TIME ZONE', printer.operand(zone, rightMinimum(rule)));
    return words(left(operand, rule, printer), behind);
  },
  'variable-assignment': ({ target, value }, printer) =>
    words(printer.print(target), ':=', printer.operand(value, rightMinimum(specialRule(printer, 'assign')))),
} satisfies Partial<PrintTable>;

const inWord = (negated: boolean): string => (negated ? 'NOT IN' : 'IN');

/** The operand before an operator. */
function left(node: Expression, rule: InfixRule, printer: Printer): Doc {
  return printer.wrappedIf(leftNeedsParentheses(node, rule, printer), node);
}

/** What a sign in front must not touch: two of them would be another operator, or a comment. */
const SIGN = /[-+*/<>=~!@#%^&|`?:]/;

function unary({ operator: meaning, operand }: UnaryExpression, printer: Printer): Doc {
  const sign = printer.symbols.prefix.get(meaning);
  if (sign === undefined) return refuse(printer, `prefix operator for \`${meaning}\``, 'Write it with a function.');
  const { text, rule } = sign;
  const doc = printer.wrappedIf(prefixNeedsParentheses(operand, rule.precedence, printer), operand);
  if (/\w/.test(text)) return words(text, doc);
  if (!SIGN.test(firstCharacter(doc))) return concat([text, doc]);
  return isPrefixed(operand) ? concat([text, parenthesized(doc)]) : words(text, doc);
}

function isPrefixed(node: Expression): boolean {
  return node.kind === 'unary' || node.kind === 'number' || (node.kind === 'operator' && node.left === undefined);
}

function binary(node: BinaryExpression, printer: Printer): Doc {
  const positive = printer.rules.negations[node.operator];
  if (positive !== undefined) {
    const { span } = node;
    return unary({ kind: 'unary', operator: 'not', operand: { ...node, operator: positive }, span }, printer);
  }
  return chain(node, printer);
}

function operator(node: OperatorExpression, printer: Printer): Doc {
  if (isInfix(node)) return chain(node, printer);
  // a sign and a name that touch could be a parameter: @a
  const level = customRule(printer).precedence;
  const operand = printer.wrappedIf(prefixNeedsParentheses(node.right, level, printer), node.right);
  return words(customSign(node, printer), operand);
}

/** A sign that stands in no table, with OPERATOR( ) around it where it has a schema. */
function customSign({ symbol, schema }: OperatorExpression, printer: Printer): string {
  if (schema === undefined) return symbol;
  const parts = schema.parts.map((part) => `${nameText(part, 'any', printer)}.`);
  return `OPERATOR(${parts.join('')}${symbol})`;
}

/** Two operands around an operator. */
type Infix = BinaryExpression | (OperatorExpression & { readonly left: Expression });

const isInfix = (node: Expression): node is Infix =>
  node.kind === 'binary' || (node.kind === 'operator' && node.left !== undefined);

interface Link {
  readonly node: Infix;
  readonly sign: InfixSign;
}

const linkOf = (node: Infix, printer: Printer): Link => ({
  node,
  sign:
    node.kind === 'binary' ? binarySign(printer, node) : { text: customSign(node, printer), rule: customRule(printer) },
});

/** Operators before which a line may be broken; comparisons hold their sides together. */
const BREAKABLE: ReadonlySet<string> = new Set<BinaryOperator>([
  'add',
  'subtract',
  'multiply',
  'divide',
  'divide-exact',
  'divide-integer',
  'modulo',
  'concatenate',
  'bit-and',
  'bit-or',
  'bit-xor',
]);

/**
 * a + b - c …: what nests to the left without parentheses is walked in a loop, since a chain may be as long as a text;
 * operators of one level are broken together.
 */
function chain(whole: Infix, printer: Printer): Doc {
  const links = linksOf(whole, printer);
  const innermost = links[links.length - 1] as Link;
  const inner = links.slice(1).map(({ node }) => node);
  let level = innermost.sign.rule.precedence;
  let first = printer.start(left(innermost.node.left, innermost.sign.rule, printer), inner);
  let rest: Doc[] = [];
  for (const { node, sign } of links.reverse()) {
    if (sign.rule.precedence !== level) [first, rest] = [hanging(first, concat(rest)), []];
    level = sign.rule.precedence;
    const isBreakable = node.kind === 'binary' && BREAKABLE.has(node.operator);
    rest.push(isBreakable ? line : ' ', sign.text, ' ', right(node, sign.rule, printer));
    // those of the whole are printed with it
    if (node !== whole) rest.push(...printer.behind(node));
  }
  return hanging(first, concat(rest));
}

/** The operators of a chain from the outermost to the innermost. */
function linksOf(whole: Infix, printer: Printer): Link[] {
  const links = [linkOf(whole, printer)];
  for (;;) {
    const { node, sign } = links[links.length - 1] as Link;
    const next = node.left;
    if (!isInfix(next) || isNegation(next, printer) || leftNeedsParentheses(next, sign.rule, printer)) return links;
    links.push(linkOf(next, printer));
  }
}

const isNegation = (node: Infix, printer: Printer): boolean =>
  node.kind === 'binary' && printer.rules.negations[node.operator] !== undefined;

function right(node: Infix, rule: InfixRule, printer: Printer): Doc {
  if (node.kind === 'binary' && node.operator === 'member-of') {
    return parenthesized(printer.operand(node.right, printer.dialect.operators.likeEscape));
  }
  return printer.operand(node.right, rightMinimum(rule));
}

/** a AND b AND c, each operand on a line of its own where they don't fit on one */
function logical({ operator: meaning, operands }: LogicalExpression, printer: Printer): Doc {
  const sign = printer.symbols.logical.get(meaning);
  if (sign === undefined) return refuse(printer, `operator for \`${meaning}\``, 'Write it with AND, OR and NOT.');
  // a chain inside of a chain is another tree than one long chain
  const docs = operands.map((node) => printer.operand(node, sign.rule.precedence + 1));
  const [first = '', ...others] = docs;
  return hanging(first, concat(others.flatMap((doc) => [line, sign.text, ' ', doc])));
}

function patternMatch(node: PatternMatch, printer: Printer): Doc {
  const { language, negated, operand, escape } = node;
  const { text, rule } = patternSign(printer, language, negated);
  return words(
    left(operand, rule, printer),
    text,
    printer.wrappedIf(patternNeedsParentheses(node, rule, printer), node.pattern),
    escape !== undefined && clause('ESCAPE', printer.operand(escape, printer.dialect.operators.likeEscape)),
  );
}

function patternNeedsParentheses(
  { language, pattern, escape }: PatternMatch,
  rule: InfixRule,
  printer: Printer,
): boolean {
  const takesOperand = language === 'like' && printer.rules.likeTakesOperand;
  const minimum = Math.max(rightMinimum(rule), takesOperand ? printer.dialect.operators.likeEscape : 0);
  // an escape belongs to the nearest pattern
  return precedenceOf(pattern, printer) < minimum || (escape !== undefined && pattern.kind === 'pattern-match');
}

function between(node: BetweenExpression, printer: Printer): Doc {
  const { negated, symmetric, operand, low, high } = node;
  return words(
    left(operand, specialRule(printer, 'between'), printer),
    negated ? 'NOT BETWEEN' : 'BETWEEN',
    symmetric && 'SYMMETRIC',
    printer.bound(low),
    'AND',
    printer.operand(high, printer.dialect.operators.betweenHigh),
  );
}

/** x = ANY (…) */
function quantified(node: QuantifiedComparison, printer: Printer): Doc {
  const { text, rule } = quantifiedSign(printer, node);
  return words(
    left(node.left, rule, printer),
    text,
    node.quantifier.toUpperCase(),
    parenthesized(printer.print(node.right)),
  );
}
