import { functionOfCall } from '../../analysis/function-of-call.js';
import type { Expression } from '../../ast/index.js';
import { readFormat } from '../functions/temporal-format-reading.js';
import { momentOfMeaning } from '../functions/temporal-moments.js';
import type { Translator } from '../translator.js';

/** Where each function that writes moments takes its format. */
const FORMAT_AT: Readonly<Record<string, number>> = {
  strftime: 0,
  format_now: 0,
  date_format: 1,
  time_format: 1,
  to_char: 1,
  format_unix_seconds: 1,
};

const HAS_LETTERS = /name|abbreviation|half|ordinal/;

/** Whether text is a date or a time in digits: it compares alike everywhere. */
export function isWrittenMoment(node: Expression, t: Translator): boolean {
  if (node.kind !== 'call') return false;
  const meaning = functionOfCall(node, t.from)?.meaning ?? '';
  const format = node.arguments[FORMAT_AT[meaning] ?? -1];
  if (format === undefined) return momentOfMeaning(meaning) !== undefined;
  const read = format.kind === 'string' ? readFormat(format.value, t.source) : undefined;
  return read?.every((one) => (typeof one === 'string' ? !/[a-z]/i.test(one) : !HAS_LETTERS.test(one.piece))) === true;
}
