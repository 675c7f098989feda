/**
 * A small document algebra in the manner of Wadler's "A prettier printer": what may stand on one line stands there, what
 * does not fit is broken at the lines of its outermost group first. Every document carries its width on one line, so that
 * laying out takes time in proportion to the document.
 */
export type Doc = string | Measured;

/**
 * A document that is no plain text. All kinds have all fields, in one order: what is read of a document at every step is
 * then found at one place, whatever it is.
 */
interface Measured {
  readonly kind: 'sequence' | 'indented' | 'group' | 'line' | 'remark';
  /** Width on one line; infinite where a line must be broken inside. */
  readonly width: number;
  /** Width up to the first place where a line may be broken; the whole width where there is none. */
  readonly lead: number;
  readonly breakable: boolean;
  /** Of a sequence. */
  readonly parts: readonly Doc[];
  /** Of what is indented, and of a group. */
  readonly content: Doc;
  /** Of a group: what it is without the indentation that it has of itself. */
  readonly upright: Doc | undefined;
  /** Of a remark, a comment behind what was printed: whether the line ends with it. A comma that follows goes before it. */
  readonly ends: boolean;
}

const NO_PARTS: readonly Doc[] = [];

const lineOf = (width: number): Doc => ({
  kind: 'line',
  width,
  lead: 0,
  breakable: true,
  parts: NO_PARTS,
  content: '',
  upright: undefined,
  ends: false,
});

/** A space, or a new line where the group is broken. */
export const line: Doc = lineOf(1);
/** Nothing, or a new line where the group is broken. */
export const softline: Doc = lineOf(0);
/** A new line; the groups around it are broken. */
export const hardline: Doc = lineOf(Infinity);

/** Documents side by side; texts that touch become one, but a comma stays by itself: a comment before it goes behind it. */
export function concat(parts: readonly Doc[]): Doc {
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
  if (made.length === 0) return text;
  if (text !== '') made.push(text);
  return made.length === 1 ? (made[0] as Doc) : sequence(made);
}

function sequence(parts: readonly Doc[]): Doc {
  let width = 0;
  let lead = 0;
  let breakable = false;
  for (const part of parts) {
    if (typeof part === 'string') {
      if (!breakable) lead += firstLineLength(part);
      width += part.length;
      continue;
    }
    if (!breakable) lead += part.lead;
    breakable ||= part.breakable;
    width += part.width;
  }
  return { kind: 'sequence', width, lead, breakable, parts, content: '', upright: undefined, ends: false };
}

/** A document that is broken at its lines unless all of it fits on one. */
export function group(content: Doc): Doc {
  if (typeof content === 'string' || !content.breakable || content.kind === 'group') return content;
  return around('group', content, undefined);
}

/** A document whose new lines start further to the right. */
export function indent(content: Doc): Doc {
  if (typeof content === 'string' || !content.breakable) return content;
  return around('indented', content, undefined);
}

function around(kind: 'group' | 'indented', content: Measured, upright: Doc | undefined): Doc {
  const { width, lead } = content;
  return { kind, width, lead, breakable: true, parts: NO_PARTS, content, upright, ends: false };
}

/** A group whose new lines start further to the right than its first one does: the operands of a chain. */
export function hanging(first: Doc, rest: Doc): Doc {
  const plain = concat([first, rest]);
  if (typeof plain === 'string' || !plain.breakable) return plain;
  const inner = indent(rest);
  const whole = inner === rest ? plain : (concat([first, inner]) as Measured);
  return around('group', whole.kind === 'group' ? (whole.content as Measured) : whole, group(plain));
}

/** What hangs with all its lines starting alike; other documents as they are. */
export function flush(doc: Doc): Doc {
  return typeof doc === 'object' && doc.kind === 'group' ? (doc.upright ?? doc) : doc;
}

