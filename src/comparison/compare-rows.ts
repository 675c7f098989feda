import stringify from 'safe-stable-stringify';
import type { JsonValue, ResultColumn } from '../databases/index.js';
import { acrossEngines, areAlike } from './families.js';

/** More differences than this are counted and not listed. */
export const MOST_DIFFERENCES = 100;

/** What one database gave. */
export interface ComparedRows {
  readonly database: string;
  readonly columns: readonly ResultColumn[];
  readonly tuples: readonly (readonly JsonValue[])[];
  /** Whether more rows were there. */
  readonly truncated: boolean;
  /** Whether it ran in another dialect than it was written in: its types are another engine's then. */
  readonly translated?: boolean;
}

/** One place where results differ. */
export interface ResultDifference {
  /** The row's number from 0; null where it is about the whole result. */
  readonly row: number | null;
  /** The column's key; null where it is about whole rows. */
  readonly column: string | null;
  /** What each database has there; empty where it is no value. */
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly message: string;
}

/**
 * Where the results differ from the first of them; none where they are the same.
 * @param ordered whether the order of the rows counts; else only which rows there are, and how often
 */
export function compareRows(results: readonly ComparedRows[], ordered: boolean): ResultDifference[] {
  const [first, ...others] = results;
  if (first === undefined) return [];
  const found = others.flatMap((other) => comparePair(first, other, ordered));
  const cut = results.filter(({ truncated }) => truncated).map(cutShort);
  const listed = [...cut, ...found].slice(0, MOST_DIFFERENCES);
  const unlisted = cut.length + found.length - listed.length;
  return unlisted === 0 ? listed : [...listed, whole(`${unlisted} more differences are not listed.`)];
}

function comparePair(left: ComparedRows, right: ComparedRows, ordered: boolean): ResultDifference[] {
  const columns = compareColumns(left, right);
  if (left.columns.length !== right.columns.length) return columns;
  const [one, other] = isAcross(left, right) ? [comparableTo(right, left), comparableTo(left, right)] : [left, right];
  return [...columns, ...(ordered ? compareInOrder(one, other) : compareAsBags(one, other))];
}

/** Whether two engines of different dialects gave these. */
const isAcross = (left: ComparedRows, right: ComparedRows): boolean => left.translated !== right.translated;

/** Rows with values in the form that they have in both engines. */
function comparableTo(other: ComparedRows, rows: ComparedRows): ComparedRows {
  const types = rows.columns.map(({ type }, index) => [type, other.columns[index]?.type ?? type]);
  return {
    ...rows,
    tuples: rows.tuples.map((tuple) => tuple.map((value, index) => acrossEngines(value, types[index] ?? []))),
  };
}

function compareColumns(left: ComparedRows, right: ComparedRows): ResultDifference[] {
  if (left.columns.length !== right.columns.length) {
    const counts = `${left.database} gives ${left.columns.length} columns, ${right.database} ${right.columns.length}.`;
    return [whole(counts)];
  }
  return left.columns.flatMap((column, index) => {
    const other = right.columns[index] ?? column;
    const differs = (what: 'name' | 'type'): ResultDifference[] => {
      if (column[what] === other[what]) return [];
      if (what === 'type' && isAcross(left, right) && areAlike(column.type, other.type)) return [];
      const values = { [left.database]: column[what], [right.database]: other[what] };
      return [{ row: null, column: column.key, values, message: `The ${what} of the column "${column.key}" differs.` }];
    };
    return [...differs('name'), ...differs('type')];
  });
}

function compareInOrder(left: ComparedRows, right: ComparedRows): ResultDifference[] {
  const shared = Math.min(left.tuples.length, right.tuples.length);
  const cells = left.tuples.slice(0, shared).flatMap((tuple, row) =>
    tuple.flatMap((value, index): ResultDifference[] => {
      const other = right.tuples[row]?.[index] ?? null;
      if (textOf(value) === textOf(other)) return [];
      const column = left.columns[index]?.key ?? String(index);
      const values = { [left.database]: value, [right.database]: other };
      return [{ row, column, values, message: `Row ${row} differs in "${column}".` }];
    }),
  );
  return [
    ...cells,
    ...left.tuples.slice(shared).map(missing(left, right, shared)),
    ...right.tuples.slice(shared).map(missing(right, left, shared)),
  ];
}

/** Which rows one has and the other lacks; a row that comes twice must come twice. */
function compareAsBags(left: ComparedRows, right: ComparedRows): ResultDifference[] {
  const surplus = (has: ComparedRows, lacks: ComparedRows): ResultDifference[] => {
    const counts = countRows(lacks);
    return has.tuples.flatMap((tuple, row) => {
      const text = textOf(tuple);
      const left = counts.get(text) ?? 0;
      counts.set(text, left - 1);
      return left > 0 ? [] : [missing(has, lacks, row)(tuple, 0)];
    });
  };
  return [...surplus(left, right), ...surplus(right, left)];
}

function countRows({ tuples }: ComparedRows): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tuple of tuples) {
    const text = textOf(tuple);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

const missing =
  (has: ComparedRows, lacks: ComparedRows, from: number) =>
  (tuple: readonly JsonValue[], index: number): ResultDifference => ({
    row: from + index,
    column: null,
    values: { [has.database]: [...tuple], [lacks.database]: null },
    message: `Row ${from + index} of ${has.database} is missing in ${lacks.database}.`,
  });

function cutShort({ database, tuples }: ComparedRows): ResultDifference {
  return whole(
    `${database} has more rows than the ${tuples.length} that were read, so that the rest can't be compared: ask for more with options.maxRows, or compare parts.`,
  );
}

function whole(message: string): ResultDifference {
  return { row: null, column: null, values: {}, message };
}

/** The same text for the same value: a JSON object's keys have no order. */
const textOf = (value: JsonValue | readonly JsonValue[]): string => stringify(value);
