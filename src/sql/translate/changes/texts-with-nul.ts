import { asked, type Expression } from '../../ast/index.js';
import { hexOfText } from '../expressions/texts/utf8-bytes.js';
import { cast, dataType } from '../made-nodes.js';
import type { Translator } from '../translator.js';

const holdsNul = (content: string): boolean => content.includes('\0');

/**
 * A text with the character NUL for a column of SQLite's, which keeps it though no literal may hold it: PHP's serialized
 * objects have it. Undefined for any other value. https://www.sqlite.org/nulinstr.html
 */
export function textWithNul(value: Expression, t: Translator): Expression | undefined {
  if (t.target !== 'SQLITE' || value.kind !== 'string' || !asked(value, holdsNul)) return undefined;
  t.notice('RARE_VALUES', value, 'The target’s functions read a text up to its first NUL.');
  const { value: content, span } = value;
  return cast({ kind: 'bytes', hex: hexOfText(content), span }, dataType('text', span));
}
