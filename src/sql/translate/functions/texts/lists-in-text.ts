import { asked, type Expression } from '../../../ast/index.js';
import { alike } from '../../expressions/comparisons/alike.js';
import { noticeOfText } from '../../expressions/texts/text-comparison.js';
import { choose, nothing, number, text } from '../../made-nodes.js';
import {
  all,
  always,
  any,
  isNumber,
  literalNumber,
  type Compose,
  type Form,
  type FormTable,
  type Guard,
} from '../form.js';
import { hasNoCase, isCharacter } from '../known-values.js';

const isWhole =
  (index: number, test: (value: number) => boolean): Guard =>
  ({ node }) => {
    const value = literalNumber(node.arguments[index - 1]);
    return value !== undefined && Number.isInteger(value) && test(value);
  };

/** Starts of the pieces between separators, one a row, as a common table of SQLite's. */
const PIECES =
  'WITH RECURSIVE _pieces (_n, _at) AS (SELECT 1, 1 UNION ALL SELECT _n + 1, _at + instr(substr($1 || $2, _at), $2) - 1 + length($2) FROM _pieces WHERE _at <= length($1) + 1)';

/** The piece that starts there, with the separator behind the last. */
const PIECE = 'substr($1, _at, instr(substr($1 || $2, _at), $2) - 1)';

/** With the sign turned: `$3` is negative. */
const turned =
  (form: string): Compose =>
  ({ node, values, t }) => {
    const [value, separator] = values as [Expression, Expression];
    return t.form(form, [value, separator, number(Math.abs(literalNumber(node.arguments[2]) ?? 0), node.span)], node);
  };

/** A separator that is written out and empty, which splits nothing. */
const isEmpty: Guard = ({
  node: {
    arguments: [, separator],
  },
}) => separator?.kind === 'string' && asked(separator, (content) => content === '');

/** A text that is not split is its own first piece, from either end, and has no other. */
const isFirstOfOne = all(
  isEmpty,
  isWhole(3, (n) => Math.abs(n) === 1),
);
const isBeyondOne = all(
  isEmpty,
  isWhole(3, (n) => Math.abs(n) > 1),
);

const HOW_MANY = "(CHAR_LENGTH($1) - CHAR_LENGTH(REPLACE($1, $2, ''))) / CHAR_LENGTH($2)";

/** split_part(text, separator, n): nothing where there are fewer pieces. */
const splitPart: Readonly<Record<'my' | 'lite', Form>> = {
  my: [
    {
      when: isFirstOfOne,
      form: '$1',
    },
    {
      when: isBeyondOne,
      form: 'LEFT($1, 0)',
    },
    { when: isNumber(3, 1), form: 'SUBSTRING_INDEX($1, $2, 1)' },
    {
      when: isWhole(3, (n) => n > 0),
      form: `CASE WHEN ${HOW_MANY} + 1 < $3 THEN '' ELSE SUBSTRING_INDEX(SUBSTRING_INDEX($1, $2, $3), $2, -1) END`,
    },
    { when: isNumber(3, -1), form: 'SUBSTRING_INDEX($1, $2, -1)' },
    {
      when: isWhole(3, (n) => n < 0),
      form: turned(
        `CASE WHEN ${HOW_MANY} + 1 < $3 THEN '' ELSE SUBSTRING_INDEX(SUBSTRING_INDEX($1, $2, -$3), $2, 1) END`,
      ),
    },
    {
      when: always,
      form: `CASE WHEN ${HOW_MANY} + 1 < ABS($3) THEN '' WHEN $3 > 0 THEN SUBSTRING_INDEX(SUBSTRING_INDEX($1, $2, $3), $2, -1) WHEN $3 < 0 THEN SUBSTRING_INDEX(SUBSTRING_INDEX($1, $2, $3), $2, 1) END`,
    },
  ],
  lite: [
    {
      when: isFirstOfOne,
      form: '$1',
    },
    {
      when: isBeyondOne,
      form: 'substr($1, 1, 0)',
    },
    { when: isNumber(3, 1), form: 'substr($1, 1, instr($1 || $2, $2) - 1)' },
    {
      when: isNumber(3, 2),
      form: `substr(substr($1, instr($1 || $2, $2) + length($2)), 1, instr(substr($1 || $2 || $2, instr($1 || $2, $2) + length($2)), $2) - 1)`,
    },
    {
      when: isWhole(3, (n) => n > 0),
      form: `CASE WHEN $1 IS NOT NULL THEN COALESCE((${PIECES} SELECT ${PIECE} FROM _pieces WHERE _n = $3), '') END`,
    },
    {
      when: isWhole(3, (n) => n < 0),
      form: turned(
        `CASE WHEN $1 IS NOT NULL THEN COALESCE((${PIECES} SELECT ${PIECE} FROM _pieces WHERE _at <= length($1) + 1 ORDER BY _n DESC LIMIT 1 OFFSET $3 - 1), '') END`,
      ),
    },
    {
      when: always,
      form: `CASE WHEN $1 IS NOT NULL AND $3 IS NOT NULL THEN COALESCE((${PIECES} SELECT ${PIECE} FROM _pieces WHERE _at <= length($1) + 1 AND _n = CASE WHEN $3 > 0 THEN $3 ELSE (SELECT MAX(_n) FROM _pieces WHERE _at <= length($1) + 1) + $3 + 1 END), '') END`,
    },
  ],
};

