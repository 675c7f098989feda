import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { TextDecoder } from 'node:util';
import { DragomanError } from '../errors/index.js';
import { refuseOtherFile } from './other-files.js';
import { Utf8WithBytes } from './utf8-with-bytes.js';

const CHUNK_BYTES = 2 ** 18;

/** A text that is read in chunks. */
export interface TextInput {
  /** What it is called in messages. */
  readonly name: string;
  /** Undefined where it is not known, as of a pipe. */
  readonly totalBytes: number | undefined;
  /** How many bytes were read so far. */
  readonly readBytes: number;
  /** From the start, each time it is called; what comes from a pipe comes once. */
  chunks(): AsyncGenerator<string>;
  /** Removes what was kept of it. */
  forget(): Promise<void>;
}

/** How bytes become a text. */
export interface Encoding {
  /** A name that TextDecoder knows. */
  readonly encoding: string;
  /** Whether bytes that are no UTF-8 may stand in it, as lone surrogates; left out, they are an error. */
  readonly keepsBytes?: boolean;
}

/**
 * A file, or standard input.
 *
 * @param path `-`, or undefined, for standard input
 */
export async function textInput(path: string | undefined, encoding: Encoding): Promise<TextInput> {
  if (path === undefined || path === '-')
    return new ByteChunks({ name: 'input', ...encoding, totalBytes: undefined, open: () => process.stdin });
  return fileInput({ name: path, path, ...encoding });
}

/** The same, to be read several times: what comes from a pipe is kept in a file meanwhile. */
export async function rereadableInput(path: string | undefined, encoding: Encoding): Promise<TextInput> {
  if (path !== undefined && path !== '-') return textInput(path, encoding);
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const kept = join(folder, 'input.sql');
  try {
    await pipeline(process.stdin, createWriteStream(kept, { mode: 0o600 }));
    return await fileInput({ name: 'input', path: kept, ...encoding, forget: remove });
  } catch (error) {
    await remove();
    throw error;
  }
}

interface FileToRead extends Encoding {
  readonly name: string;
  readonly path: string;
  readonly forget?: () => Promise<void>;
}

async function fileInput({ path, ...named }: FileToRead): Promise<TextInput> {
  const totalBytes = await sizeOf(path);
  return new ByteChunks({ ...named, totalBytes, open: () => createReadStream(path, { highWaterMark: CHUNK_BYTES }) });
}

interface ByteSource extends Encoding {
  readonly name: string;
  readonly totalBytes: number | undefined;
  readonly open: () => AsyncIterable<Buffer>;
  readonly forget?: () => Promise<void>;
}

class ByteChunks implements TextInput {
  readBytes = 0;

  constructor(readonly source: ByteSource) {
    decoderOf(source);
  }

  get name(): string {
    return this.source.name;
  }

  get totalBytes(): number | undefined {
    return this.source.totalBytes;
  }

  async *chunks(): AsyncGenerator<string> {
    const decoder = decoderOf(this.source);
    this.readBytes = 0;
    for await (const bytes of this.source.open()) {
      if (this.readBytes === 0) refuseOtherFile(bytes, this.name, decoder.encoding);
      yield decoded(decoder, bytes, this);
      this.readBytes += bytes.length;
    }
    yield decoded(decoder, undefined, this);
  }

  async forget(): Promise<void> {
    await this.source.forget?.();
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new Error('it is a directory');
    return found.size;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DragomanError('BAD_USER_INPUT', `${path} can’t be read: ${reason}.`, { cause });
  }
}

type Decoder = Pick<TextDecoder, 'encoding'> & {
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string;
};

function decoderOf({ encoding, keepsBytes = false }: Encoding): Decoder {
  try {
    const strict = new TextDecoder(encoding, { fatal: true });
    return keepsBytes && strict.encoding === 'utf-8' ? new Utf8WithBytes() : strict;
  } catch (cause) {
    throw new DragomanError('BAD_USER_INPUT', `There is no encoding ${JSON.stringify(encoding)}.`, {
      hint: 'Name one such as utf-8 or windows-1252.',
      cause,
    });
  }
}

/** @param bytes undefined at the end */
function decoded(decoder: Decoder, bytes: Buffer | undefined, { name, readBytes }: TextInput): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch (cause) {
    throw new DragomanError(
      'BAD_USER_INPUT',
      `${name} is not all ${decoder.encoding.toUpperCase()}: something else stands behind its byte ${readBytes + (bytes === undefined ? 0 : readable(bytes, decoder.encoding))}.`,
      { hint: 'Name its --encoding; or dump again, binary columns as hexadecimal (mysqldump --hex-blob).', cause },
    );
  }
}

/** How many of some bytes are a text. */
function readable(bytes: Buffer, encoding: string): number {
  let [from, to] = [0, bytes.length];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (isReadable(bytes.subarray(0, middle), encoding)) from = middle;
    else to = middle - 1;
  }
  return from;
}

function isReadable(bytes: Buffer, encoding: string): boolean {
  try {
    // what is cut off within a letter is no error
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
