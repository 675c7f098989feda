import { readFileSync } from 'node:fs';
import { ConfigError, type ConfigProblem } from './config-error.js';

interface ByteOrderMark {
  readonly bytes: readonly number[];
  readonly encoding: string;
}

/** The longer marks first: UTF-32LE's begins with UTF-16LE's. */
const BYTE_ORDER_MARKS: readonly ByteOrderMark[] = [
  { bytes: [0xff, 0xfe, 0x00, 0x00], encoding: 'UTF-32' },
  { bytes: [0x00, 0x00, 0xfe, 0xff], encoding: 'UTF-32' },
  { bytes: [0xff, 0xfe], encoding: 'UTF-16' },
  { bytes: [0xfe, 0xff], encoding: 'UTF-16' },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'UTF-8 with a byte order mark' },
];

const NEWLINE = 0x0a;

/**
 * The file's text.
 * @param file how to name it in errors
 * @throws ConfigError where it can't be read or is not plain UTF-8
 */
export function readConfigText(path: string, file: string): string {
  const bytes = readBytes(path, file);
  const mark = BYTE_ORDER_MARKS.find((row) => row.bytes.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined) {
    throw new ConfigError([
      {
        file,
        line: 1,
        column: 1,
        path: '',
        message: `the file is ${mark.encoding}`,
        hint: 'save it as UTF-8 without a byte order mark',
      },
    ]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ConfigError([badByteProblem(bytes, file)]);
  }
}

function readBytes(path: string, file: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError([
      { file, line: undefined, column: undefined, path: '', message: `the file can’t be read: ${reason}` },
    ]);
  }
}

/** No byte of a longer UTF-8 character is a newline, so lines can be decoded one by one. */
function badByteProblem(bytes: Buffer, file: string): ConfigProblem {
  let line = 1;
  let start = 0;
  for (;;) {
    const newline = bytes.indexOf(NEWLINE, start);
    const lineBytes = bytes.subarray(start, newline === -1 ? bytes.length : newline);
    const text = lineBytes.toString('utf8');
    const intact = newline !== -1 && Buffer.from(text).equals(lineBytes);
    if (intact) {
      line += 1;
      start = newline + 1;
      continue;
    }
    const column = Math.max(text.indexOf('\ufffd'), 0) + 1;
    return { file, line, column, path: '', message: 'the file is not UTF-8 here', hint: 'save it as UTF-8' };
  }
}
