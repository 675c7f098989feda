import type { BoundStatement } from '../../sql/index.js';

/** A text of our own, which has no placeholders. */
export function withoutSlots(sql: string): BoundStatement {
  return { parts: [sql], slots: [], values: [], spellings: [], starts: [] };
}

/** How messages call a value: by its name where it has one, by its number otherwise. */
export function placeOf({ slots, spellings }: BoundStatement, value: number): string {
  const spelling = spellings[slots.indexOf(value)] ?? '';
  return /[A-Za-z]/.test(spelling) ? spelling : `Parameter ${value + 1}`;
}

/** The statement's text with something else in place of each placeholder. */
export function fillSlots(bound: BoundStatement, slot: (value: number, index: number) => string): string {
  return bound.parts
    .map((part, index) => {
      const value = bound.slots[index];
      return value === undefined ? part : part + slot(value, index);
    })
    .join('');
}

/**
 * Where in the SQL text a place of the filled text stands; a place within a slot is its placeholder's.
 * @param start the statement's offset in the SQL text
 * @param slotText what was filled in, as `fillSlots` was given it
 */
export function sourceOffset(
  bound: BoundStatement,
  start: number,
  offset: number,
  slotText: (value: number, index: number) => string,
): number {
  let filled = 0;
  let source = start;
  for (const [index, part] of bound.parts.entries()) {
    if (offset < filled + part.length) return source + Math.max(0, offset - filled);
    filled += part.length;
    const value = bound.slots[index];
    if (value === undefined) return source + part.length;
    const placeholder = bound.starts[index] ?? source;
    const width = slotText(value, index).length;
    if (offset < filled + width) return placeholder;
    filled += width;
    source = placeholder + (bound.spellings[index]?.length ?? 0);
  }
  return source;
}
