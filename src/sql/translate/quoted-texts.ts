import { functionOfCall } from '../analysis/function-of-call.js';
import { rewrite, type Expression, type FunctionCall, type Node, type Statement } from '../ast/index.js';
import type { Dialect } from '../dialects/index.js';
import { text } from './made-nodes.js';

/** Functions that take words of their own: formats, modifiers and dates that are written out. */
const TAKES_WORDS: ReadonlySet<string> = new Set(
  'strftime date_sqlite time_sqlite datetime_sqlite julian_day unix_epoch format_printf'.split(' '),
);

/** Such a word: a format's sign, a modifier, a date, or nothing at all. */
const IS_WORD =
  /%|^$|^(unixepoch|julianday|auto|localtime|utc|now|subsec|subsecond|start of (day|month|year)|weekday \d)$|^[-+]?\d/i;

/**
 * A statement with the strings that stand in double quotes as what they are, where they can be nothing else: SQLite takes a
 * name in double quotes for a string where there is no such column. https://sqlite.org/quirks.html#dblquote
 */
export function withQuotedTexts<S extends Statement>(statement: S, sql: string, from: Dialect): S {
  if (from.name !== 'SQLITE' || !sql.includes('"')) return statement;
  return rewrite(statement, (node) => {
    if (node.kind === 'column') return asText(node, IS_NO_NAME);
    return node.kind === 'call' && takesWords(node, from) ? withWords(node) : node;
  });
}

/** Nobody calls a column by signs alone. */
const IS_NO_NAME = /^[^\p{L}\p{N}_]*$/u;

const takesWords = (node: FunctionCall, from: Dialect): boolean =>
  TAKES_WORDS.has(functionOfCall(node, from)?.meaning ?? '');

const withWords = (node: FunctionCall): Node => ({
  ...node,
  arguments: node.arguments.map((one) => asText(one, IS_WORD)),
});

function asText(node: Expression, pattern: RegExp): Expression {
  const [only] = node.kind === 'column' ? node.parts : [];
  const isOne = node.kind === 'column' && node.parts.length === 1 && only?.quoted === true && pattern.test(only.value);
  return isOne ? text(only.value, node.span) : node;
}
