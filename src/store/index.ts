/** The service's own data: TypeORM entities and migrations, and what the service asks of them. */
export type { AuditEntry, AuditFilter, KeptAuditEntry } from './audit-entry.js';
export { AuditTrail, type AuditSinks } from './audit-trail.js';
export { ServiceStore } from './service-store.js';
export { storeDataSource } from './store-data-source.js';
