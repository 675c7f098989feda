import type { Expression } from '../../ast/index.js';
import type { DialectName } from '../../dialects/index.js';
import type { Translator } from '../translator.js';
import type { Purpose } from './comparisons.js';
import { isText } from './coercion.js';
import { isWrittenMoment } from './moment-words.js';

/** How an engine's text compares unless a column says otherwise. */
interface TextRules {
  /** Whether `a` and `A` are the same. */
  readonly caseless: boolean;
  /** What sorts text; engines that share it agree. */
  readonly order: 'bytes' | 'locale' | 'caseless';
}

const TEXT_RULES: Readonly<Record<DialectName, TextRules>> = {
  POSTGRESQL: { caseless: false, order: 'locale' },
  // https://dev.mysql.com/doc/refman/8.4/en/charset-mysql.html: utf8mb4_0900_ai_ci; MariaDB: utf8mb4_general_ci
  MYSQL: { caseless: true, order: 'caseless' },
  SQLITE: { caseless: false, order: 'bytes' },
};

/** Letters, and spaces at the end, which MySQL does not see either. */
const MAY_DIFFER = /\p{L}|\s$/u;

/** Says once that text compares otherwise, where it may on these values. */
export function noticeOfText(nodes: readonly Expression[], t: Translator, purpose: Purpose): void {
  if (t.rules.textComparison === 'SOURCE') return;
  const from = TEXT_RULES[t.source];
  const to = TEXT_RULES[t.target];
  const differs = purpose === 'order' ? from.order !== to.order : from.caseless !== to.caseless;
  const isRuledOut =
    nodes.some((node) => isWrittenMoment(node, t)) ||
    (purpose === 'equality' && nodes.some((node) => node.kind === 'string' && !MAY_DIFFER.test(node.value)));
  const about = nodes.find((node) => isText(node, t) && node.kind !== 'string');
  if (differs && !isRuledOut && about !== undefined) t.notice('TEXT_COMPARISON', about);
}

/** What makes text compare as in an engine that knows no case, and in one that does. */
const CASELESS: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: 'LOWER($1)',
  MYSQL: '$1',
  SQLITE: 'LOWER($1)',
};
const BY_BYTES: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$1 COLLATE "C"',
  MYSQL: 'CAST($1 AS BINARY)',
  SQLITE: '$1',
};

/** A text that is compared or sorted: as it is, or by the source's rules where these are asked for. */
export function compared(node: Expression, t: Translator): Expression {
  return comparedAs(node, t.value(node), t);
}

/** The same of what is translated already. */
export function comparedAs(node: Expression, made: Expression, t: Translator): Expression {
  if (t.rules.textComparison === 'TARGET' || !isText(node, t) || isWrittenMoment(node, t)) return made;
  const from = TEXT_RULES[t.source];
  const to = TEXT_RULES[t.target];
  if (from.order === to.order) return made;
  if (from.caseless) return t.form(CASELESS[t.target], [made], node);
  return t.form(BY_BYTES[t.target], [made], node);
}
