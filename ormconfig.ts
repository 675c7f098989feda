import { storeDataSource } from './src/store/index.js';

/** The TypeORM command line's entry: the DataSource of the service's own store. */
export default storeDataSource(process.env.DRAGOMAN_STORE ?? 'sqlite:./data/dragoman.sqlite');
