import {
  asked,
  derivedText,
  type Expression,
  type PatternLanguage,
  type PatternMatch,
  type StringLiteral,
} from '../../../ast/index.js';
import type { DialectName } from '../../../dialects/index.js';
import { not, text } from '../../made-nodes.js';
import type { RuleTable, Translator } from '../../translator.js';
import { noteComparedCase } from '../../functions/texts/letter-case.js';
import { plainTextOf, textOf } from '../coercion.js';
import { saidCase, withoutSaidCase } from '../texts/explicit-collation.js';
import { hasLetters, readGlob, readLike, writeGlob, writeLike, type PatternPiece } from './like-pattern.js';
import { regularMatch } from './regular-expressions.js';
import { bySourceRules, likeTexts, noticeOfText } from '../texts/text-comparison.js';
import { isOfDocument } from '../documents/text-of-documents.js';
import { soundsLike } from '../../functions/texts/soundex.js';

/** What matches text with patterns. */
export const patterns: RuleTable = { 'pattern-match': patternMatch };

function patternMatch(node: PatternMatch, t: Translator): Expression {
  return LANGUAGES[node.language](node, t);
}

const LANGUAGES: Readonly<Record<PatternLanguage, (node: PatternMatch, t: Translator) => Expression>> = {
  like: (node, t) =>
    like(
      plainly(node),
      (HEARS_COLLATIONS[t.source] ? (said(node) ?? ofDocument(node, t)) : undefined) ?? LIKE_CASE[t.source],
      t,
    ),
  ilike: (node, t) => like(node, 'caseless', t),
  glob,
  similar: regularMatch,
  regexp: regularMatch,
  'regexp-insensitive': regularMatch,
  match: (node, t) =>
    t.refuse(node, 'MATCH searches an index of the source’s own.', 'Use LIKE, or the target’s full-text search.'),
  'sounds-like': (node, t) => {
    const made = soundsLike(node.operand, node.pattern, node, t);
    return node.negated ? not(made) : made;
  },
};

/** Whether LIKE sees case: SQLite's does not for the letters A to Z, MySQL's as its columns say. */
type LikeCase = 'exact' | 'caseless';
const LIKE_CASE: Readonly<Record<DialectName, LikeCase>> = {
  POSTGRESQL: 'exact',
  MYSQL: 'caseless',
  SQLITE: 'caseless',
};

const HEARS_COLLATIONS: Readonly<Record<DialectName, boolean>> = { POSTGRESQL: false, MYSQL: true, SQLITE: false };

/** What COLLATE of either side says; LIKE of SQLite's hears nothing of it. */
const said = ({ operand, pattern }: PatternMatch): LikeCase | undefined => saidCase(operand) ?? saidCase(pattern);

const ofDocument = ({ operand }: PatternMatch, t: Translator): LikeCase | undefined =>
  isOfDocument(operand, t) || (t.source === 'MYSQL' && t.typeName(operand) === 'JSON') ? 'exact' : undefined;

const plainly = (node: PatternMatch): PatternMatch => ({
  ...node,
  operand: withoutSaidCase(node.operand),
  pattern: withoutSaidCase(node.pattern),
});

/** The character that takes a sign's meaning away where ESCAPE names none. */
const USUAL_ESCAPE: Readonly<Record<DialectName, string>> = { POSTGRESQL: '\\', MYSQL: '\\', SQLITE: '' };

/** How the target spells LIKE of either kind, for a pattern with the escape `\` and for GLOB's. */
const SPELLINGS: Readonly<Record<DialectName, Readonly<Record<LikeCase, string>>>> = {
  POSTGRESQL: { exact: '$1 LIKE $2', caseless: '$1 ILIKE $2' },
  MYSQL: { exact: '$1 LIKE $2 COLLATE utf8mb4_bin', caseless: '$1 LIKE $2' },
  SQLITE: { exact: '$1 GLOB $2', caseless: "$1 LIKE $2 ESCAPE '\\'" },
};

/** ILIKE where LIKE sees what columns say: case alone is passed by, accents are not. */
const CASELESS_OF_EXACT = 'LOWER($1) LIKE LOWER($2) COLLATE utf8mb4_bin';

function like(node: PatternMatch, sees: LikeCase, t: Translator): Expression {
  const escape = escapeOf(node, t);
  noteComparedCase([node.operand, node.pattern]);
  const operand = plainTextOf(node.operand, t);
  const { pattern } = node;
  if (sees === 'caseless' && node.language === 'like') noticeOfLike(node, t);
  const bySource = sees === 'caseless' && node.language === 'like' ? likeOfSource(node, operand, t) : undefined;
  if (bySource !== undefined) return node.negated ? not(bySource) : bySource;
  const made =
    pattern.kind === 'string' && escape !== undefined
      ? withPieces(node, { operand, sees, pattern, read: (content) => readLike(content, escape) }, t)
      : withPattern(node, { operand, sees, escape: escape ?? '' }, t);
  return node.negated ? not(made) : made;
}

const hasLetter = (content: string): boolean => /\p{L}/u.test(content);

/** MySQL's LIKE passes by accents as well as case. */
function noticeOfLike({ operand, pattern }: PatternMatch, t: Translator): void {
  if (pattern.kind !== 'string' || asked(pattern, hasLetter)) noticeOfText([operand], t, 'equality');
}

