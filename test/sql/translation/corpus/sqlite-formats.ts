import { plainCases } from './case.js';

export const sqliteFormats = plainCases(`
  SELECT printf('%.2f', total), printf('%d items', id), printf('%05d', id), printf('%5.1f|', total), printf('%s (%d)', note, id), printf('%,d', id * 1234567), printf('%-6s|', status), printf('%6s|', status), printf('%d%%', id), format('%.1f', discount), printf('%04d', id - 3) FROM orders ORDER BY id
  SELECT round(19.95, 1), round(2.675, 2), round(total * 1.05, 1), round(total / 3, 2), round(avg(total) OVER (), 2), round(total, 1), round(weight, 1) FROM orders JOIN products ON products.id = orders.id ORDER BY orders.id
`);
