import type { ConfigDocument, ScalarAt } from './config-document.js';
import type { ConfigProblem } from './config-error.js';

/** The environment: names and what they hold. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** `$${` for the characters themselves, `${NAME}`, `${NAME:-default}`, or a `${` that is none of them. */
const REFERENCE = /\$\$\{|\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<fallback>(?:(?!\$\{)[^}])*))?\}|\$\{/g;

const NUMBER = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;

/**
 * Fills `${NAME}` and `${NAME:-default}` in the document's texts, in place. A default also
 * stands in for an empty variable, as in a shell.
 * @returns one problem for each text with a missing variable; such a text stays as it is
 */
export function interpolate(document: ConfigDocument, env: Environment): ConfigProblem[] {
  return document.scalars().flatMap((at) => fillScalar(document, at, env));
}

function fillScalar(document: ConfigDocument, { scalar, path }: ScalarAt, env: Environment): ConfigProblem[] {
  const text = scalar.value;
  if (typeof text !== 'string' || !text.includes('${')) return [];
  const complaints: [message: string, hint: string][] = [];
  const filled = text.replace(REFERENCE, (reference: string, name?: string, fallback?: string) => {
    if (reference === '$${') return '${';
    if (name === undefined) {
      complaints.push(['“${” opens no variable here', 'write ${NAME} or ${NAME:-default}, or $${ for the characters']);
      return reference;
    }
    // Only what the environment itself holds: `${constructor}` is no variable.
    const held = Object.hasOwn(env, name) ? env[name] : undefined;
    const value = held === undefined || held === '' ? (fallback ?? held) : held;
    if (value === undefined) {
      complaints.push([`the environment variable ${name} is not set`, `set it, or write \${${name}:-default}`]);
    }
    return value ?? reference;
  });
  if (complaints.length === 0) scalar.value = typedValue(filled);
  return complaints.map(([message, hint]) => document.problemAt(path, message, hint));
}

/**
 * A variable is always text; `port: ${PORT}` still means a number. Quotes make no difference,
 * as JSON has no other way to write a reference, and no key takes a text of that form.
 */
function typedValue(text: string): string | number | boolean {
  if (NUMBER.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  return text;
}
