import type { Expression } from '../../../ast/index.js';
import { isText, numberOf, textOf } from '../../expressions/coercion.js';
import { WHOLE_TYPES } from '../../expressions/numbers/number-types.js';
import { inSource } from '../../in-source.js';
import { binary, call, number, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { literalNumber, type CallPlace, type Compose, type FormTable } from '../form.js';
import { exactReal, inDoubles, roundInSqlite } from './rounding.js';
import { literalText } from '../known-values.js';
import { asLetters } from '../texts/text.js';
import { concatenated } from '../../expressions/texts/concatenation.js';

/** A rounded number with commas between thousands: of SQLite's `printf`, whose `,` takes whole numbers alone before 3.45. */
function groupedInSqlite(place: CallPlace, digits: number): Expression {
  const { node, t, values } = place;
  const [value, exact] = roundedTo(place, values[0] as Expression, digits);
  const whole = t.form("printf('%,d', CAST(ABS($1) AS INTEGER))", [exact], node);
  const all =
    digits === 0
      ? whole
      : binary(
          'concatenate',
          whole,
          t.form(
            'substr(printf($2, ABS($1)), $3)',
            [exact, text(`%.${digits}f`, node.span), number(-digits - 1, node.span)],
            node,
          ),
        );
  const signed = t.form("CASE WHEN $1 < 0 THEN '-' ELSE '' END || $2", [exact, all], node);
  return t.form('CASE WHEN $1 IS NOT NULL THEN $2 END', [value, signed], node);
}

/** A value, and what it is rounded to. */
function roundedTo(place: CallPlace, value: Expression, digits: number): [value: Expression, rounded: Expression] {
  const { node } = place;
  const [operand] = node.arguments as [Expression];
  const written = number(digits, node.span);
  const call = { ...node, arguments: [operand, written] };
  return [value, roundInSqlite({ ...place, node: call, values: [value, written] }) ?? value];
}

/** Of more digits behind the point, FORMAT shows these. https://mariadb.com/kb/en/format/ */
const MOST_DIGITS = 38;
const shownDigits = (written: number): number => Math.min(Math.max(Math.round(written), 0), MOST_DIGITS);

/** FORMAT(number, digits) */
const formatInSqlite: Compose = (place) => {
  const digits = literalNumber(place.node.arguments[1]);
  if (digits === undefined) return undefined;
  return byLocale(place, () => groupedInSqlite(place, shownDigits(digits)));
};

/** Locales whose numbers have groups of three, by whether their point and comma are the other way round. */
const TURNS_SIGNS: Readonly<Record<string, boolean>> = { en_us: false, en_gb: false, de_de: true };

const TURNED: Readonly<Record<'POSTGRESQL' | 'SQLITE', string>> = {
  POSTGRESQL: "translate($1, ',.', '.,')",
  SQLITE: "replace(replace(replace($1, ',', ';'), '.', ','), ';', '.')",
};

/** FORMAT(number, digits, 'de_DE'); undefined for a locale that is not known here. */
function byLocale({ node, t }: CallPlace, format: () => Expression | undefined): Expression | undefined {
  const [, , locale] = node.arguments;
  if (locale === undefined) return format();
  const turns = TURNS_SIGNS[literalText(locale)?.toLowerCase() ?? ''];
  const made = turns === undefined ? undefined : format();
  return made && turns === true && t.target !== 'MYSQL' ? t.form(TURNED[t.target], [made], node) : made;
}

const GROUPS = 'FM999,999,999,999,999,999,990';

const formatInPostgresql: Compose = (place) => byLocale(place, () => groupedInPostgresql(place));

function groupedInPostgresql({ node, values, t }: CallPlace): Expression | undefined {
  const written = literalNumber(node.arguments[1]);
  if (written === undefined) return undefined;
  const digits = shownDigits(written);
  const pattern = text(digits === 0 ? GROUPS : `${GROUPS}.${'0'.repeat(digits)}`, node.span);
  const [operand] = node.arguments as [Expression];
  const isFloat = t.typeName(operand) === 'FLOAT';
  const form = isFloat
    ? 'to_char(CAST(round(CAST($1 AS double precision) * $4) / $4 AS numeric), $2)'
    : 'to_char(round(CAST($1 AS numeric), $3), $2)';
  const power: Expression = { kind: 'number', text: `1e${digits}`, span: node.span };
  return t.form(
    form.replaceAll('$4', isFloat ? 'CAST($4 AS double precision)' : '$4'),
    [values[0] as Expression, pattern, number(digits, node.span), power],
    node,
  );
}

/** A piece of printf's format: text, or a conversion of the next argument. */
interface Piece {
  readonly text?: string;
  readonly flags: string;
  readonly width: number;
  readonly digits: number | undefined;
  readonly letter: string;
}

/** @returns undefined where the format has what is not known here */
function readFormat(format: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let rest = format;
  while (rest !== '') {
    const plain = /^[^%]+/.exec(rest)?.[0] ?? (rest.startsWith('%%') ? '%' : undefined);
    if (plain !== undefined) {
      pieces.push({ text: plain, flags: '', width: 0, digits: undefined, letter: '' });
      rest = rest.slice(plain === '%' ? 2 : plain.length);
      continue;
    }
    const [whole, flags = '', width = '', digits, letter = ''] =
      /^%([-+ 0,!]*)(\d*)(?:\.(\d+))?([dsfixXucqQw])/.exec(rest) ?? [];
    if (whole === undefined) return undefined;
    pieces.push({ flags, width: Number(width), digits: digits === undefined ? undefined : Number(digits), letter });
    rest = rest.slice(whole.length);
  }
  return pieces;
}

interface Spelled {
  /** A number without what is behind its point. */
  readonly cut: string;
  readonly whole: string;
  readonly groups: string;
  readonly fixed: string;
  readonly fixedGroups: string;
  readonly left: string;
  readonly right: string;
  readonly zeros: string;
  readonly x: string;
  readonly X: string;
  readonly quoted: string;
}

const SPELLED: Readonly<Record<'pg' | 'my', Spelled>> = {
  pg: {
    cut: 'trunc($1)',
    whole: 'CAST($1 AS text)',
    groups: `to_char($1, '${GROUPS}')`,
    fixed: 'CAST(round($4, $2) AS text)',
    fixedGroups: 'to_char(round($4, $2), $3)',
    left: 'rpad($1, GREATEST($2, length($1)))',
    right: 'lpad($1, GREATEST($2, length($1)))',
    zeros:
      "CASE WHEN $3 < 0 THEN '-' || lpad(substr($1, 2), GREATEST($2, length($1)) - 1, '0') ELSE lpad($1, GREATEST($2, length($1)), '0') END",
    x: 'to_hex(CAST($1 AS bigint))',
    X: 'upper(to_hex(CAST($1 AS bigint)))',
    quoted: "'''' || replace($1, '''', '''''') || ''''",
  },
  my: {
    cut: 'TRUNCATE($1, 0)',
    whole: 'CAST($1 AS CHAR)',
    groups: 'FORMAT($1, 0)',
    fixed: 'CAST(ROUND($4, $2) AS CHAR)',
    fixedGroups: 'FORMAT($4, $2)',
    left: "RPAD($1, GREATEST($2, CHAR_LENGTH($1)), ' ')",
    right: "LPAD($1, GREATEST($2, CHAR_LENGTH($1)), ' ')",
    zeros:
      "CASE WHEN $3 < 0 THEN CONCAT('-', LPAD(SUBSTRING($1, 2), GREATEST($2, CHAR_LENGTH($1)) - 1, '0')) ELSE LPAD($1, GREATEST($2, CHAR_LENGTH($1)), '0') END",
    x: 'LOWER(HEX($1))',
    X: 'HEX($1)',
    quoted: "CONCAT('''', REPLACE($1, '''', ''''''), '''')",
  },
};

/** All pieces as one text, also where the only one is a number. */
const oneText = (pieces: readonly Expression[], { span }: Expression, t: Translator): Expression =>
  t.target === 'MYSQL' ? call('CONCAT', pieces, span) : concatenated(pieces, t);

/** printf(format, values …) of SQLite's, whose NULL is nothing or 0. */
const printf =
  (spelled: Spelled): Compose =>
  (place) => {
    const { node, t } = place;
    const pieces = readFormat(literalText(node.arguments[0]) ?? '%');
    if (pieces === undefined || pieces.length === 0)
      return t.refuse(
        node,
        'This format, or a part of it, has no counterpart in the target.',
        'Write it out, of `%s`, `%d`, `%f`, `%x`, `%c`, `%q` and `%w` with a width, or write the text in the application.',
      );
    let next = 1;
    const made: Expression[] = [];
    for (const piece of pieces) {
      if (piece.text !== undefined) made.push(text(piece.text, node.span));
      else {
        const value = node.arguments[next];
        next += 1;
        const one = value === undefined ? undefined : conversion(piece, value, spelled, place);
        if (one === undefined) return undefined;
        made.push(one);
      }
    }
    return oneText(made, node, t);
  };

function conversion(piece: Piece, value: Expression, spelled: Spelled, place: CallPlace): Expression | undefined {
  const { node, t } = place;
  const { flags, width, digits = piece.letter === 'f' ? 6 : 0, letter } = piece;
  const isWord = WORDS[letter] !== undefined;
  if (flags.includes('!') && !isWord) return undefined;
  if (isWord && piece.digits !== undefined && (letter !== 's' || piece.digits > MOST_BYTES)) return undefined;
  if (/[+ ]/.test(flags) && flags.includes('0')) return undefined;
  if (/[dixXu]/.test(letter) && piece.digits !== undefined) return undefined;
  if (value.kind === 'null')
    return isWord ? text(NO_WORD[letter] ?? '', value.span) : conversion(piece, number(0, value.span), spelled, place);
  const nullable = t.typeOf(value).nullable !== false;
  const asNumber = (): Expression => inDoubles(value, numberOf(value, t), t);
  const plain = isWord ? textOf(value, t) : asNumber();
  const ofNull = NO_WORD[letter];
  const filled =
    nullable && ofNull === undefined ? t.form(isWord ? "COALESCE($1, '')" : 'COALESCE($1, 0)', [plain], node) : plain;
  const isCut = /[dixXu]/.test(letter) && !WHOLE_TYPES.has(t.typeName(value));
  const operand = isCut ? t.form(spelled.cut, [filled], node) : filled;
  const pattern = text(digits === 0 ? GROUPS : `${GROUPS}.${'0'.repeat(digits)}`, node.span);
  const exact = letter === 'f' ? exactReal(value, operand, digits, place) : operand;
  const grouped = flags.includes(',');
  const form = isWord
    ? letter === 'Q'
      ? spelled.quoted
      : wordForm(piece)
    : letter === 'x' || letter === 'X'
      ? spelled[letter]
      : letter === 'f'
        ? grouped
          ? spelled.fixedGroups
          : spelled.fixed
        : grouped
          ? spelled.groups
          : spelled.whole;
  const written = t.form(form, [operand, number(digits, node.span), pattern, exact], node);
  const bare =
    nullable && ofNull !== undefined ? t.form('COALESCE($1, $2)', [written, text(ofNull, node.span)], node) : written;
  const made = isWord ? bare : withSign(bare, operand, flags, place);
  if (width === 0) return made;
  const pad = flags.includes('-') ? spelled.left : flags.includes('0') && !isWord ? spelled.zeros : spelled.right;
  return t.form(pad, [made, widthOf(width, made, isWord && isText(value, t), place), operand], node);
}

/** SQLite counts bytes: a text with letters of several has fewer characters than the width says. */
function widthOf(width: number, made: Expression, isWord: boolean, { node, t }: CallPlace): Expression {
  const plain = number(width, node.span);
  if (!isWord || t.source !== 'SQLITE' || made.kind === 'string') return plain;
  return t.form('$1 - octet_length($2) + char_length($2)', [plain, made], node);
}

/** Letters for texts, and how a text is written for each: %q doubles quotes, %Q puts some around it, %w doubles those of names. */
const WORDS: Readonly<Record<string, string>> = {
  s: '$1',
  c: 'LEFT($1, 1)',
  q: "REPLACE($1, '''', '''''')",
  w: `REPLACE($1, '"', '""')`,
  Q: '$1',
};
/** What they make of NULL. */
const NO_WORD: Readonly<Record<string, string>> = { q: '(NULL)', w: '(NULL)', Q: 'NULL' };

/** As many characters as so many bytes are enough for: each has four at most. */
function cutToBytes(bytes: number): string {
  const lengths = Array.from({ length: bytes - Math.floor(bytes / 4) }, (_, less) => bytes - less);
  const branches = lengths.map((one) => `WHEN OCTET_LENGTH(LEFT($1, ${one})) <= ${bytes} THEN ${one}`);
  return `LEFT($1, CASE ${branches.join(' ')} ELSE ${Math.floor(bytes / 4)} END)`;
}
/** So many that saying it so is no answer any more. */
const MOST_BYTES = 100;

/** A text as far as the digits say, which count bytes, and characters with `!`; of a character the first alone. */
const wordForm = ({ letter, digits, flags }: Piece): string =>
  digits === undefined ? (WORDS[letter] as string) : flags.includes('!') ? 'LEFT($1, $2)' : cutToBytes(digits);

/** A sign, or a space, before what is not negative. */
function withSign(made: Expression, operand: Expression, flags: string, { node, t }: CallPlace): Expression {
  const sign = flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : undefined;
  if (sign === undefined) return made;
  return t.form('CASE WHEN $1 < 0 THEN $2 ELSE CONCAT($3, $2) END', [operand, made, text(sign, node.span)], node);
}

/** format('%s …', values …) of PostgreSQL's: values one after the other, NULL as nothing. */
const formatArguments: Compose = ({ node, t }) => {
  const format = literalText(node.arguments[0]);
  if (format === undefined) return undefined;
  const pieces = format.match(/%%|%(?:\d+\$)?-?\d*[sIL]|[^%]+|%/g) ?? [];
  let next = 1;
  const made: Expression[] = [];
  for (const piece of pieces) {
    if (piece === '%') return undefined;
    if (piece === '%%' || !piece.startsWith('%')) made.push(text(piece === '%%' ? '%' : piece, node.span));
    else {
      const at = /^%(\d+)\$/.exec(piece)?.[1];
      const index = at === undefined ? next : Number(at);
      next = index + 1;
      const value = node.arguments[index];
      if (value === undefined) return undefined;
      made.push(conversionOf(piece, value, node, t));
    }
  }
  if (made.length === 0) return text('', node.span);
  return oneText(made, node, t);
};

/** A value as it is, or as a literal of SQL, filled up with spaces to a width. */
function conversionOf(piece: string, value: Expression, at: Expression, t: Translator): Expression {
  const [, sign = '', width = '', letter] = /(-?)(\d*)([sIL])$/.exec(piece.replace(/^%(?:\d+\$)?/, '')) ?? [];
  if (width === '' && letter === 's') return asWritten(value, t);
  const whole = WHOLE[letter as keyof typeof WHOLE];
  if (width === '') return inSource(whole, [value], at, t);
  const fill = sign === '-' ? 'rpad' : 'lpad';
  return inSource(`${fill}(${whole}, greatest(${width}, length(${whole})))`, [value], at, t);
}

const WHOLE = { s: "COALESCE(CAST($1 AS text), '')", I: 'quote_ident($1)', L: 'quote_nullable($1)' } as const;

function asWritten(value: Expression, t: Translator): Expression {
  const made = asLetters(value, textOf(value, t), t);
  return t.typeOf(value).nullable === false ? made : t.form("COALESCE($1, '')", [made], value);
}

/**
 * to_char(number, format) for the formats of reports: digits with or without groups, a fixed count behind the point, and
 * FM; others have no counterpart.
 */
export const numberToChar: Compose = (place) => {
  const { node, values, t } = place;
  const pattern = literalText(node.arguments[1]);
  const [, fills, whole = '', behind] =
    /^(FM)?([09,G]+)(?:[.D](0+|9+))?$/.exec(pattern?.replace(/^fm/, 'FM') ?? '') ?? [];
  if (fills === undefined || whole === '') return undefined;
  const [value] = values as [Expression];
  const digits = behind?.length ?? 0;
  const zeros = whole.replace(/[,G]/g, '').replace(/^9*/, '').length;
  const isGrouped = /[,G]/.test(whole);
  // nines behind the point leave out zeros, and no zero before it leaves out that of 0.5
  if (behind?.startsWith('9') === true || zeros === 0 || (isGrouped && zeros > 1)) return undefined;
  if (isGrouped && !/^[09]{1,3}(?:[,G][09]{3})*$/.test(whole)) return undefined;
  if (t.target === 'SQLITE') {
    if (isGrouped) return groupedInSqlite(place, digits);
    const width = zeros + (digits === 0 ? 0 : digits + 1);
    const [, signed] = roundedTo(place, value, digits);
    const exact = t.form('ABS($1)', [signed], node);
    return t.form(
      "CASE WHEN $1 < 0 THEN '-' || printf($3, $2) WHEN $1 >= 0 THEN printf($3, $2) END",
      [signed, exact, text(`%0${width}.${digits}f`, node.span)],
      node,
    );
  }
  const isWhole = WHOLE_TYPES.has(node.arguments[0] && t.typeName(node.arguments[0]));
  const rounded = isWhole ? value : t.form('ROUND($1, $2)', [value, number(digits, node.span)], node);
  if (isGrouped) return t.form('FORMAT($1, $2)', [rounded, number(digits, node.span)], node);
  // halves of floating-point numbers go to the even neighbour, as long as they are such numbers
  const isFloat = node.arguments[0] !== undefined && t.typeName(node.arguments[0]) === 'FLOAT';
  const fixed = t.form(
    'CAST(ROUND(CAST(ABS($1) AS DECIMAL(65, 20)), $2) AS CHAR)',
    [isFloat ? rounded : value, number(digits, node.span)],
    node,
  );
  const width = number(zeros + (digits === 0 ? 0 : digits + 1), node.span);
  return t.form(
    "CASE WHEN $1 < 0 THEN CONCAT('-', LPAD($2, GREATEST($3, CHAR_LENGTH($2)), '0')) ELSE LPAD($2, GREATEST($3, CHAR_LENGTH($2)), '0') END",
    [rounded, fixed, width],
    node,
  );
};

/** Numbers as text in a format. */
export const numberFormatForms: FormTable = {
  format_number: { takes: 'number', pg: formatInPostgresql, lite: formatInSqlite },
  format_printf: { pg: printf(SPELLED.pg), my: printf(SPELLED.my) },
  // of numbers; moments have formats of their own
  to_char: { my: numberToChar, lite: numberToChar },
  format_arguments: { my: formatArguments, lite: formatArguments },
};
