import type { Expression, Node } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import { textOf } from '../expressions/coercion.js';
import type { MomentKind } from '../expressions/moments.js';
import { text } from '../made-nodes.js';
import type { Translator } from '../translator.js';
import { NATIVE } from './temporal-format-pieces.js';
import { readFormat, type Format } from './temporal-format-reading.js';
import { momentInText, separatedDate } from './temporal-texts-read.js';
import type { MomentCompose, MomentTable } from './temporal-moments.js';
import { LITERAL } from './temporal-formats.js';

/** Pieces of a fixed width, that SQLite can cut out of a text. */
const WIDTHS: Readonly<Record<string, number>> = { year: 4, month: 2, day: 2, hour: 2, minute: 2, second: 2 };

const OF_DATE = /year|month|day/;
const OF_TIME = /hour|minute|second|half/;

/** What a format reads: a date, a time of a day or both. */
function kindOf(format: Format): MomentKind {
  const pieces = format.flatMap((one) => (typeof one === 'string' ? [] : [one.piece]));
  const hasTime = pieces.some((piece) => OF_TIME.test(piece));
  if (!pieces.some((piece) => OF_DATE.test(piece))) return 'TIME';
  return hasTime ? 'TIMESTAMP' : 'DATE';
}

/** The same format in the target's signs; undefined where it has none for a piece, or text that it might take for one. */
function rewritten(format: Format, dialect: DialectName): string | undefined {
  const pieces = format.map((one) => {
    return typeof one === 'string' ? LITERAL[dialect](one) : NATIVE[one.piece][dialect];
  });
  return pieces.includes(undefined) ? undefined : pieces.join('');
}

const PARSED: Readonly<Record<'POSTGRESQL' | 'MYSQL', Readonly<Record<MomentKind, string>>>> = {
  POSTGRESQL: {
    DATE: 'to_date($1, $2)',
    TIMESTAMP: 'CAST(to_timestamp($1, $2) AS timestamp)',
    TIME: 'CAST(to_timestamp($1, $2) AS time)',
  },
  MYSQL: {
    DATE: 'CAST(STR_TO_DATE($1, $2) AS DATE)',
    TIMESTAMP: 'CAST(STR_TO_DATE($1, $2) AS DATETIME)',
    TIME: 'CAST(STR_TO_DATE($1, $2) AS TIME)',
  },
};

/** Cuts the parts out of the text, which must be as long as the format says, and puts them into the one form. */
function cutOut(value: Expression, format: Format, kind: MomentKind, at: Node, t: Translator): Expression | undefined {
  const places = new Map<string, number>();
  let from = 1;
  for (const one of format) {
    if (typeof one === 'string') {
      from += one.length;
      continue;
    }
    const width = WIDTHS[one.piece];
    if (width === undefined || places.has(one.piece)) return undefined;
    places.set(one.piece, from);
    from += width;
  }
  const cut = (piece: string, otherwise: string): string => {
    const place = places.get(piece);
    return place === undefined ? `'${otherwise}'` : `substr($1, ${place}, ${WIDTHS[piece] as number})`;
  };
  const date = `${cut('year', '0000')} || '-' || ${cut('month', '01')} || '-' || ${cut('day', '01')}`;
  const time = `${cut('hour', '00')} || ':' || ${cut('minute', '00')} || ':' || ${cut('second', '00')}`;
  const forms: Readonly<Record<MomentKind, string>> = {
    DATE: `date(${date})`,
    TIME: `time(${time})`,
    TIMESTAMP: `datetime(${date} || ' ' || ${time})`,
  };
  return t.form(forms[kind], [value], at);
}

const parsed =
  (kind?: MomentKind): MomentCompose =>
  ({ node, t }) => {
    const [value, format] = node.arguments as [Expression, Expression];
    const read = format.kind === 'string' ? readFormat(format.value, t.source) : undefined;
    if (read === undefined) return undefined;
    const given = kind ?? kindOf(read);
    const made = parsedFor(textOf(value, t), read, given, node, t);
    return made && { made, kind: given };
  };

function parsedFor(value: Expression, read: Format, kind: MomentKind, at: Node, t: Translator): Expression | undefined {
  const known = t.target === 'SQLITE' && value.kind === 'string' ? momentInText(value.value, read, kind) : undefined;
  if (known !== undefined) return text(known, at.span);
  const separated = t.target === 'SQLITE' && value.kind !== 'string' ? separatedDate(read, kind) : undefined;
  if (separated !== undefined) return t.form(separated, [value], at);
  if (t.target === 'SQLITE') return cutOut(value, read, kind, at, t);
  const format = rewritten(read, t.target);
  return format === undefined ? undefined : t.form(PARSED[t.target][kind], [value, text(format, at.span)], at);
}

/** Functions that read moments out of text by a format. */
export const parsedMoments: MomentTable = {
  to_date: parsed('DATE'),
  timestamp_of_format: parsed('TIMESTAMP'),
  str_to_date: parsed(),
};
