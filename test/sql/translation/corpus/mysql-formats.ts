import { plainCases } from './case.js';

export const mysqlFormats = plainCases(`
  SELECT FORMAT(total, 2), FORMAT(total, 0), FORMAT(total * 12345, 1), FORMAT(discount, 2), FORMAT(-0.4, 0), FORMAT(1234567.891, 2), FORMAT(score, 1) FROM orders JOIN customers ON customers.id = orders.customer_id ORDER BY orders.id
`);
