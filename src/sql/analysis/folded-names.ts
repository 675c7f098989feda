import type { Name, QualifiedName } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';

/** A name as the engine takes it: PostgreSQL folds what stands without quotes, in ASCII alone. */
export function foldName({ value, quoted }: Name, dialect: Dialect): string {
  return dialect.features.foldsNames && !quoted ? value.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : value;
}

/** A path of such names, with dots between them. */
export function foldPath({ parts }: QualifiedName, dialect: Dialect): string {
  return parts.map((part) => foldName(part, dialect)).join('.');
}

/** What two names are compared by: without case where the engine knows none. */
export function nameKey(name: Name, dialect: Dialect): string {
  return dialect.features.foldsNames ? foldName(name, dialect) : name.value.toLowerCase();
}
