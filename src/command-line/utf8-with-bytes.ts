import { TextDecoder } from 'node:util';

/** How many bytes a character has that begins with a byte, and which second bytes are its own. */
interface Lead {
  readonly length: number;
  readonly from: number;
  readonly to: number;
}

const ANY = { from: 0x80, to: 0xbf };

/** Well-formed sequences alone, by their first bytes: table 3-7 of the Unicode standard. */
function leadOf(byte: number): Lead | undefined {
  if (byte < 0x80) return { length: 1, ...ANY };
  if (byte < 0xc2 || byte > 0xf4) return undefined;
  if (byte < 0xe0) return { length: 2, ...ANY };
  if (byte < 0xf0) return { length: 3, from: byte === 0xe0 ? 0xa0 : 0x80, to: byte === 0xed ? 0x9f : 0xbf };
  return { length: 4, from: byte === 0xf0 ? 0x90 : 0x80, to: byte === 0xf4 ? 0x8f : 0xbf };
}

const LONGEST = 4;

/**
 * Decodes UTF-8 in chunks. A byte that is none stands as a lone surrogate, U+DC80 to U+DCFF: dumps of MySQL hold the bytes of
 * binary columns as they are.
 */
export class Utf8WithBytes {
  readonly encoding = 'utf-8';
  readonly #strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #rest: Uint8Array = new Uint8Array();
  #isFirst = true;

  /** @param bytes undefined at the end */
  decode(bytes?: Uint8Array): string {
    const all = this.#rest.length === 0 ? (bytes ?? this.#rest) : Buffer.concat([this.#rest, bytes ?? Buffer.of()]);
    const end = bytes === undefined ? all.length : wholeEnd(all);
    // a copy: what is read next may come in the same memory
    this.#rest = Uint8Array.from(all.subarray(end));
    const text = this.#whole(all.subarray(0, end));
    if (text === '' || !this.#isFirst) return text;
    this.#isFirst = false;
    return text.replace(/^\uFEFF/, '');
  }

  #whole(bytes: Uint8Array): string {
    try {
      return this.#strict.decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return this.#mixed(bytes);
    }
  }

  #mixed(bytes: Uint8Array): string {
    let text = '';
    let from = 0;
    for (let at = 0; at < bytes.length;) {
      const length = lengthAt(bytes, at);
      if (length === 0) {
        text += this.#strict.decode(bytes.subarray(from, at)) + String.fromCharCode(0xdc00 | (bytes[at] ?? 0));
        from = at + 1;
      }
      at += length || 1;
    }
    return text + this.#strict.decode(bytes.subarray(from));
  }
}

/** How many bytes the character has that begins at a place; none where none does. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const lead = leadOf(bytes[at] ?? 0);
  if (lead === undefined) return 0;
  for (let next = 1; next < lead.length; next++) {
    const byte = bytes[at + next] ?? 0;
    const { from, to } = next === 1 ? lead : ANY;
    if (byte < from || byte > to) return 0;
  }
  return lead.length;
}

/** The end of what is there, without a character at its end of which bytes are still to come. */
function wholeEnd(bytes: Uint8Array): number {
  for (let back = 1; back < LONGEST && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0x80 && byte < 0xc0) continue;
    return (leadOf(byte)?.length ?? 1) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
