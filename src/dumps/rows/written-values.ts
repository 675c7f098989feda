import type { Expression } from '../../sql/index.js';

/** A value as a statement writes it: NULL, a number or bytes, or a text. */
export type WrittenValue =
  { readonly kind: 'null' } | { readonly kind: 'bytes' } | { readonly kind: 'number' | 'text'; readonly text: string };

const UNICODE = /\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|\+([0-9a-f]{6})|([0-9a-f]{4}))/gi;

/**
 * The value of a literal, and of what SQLite's shell writes for texts of several lines: `replace('a\nb','\n',char(10))` and
 * `unistr('a\u000ab')`. Undefined for any other expression.
 */
export function writtenValue(value: Expression): WrittenValue | undefined {
  if (value.kind === 'null') return { kind: 'null' };
  if (value.kind === 'bytes') return { kind: 'bytes' };
  if (value.kind === 'boolean') return { kind: 'number', text: value.value ? '1' : '0' };
  if (value.kind === 'number') return { kind: 'number', text: value.text };
  if (value.kind === 'unary' && value.operator === 'minus' && value.operand.kind === 'number')
    return { kind: 'number', text: `-${value.operand.text}` };
  const text = textOf(value);
  return text === undefined ? undefined : { kind: 'text', text };
}

function textOf(value: Expression): string | undefined {
  if (value.kind === 'string') return value.value;
  if (value.kind !== 'call') return undefined;
  const name = value.name.parts.at(-1)?.value.toLowerCase();
  const [first, sought, instead] = value.arguments;
  const text = first && textOf(first);
  if (text === undefined) return undefined;
  if (name === 'unistr')
    return text.replace(UNICODE, (_all, ...codes: (string | undefined)[]) =>
      String.fromCodePoint(parseInt(codes.slice(0, 4).find((code) => code !== undefined) ?? '0', 16)),
    );
  const letter = instead && letterOf(instead);
  return name === 'replace' && sought?.kind === 'string' && letter !== undefined
    ? text.replaceAll(sought.value, letter)
    : undefined;
}

function letterOf(value: Expression): string | undefined {
  const code = value.kind === 'call' && value.name.parts.at(-1)?.value.toLowerCase() === 'char' && value.arguments[0];
  return code && code.kind === 'number' ? String.fromCodePoint(Number(code.text)) : undefined;
}
