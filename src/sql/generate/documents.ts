/** Shapes that many nodes share. */
import { concat, type Doc, flush, group, indent, join, line, softline } from './layout.js';

/** Words with single spaces; what is undefined or false is left out. */
export function words(...parts: readonly (Doc | undefined | false)[]): Doc {
  return between(' ', parts);
}

/** Documents on lines of their own where they don't fit on one. */
export function lines(...parts: readonly (Doc | undefined | false)[]): Doc {
  return between(line, parts);
}

function between(separator: Doc, parts: readonly (Doc | undefined | false)[]): Doc {
  const made: Doc[] = [];
  for (const part of parts) {
    if (part === undefined || part === false || part === '') continue;
    if (made.length > 0) made.push(separator);
    made.push(part);
  }
  return made.length === 1 ? (made[0] as Doc) : concat(made);
}

export function present(parts: readonly (Doc | undefined | false)[]): Doc[] {
  const made: Doc[] = [];
  for (const part of parts) if (part !== undefined && part !== false && part !== '') made.push(part);
  return made;
}

const comma = concat([',', line]);

/** a, b, c on lines that are broken with those around them. */
export function commaLines(items: readonly Doc[]): Doc {
  return join(comma, items);
}

/** a, b, c on one line, or one a line where they don't fit on it */
export function commaSeparated(items: readonly Doc[]): Doc {
  return group(indent(commaLines(items)));
}

/** Content in brackets, which stands on lines of its own where it does not fit on one. */
export function enclosed(open: string, content: Doc, close: string): Doc {
  if (content === '') return open + close;
  return group(concat([open, indent(concat([softline, flush(content)])), softline, close]));
}

/** (content) */
export function parenthesized(content: Doc): Doc {
  return enclosed('(', content, ')');
}

/** (a, b, c) */
export function parenthesizedList(items: readonly Doc[]): Doc {
  return parenthesized(commaLines(items));
}

/** KEYWORD a, b, c; where they don't fit on one line, one a line under the keyword */
export function listClause(keyword: Doc, items: readonly Doc[]): Doc {
  return group(concat([keyword, indent(concat([line, commaLines(items)]))]));
}

/** KEYWORD content; what is broken of the content stands further to the right */
export function clause(keyword: Doc, content: Doc): Doc {
  return concat([keyword, ' ', content]);
}