/** SUBSTRING_INDEX(text, separator, n): all up to the n-th separator, or behind the n-th from the end. */
const substringIndex: Readonly<Record<'pg' | 'lite', Form>> = {
  pg: [
    { when: any(isNumber(3, 0), isEmpty), form: 'left($1, 0)' },
    { when: isNumber(3, 1), form: 'split_part($1, $2, 1)' },
    { when: isNumber(3, -1), form: 'reverse(split_part(reverse($1), reverse($2), 1))' },
    { when: isWhole(3, (n) => n > 0), form: 'array_to_string((string_to_array($1, $2))[1:$3], $2)' },
    {
      when: isWhole(3, (n) => n < 0),
      form: turned('reverse(array_to_string((string_to_array(reverse($1), reverse($2)))[1:$3], reverse($2)))'),
    },
    {
      when: always,
      form: 'CASE WHEN $3 >= 0 THEN array_to_string((string_to_array($1, $2))[1:$3], $2) ELSE reverse(array_to_string((string_to_array(reverse($1), reverse($2)))[1:-$3], reverse($2))) END',
    },
  ],
  lite: [
    { when: any(isNumber(3, 0), isEmpty), form: 'substr($1, 1, 0)' },
    { when: isNumber(3, 1), form: 'substr($1, 1, instr($1 || $2, $2) - 1)' },
    {
      when: all(isNumber(3, -1), isCharacter(2)),
      form: "substr($1, length(rtrim($1, replace($1, $2, ''))) + 1)",
    },
    {
      when: isWhole(3, (n) => n > 0),
      form: `(${PIECES} SELECT substr($1, 1, MAX(_at) - 1 - length($2)) FROM _pieces WHERE _n <= $3 + 1)`,
    },
    {
      when: isWhole(3, (n) => n < 0),
      form: turned(
        `COALESCE((${PIECES} SELECT substr($1, _at) FROM _pieces WHERE _at <= length($1) + 1 ORDER BY _n DESC LIMIT 1 OFFSET $3 - 1), $1)`,
      ),
    },
    {
      when: always,
      form: `CASE WHEN $3 >= 0 THEN (${PIECES} SELECT substr($1, 1, MAX(_at) - 1 - length($2)) FROM _pieces WHERE _n <= $3 + 1) WHEN $3 < 0 THEN COALESCE((${PIECES} SELECT substr($1, _at) FROM _pieces WHERE _at <= length($1) + 1 AND _n = (SELECT MAX(_n) FROM _pieces WHERE _at <= length($1) + 1) + $3 + 1), $1) END`,
    },
  ],
};

/** FIELD(value, first, second …): the place of the first that is the same. */
const field: Compose = ({ node, t }) => {
  const made = alike(node.arguments, t, 'equality');
  const [value, ...others] = made as [Expression, ...Expression[]];
  const branches = others.map((other, index) => [other, number(index + 1, node.span)] as const);
  return { ...choose(branches, number(0, node.span), node.span), operand: value };
};

