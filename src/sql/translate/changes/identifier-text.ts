import type { Expression, StringLiteral } from '../../ast/index.js';
import { text } from '../made-nodes.js';
import type { Translator } from '../translator.js';

/** In any of the spellings that PostgreSQL reads: https://www.postgresql.org/docs/current/datatype-uuid.html */
const IDENTIFIER = /^\s*\{?([0-9a-f]{4}(?:-?[0-9a-f]{4}){7})\}?\s*$/i;

const GROUPS = [8, 12, 16, 20];

/** A UUID as PostgreSQL shows it, where the target keeps it as the text that it is given. */
export function identifierOf(value: Expression, t: Translator): StringLiteral | undefined {
  if (value.kind !== 'string' || t.source !== 'POSTGRESQL' || t.target === 'POSTGRESQL') return undefined;
  const digits = IDENTIFIER.exec(value.value)?.[1]?.replaceAll('-', '').toLowerCase();
  if (digits === undefined) return undefined;
  const ends = [...GROUPS, digits.length];
  return text(ends.map((end, index) => digits.slice(GROUPS[index - 1] ?? 0, end)).join('-'), value.span);
}
