import { asked, type Expression } from '../../../ast/index.js';
import type { SqlTypeName } from '../../../typing/index.js';
import { binary, call, cast, dataType, number, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';

const WORDS = /^\s*(now|today|tomorrow|yesterday|epoch)\s*$/i;
const isWord = (content: string): boolean => WORDS.test(content);

/** The days that a word of PostgreSQL's is ahead of this one. */
const DAYS: Readonly<Record<string, number>> = { tomorrow: 1, yesterday: -1 };

/**
 * A word that PostgreSQL reads as a moment, `'today'`, in the source's terms. Undefined for anything else, and where the target
 * reads it, too. https://www.postgresql.org/docs/current/datatype-datetime.html#DATATYPE-DATETIME-SPECIAL-VALUES
 */
function momentOfWord(node: Expression, t: Translator): Expression | undefined {
  if (node.kind !== 'string' || t.source !== 'POSTGRESQL' || t.target === 'POSTGRESQL') return undefined;
  if (!asked(node, isWord)) return undefined;
  const { span } = node;
  const word = node.value.trim().toLowerCase();
  if (word === 'epoch') return text('1970-01-01 00:00:00', span);
  const now = call('now', [], span);
  if (word === 'now') return now;
  const today = cast(now, dataType('date', span));
  const days = DAYS[word];
  return days === undefined ? today : binary('add', today, number(days, span));
}

const MOMENTS: ReadonlySet<SqlTypeName | undefined> = new Set<SqlTypeName | undefined>([
  'DATE',
  'TIMESTAMP',
  'TIMESTAMPTZ',
]);

/** The same of what becomes a value of this type. */
export const specialMoment = (
  node: Expression,
  type: SqlTypeName | undefined,
  t: Translator,
): Expression | undefined => (MOMENTS.has(type) ? momentOfWord(node, t) : undefined);