/** The same document with other texts; what has none that change stays as it is. */
export function withTexts(doc: Doc, change: (text: string) => string): Doc {
  if (typeof doc === 'string') return change(doc);
  if (doc.kind === 'line' || doc.kind === 'remark') return doc;
  if (doc.kind === 'sequence') {
    const parts = doc.parts.map((part) => withTexts(part, change));
    return parts.every((part, index) => part === doc.parts[index]) ? doc : sequence(parts);
  }
  const content = withTexts(doc.content, change);
  if (content === doc.content) return doc;
  return around(doc.kind, content as Measured, doc.upright && withTexts(doc.upright, change));
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
  const width = ends ? Infinity : lead;
  return { kind: 'remark', width, lead, breakable: ends, parts: NO_PARTS, content: text, upright: undefined, ends };
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

const INDENTATION = 2;

/** Where new lines start inside of an indented document: no further than half way, or deep trees would be mostly spaces. */
function indented(column: number, width: number): number {
  return Math.min(column + INDENTATION, Math.max(column, width >> 1));
}

/** Documents that are still to be printed, with how far to the right their new lines start and whether they stand on one. */
class Waiting {
  readonly docs: Doc[] = [];
  readonly columns: number[] = [];
  readonly flats: boolean[] = [];

  push(doc: Doc, column: number, flat: boolean): void {
    this.docs.push(doc);
    this.columns.push(column);
    this.flats.push(flat);
  }

  /** Width of what follows on the same line whatever happens: a comma, closing parentheses. */
  widthAhead(most: number): number {
    let width = 0;
    for (let index = this.docs.length - 1; index >= 0 && width <= most; index -= 1) {
      const doc = this.docs[index] as Doc;
      const flat = this.flats[index] as boolean;
      width += flat ? widthOf(doc) : leadOf(doc);
      if (typeof doc === 'string' ? doc.includes('\n') : !flat && doc.breakable) break;
    }
    return width;
  }
}

/** By how much the texts of a document may grow or shrink, all together, without another layout. */
export class Margins {
  growth = Infinity;
  shrinkage = Infinity;

  /** @param left how much more there is room for; negative where something did not fit */
  note(left: number): void {
    if (left >= 0) this.growth = Math.min(this.growth, left);
    else this.shrinkage = Math.min(this.shrinkage, -left - 1);
  }
}

/**
 * Prints a document, on lines no longer than `width` where that can be had.
 * @param margins notes how far the layout holds
 */
export function render(doc: Doc, width: number, margins?: Margins): string {
  const writer = new Writer();
  const waiting = new Waiting();
  waiting.push(doc, 0, false);
  while (waiting.docs.length > 0) {
    const current = waiting.docs.pop() as Doc;
    const column = waiting.columns.pop() as number;
    const flat = waiting.flats.pop() as boolean;
    if (typeof current === 'string') writer.text(current, column);
    else if (current.kind === 'sequence') {
      const { parts } = current;
      for (let index = parts.length - 1; index >= 0; index -= 1) waiting.push(parts[index] as Doc, column, flat);
    } else if (current.kind === 'line') {
      if (flat) writer.text(' '.repeat(current.width), column);
      else writer.newLine(column);
    } else if (current.kind === 'indented') waiting.push(current.content, indented(column, width), flat);
    else if (current.kind === 'group') {
      const left = flat ? 0 : width - writer.column - current.width - waiting.widthAhead(width);
      if (!flat) margins?.note(left);
      // of endless lines an endless document leaves nothing that is a number
      waiting.push(current.content, column, left >= 0);
    } else writer.remark(current.content as string, current.ends);
  }
  return writer.finish();
}

/** White space of SQL alone: what else JavaScript trims is part of a name. */
const LEADING_SPACE = /^[ \t\r\n]+/;
const TRAILING_SPACE = /[ \t\r\n]+$/;

const SPACE = 0x20;

/** The text so far: spaces at the ends of lines are dropped, and comments wait for the comma that may follow them. */
class Writer {
  /** How many characters stand on the last line. */
  column = 0;
  /** The lines before the last one. */
  #written = '';
  #line = '';
  /** What the line ends with. */
  #last = '';
  #remarks: { text: string; ends: boolean }[] = [];
  /** Whether nothing stands on the line yet. */
  #fresh = true;

  text(text: string, column: number): void {
    if (this.#remarks.length > 0 && text !== ',') this.#writeRemarks(column);
    const shown = this.#fresh && text.charCodeAt(0) <= SPACE ? text.replace(LEADING_SPACE, '') : text;
    if (shown === '') return;
    if (this.#fresh && this.column > 0) this.#line += ' '.repeat(this.column);
    this.#fresh = false;
    this.#line += shown;
    this.#last = shown;
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
    return (this.#written + this.#line).replace(TRAILING_SPACE, '');
  }

  #writeRemarks(column: number): void {
    const remarks = this.#remarks;
    this.#remarks = [];
    for (const { text, ends } of remarks) {
      const touches = this.#fresh || /[\s(]$/.test(this.#last);
      this.text(touches ? text : ` ${text}`, column);
      if (ends) this.#startLine(column);
    }
  }

  #startLine(column: number): void {
    if (!this.#fresh) this.#written += `${withoutSpaces(this.#line)}\n`;
    this.#line = '';
    this.#fresh = true;
    this.column = column;
  }
}

function withoutSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === SPACE) end -= 1;
  return end < text.length ? text.slice(0, end) : text;
}
