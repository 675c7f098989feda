import { isIP } from 'node:net';
import { z } from 'zod';
import { integer } from './field-schemas.js';
import { expecting, type Expectation } from './wording.js';

/** The key `server.trustProxy`. */

const WORDS: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);
const MOST_HOPS = 20;

const PROXY: Expectation = {
  what: 'address of proxies',
  write:
    '127.0.0.1, 10.0.0.0/8, fd00::/8, loopback, linklocal or uniquelocal; a range of all addresses would trust everybody',
  type: 'string',
};
const TRUST: Expectation = {
  what: 'trust in proxies',
  write: `false, a list of their addresses such as [10.0.0.0/8], or how many stand in front, from 1 to ${MOST_HOPS}`,
  type: 'object',
};

const proxy = z
  .string(expecting(PROXY))
  .regex(/^(?:loopback|linklocal|uniquelocal|[\dA-Fa-f:.]+(?:\/\d{1,3})?)$/, expecting(PROXY))
  .refine(isProxy, expecting(PROXY));

/** Whose word counts on where a request came from. */
export const trustProxy = z.union(
  [z.literal(false), integer(1, MOST_HOPS, 1), z.array(proxy, expecting(TRUST)).min(1, expecting(TRUST))],
  expecting(TRUST),
);

function isProxy(text: string): boolean {
  if (WORDS.has(text)) return true;
  const [address = '', bits] = text.split('/');
  const version = isIP(address);
  if (bits === undefined || version === 0) return version !== 0;
  return Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128);
}
