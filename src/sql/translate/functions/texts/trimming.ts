import type { Expression, FunctionCall } from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { call, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { everywhere, type CallPlace, type Compose, type FormRow } from '../form.js';

/** Where characters are taken off. */
type Side = 'BOTH' | 'LEADING' | 'TRAILING';

/** Functions that take spaces off, and those that take off any of some characters. */
const CALLED: Readonly<Record<DialectName, Readonly<Record<Side, string>>>> = {
  POSTGRESQL: { BOTH: 'btrim', LEADING: 'ltrim', TRAILING: 'rtrim' },
  MYSQL: { BOTH: 'TRIM', LEADING: 'LTRIM', TRAILING: 'RTRIM' },
  SQLITE: { BOTH: 'trim', LEADING: 'ltrim', TRAILING: 'rtrim' },
};

/** The side that TRIM's words name, else the function's own. */
function sideOf({ separators }: FunctionCall, usual: Side): Side {
  const words = separators?.[0] ?? '';
  return words.startsWith('LEADING') ? 'LEADING' : words.startsWith('TRAILING') ? 'TRAILING' : usual;
}

/** Spaces. */
export function trimsCharacters(usual: Side): FormRow {
  const form: Compose = ({ node, values, t }) => t.form(`${CALLED[t.target][sideOf(node, usual)]}($1)`, values, node);
  return everywhere(form);
}

interface Trimmed {
  readonly operand: Expression;
  readonly off: Expression;
  /** What is taken off where it is written out. */
  readonly known: string | undefined;
  readonly side: Side;
}

/** `TRIM(off FROM operand)` has them the other way around than `trim(operand, off)`. */
function readTrim({ node, values }: CallPlace, usual: Side): Trimmed {
  const turned = node.separators?.[1]?.endsWith('FROM') === true;
  const [operand, off] = (turned ? [values[1], values[0]] : values) as [Expression, Expression];
  const source = node.arguments[turned ? 0 : 1];
  return { operand, off, known: source?.kind === 'string' ? source.value : undefined, side: sideOf(node, usual) };
}

/** Any of some characters, as PostgreSQL and SQLite take them off. */
export function trimsAnyOf(usual: Side): FormRow {
  const own: Compose = (place) => {
    const { operand, off, side } = readTrim(place, usual);
    return place.t.form(`${CALLED[place.t.target][side]}($1, $2)`, [operand, off], place.node);
  };
  const inMysql: Compose = (place) => {
    const { operand, off, known, side } = readTrim(place, usual);
    const { node, t } = place;
    if (known === undefined) return anyOfGiven(operand, off, side, place);
    if (Array.from(known).length === 1) return t.form(`TRIM(${side} $2 FROM $1)`, [operand, off], node);
    const anyCharacter = `[${known.replace(SIGNS, (sign) => `\\${sign}`)}]+`;
    return known === ''
      ? operand
      : t.form("REGEXP_REPLACE($1, $2, '')", [operand, at(side, anyCharacter, node, t)], node);
  };
  return { pg: own, lite: own, my: inMysql };
}

/** What means something within the brackets of a regular expression. */
const SIGNS = /[\]\\^[&~-]/g;

/** What stands around such brackets. */
const AROUND: Readonly<Record<Side, readonly string[]>> = {
  BOTH: ['(?-i)^[', ']+|[', ']+\\z'],
  LEADING: ['(?-i)^[', ']+'],
  TRAILING: ['(?-i)[', ']+\\z'],
};

/** Any of characters that are known when the statement runs: their signs are written so that they mean themselves. */
function anyOfGiven(operand: Expression, off: Expression, side: Side, { node, t }: CallPlace): Expression {
  const { span } = node;
  const escaped = ['\\', ']', '[', '^', '-', '&', '~'].reduce(
    (inner, sign) => t.form('REPLACE($1, $2, $3)', [inner, text(sign, span), text(`\\${sign}`, span)], node),
    off,
  );
  const pieces = AROUND[side].flatMap((piece, at) => (at === 0 ? [text(piece, span)] : [escaped, text(piece, span)]));
  const pattern = call('CONCAT', pieces, span);
  return t.form("CASE WHEN $2 = '' THEN $1 ELSE REGEXP_REPLACE($1, $3, '') END", [operand, off, pattern], node);
}

/** A piece at the ends of a text, as a regular expression. */
function at(side: Side, piece: string, node: FunctionCall, t: Translator): Expression {
  const start = `^${piece}`;
  const end = `${piece}${t.target === 'MYSQL' ? '\\z' : '\\Z'}`;
  const written = { BOTH: `${start}|${end}`, LEADING: start, TRAILING: end }[side];
  return text(t.target === 'MYSQL' ? `(?-i)${written}` : written, node.span);
}

/** A text as a whole, which MySQL takes off as often as it stands there. */
export const trimsText: Compose = (place) => {
  const { operand, off, known, side } = readTrim(place, 'BOTH');
  const { node, t } = place;
  if (known === undefined) return undefined;
  if (known === '') return operand;
  if (Array.from(known).length === 1) return t.form(`${CALLED[t.target][side]}($1, $2)`, [operand, off], node);
  if (t.target === 'SQLITE') return undefined;
  const piece = `(?:${known.replace(/[\\^$.|?*+()[\]{}]/g, (sign) => `\\${sign}`)})+`;
  return t.form("regexp_replace($1, $2, '', 'g')", [operand, at(side, piece, node, t)], node);
};
