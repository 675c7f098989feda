import type { Token } from '../sql/index.js';

/** What stands for a name in a text that nobody could read: any word or quoted name in front of a parenthesis. */
export function callsInText(tokens: readonly Token[]): readonly string[] {
  const meant = tokens.filter(({ kind }) => kind !== 'comment');
  return meant.flatMap((token, index) => {
    const next = meant[index + 1];
    return next?.kind === 'punctuation' && next.text === '(' ? nameIn(token) : [];
  });
}

/** The first word, in upper case. */
export function firstWord(tokens: readonly Token[]): string {
  return tokens.find(({ kind }) => kind === 'word')?.text.toUpperCase() ?? '';
}

/** Whether it names a way to write a file of the server's. */
export function writesFile(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind, text }) => kind === 'word' && /^(?:OUTFILE|DUMPFILE|PROGRAM|INFILE)$/i.test(text));
}

function nameIn({ kind, text }: Token): readonly string[] {
  if (kind === 'word') return [text.toLowerCase()];
  return kind === 'quoted-name' ? [text.replace(/^[^"`[]*["`[]|["`\]]$/g, '').toLowerCase()] : [];
}
