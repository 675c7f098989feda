/** Which of several matches an engine takes where an expression leaves a choice. */

import type { DialectName } from '../../../dialects/index.js';
import { readExpression, type Tree } from './expression-tree.js';

export interface Taken {
  /** The expression, with alternatives in the order that makes the first the longest. */
  readonly expression: string;
  /** Whether the engines may take matches of different lengths all the same. */
  readonly differs: boolean;
}

/**
 * PostgreSQL takes the longest match at a place, whatever the order of alternatives; others take the alternative that is
 * written first. https://www.postgresql.org/docs/current/functions-matching.html#POSIX-MATCHING-RULES
 */
export function longestFirst(expression: string, from: DialectName): Taken {
  const read = readExpression(expression, false, from);
  if (read === undefined)
    return { expression, differs: /\||[*+?}]\?/.test(expression.replace(/\\[\s\S]|\[[^\]]*\]/g, '')) };
  if (!isAmbiguous(read.tree) && !mixesGreed(expression)) return { expression, differs: false };
  const sorted = from === 'POSTGRESQL' ? withSortedWords(expression) : undefined;
  return { expression: sorted ?? expression, differs: sorted === undefined };
}

/** Repeats that take as much as they can beside such that take as little: PostgreSQL lets the first one decide for all. */
export function mixesGreed(expression: string): boolean {
  const plain = expression.replace(/\\[\s\S]|\[\^?\]?[^\]]*\]/g, 'x').replace(/\(\?[:=!]?/g, '(');
  const repeats = plain.match(/(?:[*+?]|\{\d+,\d*\})\??/g) ?? [];
  return new Set(repeats.map((one) => one.length > 1 && one.endsWith('?'))).size > 1;
}

/** Whether a choice has alternatives that may both match at a place, with different lengths. */
function isAmbiguous(tree: Tree): boolean {
  if (tree.kind === 'sequence') return tree.parts.some(isAmbiguous);
  if (tree.kind === 'repeated') return isAmbiguous(tree.part);
  if (tree.kind !== 'choice') return false;
  const { parts } = tree;
  return parts.some(isAmbiguous) || parts.some((one, at) => parts.slice(at + 1).some((other) => overlap(one, other)));
}

function overlap(one: Tree, other: Tree): boolean {
  const [left, right] = [one, other].map((tree) => partsOf(tree).filter(({ kind }) => kind !== 'assertion'));
  return left !== undefined && right !== undefined && mayBoth(left, right);
}

const partsOf = (tree: Tree): readonly Tree[] => (tree.kind === 'sequence' ? tree.parts.flatMap(partsOf) : [tree]);

/** Whether sequences may both match, and do not take the same characters. */
function mayBoth(left: readonly Tree[], right: readonly Tree[]): boolean {
  for (let at = 0; ; at += 1) {
    const [one, other] = [left[at], right[at]];
    if (one === undefined && other === undefined) return false;
    if (one === undefined || other === undefined) return true;
    if (JSON.stringify(one) === JSON.stringify(other)) continue;
    if (one.kind === 'character' && other.kind === 'character') {
      if (!share(one.glob, other.glob)) return false;
      continue;
    }
    return mayStartAlike(one, other);
  }
}

/** Repeats that take a character at least, and characters, tell themselves apart by the first. */
function mayStartAlike(one: Tree, other: Tree): boolean {
  const [left, right] = [firstOf(one), firstOf(other)];
  return left === undefined || right === undefined || share(left, right);
}

const firstOf = (tree: Tree): string | undefined =>
  tree.kind === 'character'
    ? tree.glob
    : tree.kind === 'repeated' && tree.least > 0 && tree.part.kind === 'character'
      ? tree.part.glob
      : undefined;

/** Whether patterns of GLOB for one character have one in common; of classes those of ASCII are looked at. */
function share(one: string, other: string): boolean {
  if (one === '?' || other === '?') return true;
  const [left, right] = [one, other].map((glob) => new RegExp(`^${asExpression(glob)}$`, 'u'));
  const characters = [...ASCII, ...Array.from(one), ...Array.from(other)];
  return characters.some((character) => left?.test(character) === true && right?.test(character) === true);
}

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

const asExpression = (glob: string): string =>
  glob.length > 1
    ? glob.replace(/[\\[\]&]/g, '\\$&').replace(/^\\\[([\s\S]*)\\\]$/, '[$1]')
    : glob.replace(/[\\^$.|+(){}/]/g, '\\$&');

/** One choice among words, behind which nothing is of any length: the longest first. */
function withSortedWords(expression: string): string | undefined {
  const [, before = '', words = expression, behind = ''] =
    /^((?:[^()|*+?{}\\]|\\.)*\((?:\?:)?)([^()]+)(\)(?:[^()|*+?{}\\]|\\.)*)$/.exec(expression) ?? [];
  if (!/^[\w\s|-]+$/.test(words)) return undefined;
  const sorted = words.split('|').sort((one, other) => other.length - one.length);
  return before + sorted.join('|') + behind;
}
