import { DragomanError } from '../errors/index.js';
import { ApiKeys, type ApiKey } from './api-keys.js';
import { credentialOf } from './credentials.js';
import type { Role } from './grant.js';
import { JsonWebTokens, type JwtRules } from './json-web-tokens.js';
import { LOCAL_ADMINISTRATOR, principalOf, strangerWith, type Principal } from './principal.js';

/** Who may come in, and as whom. */
export interface AccessRules {
  readonly roles: readonly Role[];
  readonly apiKeys: readonly (ApiKey & { readonly role: string })[];
  readonly jwt?: JwtRules | undefined;
  /** The role of those who show nothing; undefined: they are not let in. */
  readonly anonymous?: string | undefined;
}

/** Tells who a request is made for, by what it shows. */
export type Authenticate = (authorization: string | undefined) => Principal | Promise<Principal>;

/** Of a service that asks nobody who they are. */
export const admitEverybody: Authenticate = () => LOCAL_ADMINISTRATOR;

/**
 * Of a service that does.
 * @returns a function that throws, or rejects with, DragomanError UNAUTHENTICATED
 */
export function authenticatorOf({ roles, apiKeys, jwt, anonymous }: AccessRules): Authenticate {
  const byName = new Map(roles.map((role) => [role.name, role]));
  const rolesOf = (name: string): readonly Role[] => [byName.get(name) ?? []].flat();
  const keys = new ApiKeys(
    apiKeys.map(({ name, sha256, role }) => ({ sha256, principal: principalOf(`key:${name}`, rolesOf(role)) })),
  );
  const tokens = jwt === undefined ? undefined : new JsonWebTokens(jwt, byName);
  const stranger = anonymous === undefined ? undefined : strangerWith(rolesOf(anonymous));
  return (authorization) => {
    if (authorization === undefined || authorization === '') return stranger ?? refuseStranger();
    const credential = credentialOf(authorization);
    if (credential === undefined) throw unknownCredential();
    if (tokens !== undefined && JsonWebTokens.looksLike(credential)) {
      return tokens.known(credential) ?? tokens.check(credential);
    }
    const found = keys.find(credential);
    // Whoever shows something wrong does not want to come in as a stranger.
    if (found === undefined) throw unknownCredential();
    return found;
  };
}

function refuseStranger(): never {
  throw new DragomanError('UNAUTHENTICATED', 'The service asks who you are.', {
    hint: 'Send the header “Authorization: Bearer KEY” with an API key or a token.',
  });
}

const unknownCredential = (): DragomanError =>
  new DragomanError('UNAUTHENTICATED', 'The key or token is not known.', {
    hint: 'Send “Authorization: Bearer KEY” with a key that the service’s configuration has the hash of.',
  });
