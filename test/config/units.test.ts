import { describe, expect, it } from 'vitest';
import { parseDuration, parseSize } from '../../src/config/index.js';

describe('parseDuration', () => {
  it.each([
    ['250ms', 250],
    ['30s', 30_000],
    ['5m', 300_000],
    ['1h', 3_600_000],
    ['596h', 2_145_600_000],
    ['597h', undefined],
    ['10', undefined],
    ['0s', undefined],
    ['1.5s', undefined],
    ['-1s', undefined],
    ['1 s', undefined],
    ['1d', undefined],
    ['s', undefined],
    ['1s\n', undefined],
    ['', undefined],
  ])('%j is %s ms', (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds));
});

describe('parseSize', () => {
  it.each([
    ['64KB', 65_536],
    ['256MB', 268_435_456],
    ['1GB', 1_073_741_824],
    ['64', undefined],
    ['64kb', undefined],
    ['0KB', undefined],
    ['9007199254740992GB', undefined],
  ])('%j is %s bytes', (text, bytes) => expect(parseSize(text)).toBe(bytes));
});
