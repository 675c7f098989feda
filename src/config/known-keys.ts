import { distance } from 'fastest-levenshtein';
import type { ConfigKeyPath } from './config-document.js';
import { configJsonSchema } from './json-schema.js';

/** The keys that the mapping at a path takes. */
export function knownKeys(path: ConfigKeyPath): string[] {
  const schema = path.reduce<unknown>(
    (outer, key) =>
      keyed(
        typeof key === 'number'
          ? member(outer, 'items')
          : (member(member(outer, 'properties'), key) ?? member(outer, 'additionalProperties')),
      ),
    configJsonSchema(),
  );
  return Object.keys(member(schema, 'properties') ?? {});
}

/** What to write instead of an unknown key: its nearest neighbour, or else all that is known. */
export function keyHint(key: string, known: readonly string[]): string {
  const ranked = known
    .map((name) => ({ name, distance: distance(plain(name), plain(key)) }))
    .sort((a, b) => a.distance - b.distance);
  const [nearest] = ranked;
  // Two slips in a short key make another word.
  const allowed = key.length < 4 ? 1 : 2;
  if (nearest !== undefined && nearest.distance <= allowed) return `did you mean \`${nearest.name}\`?`;
  return `the keys here are ${known.join(', ')}`;
}

/** `max_rows`, `max-rows` and `MaxRows` are one slip, not several. */
function plain(key: string): string {
  return key.replaceAll(/[_-]/g, '').toLowerCase();
}

/** Of the forms that a value may have, the mapping. */
function keyed(schema: object | undefined): object | undefined {
  const forms: readonly object[] = Object.values(member(schema, 'anyOf') ?? {});
  return forms.find((form) => member(form, 'properties') !== undefined) ?? schema;
}

function member(value: unknown, key: PropertyKey): object | undefined {
  const found: unknown =
    typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
  return typeof found === 'object' && found !== null ? found : undefined;
}
