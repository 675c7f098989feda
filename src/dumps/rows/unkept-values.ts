import { DragomanError } from '../../errors/index.js';
import {
  foldName,
  ownKey,
  positionAt,
  primaryKeyOf,
  type ColumnDefinition,
  type CreateTable,
  type Dialect,
  type Expression,
  type Statement,
} from '../../sql/index.js';
import type { Definitions } from '../tables/definitions.js';

interface Unkept {
  readonly why: string;
  readonly advice: string;
}

const NO_LABEL: Unkept = {
  why: 'The empty text is none of the words that this column takes: MySQL keeps it for a value that was none of them.',
  advice: 'Add it to the words of the column, or give one of them.',
};
const PAST_THE_DAY: Unkept = {
  why: 'The target’s times are within a day.',
  advice: 'Keep it in a column of texts, or as a number of seconds.',
};

const WITHIN_DAY = /^\s*(?:[01]?\d|2[0-3]):[0-5]?\d(?::[0-5]?\d(?:\.\d*)?)?\s*$/;
const HAS_CLOCK = /^\s*-?\d+:\d/;

const TOO_LARGE: Unkept = {
  why: 'The target’s whole numbers end at 9223372036854775807.',
  advice: 'Keep it in a column of DECIMAL(20).',
};
const NO_KEY: Unkept = {
  why: 'The target takes no NULL in a primary key, as SQLite does.',
  advice: 'Give the row a key.',
};

const GREATEST = 2n ** 63n - 1n;
const WHOLE = /^\d{19,}$/;

/** What the target would not keep of what MySQL's types do. */
function unkept(value: Expression, { type }: ColumnDefinition, to: Dialect): Unkept | undefined {
  if (value.kind === 'number' && type?.name === 'bigint' && WHOLE.test(value.text) && BigInt(value.text) > GREATEST)
    return TOO_LARGE;
  if (value.kind !== 'string') return undefined;
  const name = type?.name.toLowerCase();
  const isLabel = type?.arguments.some((one) => one.kind === 'string' && one.value === value.value) === true;
  if (name === 'enum' && value.value === '' && !isLabel) return NO_LABEL;
  const isPast = HAS_CLOCK.test(value.value) && !WITHIN_DAY.test(value.value);
  return name === 'time' && to.name === 'POSTGRESQL' && isPast ? PAST_THE_DAY : undefined;
}

/** The columns of SQLite's primary key, but of one that is the number of the row: NULL is the next number to that. */
function keyOf(table: CreateTable, from: Dialect): readonly string[] {
  const keys = primaryKeyOf(table, from).map((name) => name.toLowerCase());
  const isRow = (table.elements ?? []).some(
    (one) =>
      one.kind === 'column-definition' &&
      keys.length === 1 &&
      keys[0] === foldName(one.name, from).toLowerCase() &&
      one.type?.name.toLowerCase() === 'integer',
  );
  return isRow ? [] : keys;
}

/**
 * Looks at rows of dumps for values that MySQL's or SQLite's own columns keep, and the target’s refuse when they are loaded.
 *
 * @param text what they were read from
 * @throws DragomanError UNTRANSLATABLE for the first of them
 */
export function refuseUnkept(
  tree: Statement,
  text: string,
  { from, to, definitions }: { readonly from: Dialect; readonly to: Dialect; readonly definitions: Definitions },
): void {
  if (from.name === 'POSTGRESQL' || tree.kind !== 'insert' || tree.source?.body.kind !== 'values') return;
  const table = definitions.of(tree.table)?.table;
  const keys = new Set(from.name === 'SQLITE' && table !== undefined ? keyOf(table, from) : []);
  const columns = (table?.elements ?? []).filter((one) => one.kind === 'column-definition');
  const named = new Map(columns.map((one) => [foldName(one.name, from).toLowerCase(), one]));
  const given =
    tree.columns?.map((one) => (one.kind === 'column' ? named.get(ownKey(one, from)) : undefined)) ?? columns;
  for (const { items } of tree.source.body.rows)
    for (const [at, value] of items.entries()) {
      const column = given[at];
      if (column === undefined || value.kind === 'default') continue;
      const isNoKey = value.kind === 'null' && keys.has(foldName(column.name, from).toLowerCase());
      const found = isNoKey ? NO_KEY : from.name === 'MYSQL' ? unkept(value, column, to) : undefined;
      if (found !== undefined)
        throw new DragomanError('UNTRANSLATABLE', found.why, {
          hint: found.advice,
          position: positionAt(text, value.span.start),
        });
    }
}
