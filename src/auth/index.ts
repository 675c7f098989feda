/** Who asks, and whether the service may be reached at all. */
export { isLoopback, refuseExposure } from './exposure.js';
export { LOCAL_ADMINISTRATOR, type Principal } from './principal.js';
