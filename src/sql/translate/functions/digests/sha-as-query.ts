/**
 * SHA-1, SHA-224 and SHA-256 as queries, for engines that have none of them: FIPS 180-4,
 * https://csrc.nist.gov/pubs/fips/180-4/upd1/final. Those of 64-bit words are beyond SQLite's numbers.
 */
import { differingBits } from '../numbers/differing-bits.js';

/** How an engine works with bytes and bits. */
interface Engine {
  /** The bytes of `$1`. */
  readonly input: string;
  /** The bytes of `_of`, a bit that is set, zeros up to 64 bytes, and in the last eight of them how many bits these were. */
  readonly padded: string;
  readonly blocks: string;
  /** Four bytes of `_bytes`, as one number. */
  readonly word: string;
  readonly differing: (one: string, other: string) => string;
  /** One of some numbers. */
  readonly listed: (numbers: readonly number[], at: string) => string;
  readonly whole: (number: string) => string;
  readonly digits: (word: string) => string;
}

const places = [0, 1, 2, 3, 4, 5, 6, 7];
const hexDigit = (place: number): string => `instr('0123456789ABCDEF', substr(_bytes, _n * 8 + ${place + 1}, 1)) - 1`;

const SQLITE: Engine = {
  input: 'CAST($1 AS BLOB)',
  padded: `hex(_of) || '80' || hex(zeroblob((119 - length(_of) % 64) % 64)) || printf('%016X', length(_of) * 8)`,
  blocks: '(SELECT length(_bytes) FROM _padded) / 128',
  word: places.map((place) => `(${hexDigit(place)}) * ${16 ** (7 - place)}`).join(' + '),
  differing: differingBits,
  listed: (numbers, at) => `json_extract('[${numbers.join()}]', '$[' || (${at}) || ']')`,
  whole: (number) => number,
  digits: (word) => `printf('%08x', ${word})`,
};

const POSTGRESQL: Engine = {
  input: "convert_to($1, 'UTF8')",
  padded: `_of || decode('80' || repeat('00', (119 - length(_of) % 64) % 64) || lpad(to_hex(length(_of) * 8), 16, '0'), 'hex')`,
  blocks: '(SELECT length(_bytes) FROM _padded) / 64',
  word: [0, 1, 2, 3]
    .map((place) => `CAST(get_byte(_bytes, _n * 4 + ${place}) AS bigint) * ${256 ** (3 - place)}`)
    .join(' + '),
  differing: (one, other) => `(${one} # ${other})`,
  listed: (numbers, at) => `('{${numbers.join()}}'::bigint[])[${at} + 1]`,
  whole: (number) => `CAST(${number} AS bigint)`,
  digits: (word) => `lpad(to_hex(${word}), 8, '0')`,
};

const MASK = 2 ** 32 - 1;
const masked = (number: string): string => `((${number}) & ${MASK})`;
const turned = (word: string, bits: number): string => `((${word} >> ${bits}) | (${word} << ${32 - bits}))`;
/** For each bit, what the first chooses of the others; and what most of three have. */
const chosen = (by: string, one: string, other: string): string =>
  `((${by} & ${one}) | ((${MASK} - ${by}) & ${other}))`;
const most = (one: string, two: string, three: string): string =>
  `((${one} & ${two}) | (${one} & ${three}) | (${two} & ${three}))`;

/** A digest: how its state and its sixteen words go on from step to step. Columns are called `_s0` … and `_w0` …. */
interface Digest {
  readonly start: readonly number[];
  readonly steps: number;
  readonly next: (step: string, engine: Engine) => readonly string[];
  /** The word behind the sixteen. */
  readonly word: (engine: Engine) => string;
}

const SHA1: Digest = {
  start: [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0],
  steps: 80,
  next: (step, { differing, listed }) => {
    const parity = differing(differing('_s1', '_s2'), '_s3');
    const mixed = `CASE ${step} / 20 WHEN 0 THEN ${chosen('_s1', '_s2', '_s3')} WHEN 2 THEN ${most('_s1', '_s2', '_s3')} ELSE ${parity} END`;
    const constant = listed([0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6], `${step} / 20`);
    const first = masked(`${masked(turned('_s0', 27))} + ${mixed} + _s4 + ${constant} + _w0`);
    return [first, '_s0', masked(turned('_s1', 2)), '_s2', '_s3'];
  },
  word: ({ differing }) => {
    const mixed = differing(differing('_w13', '_w8'), differing('_w2', '_w0'));
    return masked(`${mixed} * 2 + (${mixed} >> 31)`);
  },
};