/** LIKE by the source’s own rules, where these are asked for and the pattern is written out. */
function likeOfSource(node: PatternMatch, operand: Expression, t: Translator): Expression | undefined {
  const { pattern, escape } = node;
  if (pattern.kind !== 'string' || escape !== undefined || !bySourceRules(node.operand, t, 'equality'))
    return undefined;
  const written = derivedText(pattern, (content) => writeLike(readLike(content, USUAL_ESCAPE[t.source])));
  if (t.target === 'MYSQL') return t.form(CASELESS_OF_EXACT, [operand, written], node);
  const [folded, wanted] = likeTexts(operand, written, t);
  const escaped = USUAL_ESCAPE[t.target] === '' ? "$1 LIKE $2 ESCAPE '\\'" : '$1 LIKE $2';
  return t.form(escaped, [folded, wanted], node);
}

/** The escape as a character, '' for none; undefined where it can't be told. */
function escapeOf({ escape }: PatternMatch, t: Translator): string | undefined {
  if (escape === undefined) return USUAL_ESCAPE[t.source];
  return escape.kind === 'string' ? escape.value : undefined;
}

interface Pieces {
  readonly operand: Expression;
  readonly sees: LikeCase;
  readonly pattern: StringLiteral;
  readonly read: (content: string) => readonly PatternPiece[];
}

const hasBackslash = (content: string): boolean => content.includes('\\');

/** A pattern that is known is written anew. */
function withPieces(node: PatternMatch, { operand, sees, pattern, read }: Pieces, t: Translator): Expression {
  const written = derivedText(pattern, (content) => writeLike(read(content)));
  const isPlain = !asked(pattern, (content) => hasLetters(read(content)));
  const escaped = USUAL_ESCAPE[t.target] !== '' || !asked(written, hasBackslash);
  if (isPlain && escaped) return t.form('$1 LIKE $2', [operand, written], node);
  if (sees === 'exact' && t.to.operators.infix.has('GLOB')) {
    return t.form('$1 GLOB $2', [operand, derivedText(pattern, (content) => writeGlob(read(content)))], node);
  }
  if (sees === 'caseless' && escaped && USUAL_ESCAPE[t.target] === '')
    return t.form('$1 LIKE $2', [operand, written], node);
  return t.form(spelling(node, sees, t), [operand, written], node);
}

const spelling = (node: PatternMatch, sees: LikeCase, t: Translator): string =>
  node.language === 'ilike' && !t.to.operators.infix.has('ILIKE') && !t.to.operators.infix.has('GLOB')
    ? CASELESS_OF_EXACT
    : SPELLINGS[t.target][sees];

interface Unknown {
  readonly operand: Expression;
  readonly sees: LikeCase;
  readonly escape: string;
}

/** LIKE's signs as GLOB's, and those of GLOB by themselves. */
const AS_GLOB =
  "replace(replace(replace(replace(replace($1, '[', '[[]'), '*', '[*]'), '?', '[?]'), '%', '*'), '_', '?')";

/** A pattern that is known only when it runs. */
function withPattern(node: PatternMatch, { operand, sees, escape }: Unknown, t: Translator): Expression {
  if (node.escape !== undefined && node.escape.kind !== 'string') t.refuse(node, 'The escape of LIKE is no literal.');
  const pattern = textOf(node.pattern, t);
  if (sees === 'exact' && t.to.operators.infix.has('GLOB')) {
    return t.form('$1 GLOB $2', [operand, t.form(AS_GLOB, [pattern], node.pattern)], node);
  }
  const plain = t.form(spelling(node, sees, t).replace(" ESCAPE '\\'", ''), [operand, pattern], node);
  if (escape === USUAL_ESCAPE[t.target] || plain.kind !== 'pattern-match') return plain;
  return { ...plain, escape: text(escape, node.span) };
}

function glob(node: PatternMatch, t: Translator): Expression {
  const { pattern } = node;
  if (pattern.kind !== 'string')
    t.refuse(node, 'A pattern of GLOB that is no literal can’t be carried over.', 'Use LIKE.');
  const operand = textOf(node.operand, t);
  const made = asked(pattern, (content) => readGlob(content) === undefined)
    ? globAsExpression(node, operand, pattern.value, t)
    : withPieces(
        { ...node, language: 'like' },
        { operand, sees: 'exact', pattern, read: (content) => readGlob(content) ?? [] },
        t,
      );
  return node.negated ? not(made) : made;
}

const EXPRESSIONS: Readonly<Record<DialectName, string>> = {
  POSTGRESQL: '$1 ~ $2',
  MYSQL: '$1 REGEXP $2',
  SQLITE: '$1 GLOB $2',
};
/** Words that make a regular expression see case. */
const SEES_CASE: Readonly<Record<DialectName, string>> = { POSTGRESQL: '', MYSQL: '(?-i)', SQLITE: '' };

/** A pattern of GLOB with classes, as a regular expression. */
function globAsExpression(node: PatternMatch, operand: Expression, pattern: string, t: Translator): Expression {
  const pieces = pattern.match(/\[\^?\]?[^\]]*\]|[\s\S]/g) ?? [];
  const written = pieces.map((piece) => {
    if (piece === '*') return '.*';
    if (piece === '?') return '.';
    return piece.length > 1 ? piece.replace(/\\/g, '\\\\') : piece.replace(/[\\^$.|+()[\]{}]/, (sign) => `\\${sign}`);
  });
  const expression = text(`${SEES_CASE[t.target]}^${written.join('')}$`, node.pattern.span);
  return t.form(EXPRESSIONS[t.target], [operand, expression], node);
}
