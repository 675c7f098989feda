import { textOf } from '../../expressions/coercion.js';
import { number } from '../../made-nodes.js';
import type { CallPlace, Compose, FormTable } from '../form.js';
import { literalText } from '../known-values.js';

/** Digits with groups and a point, with a sign or a currency at an end. */
const PATTERN = /^(?:FM)?[$€£L]?(?:S|MI|SG)?[09,G]+(?:[.D]([09]*))?(?:S|MI|SG)?$/i;

/** A number as such patterns write it, without its groups. */
const NUMBER = /^\s*[$€£]?\s*([-+]?)\s*[$€£]?(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d*))?\s*%?\s*$/;

/** The number that a text says, as far behind the point as a pattern goes; undefined where it is written otherwise. */
function readNumber(written: string, pattern: string): string | undefined {
  const found = NUMBER.exec(written);
  const digits = PATTERN.exec(pattern)?.[1]?.length ?? 0;
  if (found === null) return undefined;
  const [, sign = '', whole = '', fraction = ''] = found;
  const places = pattern.replace(/[.D].*$/i, '').replace(/[^09]/g, '').length;
  const plain = whole.replaceAll(',', '');
  if (plain.length > places || (whole.includes(',') && !/[,G]/i.test(pattern))) return undefined;
  const kept = fraction.slice(0, digits);
  return `${sign === '-' ? '-' : ''}${plain}${kept === '' ? '' : `.${kept}`}`;
}

const UNGROUPED = "REPLACE(REPLACE(REPLACE(REPLACE(REPLACE($1, ',', ''), '$', ''), '€', ''), '£', ''), ' ', '')";

/** to_number(text, pattern): the digits, sign and point of the text; what the pattern does not fit is warned of. */
const numberOfPattern: Compose = ({ node, t }: CallPlace) => {
  const [value] = node.arguments;
  const pattern = literalText(node.arguments[1]);
  if (value === undefined || pattern === undefined || !PATTERN.test(pattern)) return undefined;
  if (value.kind === 'string') {
    const read = readNumber(value.value, pattern);
    if (read !== undefined) return number(read, node.span);
  }
  t.notice('NUMBER_PATTERN', node);
  const digits = PATTERN.exec(pattern)?.[1]?.length ?? 0;
  const form =
    t.target === 'MYSQL'
      ? `TRUNCATE(CAST(${UNGROUPED} AS DECIMAL(65, 20)), ${digits})`
      : `TRUNC(CAST(${UNGROUPED} AS REAL) * 1e${digits} * 1.00000000000001) / 1e${digits}`;
  return t.form(
    digits === 0 && t.target === 'SQLITE' ? `CAST(${UNGROUPED} AS INTEGER)` : form,
    [textOf(value, t)],
    node,
  );
};

/** Numbers that are read by a pattern. */
export const numberReadingForms: FormTable = {
  to_number: { my: numberOfPattern, lite: numberOfPattern },
};
