/**
 * A small document algebra in the manner of Wadler's "A prettier printer": what may stand on one line stands there, what
 * does not fit is broken at the lines of its outermost group first. Every document carries its width on one line, so that
 * laying out takes time in proportion to the document.
 */
export type Doc = string | Sequence | Indented | Group | Line | Remark;

/** What the layout knows of a document that is no plain text. */
interface Measured {
  /** Width on one line; infinite where a line must be broken inside. */
  readonly width: number;
  /** Width up to the first place where a line may be broken; the whole width where there is none. */
  readonly lead: number;
  readonly breakable: boolean;
}

interface Sequence extends Measured {
  readonly kind: 'sequence';
  readonly parts: readonly Doc[];
}
interface Indented extends Measured {
  readonly kind: 'indented';
  readonly content: Doc;
}
interface Group extends Measured {
  readonly kind: 'group';
  readonly content: Doc;
  /** What it is without the indentation that it has of itself. */
  readonly upright?: Doc;
}
interface Line extends Measured {
  readonly kind: 'line';
}
/** A comment behind what was printed; a comma that follows goes before it. */
interface Remark extends Measured {
  readonly kind: 'remark';
  readonly text: string;
  /** Whether the line ends with it. */
  readonly ends: boolean;
}

/** A space, or a new line where the group is broken. */
export const line: Doc = { kind: 'line', width: 1, lead: 0, breakable: true };
/** Nothing, or a new line where the group is broken. */
export const softline: Doc = { kind: 'line', width: 0, lead: 0, breakable: true };
/** A new line; the groups around it are broken. */
export const hardline: Doc = { kind: 'line', width: Infinity, lead: 0, breakable: true };

/** Documents side by side; texts that touch become one. */
export function concat(parts: readonly Doc[]): Doc {
  const filled = joined(parts);
  const [only] = filled;
  if (filled.length < 2) return only ?? '';
  let width = 0;
  let lead = 0;
  let breakable = false;
  for (const part of filled) {
    if (!breakable) lead += leadOf(part);
    breakable ||= isBreakable(part);
    width += widthOf(part);
  }
  return { kind: 'sequence', parts: filled, width, lead, breakable };
}

/** Texts that touch as one; a comma stays by itself, since a comment before it goes behind it. */
function joined(parts: readonly Doc[]): Doc[] {
  const made: Doc[] = [];
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string' && part !== ',') {
      text += part;
      continue;
    }
    if (text !== '') made.push(text);
    text = '';
    made.push(part);
  }
  if (text !== '') made.push(text);
  return made;
}

/** A document that is broken at its lines unless all of it fits on one. */
export function group(content: Doc): Doc {
  if (typeof content === 'string' || !content.breakable || content.kind === 'group') return content;
  return { kind: 'group', content, width: content.width, lead: content.lead, breakable: true };
}

/** A document whose new lines start further to the right. */
export function indent(content: Doc): Doc {
  if (typeof content === 'string' || !content.breakable) return content;
  return { kind: 'indented', content, width: content.width, lead: content.lead, breakable: true };
}

/** A group whose new lines start further to the right than its first one does: the operands of a chain. */
export function hanging(first: Doc, rest: Doc): Doc {
  const doc = group(concat([first, indent(rest)]));
  return typeof doc === 'string' || doc.kind !== 'group' ? doc : { ...doc, upright: group(concat([first, rest])) };
}

/** What hangs with all its lines starting alike; other documents as they are. */
export function flush(doc: Doc): Doc {
  return typeof doc === 'object' && doc.kind === 'group' ? (doc.upright ?? doc) : doc;
}

/** Documents with another one between each two. */
export function join(separator: Doc, docs: readonly Doc[]): Doc {
  const parts: Doc[] = [];
  for (const doc of docs) {
    if (parts.length > 0) parts.push(separator);
    parts.push(doc);
  }
  return concat(parts);
}

/** A comment; where `ends` is set, what follows stands on the next line. */
export function remark(text: string, ends: boolean): Doc {
  const lead = text.length + 1;
  return { kind: 'remark', text, ends, width: ends ? Infinity : lead, lead, breakable: ends };
}

/** The first character of a document; empty where it has none. */
export function firstCharacter(doc: Doc): string {
  let first: Doc | undefined = doc;
  while (typeof first === 'object') {
    if (first.kind === 'line' || first.kind === 'remark') return '';
    first = first.kind === 'sequence' ? first.parts[0] : first.content;
  }
  return first?.charAt(0) ?? '';
}

function widthOf(doc: Doc): number {
  return typeof doc === 'string' ? doc.length : doc.width;
}

