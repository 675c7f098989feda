import { text } from '../made-nodes.js';
import { everywhere, type Compose, type FormTable } from './form.js';

/** https://www.postgresql.org/docs/current/functions-string.html, https://sqlite.org/lang_corefunc.html#unistr */
const ESCAPE = /\\(?:\\|u([\da-f]{4})|U([\da-f]{8})|\+([\da-f]{6})|([\da-f]{4}))/gi;

/** A text that is written out stands as what its escapes mean: not all servers know the function. */
const meant: Compose = ({ node }) => {
  const [written] = node.arguments;
  if (written?.kind !== 'string') return undefined;
  const value = written.value.replace(ESCAPE, (_, ...codes: (string | undefined)[]) => {
    const code = codes.slice(0, 4).find((one) => one !== undefined);
    return code === undefined ? '\\' : characterOf(parseInt(code, 16));
  });
  return text(value, node.span);
};

/** Halves of a character that UTF-16 writes in two stand next to each other. */
const characterOf = (code: number): string => (code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code));

export const unicodeEscapeForms: FormTable = { text_of_escapes: everywhere(meant) };
