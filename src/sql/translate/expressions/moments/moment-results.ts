import type { Expression, Name } from '../../../ast/index.js';
import { isNameOfDay } from '../../../typing/index.js';
import { asHeldText } from './moment-comparison.js';
import { asKind, isMoment, kindOfType, knownMoment, momentOf, MOMENTS_ARE_TEXT } from './moments.js';
import type { Translator } from '../../translator.js';
import { isLikelyMoment } from './open-moments.js';

/** Functions that give one of their arguments. */
const CHOOSING: ReadonlySet<string> = new Set([
  'coalesce',
  'nullif',
  'greatest_strict',
  'least_strict',
  'greatest_without_nulls',
  'least_without_nulls',
]);

/** Arguments of which one comes out, as values of one kind; undefined where none is a date. */
export function resultsAlike(meaning: string, nodes: readonly Expression[], t: Translator): Expression[] | undefined {
  return CHOOSING.has(meaning) ? momentsOfOneKind(nodes, t) : undefined;
}

/** Dates and moments that come out of one expression: all are moments where one is. */
export function momentsOfOneKind(nodes: readonly Expression[], t: Translator): Expression[] | undefined {
  if (!nodes.some((node) => isMoment(node, t))) return likelyOfOneKind(nodes, t);
  if (MOMENTS_ARE_TEXT[t.source]) return ofTexts(nodes, t);
  const kinds = new Set(nodes.map((node) => kindOfType(t.typeName(node))));
  const isMixed = kinds.has('DATE') && kinds.has('TIMESTAMP');
  if (!MOMENTS_ARE_TEXT[t.target] || !isMixed) return undefined;
  return nodes.map((node) =>
    node.kind === 'null' ? t.value(node) : asKind(momentOf(node, t), 'TIMESTAMP', node, t).made,
  );
}

/**
 * Columns that are moments by their names, some of days and some of times: where moments are texts, a date that comes out beside
 * moments is to be one.
 */
function likelyOfOneKind(nodes: readonly Expression[], t: Translator): Expression[] | undefined {
  if (MOMENTS_ARE_TEXT[t.source] || !MOMENTS_ARE_TEXT[t.target] || !nodes.every((node) => isLikelyMoment(node, t)))
    return undefined;
  const names = nodes.map(({ parts }) => (parts[parts.length - 1] as Name).value);
  const about = nodes[names.findIndex(isNameOfDay)];
  if (about === undefined || names.every(isNameOfDay)) return undefined;
  t.notice('UNKNOWN_TYPE', about, `Whether \`${t.textOf(about)}\` is a date or has a time is not known here.`);
  return nodes.map((node) => asKind(momentOf(node, t), 'TIMESTAMP', node, t).made);
}

function ofTexts(nodes: readonly Expression[], t: Translator): Expression[] | undefined {
  if (nodes.every((node) => isMoment(node, t) || node.kind === 'null')) {
    const kinds = new Set(nodes.flatMap((node) => kindOfType(t.typeName(node)) ?? []));
    if (kinds.size === 1) return undefined;
  }
  const known = nodes.map((node) => (isMoment(node, t) ? momentOf(node, t) : knownMoment(node, t)));
  const [first] = known;
  if (first !== undefined && known.every((one) => one?.kind === first.kind))
    return known.map((one) => (one ?? first).made);
  return nodes.map((node) => asHeldText(node, t));
}
