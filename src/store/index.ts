/** The service's own data: TypeORM entities and migrations, and what the service asks of them. */
export { ServiceStore } from './service-store.js';
export { storeDataSource } from './store-data-source.js';
