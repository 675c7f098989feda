/**
 * Classes of characters, by UTF-16 unit. All three engines count what is not ASCII as letters
 * of a name, a no-break space too.
 */

/** White space between tokens. */
export function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
}

/** What a name may begin with in every dialect. */
export function isNameStart(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || code >= 0x80;
}

/** What a name may go on with; all three dialects allow `$` there. */
export function isNamePart(code: number): boolean {
  return isNameStart(code) || isDigit(code) || code === 0x24;
}

/** The offset behind the name that starts at `from`; `from` itself where none does. */
export function nameEnd(sql: string, from: number): number {
  let end = from;
  while (isNamePart(sql.charCodeAt(end))) end += 1;
  return end;
}