function leadOf(doc: Doc): number {
  return typeof doc === 'string' ? firstLineLength(doc) : doc.lead;
}

/** A text may have line ends of its own: those of a string, or of a comment. */
function firstLineLength(text: string): number {
  const newLine = text.indexOf('\n');
  return newLine < 0 ? text.length : newLine;
}

function isBreakable(doc: Doc): boolean {
  return typeof doc === 'object' && doc.breakable;
}

const INDENTATION = 2;

/** Where new lines start inside of an indented document: no further than half way, or deep trees would be mostly spaces. */
function indented(column: number, width: number): number {
  return Math.min(column + INDENTATION, Math.max(column, width >> 1));
}

/** A document that is still to be printed, with how far to the right its new lines start and whether it stands on one. */
interface Command {
  readonly doc: Doc;
  readonly column: number;
  readonly flat: boolean;
}

/** Prints a document, on lines no longer than `width` where that can be had. */
export function render(doc: Doc, width: number): string {
  const writer = new Writer();
  const waiting: Command[] = [{ doc, column: 0, flat: false }];
  for (let command = waiting.pop(); command !== undefined; command = waiting.pop()) {
    const { doc: current, column, flat } = command;
    if (typeof current === 'string') writer.text(current, column);
    else if (current.kind === 'line') {
      if (flat) writer.text(' '.repeat(current.width), column);
      else writer.newLine(column);
    } else if (current.kind === 'remark') writer.remark(current.text, current.ends);
    else if (current.kind === 'indented') waiting.push({ doc: current.content, column: indented(column, width), flat });
    else if (current.kind === 'group') {
      const fits = flat || current.width + widthBehind(waiting, width) <= width - writer.column;
      waiting.push({ doc: current.content, column, flat: fits });
    } else {
      for (let index = current.parts.length - 1; index >= 0; index -= 1) {
        waiting.push({ doc: current.parts[index] as Doc, column, flat });
      }
    }
  }
  return writer.finish();
}

/** Width of what follows on the same line whatever happens: a comma, closing parentheses. */
function widthBehind(waiting: readonly Command[], most: number): number {
  let width = 0;
  for (let index = waiting.length - 1; index >= 0 && width <= most; index -= 1) {
    const { doc, flat } = waiting[index] as Command;
    width += flat ? widthOf(doc) : leadOf(doc);
    if (typeof doc === 'string' ? doc.includes('\n') : !flat && doc.breakable) break;
  }
  return width;
}

/** White space of SQL alone: what else JavaScript trims is part of a name. */
const LEADING_SPACE = /^[ \t\r\n]+/;
const TRAILING_SPACE = /[ \t\r\n]+$/;

/** The text so far: spaces at the ends of lines are dropped, and comments wait for the comma that may follow them. */
class Writer {
  /** How many characters stand on the last line. */
  column = 0;
  readonly #chunks: string[] = [];
  #remarks: { text: string; ends: boolean }[] = [];
  /** Whether nothing stands on the line yet. */
  #fresh = true;

  text(text: string, column: number): void {
    if (this.#remarks.length > 0 && text !== ',') this.#writeRemarks(column);
    const shown = this.#fresh ? text.replace(LEADING_SPACE, '') : text;
    if (shown === '') return;
    if (this.#fresh) this.#chunks.push(' '.repeat(this.column));
    this.#fresh = false;
    this.#chunks.push(shown);
    const newLine = shown.lastIndexOf('\n');
    this.column = newLine < 0 ? this.column + shown.length : shown.length - newLine - 1;
  }

  remark(text: string, ends: boolean): void {
    this.#remarks.push({ text, ends });
  }

  newLine(column: number): void {
    this.#writeRemarks(column);
    this.#startLine(column);
  }

  finish(): string {
    this.#writeRemarks(0);
    return this.#chunks.join('').replace(TRAILING_SPACE, '');
  }

  #writeRemarks(column: number): void {
    const remarks = this.#remarks;
    this.#remarks = [];
    for (const { text, ends } of remarks) {
      const touches = this.#fresh || /[\s(]$/.test(this.#chunks[this.#chunks.length - 1] ?? '');
      this.text(touches ? text : ` ${text}`, column);
      if (ends) this.#startLine(column);
    }
  }

  #startLine(column: number): void {
    if (!this.#fresh) {
      this.#dropSpaces();
      this.#chunks.push('\n');
    }
    this.#fresh = true;
    this.column = column;
  }

  #dropSpaces(): void {
    for (let last = this.#chunks.pop(); last !== undefined; last = this.#chunks.pop()) {
      const trimmed = last.replace(/ +$/, '');
      if (trimmed === '') continue;
      this.#chunks.push(trimmed);
      return;
    }
  }
}
