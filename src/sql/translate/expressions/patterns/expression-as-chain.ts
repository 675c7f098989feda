/** What the groups of a regular expression hold, for SQLite: its parts are walked along one behind the other. */

import type { DialectName } from '../../../dialects/index.js';
import { walkOf, type Walk } from './expression-as-walk.js';
import { readExpression, type ReadExpression, type Tree } from './expression-tree.js';
import { mixesGreed } from './match-lengths.js';

/** A part of an expression, of which it is asked what it matches where it is a group. */
interface Link {
  readonly walk: Walk;
  readonly group: number | undefined;
}

/** An expression as parts that stand one behind the other. */
export interface Chain {
  readonly links: readonly Link[];
  /** Whether it takes as little as it can, or as much. */
  readonly takesLeast: boolean;
  /** Whether it matches where there is nothing. */
  readonly takesNothing: boolean;
}

/**
 * An expression taken apart at groups; 0 is the whole. PostgreSQL takes the first match, of these the longest, and of the ways
 * to it that in which the first part is the longest: https://www.postgresql.org/docs/current/functions-matching.html#POSIX-MATCHING-RULES
 *
 * @returns undefined where a group is repeated or one of several, or where it takes both as little and as much as it can
 */
export function chainOf(
  pattern: string,
  asked: ReadonlySet<number>,
  caseless: boolean,
  from: DialectName,
): Chain | undefined {
  const read = from === 'POSTGRESQL' ? readExpression(pattern, caseless, from) : undefined;
  if (read === undefined || mixesGreed(pattern) || (read.hasLazy && pattern.includes('|'))) return undefined;
  const links = linksOf(read, asked);
  const whole = walkOf(read.tree);
  return links && whole && { links, takesLeast: read.hasLazy, takesNothing: whole.takesNothing };
}

function linksOf({ tree, groups }: ReadExpression, asked: ReadonlySet<number>): readonly Link[] | undefined {
  const found = new Map<Tree, number>();
  for (const group of asked) {
    const within = groups.get(group);
    if (within !== undefined) found.set(within, group);
    else if (group !== 0) return undefined;
  }
  const parts: { readonly tree: Tree; readonly group: number | undefined }[] = [];
  let between: Tree[] = [];
  const close = (): void => {
    if (between.length > 0) parts.push({ tree: { kind: 'sequence', parts: between }, group: undefined });
    between = [];
  };
  for (const part of tree.kind === 'sequence' ? tree.parts : [tree]) {
    const group = found.get(part);
    if (group === undefined) between.push(part);
    else {
      close();
      parts.push({ tree: part, group });
      found.delete(part);
    }
  }
  close();
  if (found.size > 0 || parts.length === 0) return undefined;
  const links = parts.map(({ tree: part, group }) => ({ walk: walkOf(part), group }));
  return links.every((one): one is Link => one.walk !== undefined) ? links : undefined;
}

/** Where each part may begin and end, given where the one before it ends. */
const spans = ({ links }: Chain): string =>
  [
    '_starts (_from) AS (SELECT 0 UNION ALL SELECT _from + 1 FROM _starts WHERE _from < length($1))',
    ...links.flatMap(({ walk: { step, behind } }, index) => {
      const begins = index === 0 ? '_from, _from, 1 FROM _starts' : `DISTINCT _to, _to, 1 FROM _spans${index}`;
      return [
        `_walk${index + 1} (_from, _at, _set) AS (SELECT ${begins} UNION ALL SELECT _from, _at + 1, ${step} ` +
          `FROM _walk${index + 1} WHERE _at <= length($1) AND _set <> 0)`,
        `_spans${index + 1} (_from, _to) AS MATERIALIZED (SELECT _from, _at - 1 FROM _walk${index + 1} WHERE _set & ${behind} <> 0)`,
      ];
    }),
  ].join(', ');

const joined = ({ links }: Chain): string =>
  links
    .map((_, index) =>
      index === 0 ? '_spans1' : `JOIN _spans${index + 1} ON _spans${index + 1}._from = _spans${index}._to`,
    )
    .join(' ');

/** The way that is taken comes first. */
const order = ({ links, takesLeast }: Chain): string =>
  [links.length, ...links.keys()]
    .map((one, at) => `_spans${at === 0 ? one : one + 1}._to${takesLeast ? '' : ' DESC'}`)
    .join(', ');

const from = '_spans1._from';
const to = ({ links }: Chain): string => `_spans${links.length}._to`;

/** What a group holds; 0 is the whole. */
export function heldBy(chain: Chain, group: number): string {
  const at = chain.links.findIndex((one) => one.group === group) + 1;
  const [start, end] = group === 0 ? [from, to(chain)] : [`_spans${at}._from`, `_spans${at}._to`];
  return `substr($1, ${start} + 1, ${end} - ${start})`;
}

/** Something of the first match; NULL where there is none. */
export const ofFirstWay = (chain: Chain, said: string): string =>
  `(WITH RECURSIVE ${spans(chain)} SELECT ${said} FROM ${joined(chain)} ORDER BY ${from}, ${order(chain)} LIMIT 1)`;

/** The text with something in the place of the first match. */
export const replacedFirstWay = (chain: Chain, said: string): string =>
  `COALESCE(${ofFirstWay(chain, `substr($1, 1, ${from}) || ${said} || substr($1, ${to(chain)} + 1)`)}, $1)`;

/** The text with something in the place of each match. */
export const replacedAllWays = (chain: Chain, said: string): string =>
  `(WITH RECURSIVE ${spans(chain)}, _ways (_from, _to, _said, _number) AS (SELECT ${from}, ${to(chain)}, ${said}, ` +
  `row_number() OVER (PARTITION BY ${from} ORDER BY ${order(chain)}) FROM ${joined(chain)}), ` +
  `_matches (_from, _to, _said) AS MATERIALIZED (SELECT _from, _to, _said FROM _ways WHERE _number = 1), ` +
  `_made (_at, _of) AS (SELECT 0, '' UNION ALL SELECT COALESCE(_to, _at + 1), _of || COALESCE(_said, substr($1, _at + 1, 1)) ` +
  `FROM _made LEFT JOIN _matches ON _from = _at WHERE _at < length($1)) SELECT _of FROM _made WHERE _at = length($1))`;
