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

/** What stands in the place of a placeholder; always the same for the same value at the same index. */
export type SlotText = (value: number, index: number) => string;

/** The texts that were filled last, by the parts that they were filled from: a statement that is bound again shares its parts. */
const filled = new WeakMap<readonly string[], { readonly slot: SlotText; readonly text: string }>();

/** The statement's text with something else in place of each placeholder. */
export function fillSlots({ parts, slots }: BoundStatement, slot: SlotText): string {
  const known = filled.get(parts);
  if (known?.slot === slot) return known.text;
  const text = parts
    .map((part, index) => {
      const value = slots[index];
      return value === undefined ? part : part + slot(value, index);
    })
    .join('');
  filled.set(parts, { slot, text });
  return text;
}

/**
 * Where in the SQL text a place of the filled text stands; a place within a slot is its placeholder's.
 * @param start the statement's offset in the SQL text
 * @param slotText what was filled in, as `fillSlots` was given it
 */
export function sourceOffset(bound: BoundStatement, start: number, offset: number, slotText: SlotText): number {
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
