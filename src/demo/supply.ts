import { DATA_TAKEN, DAY, SHOP_OPENED, dateText, momentOf } from './calendar.js';
import { isFile, type EditionRow } from './editions.js';
import { Crowd, onlyFrom, plainName } from './people.js';
import type { RandomSource } from './random.js';
import { decimal, type Row } from './rows.js';
import { POSTS, SUPPLIERS, WAREHOUSES } from './vocabulary/trade.js';

export type EmployeeRow = {
  readonly id: number;
  readonly manager_id: number | null;
  readonly first_name: string;
  readonly last_name: string;
  readonly job_title: string;
  readonly email: string;
  readonly hired_on: string;
  readonly salary: number;
};

/** Who works in the shop, who delivers to it, and what lies where. */
export interface Supply {
  readonly employees: readonly EmployeeRow[];
  readonly suppliers: readonly Row[];
  readonly warehouses: readonly Row[];
  readonly stock: readonly Row[];
}

/** Staff, suppliers, warehouses and the stock of printed editions. */
export function makeSupply(editions: readonly EditionRow[], random: RandomSource): Supply {
  return {
    employees: makeEmployees(random.fork('employees')),
    suppliers: makeSuppliers(random.fork('suppliers')),
    warehouses: makeWarehouses(),
    stock: makeStock(editions, random.fork('stock')),
  };
}

/** Those at the counter or on the telephone who were with the shop at that moment. */
export function orderTakers(employees: readonly EmployeeRow[], moment: number): EmployeeRow[] {
  return employees.filter(({ job_title, hired_on }) => {
    return /Bookseller|Adviser/.test(job_title) && momentOf(hired_on) <= moment;
  });
}

function makeEmployees(random: RandomSource): EmployeeRow[] {
  const crowd = new Crowd(random, onlyFrom('IE', 'GB', 'PL', 'DE', 'NG', 'IN'));
  return POSTS.map(([title, manager, salary], at) => {
    const { firstName, lastName } = crowd.meet();
    // The heads and one of each kind that takes orders were there when the shop opened.
    const isFounder = POSTS.findIndex(([other]) => other === title) === at && !title.startsWith('Warehouse');
    const hired = isFounder ? SHOP_OPENED - random.whole(5, 90) * DAY : SHOP_OPENED + random.whole(0, 1300) * DAY;
    return {
      id: at + 1,
      manager_id: manager === null ? null : manager + 1,
      first_name: firstName,
      last_name: lastName,
      job_title: title,
      email: `${plainName(firstName, lastName)}@bookshop.example`,
      hired_on: dateText(hired),
      salary,
    };
  });
}

function makeSuppliers(random: RandomSource): Row[] {
  return SUPPLIERS.map(([name, city, country, leadTime], at) => ({
    id: at + 1,
    name,
    city,
    country,
    contact_email: random.chance(0.8) ? `orders@supplier-${at + 1}.example` : null,
    lead_time_days: leadTime,
    on_time_share: random.whole(780, 995) / 1000,
  }));
}

function makeWarehouses(): Row[] {
  const managers = POSTS.flatMap(([title], at) => (title === 'Warehouse Manager' ? [at + 1] : []));
  return WAREHOUSES.map(([name, city, country, latitude, longitude], at) => ({
    id: at + 1,
    manager_id: managers[at] ?? 1,
    name,
    city,
    country,
    latitude,
    longitude,
  }));
}

/** Printed editions lie in one to three warehouses; files need no shelf. */
function makeStock(editions: readonly EditionRow[], random: RandomSource): Row[] {
  const warehouses = WAREHOUSES.map((_, at) => at + 1);
  const printed = editions.filter(({ format }) => !isFile(format));
  return printed.flatMap((edition) => {
    const supplier = random.whole(1, SUPPLIERS.length);
    const places = random.shuffled(warehouses).slice(0, random.whole(1, 3));
    return places
      .sort((left, right) => left - right)
      .map((warehouse) => stockRow(edition, warehouse, supplier, random));
  });
}

function stockRow(edition: EditionRow, warehouse: number, supplier: number, random: RandomSource): Row {
  const quantity = random.chance(0.08) ? 0 : random.whole(1, random.chance(0.2) ? 140 : 35);
  return {
    edition_id: edition.id,
    warehouse_id: warehouse,
    supplier_id: supplier,
    quantity,
    reorder_level: random.pick([2, 5, 5, 10, 15]),
    unit_cost: decimal(Math.round(edition.price * random.whole(48, 64))),
    shelf: quantity === 0 ? null : random.fillForm('@-##-#'),
    counted_on: dateText(DATA_TAKEN - random.whole(1, 180) * DAY),
  };
}
