import { crc32 } from 'node:zlib';

import type { RandomSource } from './random.js';

const WIDTH = 16;
const HEIGHT = 24;

/** Cloth, band, lettering and edge of a cover, as red, green and blue. */
const PALETTES: readonly (readonly number[])[] = [
  [0x1f, 0x3a, 0x5f, 0xe8, 0xd8, 0xb0, 0xf5, 0xf1, 0xe6, 0x12, 0x22, 0x38],
  [0x7a, 0x1f, 0x2b, 0xd9, 0xb4, 0x4a, 0xff, 0xf4, 0xd6, 0x4a, 0x10, 0x18],
  [0x2f, 0x5d, 0x50, 0xf0, 0xe4, 0xc8, 0xff, 0xff, 0xff, 0x1b, 0x38, 0x30],
  [0xe3, 0xa8, 0x57, 0x3b, 0x2f, 0x2f, 0x5c, 0x1a, 0x1a, 0xb0, 0x7a, 0x35],
  [0x3d, 0x2c, 0x5e, 0xc9, 0xb6, 0xe4, 0xf7, 0xf2, 0xff, 0x26, 0x1a, 0x3d],
  [0xf2, 0xef, 0xe9, 0xc0, 0x39, 0x2b, 0x22, 0x22, 0x22, 0xd0, 0xcb, 0xc0],
];

/**
 * A tiny cover as a PNG of a few hundred bytes. The pixels are stored and not compressed:
 * compressed bytes could differ from one version of zlib to the next.
 */
export function coverThumbnail(random: RandomSource): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 3], 8); // eight bits a pixel, each the index of a palette colour
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(random.pick(PALETTES))),
    chunk('IDAT', stored(pixels(random))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The rows of the picture, each behind a zero that says "no filter". */
function pixels(random: RandomSource): Buffer {
  const bandTop = random.whole(3, 9);
  const bandBottom = bandTop + random.whole(4, 8);
  const picture = Buffer.alloc(HEIGHT * (WIDTH + 1));
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const inBand = y >= bandTop && y <= bandBottom;
      const lettered = inBand && y > bandTop && y < bandBottom && x > 2 && x < 13 && random.chance(0.5);
      picture[y * (WIDTH + 1) + x + 1] = x === 0 ? 3 : lettered ? 2 : inBand ? 1 : 0;
    }
  }
  return picture;
}

/** A zlib stream of one stored block. */
function stored(content: Buffer): Buffer {
  const head = Buffer.from([0x78, 0x01, 0x01, 0, 0, 0, 0]);
  head.writeUInt16LE(content.length, 3);
  head.writeUInt16LE(~content.length & 0xffff, 5);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(adler32(content));
  return Buffer.concat([head, content, tail]);
}

function adler32(content: Buffer): number {
  let low = 1;
  let high = 0;
  for (const byte of content) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}

function chunk(kind: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named) >>> 0);
  return Buffer.concat([length, named, check]);
}
