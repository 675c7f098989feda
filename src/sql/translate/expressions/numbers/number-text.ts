import { functionOfCall } from '../../../analysis/function-of-call.js';
import { resultsOf, type ColumnReference, type Expression } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import {
  familyOfName,
  isNameOfDecimal,
  isNameOfMoney,
  isNameOfThings,
  isNameOfWhole,
  isNameOfWords,
} from '../../../typing/index.js';
import { choose, number, text } from '../../made-nodes.js';
import { lastOf } from '../../queries/lowering/references.js';
import type { Translator } from '../../translator.js';
import { declaredDigits } from '../declared-types.js';
import { digitsOf, nameOfCall } from './digits-behind-point.js';
import { textOf } from '../coercion.js';
import { mayBeTruth } from '../open-truths.js';
import { condition } from '../truth.js';

/** How an engine writes numbers: SQLite has no decimals, and a point in every floating-point number. */
const WRITES: Readonly<Record<DialectName, 'decimals' | 'reals'>> = {
  POSTGRESQL: 'decimals',
  MYSQL: 'decimals',
  SQLITE: 'reals',
};

/** Past this a number is written with an exponent. */
const WHOLE_AS_TEXT: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: "CASE WHEN $1 = trunc($1) AND abs($1) < 1e15 THEN CAST($1 AS text) || '.0' ELSE CAST($1 AS text) END",
  MYSQL:
    "CASE WHEN $1 = TRUNCATE($1, 0) AND ABS($1) < 1e15 THEN CONCAT(CAST($1 AS SIGNED), '.0') ELSE CAST($1 AS CHAR) END",
  SQLITE: 'CASE WHEN $1 = CAST($1 AS INTEGER) THEN CAST(CAST($1 AS INTEGER) AS TEXT) ELSE CAST($1 AS TEXT) END',
};
const FLOATING: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'CAST($1 AS double precision)',
  MYSQL: '($1 + 0e0)',
  SQLITE: 'CAST($1 AS REAL)',
};
const AS_TEXT: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'CAST($1 AS text)',
  MYSQL: 'CAST($1 AS CHAR)',
  SQLITE: 'CAST($1 AS TEXT)',
};

/**
 * A number with places behind the point as the text that the source makes of it; undefined where the target makes the
 * same.
 */
export function numberAsText(node: Expression, t: Translator): Expression | undefined {
  const type = t.typeName(node);
  if (type === undefined) return openNumberAsText(node, t);
  if ((type !== 'DECIMAL' && type !== 'FLOAT') || isWholePart(node)) return undefined;
  if (node.kind === 'number') return text(writtenNumber(node.text, t), node.span);
  if (t.source === t.target) return undefined;
  if (WRITES[t.source] === 'reals') return eachAsText(node, t) ?? realAsText(node, type, t);
  const chosen = WRITES[t.target] === 'reals' && t.source === 'POSTGRESQL' ? eachAsText(node, t) : undefined;
  return chosen ?? (type === 'FLOAT' ? floatAsText(node, t) : decimalAsText(node, t));
}

/** What may have places behind the point, as its function or its name says, where nobody tells its type. */
function openNumberAsText(node: Expression, t: Translator): Expression | undefined {
  if (node.kind === 'binary' && node.operator === 'divide') return openQuotientAsText(node, t);
  if (WRITES[t.source] === WRITES[t.target]) return undefined;
  if (node.kind === 'column') {
    if (t.familyOf(node) === 'text') return undefined;
    if (!isNameOfDecimal(lastOf(node).value)) return reckonedAsText(node, t);
    if (WRITES[t.target] === 'reals' && isNameOfMoney(lastOf(node).value)) return moneyAsText(node, t);
    t.notice('NUMBER_TEXT', node);
    return WRITES[t.source] === 'reals' ? t.form(AS_STORED[t.target], [t.value(node)], node) : asDeclared(node, t);
  }
  if (WRITES[t.source] === 'reals' && chosenFrom(node, t).some((one) => numberAsText(one, t) !== undefined))
    return eachAsText(node, t);
  const isRounded = node.kind === 'call' && ROUNDING.has(functionOfCall(node, t.from)?.meaning ?? '');
  if (!isRounded) return undefined;
  const isWhole = node.arguments.length === 1;
  const [, digits] = node.arguments;
  if (WRITES[t.target] === 'reals' && digits?.kind === 'number') {
    // PostgreSQL rounds decimals alone to so many digits, and has all of them
    if (t.source !== 'POSTGRESQL') t.notice('NUMBER_TEXT', node);
    return t.form("CASE WHEN $1 IS NOT NULL THEN printf('%.*f', $2, $1) END", [t.value(node), t.value(digits)], node);
  }
  if (!isWhole || WRITES[t.source] === 'reals') {
    t.notice('NUMBER_TEXT', node);
    return undefined;
  }
  return t.form('CAST(CAST($1 AS INTEGER) AS TEXT)', [t.value(node)], node);
}

