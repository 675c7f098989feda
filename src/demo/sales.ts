import { DATA_TAKEN, DAY, momentOf, timestampText } from './calendar.js';
import type { AddressRow, Clientele, CustomerRow } from './customers.js';
import { isFile, type EditionRow } from './editions.js';
import type { RandomSource } from './random.js';
import { decimal, type Row } from './rows.js';
import { orderTakers, type EmployeeRow } from './supply.js';
import { GIFT_MESSAGES } from './vocabulary/trade.js';

const ORDERS = 1250;

type Status = 'pending' | 'paid' | 'shipped' | 'delivered' | 'returned' | 'cancelled';

export type OrderRow = {
  readonly id: number;
  readonly customer_id: number;
  readonly address_id: number;
  readonly employee_id: number | null;
  readonly channel: 'web' | 'phone' | 'shop';
  readonly status: Status;
  readonly ordered_at: string;
  readonly shipped_at: string | null;
  readonly shipping_fee: number;
  readonly total: number;
  readonly gift_message: string | null;
};

export type OrderLineRow = {
  readonly order_id: number;
  readonly line_no: number;
  readonly edition_id: number;
  readonly quantity: number;
  readonly unit_price: number;
};

/** What was ordered and paid. */
export interface Sales {
  readonly orders: readonly OrderRow[];
  readonly orderLines: readonly OrderLineRow[];
  readonly payments: readonly Row[];
}

/** Who ordered when; sorted by time, so that ids grow as they would in a shop. */
interface Occasion {
  readonly customer: CustomerRow;
  readonly ordered: number;
}

/** Orders with their lines and payments; totals are added up in cents. */
export function makeSales(
  clientele: Clientele,
  editions: readonly EditionRow[],
  employees: readonly EmployeeRow[],
  random: RandomSource,
): Sales {
  const byPopularity = random.shuffled(editions);
  const homes = addressesByCustomer(clientele.addresses);
  const orders: OrderRow[] = [];
  const orderLines: OrderLineRow[] = [];
  const payments: Row[] = [];
  for (const [at, occasion] of makeOccasions(clientele.customers, random).entries()) {
    const lines = makeLines(at + 1, occasion.ordered, byPopularity, random);
    const order = orderRow(at + 1, occasion, lines, homes.get(occasion.customer.id) ?? [], employees, random);
    orders.push(order);
    orderLines.push(...lines);
    for (const payment of paymentsOf(order, random)) payments.push(paymentRow(payments.length + 1, payment, random));
  }
  return { orders, orderLines, payments };
}

function addressesByCustomer(addresses: readonly AddressRow[]): Map<number, AddressRow[]> {
  const homes = new Map<number, AddressRow[]>();
  for (const address of addresses) {
    const known = homes.get(address.customer_id);
    if (known === undefined) homes.set(address.customer_id, [address]);
    else known.push(address);
  }
  return homes;
}

function makeOccasions(customers: readonly CustomerRow[], random: RandomSource): Occasion[] {
  const byZeal = random.shuffled(customers);
  const occasions = Array.from({ length: ORDERS }, () => {
    const customer = random.pickEarly(byZeal);
    return { customer, ordered: orderMoment(momentOf(customer.joined_at), random) };
  });
  return occasions.sort((left, right) => left.ordered - right.ordered || left.customer.id - right.customer.id);
}

/** A moment between joining and the end of the data, likelier by day and in the weeks before Christmas. */
function orderMoment(joined: number, random: RandomSource): number {
  for (;;) {
    const moment = joined + Math.floor(random.fraction() * (DATA_TAKEN - 60_000 - joined));
    const month = new Date(moment).getUTCMonth();
    const hour = new Date(moment).getUTCHours();
    // Few people order books between eleven at night and seven in the morning.
    const likelihood = (month >= 10 ? 1 : 0.6) * (hour >= 7 && hour < 23 ? 1 : 0.06);
    if (random.chance(likelihood)) return Math.floor(moment / 1000) * 1000;
  }
}

/** One to six different editions that were out by then. */
function makeLines(
  orderId: number,
  ordered: number,
  byPopularity: readonly EditionRow[],
  random: RandomSource,
): OrderLineRow[] {
  const wanted =
    random.pickWeighted([1, 2, 3, 4, 5, 6].map((count) => [count, 8 - count] as const)) - random.whole(0, 1);
  const chosen = new Set<EditionRow>();
  while (chosen.size < Math.max(wanted, 1)) {
    const edition = random.pickEarly(byPopularity);
    if (momentOf(edition.published_on) < ordered) chosen.add(edition);
  }
  return [...chosen].map((edition, at) => ({
    order_id: orderId,
    line_no: at + 1,
    edition_id: edition.id,
    quantity: isFile(edition.format) || random.chance(0.88) ? 1 : random.whole(2, 4),
    // Now and then something is on offer at a tenth off.
    unit_price: random.chance(0.12) ? decimal(Math.round(edition.price * 90)) : edition.price,
  }));
}

