import { isNameStart, nameEnd } from './characters.js';
import { type QuoteRule, readQuotes } from './quoted.js';
import type { Scanner } from './scanner.js';

/** Reads a bare name or keyword, or the literal that a prefix such as `E` or `x` opens. */
export function readWord(scanner: Scanner): boolean {
  const { sql, at, dialect } = scanner;
  const starts = isNameStart(scanner.code()) || (dialect.words.mayStartWithDollar && sql[at] === '$');
  if (!starts) return false;
  const end = nameEnd(sql, at);
  const literal = literalAfter(scanner, sql.slice(at, end));
  if (literal !== undefined) return readQuotes(scanner, literal.ahead, literal.rule);
  return scanner.push({ kind: 'word' }, end);
}

function literalAfter(scanner: Scanner, word: string): { ahead: number; rule: QuoteRule } | undefined {
  const { quoting } = scanner.dialect;
  const next = scanner.sql[scanner.at + word.length];
  if (next === "'") {
    const prefix = quoting.prefixes.get(word.toLowerCase());
    if (prefix !== undefined) return { ahead: word.length, rule: prefix };
  }
  if ((next === "'" || next === '"') && quoting.charsetIntroducers && word.startsWith('_')) {
    return { ahead: word.length, rule: { kind: 'string', backslashEscapes: quoting.backslashEscapes } };
  }
  return next === '&' && quoting.unicodePrefix ? unicodeLiteral(scanner, word) : undefined;
}

/** `U&'…'` and `U&"…"`: their escapes never hide a quote. */
function unicodeLiteral(scanner: Scanner, word: string): { ahead: number; rule: QuoteRule } | undefined {
  if (word !== 'U' && word !== 'u') return undefined;
  const quote = scanner.sql[scanner.at + 2];
  if (quote === "'") return { ahead: 2, rule: { kind: 'string', backslashEscapes: false } };
  if (quote === '"') return { ahead: 2, rule: { kind: 'quoted-name', backslashEscapes: false } };
  return undefined;
}