/** A quotient that MySQL is asked whether it is whole: each of the two as a text, of which a common type would be a decimal. */
function openQuotientAsText(node: Expression, t: Translator): Expression | undefined {
  if (t.source !== 'POSTGRESQL' || t.target !== 'MYSQL') return undefined;
  const made = t.value(node);
  if (made.kind !== 'call' || nameOfCall(made) !== 'if') return undefined;
  const [test, ...quotients] = made.arguments;
  const texts = quotients.map((one) => t.form(AS_TEXT.MYSQL, [one], node));
  return test && { ...made, arguments: [test, ...texts] };
}

/** What the statement reckons with has the digits that SQLite's table declares, and none where it is whole in a REAL column. */
function reckonedAsText(node: ColumnReference, t: Translator): Expression | undefined {
  const called = lastOf(node).value;
  const isSure = isNameOfWhole(called) || familyOfName(called) !== undefined || mayBeTruth(node, t);
  const family = t.familyOf(node);
  // what is a text as a rule may be a number all the same
  const isOpen =
    WRITES[t.source] === 'reals' && family === undefined && !isNameOfWords(called) && !isNameOfThings(called);
  if ((family !== 'number' && !isOpen) || isSure) return undefined;
  if (WRITES[t.source] === 'reals') {
    if (!isOpen) t.notice('NUMBER_TEXT', node);
    return t.form(AS_STORED[t.target], [t.value(node)], node);
  }
  return asDeclared(node, t);
}

function asDeclared(node: ColumnReference, t: Translator): Expression | undefined {
  const digits = WRITES[t.target] === 'reals' ? declaredDigits(node, NONE_DECLARED, t) : undefined;
  return digits && t.form(AS_DECLARED, [t.value(node), digits], node);
}

/**
 * What SQLite shows of a number by the type that the target keeps it as: a point in all that are floating-point numbers, and none
 * in a whole one of a DECIMAL. MySQL says of a number that it coerces last, and shows no point in a whole one of either kind; a
 * decimal beside it shows which it is.
 */
const AS_STORED: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: String.raw`CASE CAST(pg_typeof($1) AS text) WHEN 'double precision' THEN regexp_replace(CAST($1 AS text), '^-?[0-9]+$', '\&.0') WHEN 'numeric' THEN CAST(CAST(CAST($1 AS text) AS double precision) AS text) ELSE CAST($1 AS text) END`,
  MYSQL:
    "CASE WHEN COERCIBILITY($1) < 5 THEN CONCAT($1) WHEN CONCAT($1) LIKE '%.%' THEN CONCAT($1 + 0e0) WHEN CONCAT($1 + 0.0) LIKE '%.%' THEN CONCAT($1) ELSE CONCAT($1, '.0') END",
  SQLITE: '$1',
};

const NONE_DECLARED = -1;
const AS_DECLARED = `CASE WHEN typeof($1) NOT IN ('integer', 'real') THEN $1 WHEN $2 >= 0 THEN printf('%.*f', $2, $1) WHEN $1 = CAST($1 AS INTEGER) THEN CAST(CAST($1 AS INTEGER) AS TEXT) ELSE CAST($1 AS TEXT) END`;

/** Sums of money have two digits as a rule, or as many as the table declares. */
function moneyAsText(node: ColumnReference, t: Translator): Expression {
  const declared = declaredDigits(node, USUAL_DIGITS, t);
  if (declared === undefined) t.notice('NUMBER_TEXT', node);
  const digits = declared ?? number(USUAL_DIGITS, node.span);
  return t.form("CASE WHEN $1 IS NOT NULL THEN printf('%.*f', $2, $1) END", [t.value(node), digits], node);
}

const USUAL_DIGITS = 2;

const ROUNDING: ReadonlySet<string> = new Set(['round', 'ceiling', 'floor']);

