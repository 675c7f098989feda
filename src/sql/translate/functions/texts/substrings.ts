import type { Expression } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { number } from '../../made-nodes.js';
import { substringByPattern } from './regular-expressions.js';
import {
  all,
  always,
  byForm,
  count,
  isNegativeLiteral,
  isNumber,
  literalNumber,
  type CallPlace,
  type Compose,
  type Form,
  type FormCase,
  type FormTable,
  type Guard,
} from '../form.js';
import { isAtLeast, leastOf } from '../known-values.js';

const starts: Guard = isAtLeast(2, 1);
const hasLength: Guard = isAtLeast(3, 0);
const plain = (guard: Guard, form: string): FormCase => ({ when: guard, form: atLeast(form) });

/** GREATEST of PostgreSQL passes by NULL, which the answer should be. */
const atLeast =
  (form: string): Compose =>
  ({ node, values, t }) => {
    if (t.target !== 'POSTGRESQL') return t.form(form, values, node);
    const strict = form.replace(/GREATEST\(\$(\d), (\d)\)/g, (written, place: string, least: string) => {
      const value = node.arguments[Number(place) - 1];
      if (value === undefined || t.typeOf(value).nullable === false) return written;
      return `GREATEST($${place}, $${place} * 0${least === '0' ? '' : ` + ${least}`})`;
    });
    return t.form(strict, values, node);
  };

/** `-n` as n. */
const fromEnd = (node: { readonly arguments: readonly Expression[] }): number =>
  -(literalNumber(node.arguments[1]) ?? 0);

/** From a literal place before the end: `$4` is how far. */
const counted =
  (form: string): Compose =>
  (given) => {
    const { node, values } = given;
    const [value, place, length] = values as [Expression, Expression, Expression | undefined];
    const far = number(fromEnd(node), node.span);
    return atLeast(form)({ ...given, values: [value, place, length ?? number(0, node.span), far] });
  };

/** PostgreSQL counts on leftwards before the first character, and a length counts from there. */
const leftwards = (substr: string, greatest: string): Form => [
  plain(all(starts, count(2)), `${substr}($1, $2)`),
  plain(all(starts, hasLength), `${substr}($1, $2, $3)`),
  plain(count(2), `${substr}($1, ${greatest}($2, 1))`),
  plain(starts, `${substr}($1, $2, ${greatest}($3, 0))`),
  plain(always, `${substr}($1, ${greatest}($2, 1), ${greatest}($2 + $3 - ${greatest}($2, 1), 0))`),
];

/** MySQL counts from the end; before the first character there is nothing. */
const fromEndInPostgresql: Form = [
  plain(isNumber(2, 0), 'left($1, 0)'),
  plain(all(starts, count(2)), 'substr($1, $2)'),
  plain(all(starts, hasLength), 'substr($1, $2, $3)'),
  plain(starts, 'substr($1, $2, GREATEST($3, 0))'),
  {
    when: all(isNegativeLiteral(2), count(2)),
    form: counted('CASE WHEN length($1) >= $4 THEN right($1, $4) ELSE left($1, 0) END'),
  },
  {
    when: isNegativeLiteral(2),
    form: counted(
      'CASE WHEN length($1) >= $4 THEN substr($1, length($1) - $4 + 1, GREATEST($3, 0)) ELSE left($1, 0 * $3) END',
    ),
  },
  plain(
    count(2),
    'CASE WHEN $2 > 0 THEN substr($1, $2) WHEN $2 < 0 AND length($1) >= -$2 THEN right($1, -$2) ELSE left($1, 0 * $2) END',
  ),
  plain(
    always,
    'CASE WHEN $2 > 0 THEN substr($1, $2, GREATEST($3, 0)) WHEN $2 < 0 AND length($1) >= -$2 THEN substr($1, length($1) + $2 + 1, GREATEST($3, 0)) ELSE left($1, 0 * $2 * $3) END',
  ),
];

