/** Who asks, and whether the service may be reached at all. */
export { ConcurrencyLimit, type ConcurrencyBounds } from './concurrency-limit.js';
export { isLoopback, isOpenOnLoopback, refuseExposure } from './exposure.js';
export { LOCAL_ADMINISTRATOR, type Principal } from './principal.js';
