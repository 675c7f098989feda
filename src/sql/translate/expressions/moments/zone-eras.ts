/** When a zone's clocks change within a year: on the first such weekday from a day of a month on, as they show it till then. */
export interface ClockChange {
  /** From 1. */
  readonly month: number;
  readonly day: number;
  /** From Sunday, which is 0. */
  readonly weekday: number;
  /** Minutes of the day. */
  readonly minute: number;
  /** How far the clocks are from UTC behind it, in minutes. */
  readonly offset: number;
}

/** Years in which a zone's clocks change by the same rule. */
export interface ZoneEra {
  readonly since: number;
  /** How far the clocks are from UTC when a year begins, in minutes. */
  readonly offset: number;
  readonly changes: readonly ClockChange[];
}

const FIRST_YEAR = 1970;
const LAST_YEAR = 2037;
/** Past so many, a zone has no rules that a statement could hold. */
const MOST_ERAS = 32;
const MINUTE = 60_000;
const WEEKS = 14 * 1440 * MINUTE;

const known = new Map<string, readonly ZoneEra[] | undefined>();

/** The rules of a zone of the IANA's, by a name with its region; undefined for other names, and where there are too many. */
export function erasOfZone(zone: string): readonly ZoneEra[] | undefined {
  if (!/^[A-Za-z]+(\/[\w+-]+)+$/.test(zone)) return undefined;
  if (!known.has(zone)) known.set(zone, readEras(zone));
  return known.get(zone);
}

function readEras(zone: string): readonly ZoneEra[] | undefined {
  const offsetAt = offsetsOf(zone);
  if (offsetAt === undefined) return undefined;
  const eras: Years[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    const next = { since: year, offset: offsetAt(Date.UTC(year, 0, 1)), changes: changesIn(year, offsetAt) };
    const merged = eras.length === 0 ? undefined : together(eras[eras.length - 1] as Years, next);
    if (merged === undefined) eras.push(next);
    else eras[eras.length - 1] = merged;
  }
  return eras.length > MOST_ERAS
    ? undefined
    : eras.map((era) => ({ ...era, changes: era.changes.map(({ days: [day], ...rest }) => ({ ...rest, day })) }));
}

/** How far a zone's clocks are from UTC at a moment; undefined for a zone that is not known. */
function offsetsOf(timeZone: string): ((at: number) => number) | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    return (at) => {
      const [month, day, year, hour, minute] = (format.format(at).match(/\d+/g) ?? []).map(Number) as Clock;
      return (Date.UTC(year, month - 1, day, hour, minute) - at) / MINUTE;
    };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Clock = [month: number, day: number, year: number, hour: number, minute: number];

/** A change, with the days of the month that its rule may count from. */
interface YearsChange extends Omit<ClockChange, 'day'> {
  readonly days: readonly [least: number, most: number];
}

interface Years extends Omit<ZoneEra, 'changes'> {
  readonly changes: readonly YearsChange[];
}

function changesIn(year: number, offsetAt: (at: number) => number): YearsChange[] {
  const changes: YearsChange[] = [];
  const end = Date.UTC(year + 1, 0, 1);
  for (let from = Date.UTC(year, 0, 1); from < end; from += WEEKS) {
    const to = Math.min(from + WEEKS, end);
    if (offsetAt(from) !== offsetAt(to)) changes.push(changeBetween(from, to, offsetAt));
  }
  return changes;
}

function changeBetween(from: number, to: number, offsetAt: (at: number) => number): YearsChange {
  const before = offsetAt(from);
  let [low, high] = [from, to];
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  const date = new Date(high + before * MINUTE);
  const day = date.getUTCDate();
  return {
    month: date.getUTCMonth() + 1,
    days: [Math.max(1, day - 6), day],
    weekday: date.getUTCDay(),
    minute: date.getUTCHours() * 60 + date.getUTCMinutes(),
    offset: offsetAt(high),
  };
}

/** Two runs of years as one, where a rule says both. */
function together(one: Years, other: Years): Years | undefined {
  if (one.offset !== other.offset || one.changes.length !== other.changes.length) return undefined;
  const changes = one.changes.map((change, index) => changeOfBoth(change, other.changes[index] as YearsChange));
  return changes.every((change) => change !== undefined) ? { ...one, changes } : undefined;
}

function changeOfBoth(one: YearsChange, other: YearsChange): YearsChange | undefined {
  const isAlike = (['month', 'weekday', 'minute', 'offset'] as const).every((key) => one[key] === other[key]);
  const days = [Math.max(one.days[0], other.days[0]), Math.min(one.days[1], other.days[1])] as const;
  return isAlike && days[0] <= days[1] ? { ...one, days } : undefined;
}
