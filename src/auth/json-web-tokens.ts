import {
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from 'jose';
import { LRUCache } from 'lru-cache';
import { DragomanError } from '../errors/index.js';
import type { Role } from './grant.js';
import { principalOf, type Principal } from './principal.js';

/** Whose tokens are taken, and what they must say. */
export interface JwtRules {
  /** Where the issuer's public keys are; or else `secret`, which the issuer shares. */
  readonly jwks?: string | undefined;
  readonly secret?: string | undefined;
  readonly issuer: string;
  readonly audience: string;
  /** The claim that lists roles; dots lead into objects, as in `realm_access.roles`. */
  readonly rolesClaim: string;
  /** How far the clocks may differ. */
  readonly clockSkewMs: number;
}

/** A token that was checked is not checked again for so long. */
const TRUSTED_MS = 30_000;
const TOKENS_KEPT = 1000;
/** How long the issuer may take to hand out its keys. */
const JWKS_TIMEOUT_MS = 5000;
/** Public keys sign in these ways; a shared secret in the last. "none" is in neither. */
const PUBLIC_KEY_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
];
const SECRET_ALGORITHMS = ['HS256', 'HS384', 'HS512'];

/** Checks JSON Web Tokens (RFC 7519) and tells who comes with them. */
export class JsonWebTokens {
  private readonly checked = new LRUCache<string, Principal>({ max: TOKENS_KEPT });
  private readonly verify: (token: string) => Promise<JWTPayload>;

  constructor(
    private readonly rules: JwtRules,
    private readonly roles: ReadonlyMap<string, Role>,
  ) {
    this.verify = verifier(rules);
  }

  /** Whether it has a token's form: three parts, of which the first is a JSON object's. */
  static looksLike(credential: string): boolean {
    return /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(credential);
  }

  /** Undefined where the same token was not checked just now. */
  known(token: string): Principal | undefined {
    const found = this.checked.get(token);
    return found === undefined || (found.expiresAtMs ?? 0) <= Date.now() ? undefined : found;
  }

  /** @throws DragomanError UNAUTHENTICATED, which says what the token lacks */
  async check(token: string): Promise<Principal> {
    const claims = await this.verify(token).catch((error: unknown) => {
      throw refusal(error);
    });
    const { clockSkewMs, rolesClaim } = this.rules;
    const expiresAtMs = (claims.exp ?? 0) * 1000 + clockSkewMs;
    const roles = rolesIn(claims, rolesClaim).flatMap((name) => this.roles.get(name) ?? []);
    const principal = principalOf(`jwt:${claims.sub ?? ''}`, roles, expiresAtMs);
    this.checked.set(token, principal, { ttl: TRUSTED_MS });
    return principal;
  }
}

function verifier({ jwks, secret, issuer, audience, clockSkewMs }: JwtRules): (token: string) => Promise<JWTPayload> {
  const options: JWTVerifyOptions = {
    issuer,
    audience,
    clockTolerance: clockSkewMs / 1000,
    requiredClaims: ['exp', 'sub'],
    algorithms: jwks === undefined ? SECRET_ALGORITHMS : PUBLIC_KEY_ALGORITHMS,
  };
  if (jwks === undefined) {
    const key = new TextEncoder().encode(secret);
    return async (token) => (await jwtVerify(token, key, options)).payload;
  }
  const keys: JWTVerifyGetKey = createRemoteJWKSet(new URL(jwks), { timeoutDuration: JWKS_TIMEOUT_MS });
  return async (token) => (await jwtVerify(token, keys, options)).payload;
}

/** The roles that a claim lists: an array of names, or names with spaces between. */
function rolesIn(claims: JWTPayload, path: string): readonly string[] {
  const whole = ownProperty(claims, path);
  const found = whole ?? path.split('.').reduce<unknown>(ownProperty, claims);
  if (typeof found === 'string') return found.split(' ');
  return Array.isArray(found) ? found.filter((name) => typeof name === 'string') : [];
}

function ownProperty(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function refusal(error: unknown): DragomanError {
  const [, message] = FAULTS.find(([kind]) => error instanceof kind) ?? [];
  return new DragomanError('UNAUTHENTICATED', message ?? 'The token could not be checked.', {
    hint: 'Send a token of the configured issuer and audience that has not expired.',
    // What keeps the issuer's keys from being read is for the operators.
    cause: error,
  });
}

const FAULTS: readonly (readonly [new (...values: never[]) => Error, string])[] = [
  [errors.JWTExpired, 'The token has expired.'],
  [errors.JWTClaimValidationFailed, 'The token is not meant for this service, or not valid yet.'],
  [errors.JWSSignatureVerificationFailed, 'The token’s signature is not its issuer’s.'],
  [errors.JWKSNoMatchingKey, 'The token is signed with a key that its issuer does not have.'],
  [errors.JOSEAlgNotAllowed, 'The token is signed in a way that is not taken.'],
];