/** MAKE_SET(bits, text, …): the texts whose bits are set, with commas between. */
const makeSet: Compose = ({ node, values, t }) => {
  const [bits, ...texts] = values as [Expression, ...Expression[]];
  if (texts.length === 0) return undefined;
  if (node.arguments[0]?.kind === 'null') return nothing(node.span);
  const kept = texts.map((one, index) => t.form(`CASE WHEN $1 & ${2 ** index} <> 0 THEN $2 END`, [bits, one], node));
  const behind = kept.map((_, index) => `COALESCE(',' || $${index + 2}, '')`).join(' || ');
  return t.form(`CASE WHEN $1 IS NOT NULL THEN substr(${behind}, 2) END`, [bits, ...kept], node);
};

/** EXPORT_SET(bits, on, off, separator, count): a text for each bit, from the lowest on; 64 of them, between commas. */
const exportSet =
  (rows: string): Compose =>
  ({ node, values, t }) => {
    const [bits, on, off, separator = text(',', node.span), count = number(MOST_BITS, node.span)] = values as [
      Expression,
      Expression,
      Expression,
      Expression?,
      Expression?,
    ];
    const known = node.arguments
      .map((one, index) => (t.typeOf(one).nullable === false ? undefined : `$${index + 1} IS NOT NULL`))
      .filter((one) => one !== undefined);
    const form = known.length === 0 ? rows : `CASE WHEN ${known.join(' AND ')} THEN ${rows} END`;
    return t.form(form, [bits, on, off, separator, count], node);
  };

const MOST_BITS = 64;
const BIT_AS_TEXT = 'CASE WHEN $1 >> _bit & 1 = 1 THEN $2 ELSE $3 END';

/** ELT(n, first, second …) */
const elt: Compose = ({ node, values, t }) => {
  const [place, ...others] = values as [Expression, ...Expression[]];
  const branches = others.map((other, index) => [number(index + 1, node.span), other] as const);
  return {
    ...choose(branches, undefined, node.span),
    operand: t.target === 'POSTGRESQL' ? t.form('CAST($1 AS bigint)', [place], node) : place,
  };
};

const strcmp: Compose = ({ node, t }) => {
  const values = alike(node.arguments, t, 'order');
  return t.form('CASE WHEN $1 < $2 THEN -1 WHEN $1 > $2 THEN 1 WHEN $1 = $2 THEN 0 END', values, node);
};

/** The place of a text in a list between commas. */
const findInSet =
  (form: string): Compose =>
  (place) => {
    const { node, values, t } = place;
    if (!hasNoCase(1)(place)) noticeOfText(node.arguments, t, 'equality');
    return t.form(form, values, node);
  };

/** Lists that are texts with separators, and lists of arguments. */
export const listForms: FormTable = {
  split_part: { takes: 'text text count', ...splitPart },
  substring_index: { takes: 'text text count', ...substringIndex },
  field: { pg: field, lite: field },
  elt: { takes: 'number text', pg: elt, lite: elt },
  export_set: {
    takes: 'number text text text count',
    pg: exportSet(
      `COALESCE((SELECT string_agg(${BIT_AS_TEXT.replace('$1', 'CAST($1 AS bigint)')}, $4 ORDER BY _bit) FROM generate_series(0, LEAST($5, ${MOST_BITS}) - 1) AS _bits (_bit)), '')`,
    ),
    lite: exportSet(
      `COALESCE((WITH RECURSIVE _bits (_bit) AS (SELECT 0 WHERE $5 > 0 UNION ALL SELECT _bit + 1 FROM _bits WHERE _bit < MIN($5, ${MOST_BITS}) - 1) SELECT group_concat(${BIT_AS_TEXT}, $4) FROM _bits), '')`,
    ),
  },
  make_set: { takes: 'number text', pg: makeSet, lite: makeSet },
  strcmp: { pg: strcmp, lite: strcmp },
  find_in_set: {
    takes: 'text',
    pg: findInSet(
      "CASE WHEN $1 IS NOT NULL AND $2 IS NOT NULL THEN COALESCE(array_position(string_to_array($2, ','), $1), 0) END",
    ),
    lite: findInSet(
      "CASE WHEN $2 = '' OR instr($1, ',') > 0 THEN 0 WHEN instr(',' || $2 || ',', ',' || $1 || ',') = 0 THEN 0 ELSE 1 + instr(',' || $2 || ',', ',' || $1 || ',') - length(replace(substr(',' || $2, 1, instr(',' || $2 || ',', ',' || $1 || ',')), ',', '')) - 1 END",
    ),
  },
};
