import { asked, type Expression, type StringLiteral } from '../../ast/index.js';
import type { DialectName } from '../../dialects/dialect.js';
import type { SqlTypeName } from '../sql-type.js';

/** What a value is, as far as the way in which it is used tells: a type tells more. */
export type Family = 'number' | 'truth' | 'text' | 'moment' | 'document' | 'other';

const FAMILIES: Readonly<Record<SqlTypeName, Family>> = {
  BOOLEAN: 'truth',
  INTEGER: 'number',
  BIGINT: 'number',
  DECIMAL: 'number',
  FLOAT: 'number',
  TEXT: 'text',
  ENUM: 'text',
  DATE: 'moment',
  TIME: 'moment',
  TIMESTAMP: 'moment',
  TIMESTAMPTZ: 'moment',
  JSON: 'document',
  BINARY: 'other',
  INTERVAL: 'other',
  UUID: 'other',
  ARRAY: 'other',
  OTHER: 'other',
};

export const familyOfType = (type: SqlTypeName): Family => FAMILIES[type];

const MOMENT = /^\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d(\.\d+)?)?)?(Z|[-+]\d\d(:?\d\d)?)?$/;
/** Words that PostgreSQL reads as truth values, moments or numbers where those are asked for. */
const WORDS = /^(t|f|true|false|y|n|yes|no|on|off|now|today|tomorrow|yesterday|epoch|-?infinity|nan)$/i;
const UUID = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i;

/** What a column is that a string stands beside: digits may be meant for a number, and words for what they say. */
const familyOfContent = (content: string): Family | undefined => {
  if (MOMENT.test(content)) return 'moment';
  return /\p{L}/u.test(content) && !WORDS.test(content.trim()) && !UUID.test(content) ? 'text' : undefined;
};

export const familyOfString = (node: StringLiteral): Family | undefined => asked(node, familyOfContent);

const isTruthNumber = (content: string): boolean => content === '0' || content === '1';

/** 0 and 1 are truth values as well where those are numbers. */
export function familyOfNumber(
  node: Extract<Expression, { kind: 'number' }>,
  dialect: DialectName,
): Family | undefined {
  return dialect !== 'POSTGRESQL' && asked(node, isTruthNumber) ? undefined : 'number';
}