/** Parts of a moment are decimals to PostgreSQL, and whole all the same but for seconds. */
const isWholePart = (node: Expression): boolean =>
  node.kind === 'call' &&
  node.name.parts[node.name.parts.length - 1]?.value.toLowerCase() === 'extract' &&
  !/^(second|epoch|julian|millisecond|microsecond)s?$/i.test(wordOf(node.arguments[0]));

const wordOf = (node: Expression | undefined): string =>
  node?.kind === 'keyword' ? node.word : node?.kind === 'string' ? node.value : '';

const writtenNumber = (literal: string, t: Translator): string => {
  if (WRITES[t.source] === 'decimals') return literal.replace(/^\./, '0.');
  const value = Number(literal);
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : String(value);
};

function floatAsText(node: Expression, t: Translator): Expression | undefined {
  return WRITES[t.target] === 'reals' ? t.form(WHOLE_AS_TEXT[t.target], [t.value(node)], node) : undefined;
}

/** A column of SQLite's holds decimals as whole numbers where they are; what is computed from one does so by chance. */
function realAsText(node: Expression, type: 'DECIMAL' | 'FLOAT', t: Translator): Expression {
  const made = t.form(FLOATING[t.target], [t.value(node)], node);
  if (type === 'FLOAT') return t.form(WHOLE_AS_TEXT[t.target], [made], node);
  t.notice(node.kind === 'column' ? 'STORED_WHOLE' : 'NUMBER_TEXT', node);
  return t.form(AS_TEXT[t.target], [made], node);
}

function decimalAsText(node: Expression, t: Translator): Expression | undefined {
  const digits = isMean(node, t) ? undefined : digitsOf(node, t);
  if (WRITES[t.target] === 'decimals') {
    if (digits === undefined && t.source === 'POSTGRESQL' && node.kind !== 'column') t.notice('NUMBER_TEXT', node);
    return digits === undefined || t.source === 'POSTGRESQL' || node.kind !== 'binary'
      ? undefined
      : t.form(AS_TEXT[t.target].replace('$1', 'ROUND($1, $2)'), [t.value(node), number(digits, node.span)], node);
  }
  if (digits === undefined) {
    t.notice('NUMBER_TEXT', node);
    return node.kind === 'column' && isNameOfMoney(lastOf(node).value) ? moneyAsText(node, t) : undefined;
  }
  const written = t.form('printf($2, $1)', [t.value(node), text(`%.${digits}f`, node.span)], node);
  return t.typeOf(node).nullable === false
    ? written
    : t.form('CASE WHEN $1 IS NOT NULL THEN $2 END', [t.value(node), written], node);
}

/** PostgreSQL's means have as many digits as sixteen significant ones ask for. */
function isMean(node: Expression, t: Translator): boolean {
  return t.source === 'POSTGRESQL' && node.kind === 'call' && functionOfCall(node, t.from)?.meaning === 'average';
}

/** The values of which one is chosen. */
function chosenFrom(node: Expression, t: Translator): readonly Expression[] {
  if (node.kind === 'case') return resultsOf(node);
  const meaning = node.kind === 'call' ? functionOfCall(node, t.from)?.meaning : undefined;
  if (node.kind !== 'call' || (meaning !== 'coalesce' && meaning !== 'if')) return [];
  return meaning === 'if' ? node.arguments.slice(1) : node.arguments;
}

/** Where one of several values is chosen, each keeps its own digits in PostgreSQL, and its own type in SQLite. */
function eachAsText(node: Expression, t: Translator): Expression | undefined {
  if (node.kind === 'call' && functionOfCall(node, t.from)?.meaning === 'coalesce') {
    const values = node.arguments.map((value) => textOf(value, t));
    return t.form('COALESCE(:rest)', values, node);
  }
  const [test, then, otherwiseOf] = node.kind === 'call' ? node.arguments : [];
  if (node.kind === 'call' && functionOfCall(node, t.from)?.meaning === 'if' && test && then)
    return choose([[condition(test, t), textOf(then, t)]], otherwiseOf && textOf(otherwiseOf, t), node.span);
  if (node.kind !== 'case') return undefined;
  const made = t.value(node);
  if (made.kind !== 'case') return undefined;
  const branches = made.branches.map(
    ({ condition: when }, index) =>
      [when, textOf((node.branches[index] as (typeof node.branches)[number]).result, t)] as const,
  );
  const otherwise = node.otherwise && textOf(node.otherwise, t);
  return made.operand === undefined ? choose(branches, otherwise, node.span) : undefined;
}
