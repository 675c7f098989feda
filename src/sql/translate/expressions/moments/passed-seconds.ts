import { asked, type Expression, type StringLiteral } from '../../../ast/index.js';
import { number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { asKind, kindOfLiteral, knownMoment, momentOf } from './moments.js';
import { secondsOfDay, TIMES_PASS_DAYS } from './times-past-the-day.js';

/** The seconds of a time that may be longer than a day, or less than none; undefined for any other value. */
export function passedSeconds(node: Expression, t: Translator): Expression | undefined {
  if (!TIMES_PASS_DAYS[t.source] || TIMES_PASS_DAYS[t.target]) return undefined;
  if (node.kind === 'string') return kindOfLiteral(node, t.source) === undefined ? secondsOfLiteral(node) : undefined;
  return node.kind === 'call' || node.kind === 'cast' ? knownMoment(node, t)?.seconds : undefined;
}

/** Times of which one may be longer than a day, as their seconds; undefined where none is. */
export function timesAsSeconds(nodes: readonly Expression[], t: Translator): Expression[] | undefined {
  if (!nodes.some((node) => node.kind !== 'string' && passedSeconds(node, t) !== undefined)) return undefined;
  return nodes.map((node) => secondsOfTime(node, t));
}

export function secondsOfTime(node: Expression, t: Translator): Expression {
  const known = node.kind === 'string' ? secondsOfLiteral(node) : passedSeconds(node, t);
  return known ?? secondsOfDay(asKind(momentOf(node, t, 'TIME'), 'TIME', node, t).made, node, t);
}

/** `[-]hours:minutes[:seconds]`, which is as long as MySQL's times may be. */
const WRITTEN = /^\s*(-?)(\d{1,3}):([0-5]?\d)(?::([0-5]?\d))?\s*$/;

function secondsOfText(content: string): number | undefined {
  const found = WRITTEN.exec(content);
  if (found === null) return undefined;
  const [, sign, hours, minutes, seconds = '0'] = found;
  const length = Math.min(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds), LONGEST);
  return sign === '-' ? -length : length;
}

/** 838:59:59: https://dev.mysql.com/doc/refman/8.4/en/time.html */
export const LONGEST = 3020399;

function secondsOfLiteral(node: StringLiteral): Expression | undefined {
  const seconds = asked(node, secondsOfText);
  return seconds === undefined ? undefined : number(seconds, node.span);
}
