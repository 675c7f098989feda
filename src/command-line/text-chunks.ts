import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { DragomanError } from '../errors/index.js';

const CHUNK_BYTES = 2 ** 18;

/** A text that is read in chunks. */
export interface TextInput {
  /** What it is called in messages. */
  readonly name: string;
  /** Undefined where it is not known, as of a pipe. */
  readonly totalBytes: number | undefined;
  /** How many bytes were read so far. */
  readonly readBytes: number;
  chunks(): AsyncGenerator<string>;
}

/**
 * A file, or standard input.
 *
 * @param path `-`, or undefined, for standard input
 * @param encoding a name that TextDecoder knows
 */
export async function textInput(path: string | undefined, encoding: string): Promise<TextInput> {
  const fromFile = path !== undefined && path !== '-';
  const totalBytes = fromFile ? await sizeOf(path) : undefined;
  const decoder = decoderOf(encoding);
  const input = {
    name: fromFile ? path : 'input',
    totalBytes,
    readBytes: 0,
    async *chunks(): AsyncGenerator<string> {
      const stream = fromFile ? createReadStream(path, { highWaterMark: CHUNK_BYTES }) : process.stdin;
      for await (const bytes of stream as AsyncIterable<Buffer>) {
        yield decoded(decoder, bytes, input);
        input.readBytes += bytes.length;
      }
      yield decoded(decoder, undefined, input);
    },
  };
  return input;
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const { size } = await stat(path);
    return size;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DragomanError('BAD_USER_INPUT', `${path} can’t be read: ${reason}.`, { cause });
  }
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (cause) {
    throw new DragomanError('BAD_USER_INPUT', `There is no encoding ${JSON.stringify(encoding)}.`, {
      hint: 'Name one such as utf-8 or windows-1252.',
      cause,
    });
  }
}

/** @param bytes undefined at the end */
function decoded(decoder: TextDecoder, bytes: Buffer | undefined, { name, readBytes }: TextInput): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch (cause) {
    throw new DragomanError(
      'BAD_USER_INPUT',
      `${name} is not all ${decoder.encoding.toUpperCase()}: something else stands behind its byte ${readBytes}.`,
      { hint: 'Name its --encoding; or dump again, binary columns as hexadecimal (mysqldump --hex-blob).', cause },
    );
  }
}