const fromEndInSqlite: Form = [
  plain(isNumber(2, 0), 'substr($1, 1, 0)'),
  plain(all(starts, count(2)), 'substr($1, $2)'),
  plain(all(starts, hasLength), 'substr($1, $2, $3)'),
  plain(starts, 'substr($1, $2, MAX($3, 0))'),
  plain(
    count(2),
    'CASE WHEN $2 > 0 OR $2 < 0 AND length($1) >= -$2 THEN substr($1, $2) ELSE substr($1, 1, 0 * $2) END',
  ),
  plain(
    always,
    'CASE WHEN $2 > 0 OR $2 < 0 AND length($1) >= -$2 THEN substr($1, $2, MAX($3, 0)) ELSE substr($1, 1, 0 * $2 * $3) END',
  ),
];

/** The place that SQLite counts from: a negative one is one from the end. */
function countedFrom(value: Expression, place: Expression, { node, t }: CallPlace): Expression {
  const known = literalNumber(node.arguments[1]);
  if (known !== undefined && known >= 0) return place;
  const length = `${t.target === 'MYSQL' ? 'CHAR_LENGTH' : 'length'}($1) + 1`;
  if (known !== undefined) return t.form(`${length} - $2`, [value, number(-known, node.span)], node);
  return t.form(`CASE WHEN $2 < 0 THEN ${length} + $2 ELSE $2 END`, [value, place], node);
}

/** SQLite counts from the end, on leftwards before the first character, and a negative length goes leftwards. */
const eitherWay: Compose = (place) => {
  const { node, values, t } = place;
  const [value, start, length] = values as [Expression, Expression, Expression | undefined];
  if (length === undefined) return undefined;
  const from = countedFrom(value, start, place);
  const known = leastOf(node.arguments[2], t);
  const isForward = known !== undefined && known >= 0;
  const first = isForward ? from : t.form('$1 + LEAST($2, 0)', [from, length], node);
  const many = isForward ? length : t.form('ABS($1)', [length], node);
  return t.form(LEFTWARDS[t.target], [value, first, many], node);
};

/** A start before the first character, from which a length counts. */
const LEFTWARDS: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'substr($1, $2, $3)',
  MYSQL: 'SUBSTRING($1, GREATEST($2, 1), $2 + $3 - GREATEST($2, 1))',
  SQLITE: 'substr($1, $2, $3)',
};

const fromEndOrZero = (substr: string): readonly FormCase[] => [
  plain(all(starts, count(2)), `${substr}($1, $2)`),
  plain(all(starts, hasLength), `${substr}($1, $2, $3)`),
  plain(all(count(2), isNumber(2, 0)), '$1'),
  { when: all(count(3), isNumber(2, 1)), form: atLeast(`${substr}($1, 1, GREATEST($3, 0))`) },
  { when: all(isNegativeLiteral(2), count(2)), form: counted('RIGHT($1, $4)') },
  { when: count(2), form: atLeast(`CASE WHEN $2 < 0 THEN RIGHT($1, -$2) ELSE ${substr}($1, GREATEST($2, 1)) END`) },
  { when: always, form: eitherWay },
];

/** With a negative count PostgreSQL leaves out so many of the other end, MySQL all. */
const left: Readonly<Record<'pg' | 'my' | 'lite', Form>> = {
  pg: [plain(isAtLeast(2, 0), 'left($1, $2)'), plain(always, 'left($1, GREATEST($2, 0))')],
  my: [
    plain(isAtLeast(2, 0), 'LEFT($1, $2)'),
    plain(always, 'LEFT($1, CASE WHEN $2 < 0 THEN CHAR_LENGTH($1) + $2 ELSE $2 END)'),
  ],
  lite: [
    plain(isAtLeast(2, 0), 'substr($1, 1, $2)'),
    { when: ({ t }) => t.source === 'MYSQL', form: 'substr($1, 1, MAX($2, 0))' },
    plain(always, 'substr($1, 1, MAX(CASE WHEN $2 < 0 THEN length($1) + $2 ELSE $2 END, 0))'),
  ],
};