/** The first 32 bits behind the point of a root of each of the first primes. */
const rootsOfPrimes = (count: number, root: (prime: number) => number): readonly number[] => {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number += 1)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  return primes.map((prime) => Math.floor((root(prime) % 1) * 2 ** 32));
};

const SHA256: Digest = {
  start: rootsOfPrimes(8, Math.sqrt),
  steps: 64,
  next: (step, { differing, listed }) => {
    const mixed = (word: string, [one, two, three]: readonly [number, number, number]): string =>
      masked(differing(differing(turned(word, one), turned(word, two)), turned(word, three)));
    const constant = listed(rootsOfPrimes(64, Math.cbrt), step);
    const added = `_s7 + ${mixed('_s4', [6, 11, 25])} + ${chosen('_s4', '_s5', '_s6')} + ${constant} + _w0`;
    const first = masked(`${added} + ${mixed('_s0', [2, 13, 22])} + ${most('_s0', '_s1', '_s2')}`);
    return [first, '_s0', '_s1', '_s2', masked(`_s3 + ${added}`), '_s4', '_s5', '_s6'];
  },
  word: ({ differing }) => {
    const mixed = (word: string, one: number, two: number, shift: number): string =>
      masked(differing(differing(turned(word, one), turned(word, two)), `(${word} >> ${shift})`));
    return masked(`_w0 + ${mixed('_w1', 7, 18, 3)} + _w9 + ${mixed('_w14', 17, 19, 10)}`);
  },
};

/** As SHA-256, but for where it begins and that its last word is left out: FIPS 180-4, 5.3.2. */
const SHA224: Digest = {
  ...SHA256,
  start: [0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4],
};

const numbered = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/**
 * A query of the digest of `$1`, in hexadecimal digits. A row is a step; behind those of a block one more adds to its
 * beginning (`_h0` …) what came out, and takes the words of the next.
 */
function digestQuery({ start, steps, next, word }: Digest, engine: Engine, size: number): string {
  const round = steps + 1;
  const step = `(_i % ${round})`;
  const isLast = `${step} = ${steps}`;
  const [states, words, sums] = [numbered('_s', start.length), numbered('_w', 16), numbered('_h', start.length)];
  const summed = states.map((state, at) => masked(`${state} + _h${at}`));
  const made = next(step, engine).map((value, at) => `CASE WHEN ${isLast} THEN ${summed[at]} ELSE ${value} END`);
  const wordOf = (block: string, at: number): string => `(SELECT _word FROM _words WHERE _n = (${block}) * 16 + ${at})`;
  const moved = [...words.slice(1), word(engine)].map(
    (value, at) => `CASE WHEN ${isLast} THEN ${wordOf(`_i / ${round} + 1`, at)} ELSE ${value} END`,
  );
  const kept = sums.map((sum, at) => `CASE WHEN ${isLast} THEN ${summed[at]} ELSE ${sum} END`);
  const begin = start.map((number) => engine.whole(String(number)));
  return (
    `(WITH RECURSIVE _input (_of) AS MATERIALIZED (SELECT ${engine.input}), ` +
    `_padded (_bytes) AS MATERIALIZED (SELECT ${engine.padded} FROM _input WHERE _of IS NOT NULL), ` +
    `_numbers (_n) AS (SELECT 0 UNION ALL SELECT _n + 1 FROM _numbers WHERE _n + 1 < ${engine.blocks} * 16), ` +
    `_words (_n, _word) AS MATERIALIZED (SELECT _n, ${engine.word} FROM _numbers, _padded), ` +
    `_steps (_i, ${[...states, ...words, ...sums].join(', ')}) AS (` +
    `SELECT 0, ${[...begin, ...words.map((_, at) => wordOf('0', at)), ...begin].join(', ')} UNION ALL ` +
    `SELECT _i + 1, ${[...made, ...moved, ...kept].join(', ')} FROM _steps WHERE _i < ${engine.blocks} * ${round}) ` +
    `SELECT ${sums.slice(0, size).map(engine.digits).join(' || ')} FROM _steps WHERE _i = ${engine.blocks} * ${round})`
  );
}

export const SHA1_IN_POSTGRESQL = digestQuery(SHA1, POSTGRESQL, 5);
export const SHA1_OF_BYTES_IN_POSTGRESQL = digestQuery(SHA1, { ...POSTGRESQL, input: '$1' }, 5);
export const SHA1_IN_SQLITE = digestQuery(SHA1, SQLITE, 5);
export const SHA224_IN_SQLITE = digestQuery(SHA224, SQLITE, 7);
export const SHA256_IN_SQLITE = digestQuery(SHA256, SQLITE, 8);
