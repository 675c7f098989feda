import { DATA_TAKEN, DAY, dateText, momentOf } from './calendar.js';
import type { BookRow } from './catalogue.js';
import { isbn13 } from './isbn.js';
import type { RandomSource } from './random.js';
import { decimal } from './rows.js';
import { PUBLISHERS } from './vocabulary/trade.js';

type Format = 'hardback' | 'paperback' | 'ebook' | 'audiobook';

export type EditionRow = {
  readonly id: number;
  readonly book_id: number;
  readonly publisher_id: number;
  readonly isbn13: string;
  readonly format: Format;
  readonly pages: number | null;
  readonly running_minutes: number | null;
  readonly weight_kg: number | null;
  readonly price: number;
  readonly published_on: string;
};

/** Cheapest and dearest price of a format in whole euros, before the cents are put on. */
const PRICE_RANGES: Readonly<Record<Format, readonly [number, number]>> = {
  hardback: [17, 32],
  paperback: [8, 15],
  ebook: [3, 10],
  audiobook: [12, 24],
};

/** Books as files came up in these years only. */
const FIRST_FILES = Date.UTC(2009, 0, 12);

const CENTS = [
  [99, 6],
  [50, 2],
  [95, 2],
  [0, 1],
] as const;

/** One to four editions of every book, none published before the book itself. */
export function makeEditions(
  books: readonly BookRow[],
  pagesOf: (book: BookRow) => readonly [least: number, most: number],
  random: RandomSource,
): EditionRow[] {
  const editions: EditionRow[] = [];
  const isbns = new IsbnBlocks();
  const publisherIds = random.shuffled(PUBLISHERS.map((_, at) => at + 1));
  for (const book of books) {
    const house = random.pickEarly(publisherIds);
    const [least, most] = pagesOf(book);
    const pages = Math.ceil(random.whole(least, most) / 4) * 4;
    let free = firstEditionMoment(book, random);
    for (const format of formatsOf(most < 60, random)) {
      const published = isFile(format) ? Math.max(free, FIRST_FILES + random.whole(0, 1500) * DAY) : free;
      const publisher = random.chance(0.88) ? house : random.pick(publisherIds);
      editions.push({
        id: editions.length + 1,
        book_id: book.id,
        publisher_id: publisher,
        isbn13: isbns.next(publisher),
        format,
        ...extentOf(format, pages, random),
        price: priceOf(format, random),
        published_on: dateText(published),
      });
      free = Math.min(published + random.whole(60, 560) * DAY, DATA_TAKEN - random.whole(3, 30) * DAY);
    }
  }
  return editions;
}

/** Whether an edition is downloaded and so needs neither weight nor shelf. */
export function isFile(format: Format): boolean {
  return format === 'ebook' || format === 'audiobook';
}

/** Books from before 1995 are sold in a later reissue; newer ones in their first edition. */
function firstEditionMoment(book: BookRow, random: RandomSource): number {
  const first = momentOf(book.first_published_on);
  if (first >= Date.UTC(1995, 0, 1)) return first;
  return Date.UTC(random.whole(1995, 2023), random.whole(0, 11), random.whole(1, 28));
}

/** The formats in the order in which they come out. */
function formatsOf(isPictureBook: boolean, random: RandomSource): Format[] {
  const formats: Format[] = random.chance(0.5) ? ['hardback'] : [];
  if (formats.length === 0 || random.chance(0.7)) formats.push('paperback');
  if (isPictureBook) return formats;
  if (random.chance(0.5)) formats.push('ebook');
  if (random.chance(0.2)) formats.push('audiobook');
  return formats;
}

/** How long and how heavy an edition is; what doesn't apply to its format is NULL. */
function extentOf(format: Format, pages: number, random: RandomSource) {
  if (format === 'audiobook') {
    return { pages: null, running_minutes: Math.round(pages * 1.7) + random.whole(-15, 15), weight_kg: null };
  }
  if (format === 'ebook') return { pages, running_minutes: null, weight_kg: null };
  const grams = Math.round(pages * (format === 'hardback' ? 1.5 : 0.9)) + random.whole(60, 140);
  return { pages, running_minutes: null, weight_kg: grams / 1000 };
}

function priceOf(format: Format, random: RandomSource): number {
  const [least, most] = PRICE_RANGES[format];
  return decimal(random.whole(least, most) * 100 + random.pickWeighted(CENTS));
}

/** Hands out ISBNs from one block for every publisher, as the agencies do. */
class IsbnBlocks {
  private readonly used = new Map<number, number>();

  next(publisherId: number): string {
    const serial = (this.used.get(publisherId) ?? 0) + 1;
    this.used.set(publisherId, serial);
    // 2417 and 10000 have no factor in common: the serials jump about and still never repeat.
    const item = String((serial * 2417) % 10000).padStart(4, '0');
    return isbn13(`9781${4100 + publisherId * 37}${item}`);
  }
}