const right: Readonly<Record<'pg' | 'my' | 'lite', Form>> = {
  pg: [plain(isAtLeast(2, 0), 'right($1, $2)'), plain(always, 'right($1, GREATEST($2, 0))')],
  my: [
    plain(isAtLeast(2, 0), 'RIGHT($1, $2)'),
    plain(always, 'RIGHT($1, CASE WHEN $2 < 0 THEN CHAR_LENGTH($1) + $2 ELSE $2 END)'),
  ],
  lite: [
    plain(isAtLeast(2, 1), 'substr($1, -$2)'),
    {
      when: ({ t }) => t.source === 'MYSQL',
      form: 'CASE WHEN $2 > 0 THEN substr($1, -$2) ELSE substr($1, 1, 0 * $2) END',
    },
    plain(
      always,
      'CASE WHEN $2 > 0 THEN substr($1, -$2) WHEN $2 < 0 THEN substr($1, 1 - $2) ELSE substr($1, 1, 0 * $2) END',
    ),
  ],
};

/** `substring(text FROM pattern)` is another function. */
const orPattern =
  (form: Form): Form =>
  (place) =>
    substringByPattern(place) ?? byForm(form, place);

/** Pieces of texts by place. */
export const substringForms: FormTable = {
  substring_counting_leftwards: {
    takes: 'text count count',
    my: orPattern(leftwards('SUBSTRING', 'GREATEST')),
    lite: orPattern(leftwards('substr', 'MAX')),
  },
  substring_from_end: { takes: 'text count count', pg: fromEndInPostgresql, lite: fromEndInSqlite },
  substring_from_end_or_zero: {
    takes: 'text count count',
    pg: fromEndOrZero('substr'),
    my: fromEndOrZero('SUBSTRING'),
  },
  left: { takes: 'text count', ...left },
  right: { takes: 'text count', ...right },
  overlay: {
    takes: 'text text count count',
    my: [
      plain(count(3), 'CONCAT(SUBSTRING($1, 1, $3 - 1), $2, SUBSTRING($1, $3 + CHAR_LENGTH($2)))'),
      plain(always, 'CONCAT(SUBSTRING($1, 1, $3 - 1), $2, SUBSTRING($1, GREATEST($3 + $4, 1)))'),
    ],
    lite: [
      plain(count(3), 'substr($1, 1, $3 - 1) || $2 || substr($1, $3 + length($2))'),
      plain(always, 'substr($1, 1, $3 - 1) || $2 || substr($1, MAX($3 + $4, 1))'),
    ],
  },
  insert: {
    takes: 'text count count text',
    pg: [
      plain(
        isAtLeast(3, 0),
        'CASE WHEN $2 < 1 OR $2 > length($1) THEN $1 ELSE left($1, $2 - 1) || $4 || substr($1, $2 + $3) END',
      ),
      plain(
        always,
        'CASE WHEN $2 < 1 OR $2 > length($1) THEN $1 ELSE left($1, $2 - 1) || $4 || CASE WHEN $3 < 0 THEN left($1, 0) ELSE substr($1, $2 + $3) END END',
      ),
    ],
    lite: [
      plain(
        isAtLeast(3, 0),
        'CASE WHEN $2 < 1 OR $2 > length($1) THEN $1 ELSE substr($1, 1, $2 - 1) || $4 || substr($1, $2 + $3) END',
      ),
      plain(
        always,
        "CASE WHEN $2 < 1 OR $2 > length($1) THEN $1 ELSE substr($1, 1, $2 - 1) || $4 || CASE WHEN $3 < 0 THEN '' ELSE substr($1, $2 + $3) END END",
      ),
    ],
  },
};
