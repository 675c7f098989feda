import { ENGINES } from '../databases/conformance/engines.js';
import { manyTablesOn } from './many-tables.js';

ENGINES.filter(({ dialect }) => dialect === 'SQLITE').forEach(manyTablesOn);
