import { ENGINES } from '../databases/conformance/engines.js';
import { manyTablesOn } from './many-tables.js';

// On a server it takes some seconds to make them.
ENGINES.filter(({ dialect }) => dialect !== 'SQLITE').forEach(manyTablesOn);
