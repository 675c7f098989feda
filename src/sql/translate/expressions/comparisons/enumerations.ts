import type { BinaryExpression, Expression } from '../../../ast/index.js';
import { binary, call, cast, dataType, number, text } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';

/** A column that both PostgreSQL and MySQL have as an enumeration, whose words come in the order of its definition. */
export const isEnumeration = (node: Expression, t: Translator): boolean =>
  t.source === 'POSTGRESQL' && t.target === 'MYSQL' && node.kind === 'column' && t.typeName(node) === 'ENUM';

/** A column whose words are what they are, whatever the rules for texts: such an enumeration, or a type of PostgreSQL's own. */
export const keepsWords = (node: Expression, t: Translator): boolean =>
  isEnumeration(node, t) || (t.target === 'POSTGRESQL' && node.kind === 'column' && t.typeName(node) === 'ENUM');

/** Such a type of PostgreSQL's: no other word stands beside it, and no function of texts takes it. */
export const isListed = (node: Expression, t: Translator): boolean =>
  t.target === 'POSTGRESQL' && t.source !== 'POSTGRESQL' && node.kind === 'column' && t.typeName(node) === 'ENUM';

/** A word of a list as the text that it is to the source. */
export const wordAsText = (node: Expression, made: Expression, t: Translator): Expression =>
  isListed(node, t) ? cast(made, dataType('text', node.span)) : made;

/** A word as its number in the list, which MySQL computes with. */
export const numberOfWord = (node: Expression, t: Translator): Expression | undefined =>
  isListed(node, t) && t.source === 'MYSQL'
    ? t.form('array_position(enum_range($1), $1)', [t.value(node)], node)
    : undefined;

const WORDS = /'((?:[^']|'')*)'/g;

/** The words of an enumeration, in their order, by its type in the catalogue. */
function wordsOf(node: Expression, t: Translator): readonly string[] {
  const { databaseType = '' } = node.kind === 'column' ? t.scope.resolve(node) : {};
  return [...databaseType.matchAll(WORDS)].map(([, word]) => (word as string).replaceAll("''", "'"));
}

/** Says of an enumeration whose words are not in the order of their letters that it would sort by these, were it text at home. */
export function noticeOfWords(node: Expression, t: Translator): void {
  if (!isEnumeration(node, t)) return;
  const words = wordsOf(node, t);
  if (words.length === 0 || words.some((word, index) => index > 0 && word < (words[index - 1] as string)))
    t.notice('TEXT_COMPARISON', node, OF_WORDS);
}

const OF_WORDS =
  'This sorts in the order of the words of the target’s ENUM, as an enumeration of PostgreSQL does; a text there sorts by its letters.';

/** Lists of words sort by the numbers of these, and what SQLite has in their place by the letters. */
export const sortsByLetters = (node: Expression, t: Translator): boolean =>
  t.source === 'SQLITE' && t.target !== 'SQLITE' && t.typeName(node) === 'ENUM';

/** status > 'new': MySQL compares words as texts, and their numbers as PostgreSQL compares the words. */
export function comparedEnumerations(node: BinaryExpression, t: Translator): Expression | undefined {
  const { operator, left, right } = node;
  const column = [left, right].find((one) => isEnumeration(one, t));
  const words = column === undefined ? [] : wordsOf(column, t);
  if (words.length === 0) return undefined;
  const numberOf = (one: Expression): Expression =>
    one === column
      ? binary('add', t.value(one), number(0, one.span))
      : call('FIELD', [t.value(one), ...words.map((word) => text(word, one.span))], one.span);
  return binary(operator, numberOf(left), numberOf(right));
}
