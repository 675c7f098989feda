import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Principal } from './principal.js';

/** A key, of which only the hash is kept. */
export interface ApiKey {
  readonly name: string;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

const KEY_BYTES = 32;
/** Tells what it is where somebody finds one. */
const PREFIX = 'drg_';

/** A new key, of 256 random bits, and the hash to keep of it. */
export function createApiKey(): { readonly key: string; readonly sha256: string } {
  const key = `${PREFIX}${randomBytes(KEY_BYTES).toString('base64url')}`;
  return { key, sha256: hashOf(key).toString('hex') };
}

/** Keys by their hashes, and who comes with each. */
export class ApiKeys {
  private readonly keys: readonly { readonly kept: Buffer; readonly principal: Principal }[];

  constructor(keys: readonly { readonly sha256: string; readonly principal: Principal }[]) {
    this.keys = keys.map(({ sha256, principal }) => ({ kept: Buffer.from(sha256, 'hex'), principal }));
  }

  /** Compares with each hash, all of every one: how long it takes tells nothing of what is kept. */
  find(credential: string): Principal | undefined {
    const given = hashOf(credential);
    let found: Principal | undefined;
    for (const { kept, principal } of this.keys) if (timingSafeEqual(kept, given)) found = principal;
    return found;
  }
}

function hashOf(key: string): Buffer {
  return hash('sha256', key, 'buffer');
}
