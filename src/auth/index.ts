/**
 * Who asks, and what they may: principals and how they show who they are, roles and their grants, and what a statement
 * demands. Decided on the parsed statement, before anything of it reaches a database.
 */
export { createApiKey } from './api-keys.js';
export { admitEverybody, authenticatorOf, type AccessRules, type Authenticate } from './authenticator.js';
export { ConcurrencyLimit, shareOf, shareOfPool, type ConcurrencyBounds } from './concurrency-limit.js';
export { isLoopback, isOpenOnLoopback, refuseExposure } from './exposure.js';
export type { Grant, Role } from './grant.js';
export { HeldPlaces, type HeldPool, type Holding } from './held-places.js';
export type { JudgedStatement } from './judged-statement.js';
export {
  permit,
  permitLook,
  permitTransaction,
  seesSomeTables,
  writesEverywhere,
  type PermitTarget,
  type Reached,
} from './permit.js';
export { isMany, LOCAL_ADMINISTRATOR, principalOf, type Principal } from './principal.js';
export { TableRights, type TableSource } from './table-rights.js';
export { visibleDatabases, type Databases } from './visible-databases.js';
