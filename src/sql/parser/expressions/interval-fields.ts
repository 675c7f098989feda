import type { Cursor } from '../cursor.js';

const FIELDS = ['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE', 'SECOND'] as const;

/** field [TO field] ['(' precision ')'], in upper case; '' where none stand */
export function parseIntervalFields(cursor: Cursor): string {
  const first = cursor.takeOneOf(...FIELDS);
  if (first === undefined) return '';
  const last = cursor.take('TO')
    ? (cursor.takeOneOf(...FIELDS) ?? cursor.unexpected('a field such as DAY'))
    : undefined;
  const precision = cursor.take('(') ? `(${cursor.next().text})` : '';
  if (precision !== '') cursor.expect(')');
  return `${last === undefined ? first : `${first} TO ${last}`}${precision}`;
}
