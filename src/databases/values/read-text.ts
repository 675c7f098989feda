import type { NumberFormat } from '../column-type.js';
import type { JsonValue } from '../database-adapter.js';

/** Reads the text of an integer: a number where it loses nothing. */
export function readInteger(text: string): JsonValue {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
}

/** The same for a column of 64-bit integers, which may be asked for as strings throughout. */
export function bigintReader(numbers: NumberFormat): (text: string) => JsonValue {
  return numbers === 'STRINGS' ? (text) => text : readInteger;
}

/** JSON has no NaN and no infinities: those stay text. */
export function readFloat(text: string): JsonValue {
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}

/** A JSON value from its text; the text itself where a number in it would be rounded, or it is none. */
export function readJson(text: string): JsonValue {
  try {
    const parsed = JSON.parse(text) as JsonValue;
    return losesDigits(text) ? text : parsed;
  } catch {
    return text;
  }
}

/** Whether the text holds a number of more digits than a double keeps. */
function losesDigits(text: string): boolean {
  if (!/\d[\d.]{15}/.test(text)) return false;
  const withoutStrings = text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  const long = withoutStrings.match(/-?\d[\d.]{15,}(?:[eE][+-]?\d+)?/g) ?? [];
  return long.some((number) => String(Number(number)) !== number);
}

const WHOLE_SECONDS = '2024-02-29 13:05:00'.length;
const MOMENT = /^(?!0000-00-00)(\d{4,}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}(?:\.\d+)?)$/;

/** Engines differ in how many zeros they write behind a second. */
export function trimmedFraction(text: string): string {
  return text.replace(/\.(\d*?)0+(?=$|[+-])/, (_, digits: string) => (digits === '' ? '' : `.${digits}`));
}

/** `2024-02-29 13:05:00.5` as ISO 8601; what is no such moment (infinity, BC, MySQL's zero) stays as it is. */
export function isoMoment(text: string): string {
  // Most moments are whole seconds of a year with four digits.
  if (text.length === WHOLE_SECONDS && text[10] === ' ' && text[4] === '-' && !text.startsWith('0000-')) {
    return `${text.slice(0, 10)}T${text.slice(11)}`;
  }
  return MOMENT.test(text) ? trimmedFraction(text.replace(' ', 'T')) : text;
}

/** The same for a moment in UTC. */
export function isoMomentInUtc(text: string): string {
  const iso = isoMoment(text.endsWith('+00') ? text.slice(0, -3) : text);
  return iso.includes('T') ? `${iso}Z` : text;
}

const SHORT = 15;

/** A number that was kept in four bytes, with the digits that lead back to it. */
export function shortestFloat(value: number): number {
  for (let digits = 6; digits < SHORT; digits++) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return shorter;
  }
  return value;
}