function orderRow(
  id: number,
  { customer, ordered }: Occasion,
  lines: readonly OrderLineRow[],
  addresses: readonly AddressRow[],
  employees: readonly EmployeeRow[],
  random: RandomSource,
): OrderRow {
  const goods = lines.reduce((sum, line) => sum + line.quantity * Math.round(line.unit_price * 100), 0);
  const channel = channelAt(ordered, random);
  const fee = channel === 'shop' || goods >= 4000 ? 0 : random.pick([295, 395, 495]);
  const status = statusAt(ordered, random);
  const isGift = random.chance(0.07);
  return {
    id,
    customer_id: customer.id,
    address_id: random.pickEarly(addresses).id,
    employee_id: channel === 'web' ? null : random.pick(orderTakers(employees, ordered)).id,
    channel,
    status,
    ordered_at: timestampText(ordered),
    shipped_at: shippedAt(status, ordered, random),
    shipping_fee: decimal(fee),
    total: decimal(goods + fee),
    gift_message: isGift ? random.pick(GIFT_MESSAGES) : null,
  };
}

/** The counter and the telephone are staffed by day; the web shop never closes. */
function channelAt(ordered: number, random: RandomSource): OrderRow['channel'] {
  const hour = new Date(ordered).getUTCHours();
  if (hour < 9 || hour >= 18) return 'web';
  return random.pickWeighted([
    ['web', 70],
    ['phone', 16],
    ['shop', 14],
  ] as const);
}

/** How far an order has come by the time the data were taken. */
function statusAt(ordered: number, random: RandomSource): Status {
  const days = (DATA_TAKEN - ordered) / DAY;
  if (days < 2) return random.pick(['pending', 'paid']);
  if (days < 5)
    return random.pickWeighted([
      ['pending', 1],
      ['paid', 3],
      ['shipped', 6],
    ] as const);
  if (days < 12)
    return random.pickWeighted([
      ['shipped', 6],
      ['delivered', 4],
    ] as const);
  return random.pickWeighted([
    ['delivered', 91],
    ['cancelled', 5],
    ['returned', 4],
  ] as const);
}

function shippedAt(status: Status, ordered: number, random: RandomSource): string | null {
  if (status === 'pending' || status === 'paid' || status === 'cancelled') return null;
  // Less than two days, as no order is marked as shipped before it is two days old.
  return timestampText(ordered + Math.floor((0.15 + random.fraction() * 1.8) * DAY));
}

/** A payment before it has its id. */
interface Booking {
  readonly order: OrderRow;
  readonly kind: 'charge' | 'refund';
  readonly method: string;
  readonly cents: number;
  readonly at: number;
}

/** Charges that add up to the total, and refunds of all of it for what was sent back or cancelled. */
function paymentsOf(order: OrderRow, random: RandomSource): Booking[] {
  if (order.status === 'pending' || (order.status === 'cancelled' && random.chance(0.5))) return [];
  const cents = Math.round(order.total * 100);
  const at = momentOf(order.ordered_at);
  const method = random.pickWeighted([
    ['card', 70],
    ['wallet', 18],
    ['transfer', 12],
  ] as const);
  const paidAt = at + random.whole(10, 240) * 1000;
  const voucher = cents > 3000 && random.chance(0.06) ? random.pick([1000, 2000]) : 0;
  const charges: Booking[] = [{ order, kind: 'charge', method, cents: cents - voucher, at: paidAt }];
  if (voucher > 0) charges.unshift({ order, kind: 'charge', method: 'gift card', cents: voucher, at: paidAt - 5000 });
  if (order.status !== 'cancelled' && order.status !== 'returned') return charges;
  // Such orders are twelve days old at least, so that a refund within ten lies in the past.
  const refundedAt = at + Math.floor((4 + random.fraction() * 6) * DAY);
  return [...charges, ...charges.map((charge) => ({ ...charge, kind: 'refund' as const, at: refundedAt }))];
}

function paymentRow(id: number, { order, kind, method, cents, at }: Booking, random: RandomSource): Row {
  return {
    id,
    order_id: order.id,
    kind,
    method,
    amount: decimal(cents),
    // Sixteen digits, growing with the id: past 32 bits, and still exact below 2^53.
    transaction_no: 4_000_000_000_000_000 + id * 1_000_000_007 + random.whole(0, 999_999_999),
    paid_at: timestampText(at),
  };
}
