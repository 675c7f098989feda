/** What a token is, where nothing more than its text is to be said of it. */
export type PlainTokenKind =
  | 'word'
  | 'quoted-name'
  | 'string'
  | 'blob'
  | 'number'
  | 'operator'
  | 'punctuation'
  | 'comment'
  /** What ends a statement in place of a semicolon, once a client's DELIMITER said so. */
  | 'terminator';

/** How a placeholder with a number is written: `?1` or `$1`. */
export type NumberedStyle = 'question-number' | 'dollar-number';

/** How a placeholder with a name is written: `:name`, `@name`, `$name` or `%(name)s`. */
export type NamedStyle = 'colon-name' | 'at-name' | 'dollar-name' | 'percent-name';

/** How a placeholder is written. */
export type PlaceholderStyle = 'question' | NumberedStyle | NamedStyle;

/** Where a comment stands whose contents are code, markers and all. */
export interface ExecutableComment {
  readonly start: number;
  readonly end: number;
}

interface TokenPlace {
  /** The token as it stands in the SQL text, quotes and signs and all. */
  readonly text: string;
  /** Offset of its first character in the SQL text, in UTF-16 units. */
  readonly start: number;
  /** Offset behind its last character. */
  readonly end: number;
  /** The executable comment that it stands in, if it does: a server may skip it, by its version. */
  readonly executableComment?: ExecutableComment;
}

/** What tells one token from another, beside its place. */
export type TokenNature =
  | { readonly kind: PlainTokenKind }
  | { readonly kind: 'placeholder'; readonly style: 'question' }
  | { readonly kind: 'placeholder'; readonly style: NumberedStyle; readonly number: number }
  | { readonly kind: 'placeholder'; readonly style: NamedStyle; readonly name: string }
  /** MySQL's `@x` with its name `x`; a system variable (`@@x`) or a quoted one has none. */
  | { readonly kind: 'variable'; readonly name: string | null };

/** A word, sign, literal or comment of a SQL text. */
export type Token = TokenPlace & TokenNature;

/** What a token is. */
export type TokenKind = Token['kind'];

/**
 * A word in upper case, to compare with keywords; empty for every other token. Only ASCII counts:
 * `ſet`.toUpperCase() would be `SET`, which no engine thinks it is.
 */
export function keyword(token: Token | undefined): string {
  return token?.kind === 'word' ? inUpperCase(token.text) : '';
}

function inUpperCase(text: string): string {
  let isUpper = true;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x21 || code > 0x7e) return '';
    if (code >= 0x61 && code <= 0x7a) isUpper = false;
  }
  return isUpper ? text : text.toUpperCase();
}

/** Whether a token is the given sign of punctuation. */
export function isPunctuation(token: Token | undefined, sign: string): boolean {
  return token?.kind === 'punctuation' && token.text === sign;
}

/** The tokens that mean something: all but the comments. */
export function withoutComments(tokens: readonly Token[]): Token[] {
  return tokens.filter((token) => token.kind !== 'comment');
}
