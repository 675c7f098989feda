import type { Grant, Role } from './grant.js';
import { GrantSet } from './grant-set.js';

/** Who a request is made for. Every request has one. */
export interface Principal {
  /** `local`, `anonymous`, `key:NAME` or `jwt:SUBJECT`: transactions and the audit log go by it. */
  readonly name: string;
  /** Whether it may do everything: register databases, change settings, see what is denied to others. */
  readonly administrator: boolean;
  readonly grants: GrantSet;
  /** Whether it may ask for the GraphQL schema; undefined: as the service says. */
  readonly introspection?: boolean | undefined;
  /** When it has to show who it is again, as `Date.now()` counts; undefined: never. */
  readonly expiresAtMs?: number | undefined;
}

/** Those who show nothing, where they are let in. */
const ANONYMOUS = 'anonymous';
const LOCAL = 'local';

/** Whether it is many people, who share a name. */
export const isMany = ({ name }: Principal): boolean => name === ANONYMOUS || name === LOCAL;

/** Whoever shows nothing, with what they may do. */
export const strangerWith = (roles: readonly Role[]): Principal => principalOf(ANONYMOUS, roles);

const EVERYTHING: readonly Grant[] = [{ database: '*', access: 'READ_WRITE', schema: true }];

/** Whoever reaches an open service: on a loopback address that is a user of this machine. */
export const LOCAL_ADMINISTRATOR: Principal = Object.freeze({
  name: LOCAL,
  administrator: true,
  grants: new GrantSet(EVERYTHING),
});

/** A principal with all that its roles allow. */
export function principalOf(name: string, roles: readonly Role[], expiresAtMs?: number): Principal {
  const administrator = roles.some(({ admin }) => admin);
  const told = roles.flatMap(({ introspection }) => introspection ?? []);
  return Object.freeze({
    name,
    administrator,
    grants: new GrantSet(administrator ? EVERYTHING : roles.flatMap(({ grants }) => grants)),
    introspection: told.length === 0 ? undefined : told.includes(true),
    expiresAtMs,
  });
}
