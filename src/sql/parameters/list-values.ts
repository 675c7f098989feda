/** What a value holds that is a list: a plain one, or one that is tagged as an array; undefined for any other value. */
export function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (typeof value !== 'object' || value === null) return undefined;
  const { $type: tag, value: tagged } = value as { readonly $type?: unknown; readonly value?: unknown };
  return tag === 'array' && Array.isArray(tagged) ? (tagged as readonly unknown[]) : undefined;
}

/** A list as PostgreSQL takes it. */
export const asArray = (items: readonly unknown[]): unknown => ({ $type: 'array', value: items });

/** A list as an engine without arrays keeps it: a document of JSON. */
export const asDocument = (items: readonly unknown[]): unknown => ({ $type: 'json', value: items.map(asMember) });

/** An item of a list in a document; a tagged value there is what it holds. */
function asMember(item: unknown): unknown {
  const nested = itemsOf(item);
  if (nested !== undefined) return nested.map(asMember);
  const isTagged = typeof item === 'object' && item !== null && '$type' in item && 'value' in item;
  return isTagged ? item.value : item;
}
