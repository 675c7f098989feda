/** What the composition root is made of besides the parts: what a start, and a reload, do once. */
export { auditTrail } from './audit-log.js';
export { objectionTo, readCertificate, type Objection } from './certificate.js';
export { refuseStores, toOptions } from './configured-databases.js';
export { createDemos } from './demo-databases.js';
export { Gate } from './gate.js';
export { orExplain } from './listening-errors.js';
export { rateOf, sharedRateOf } from './rates.js';
export { reloader, warnOfUnknown } from './reload.js';
export type { SharedRate } from './shared-rate.js';
export { messageOf, StartupError } from './startup-error.js';
