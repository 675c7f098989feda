import type { Expression } from '../ast/index.js';

/** The same text for expressions that are written alike, wherever they stand. */
export const writtenAlike = (node: Expression): string => textOf(node);

/** All fields but the places and comments; texts with their lengths, so that no two ways to part the whole are alike. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return `${value.length}"${value}`;
  if (typeof value !== 'object' || value === null) return String(value);
  let text = Array.isArray(value) ? '[' : '{';
  for (const key in value) {
    const part = (value as Readonly<Record<string, unknown>>)[key];
    if (key !== 'span' && key !== 'comments' && part !== undefined) text += `${key}:${textOf(part)},`;
  }
  return `${text}}`;
}
