import { unquote, type Dialect, type Token } from '../sql/index.js';

/**
 * What stands for a function's name in a text that nobody could read: any word or quoted name in front of a parenthesis, or
 * behind a dot, as PostgreSQL calls functions too.
 */
export function callsInText(tokens: readonly Token[], dialect: Dialect): readonly string[] {
  const meant = tokens.filter(({ kind }) => kind !== 'comment');
  return meant.flatMap((token, index) => {
    const isCall = isSign(meant[index + 1], '(') || isSign(meant[index - 1], '.');
    return isCall ? nameIn(token, dialect) : [];
  });
}

/** The names and paths of names that stand in a text. */
export function pathsInText(tokens: readonly Token[], dialect: Dialect): readonly string[] {
  const paths: string[] = [];
  let isOpen = false;
  for (const token of tokens) {
    if (token.kind === 'comment') continue;
    const [name] = nameIn(token, dialect);
    if (name !== undefined) paths.push(isOpen ? `${paths.pop() ?? ''}.${name}` : name);
    isOpen = isSign(token, '.');
  }
  return paths;
}

/** The first word, in upper case. */
export function firstWord(tokens: readonly Token[]): string {
  return tokens.find(({ kind }) => kind === 'word')?.text.toUpperCase() ?? '';
}

/** Whether it names a way to write a file of the server's. */
export function writesFile(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind, text }) => kind === 'word' && /^(?:OUTFILE|DUMPFILE|PROGRAM|INFILE)$/i.test(text));
}

function nameIn(token: Token, dialect: Dialect): readonly string[] {
  if (token.kind === 'word') return [token.text.toLowerCase()];
  return token.kind === 'quoted-name' ? [unquote(token, dialect).toLowerCase()] : [];
}

const isSign = (token: Token | undefined, sign: string): boolean =>
  token?.kind === 'punctuation' && token.text === sign;
