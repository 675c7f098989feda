import { functionOfCall } from '../../../analysis/function-of-call.js';
import type { Expression, FunctionCall } from '../../../ast/index.js';
import { passedArguments } from '../../../functions/index.js';
import type { Translator } from '../../translator.js';
import { withoutCase } from './caseless-texts.js';

/** Functions whose answers are each written in one way alone. */
const SETTLED: ReadonlySet<string> = new Set(
  'day_name month_name date_format time_format format_number hexadecimal bin oct md5 sha1 sha2 inet_ntoa'.split(' '),
);

/** Functions whose answers are as settled as these of their arguments, which they make something of. */
const PASSES: Readonly<Record<string, (values: readonly Expression[]) => readonly Expression[]>> = {
  elt: (values) => values.slice(1),
  concat_strict: (values) => values,
  concat_with_separator: (values) => values,
  pad_start: (values) => values.slice(0, 1),
  pad_end: (values) => values.slice(0, 1),
  left: (values) => values.slice(0, 1),
};

/**
 * Whether the texts that an expression gives are the same to an engine without case only where they are written alike, so
 * that whatever stands for a group of them is the same: names of days, numbers as text, words that are written out.
 */
export function isSettled(node: Expression, t: Translator): boolean {
  if (isNoText(node, t)) return true;
  if (node.kind === 'cast') return isNoText(node.operand, t);
  if (node.kind === 'call') return isSettledCall(node, t);
  if (node.kind !== 'case') return node.kind === 'string';
  const results = [...node.branches.map(({ result }) => result), ...(node.otherwise ? [node.otherwise] : [])];
  return areSettled(results, t);
}

function isSettledCall(node: FunctionCall, t: Translator): boolean {
  const meaning = functionOfCall(node, t.from)?.meaning ?? '';
  if (SETTLED.has(meaning)) return true;
  const passed = PASSES[meaning]?.(node.arguments) ?? passedArguments(meaning, node.arguments);
  return passed !== undefined && areSettled(passed, t);
}

/** Words that are written out must not be the same to the source in two ways. */
function areSettled(nodes: readonly Expression[], t: Translator): boolean {
  if (!nodes.every((node) => isSettled(node, t))) return false;
  const words = new Set(nodes.flatMap((node) => (node.kind === 'string' ? [node.value] : [])));
  return new Set([...words].map(withoutCase)).size === words.size;
}

/** Numbers, moments and NULL. */
function isNoText(node: Expression, t: Translator): boolean {
  const type = t.typeName(node);
  return node.kind === 'null' || (type !== undefined && !MAY_HOLD_LETTERS.has(type));
}

const MAY_HOLD_LETTERS: ReadonlySet<string> = new Set(['TEXT', 'ENUM', 'JSON', 'BINARY', 'UUID', 'ARRAY', 'OTHER']);
