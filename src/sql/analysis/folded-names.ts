import { quotedName } from '../dialects/quoted.js';
import type { Name, QualifiedName } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';

/** A name as the engine takes it: PostgreSQL folds what stands without quotes, in ASCII alone. */
export function foldName({ value, quoted }: Name, dialect: Dialect): string {
  // most names are in lower case, and replacing nothing takes far longer than seeing that
  if (quoted || !dialect.features.foldsNames || !hasCapital(value)) return value;
  return foldAscii(value);
}

/** Whether two names are one where those that differ in case alone are. */
export const isSameName = (one: Name, other: Name, dialect: Dialect): boolean =>
  foldName(one, dialect).toLowerCase() === foldName(other, dialect).toLowerCase();

/** What is called by a path: its last name, as the dialect takes it. */
export function ownName({ parts }: { readonly parts: readonly Name[] }, dialect: Dialect): string {
  const last = parts.at(-1);
  return last === undefined ? '' : foldName(last, dialect);
}

/** The same where names that differ in case alone are one. */
export const ownKey = (path: { readonly parts: readonly Name[] }, dialect: Dialect): string =>
  ownName(path, dialect).toLowerCase();

function hasCapital(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x41 && code <= 0x5a) return true;
  }
  return false;
}

/** `toLowerCase` makes a new text of one that is in lower case already. */
function inLowerCase(text: string): string {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code >= 0x41 && code <= 0x5a) || code >= 0x80) return text.toLowerCase();
  }
  return text;
}

/** A path of such names, with dots between them. */
export function foldPath({ parts }: QualifiedName, dialect: Dialect): string {
  return parts.map((part) => foldName(part, dialect)).join('.');
}

/** A path that can be parted again: a name with a dot or a quote in it stands in double quotes. */
export function writtenPath({ parts }: QualifiedName, dialect: Dialect): string {
  return pathOf(parts.map((part) => foldName(part, dialect)));
}

/** Names as one path, each in quotes where it would be taken for several. */
export function pathOf(names: readonly string[]): string {
  return names.map((name) => (/[."]/.test(name) ? quotedName(name) : name)).join('.');
}

/** The names in such a path. */
export function partsOfPath(path: string): string[] {
  const parts = path.match(/"(?:[^"]|"")*"|[^.]+/g) ?? [];
  return parts.map((part) => (part.startsWith('"') ? part.slice(1, -1).replace(/""/g, '"') : part));
}

/** What two names are compared by: without case where the engine knows none. */
export function nameKey(name: Name, dialect: Dialect): string {
  return dialect.features.foldsNames ? foldName(name, dialect) : inLowerCase(name.value);
}

/**
 * What a common table's name hides tables by. SQLite knows no case in ASCII alone, whose names hide no others; of MySQL's
 * servers some tell names apart that others do not, so that nothing is surely hidden but the very name.
 */
export function commonTableKey(name: Name, dialect: Dialect): string {
  if (dialect.features.foldsNames) return foldName(name, dialect);
  return dialect.features.commonTablesWithCase ? name.value : foldAscii(name.value);
}

const foldAscii = (name: string): string => name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
