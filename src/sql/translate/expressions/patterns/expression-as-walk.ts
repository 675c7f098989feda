/**
 * Regular expressions for SQLite, which has none: a walk along the text, with a bit for each place of the expression where it
 * may be. https://en.wikipedia.org/wiki/Glushkov%27s_construction_algorithm
 */

import type { Assertion, Tree } from './expression-tree.js';

/** A way from one place to another, that is open where all assertions hold. */
interface Way {
  readonly to: number;
  readonly asks: ReadonlySet<Assertion>;
}

/** A part of an expression: where it may begin and end, and under which assertions it may be passed by. */
interface Part {
  readonly first: readonly Way[];
  readonly last: readonly Way[];
  readonly empty: readonly ReadonlySet<Assertion>[];
}

/** More places than a whole number has bits, or more ways than a statement could hold. */
const MOST_PLACES = 60;
const MOST_WAYS = 1500;
const NOTHING: ReadonlySet<Assertion> = new Set();
const WORD = "'[0-9A-Za-z_À-ÖØ-öø-ʯͰ-ϿЀ-ԯ]'";
const BEFORE = `substr($1, _at, 1) GLOB ${WORD}`;
const BEHIND = `substr($1, _at + 1, 1) GLOB ${WORD}`;

/** What assertions ask before the character behind `_at`. */
const ASKS: Readonly<Record<Assertion, string>> = {
  start: '_at = 0',
  end: '_at = length($1)',
  boundary: `(${BEFORE}) <> (${BEHIND})`,
  'no boundary': `(${BEFORE}) = (${BEHIND})`,
  'word start': `NOT ${BEFORE} AND ${BEHIND}`,
  'word end': `${BEFORE} AND NOT ${BEHIND}`,
};

/** The places of an expression; the first is before it, and the last behind it. */
class Places {
  readonly globs: (string | undefined)[] = [undefined];
  readonly #ways = new Map<number, Map<string, { asks: ReadonlySet<Assertion>; from: Set<number> }>>();
  #count = 0;

  part(tree: Tree): Part {
    switch (tree.kind) {
      case 'character':
        return this.#place(tree.glob);
      case 'assertion':
        return { first: [], last: [], empty: [new Set([tree.asks])] };
      case 'sequence':
        return tree.parts.reduce<Part>((before, one) => this.#joined(before, this.part(one)), EMPTY);
      case 'choice':
        return this.#chosen(tree.parts.map((one) => this.part(one)));
      default:
        return this.#repeated(tree);
    }
  }

  /** Ends at a place that any character leads to, and the end of the text. */
  closed(whole: Part): number {
    const begun = this.#joined({ first: [], last: [{ to: 0, asks: NOTHING }], empty: [] }, whole);
    return (this.#joined(begun, this.#place(undefined)).last[0] as Way).to;
  }

  get isTooLarge(): boolean {
    return this.globs.length > MOST_PLACES || this.#count > MOST_WAYS;
  }

  /** The bit of each place after a step; SQLite shifts no sooner than it joins bits. */
  step(): string {
    return [...this.#ways].map(([to, ways]) => `((${this.#reached(to, [...ways.values()])}) << ${to})`).join(' | ');
  }

  #reached(to: number, ways: readonly { asks: ReadonlySet<Assertion>; from: Set<number> }[]): string {
    const open = ways.map(({ asks, from }) => {
      const mask = [...from].reduce((sum, place) => sum + 2n ** BigInt(place), 0n);
      return [`_set & ${mask} <> 0`, ...[...asks].map((one) => ASKS[one])].join(' AND ');
    });
    const glob = this.globs[to];
    const either = open.length === 1 ? open[0] : `(${open.map((one) => `(${one})`).join(' OR ')})`;
    return glob === undefined
      ? String(either)
      : `substr($1, _at + 1, 1) GLOB '${glob.replaceAll("'", "''")}' AND ${either}`;
  }

  #place(glob: string | undefined): Part {
    const at = this.globs.push(glob) - 1;
    const here: Way = { to: at, asks: NOTHING };
    return { first: [here], last: [here], empty: [] };
  }

  #link(last: readonly Way[], first: readonly Way[]): void {
    for (const from of last) {
      for (const { to, asks } of first) {
        this.#count += 1;
        if (this.#count > MOST_WAYS) return;
        const all = new Set([...from.asks, ...asks]);
        const key = [...all].sort().join();
        const ways = this.#ways.get(to) ?? new Map<string, { asks: ReadonlySet<Assertion>; from: Set<number> }>();
        this.#ways.set(to, ways);
        const way = ways.get(key) ?? { asks: all, from: new Set<number>() };
        ways.set(key, way);
        way.from.add(from.to);
      }
    }
  }

  #joined(before: Part, behind: Part): Part {
    this.#link(before.last, behind.first);
    return {
      first: [...before.first, ...across(before.empty, behind.first)],
      last: [...behind.last, ...across(behind.empty, before.last)],
      empty: before.empty.flatMap((one) => behind.empty.map((other) => new Set([...one, ...other]))),
    };
  }

