import { DATA_TAKEN, DAY, momentOf, timestampText } from './calendar.js';
import type { BookRow } from './catalogue.js';
import type { CustomerRow } from './customers.js';
import type { EditionRow } from './editions.js';
import type { RandomSource } from './random.js';
import { flag, type Row } from './rows.js';
import type { Sales } from './sales.js';
import { OPINIONS } from './vocabulary/opinions.js';

const UNVERIFIED_REVIEWS = 160;

/** A reader with a book, before the verdict. */
interface Reading {
  readonly bookId: number;
  readonly customerId: number;
  readonly verified: boolean;
  readonly written: number;
}

/** Reviews by buyers after their parcel came, and some by readers who had the book from elsewhere. */
export function makeReviews(
  books: readonly BookRow[],
  customers: readonly CustomerRow[],
  editions: readonly EditionRow[],
  sales: Sales,
  random: RandomSource,
): Row[] {
  const readings = [...buyersReadings(editions, sales, random), ...othersReadings(books, customers, random)];
  const quality = new Map(books.map(({ id }) => [id, 2.7 + random.fraction() * 2.1]));
  const seen = new Set<string>();
  return readings
    .filter(({ bookId, customerId, written }) => {
      const pair = `${bookId}/${customerId}`;
      if (written >= DATA_TAKEN || seen.has(pair)) return false;
      seen.add(pair);
      return true;
    })
    .sort((left, right) => left.written - right.written || left.customerId - right.customerId)
    .map((reading, at) => reviewRow(at + 1, reading, quality.get(reading.bookId) ?? 3.5, random));
}

function buyersReadings(editions: readonly EditionRow[], sales: Sales, random: RandomSource): Reading[] {
  const bookIds = new Map(editions.map(({ id, book_id }) => [id, book_id]));
  const orders = new Map(sales.orders.map((order) => [order.id, order]));
  return sales.orderLines.flatMap(({ order_id, edition_id }) => {
    const order = orders.get(order_id);
    const bookId = bookIds.get(edition_id);
    if (order?.status !== 'delivered' || order.shipped_at === null || bookId === undefined) return [];
    if (!random.chance(0.33)) return [];
    const written = momentOf(order.shipped_at) + Math.floor((5 + random.fraction() * 70) * DAY);
    return [{ bookId, customerId: order.customer_id, verified: true, written }];
  });
}

function othersReadings(books: readonly BookRow[], customers: readonly CustomerRow[], random: RandomSource): Reading[] {
  return Array.from({ length: UNVERIFIED_REVIEWS }, () => {
    const book = random.pick(books);
    const customer = random.pick(customers);
    const earliest = Math.max(momentOf(customer.joined_at), momentOf(book.first_published_on));
    const written = earliest + Math.floor(random.fraction() * (DATA_TAKEN - earliest));
    return { bookId: book.id, customerId: customer.id, verified: false, written };
  });
}

function reviewRow(id: number, reading: Reading, quality: number, random: RandomSource): Row {
  // Three fractions together lie about the middle: most readers agree, a few do not.
  const taste = random.fraction() + random.fraction() + random.fraction() - 1.5;
  const rating = Math.min(5, Math.max(1, Math.round(quality + taste * 1.8)));
  return {
    id,
    book_id: reading.bookId,
    customer_id: reading.customerId,
    rating,
    body: random.chance(0.94) ? reviewText(rating, random) : null,
    is_verified_purchase: flag(reading.verified),
    helpful_votes: random.chance(0.5) ? 0 : random.whole(1, random.chance(0.1) ? 60 : 9),
    written_at: timestampText(reading.written),
  };
}

function reviewText(rating: number, random: RandomSource): string {
  const opinion = OPINIONS[rating - 1];
  if (opinion === undefined) throw new Error(`No opinion goes with ${rating} stars.`);
  const reasons = random.shuffled(opinion.reasons).slice(0, random.whole(1, 2));
  return [random.pick(opinion.openings), ...reasons, random.pick(opinion.endings)].filter(Boolean).join(' ');
}