  #chosen(parts: readonly Part[]): Part {
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
      empty: parts.flatMap(({ empty }) => empty),
    };
  }

  #repeated({ part, least, most }: Extract<Tree, { kind: 'repeated' }>): Part {
    let whole = EMPTY;
    const copies = most === Infinity ? Math.max(least, 1) : most;
    for (let index = 0; index < copies && !this.isTooLarge; index += 1) {
      const one = this.part(part);
      if (most === Infinity && index === copies - 1) this.#link(one.last, one.first);
      whole = this.#joined(whole, index < least ? one : { ...one, empty: [...one.empty, NOTHING] });
    }
    return whole;
  }
}

const EMPTY: Part = { first: [], last: [], empty: [NOTHING] };

/** Ways that are open where a part between may be passed by. */
const across = (empty: Part['empty'], ways: readonly Way[]): readonly Way[] =>
  empty.flatMap((asks) => ways.map((way) => ({ to: way.to, asks: new Set([...asks, ...way.asks]) })));

/** Steps along a text, from `_at` characters of it to one more. */
export interface Walk {
  /** Whether an empty text matches. */
  readonly takesNothing: boolean;
  /** The places after a step from `_set`. */
  readonly step: string;
  /** The bit of the place behind the expression, which is reached with the character after what matches. */
  readonly behind: bigint;
}

/** @returns undefined for an expression that is too large */
export function walkOf(tree: Tree): Walk | undefined {
  const places = new Places();
  const whole = places.part(tree);
  const behind = places.closed(whole);
  if (places.isTooLarge) return undefined;
  return { step: places.step(), behind: 2n ** BigInt(behind), takesNothing: whole.empty.length > 0 };
}

/** Whether a text matches anywhere: what begins at each character is gone along with at once. */
export const anywhere = ({ step, behind }: Walk): string =>
  `CASE WHEN $1 IS NOT NULL THEN (WITH RECURSIVE _walk (_at, _set) AS (SELECT 0, 1 UNION ALL SELECT _at + 1, 1 | ${step} ` +
  `FROM _walk WHERE _at <= length($1) AND _set & ${behind} = 0) SELECT MAX(_set) >= ${behind} FROM _walk) END`;

/** What matches from each character on, at its longest: where it begins and how many characters end with it. */
const longest = ({ step, behind }: Walk): string =>
  `_starts (_from) AS (SELECT 0 UNION ALL SELECT _from + 1 FROM _starts WHERE _from < length($1)), ` +
  `_walk (_from, _at, _set) AS (SELECT _from, _from, 1 FROM _starts UNION ALL SELECT _from, _at + 1, ${step} ` +
  `FROM _walk WHERE _at <= length($1) AND _set <> 0), ` +
  `_matches (_from, _to) AS MATERIALIZED (SELECT _from, MAX(_at) - 1 FROM _walk WHERE _set & ${behind} <> 0 GROUP BY _from)`;

/** Something of the first match; NULL where there is none. */
export const ofFirst = (walk: Walk, said: string): string =>
  `(WITH RECURSIVE ${longest(walk)} SELECT ${said} FROM _matches ORDER BY _from LIMIT 1)`;

export const FIRST_TEXT = 'substr($1, _from + 1, _to - _from)';
export const FIRST_PLACE = '_from + 1';

const MATCH = '(SELECT _to FROM _matches WHERE _from = _at)';

/** Goes along with all matches, none of which begins within another. */
const ofAll = (walk: Walk, start: string, matched: string, other: string): string =>
  `(WITH RECURSIVE ${longest(walk)}, _made (_at, _of) AS (SELECT 0, ${start} UNION ALL ` +
  `SELECT COALESCE(${MATCH}, _at + 1), CASE WHEN ${MATCH} IS NOT NULL THEN ${matched} ELSE ${other} END ` +
  `FROM _made WHERE _at < length($1)) SELECT _of FROM _made WHERE _at = length($1))`;

/** The text with `$2` for each match. */
export const replacedAll = (walk: Walk): string => ofAll(walk, "''", '_of || $2', '_of || substr($1, _at + 1, 1)');

/** With `$2` for the first. */
export const replacedFirst = (walk: Walk): string =>
  `COALESCE(${ofFirst(walk, 'substr($1, 1, _from) || $2 || substr($1, _to + 1)')}, $1)`;

export const countedAll = (walk: Walk): string => ofAll(walk, '0', '_of + 1', '_of');
