import { DATA_TAKEN, DAY, dateText, momentOf, yearsAfter } from './calendar.js';
import { coverThumbnail } from './cover.js';
import { makeEditions, type EditionRow } from './editions.js';
import { Crowd, type Person } from './people.js';
import { Deck, type RandomSource } from './random.js';
import { flag, type Flag, type Row } from './rows.js';
import { BIOGRAPHIES } from './vocabulary/people.js';
import { SHELVES, type Shelf, type Style } from './vocabulary/titles.js';
import { PUBLISHERS } from './vocabulary/trade.js';
import { Wording, type Topic } from './wording.js';

const AUTHORS = 150;
const BOOKS = 420;

export type BookRow = {
  readonly id: number;
  readonly title: string;
  readonly subtitle: string | null;
  readonly genre_id: number;
  readonly original_language: string;
  readonly first_published_on: string;
  readonly is_in_print: Flag;
  readonly blurb: string;
  readonly cover_thumbnail: Uint8Array | null;
};

/** What the shop could sell. */
export interface Catalogue {
  readonly genres: readonly Row[];
  readonly publishers: readonly Row[];
  readonly authors: readonly Row[];
  readonly books: readonly BookRow[];
  readonly bookAuthors: readonly Row[];
  readonly editions: readonly EditionRow[];
}

/** A shelf that holds books, with the id of its genre. */
interface BookShelf {
  readonly genreId: number;
  readonly style: Style;
  readonly share: number;
}

/** A writer as the generator knows them; moments, where the row has texts. */
interface Writer {
  readonly id: number;
  readonly person: Person;
  readonly born: number;
  readonly died: number | null;
  readonly shelf: BookShelf;
}

/** Genres, publishers, authors, books and their editions. */
export function makeCatalogue(random: RandomSource): Catalogue {
  const writers = makeWriters(random.fork('writers'));
  const { books, bookAuthors, shelves } = makeBooks(writers, random.fork('books'));
  return {
    genres: makeGenres(),
    publishers: makePublishers(),
    authors: writers.map((writer) => authorRow(writer, random.fork(`author ${writer.id}`))),
    books,
    bookAuthors,
    editions: makeEditions(books, (book) => shelves.get(book.id)?.style.pages ?? [120, 300], random.fork('editions')),
  };
}

function makeGenres(): Row[] {
  const ids = new Map(SHELVES.map((shelf, at) => [shelf.name, at + 1]));
  return SHELVES.map((shelf: Shelf, at) => ({
    id: at + 1,
    parent_id: shelf.parent === undefined ? null : (ids.get(shelf.parent) ?? null),
    name: shelf.name,
    slug: shelf.name.toLowerCase().replace(/[^a-z]+/g, '-'),
  }));
}

function makePublishers(): Row[] {
  return PUBLISHERS.map(([name, city, country, founded, independent], at) => ({
    id: at + 1,
    name,
    city,
    country,
    founded_year: founded,
    is_independent: flag(independent),
    // Every fourth house has no site of its own; `.example` names belong to nobody.
    website: at % 4 === 3 ? null : `https://www.${siteName(name)}.example`,
  }));
}

function siteName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '');
}

/** The shelves that hold books. */
function bookShelves(): BookShelf[] {
  return SHELVES.flatMap(({ style, share }, at) => (style === undefined ? [] : [{ genreId: at + 1, style, share }]));
}

function makeWriters(random: RandomSource): Writer[] {
  const crowd = new Crowd(random);
  const shelves = bookShelves();
  const shares = shelves.map((shelf) => [shelf, shelf.share] as const);
  return Array.from({ length: AUTHORS }, (_, at) => {
    const born = Date.UTC(random.whole(1924, 1995), random.whole(0, 11), random.whole(1, 28));
    const end = yearsAfter(born, random.whole(58, 90)) + random.whole(0, 364) * DAY;
    return {
      id: at + 1,
      person: crowd.meet(),
      born,
      died: end < DATA_TAKEN ? end : null,
      // The first writers are dealt round the shelves, so that no shelf is left without one.
      shelf: shelves[at] ?? random.pickWeighted(shares),
    };
  });
}

function authorRow({ id, person, born, died }: Writer, random: RandomSource): Row {
  const [town] = random.pick(person.homeland.towns);
  return {
    id,
    first_name: person.firstName,
    last_name: person.lastName,
    country: person.homeland.country,
    born_on: dateText(born),
    died_on: died === null ? null : dateText(died),
    biography: random.chance(0.75) ? random.pick(BIOGRAPHIES).replace('{town}', town) : null,
  };
}

/** The books and who made them: every writer has one at least, the early ones of a shelf have many. */
function makeBooks(writers: readonly Writer[], random: RandomSource) {
  const shares = bookShelves().map((shelf) => [shelf.genreId, shelf.share] as const);
  const leads = Array.from({ length: BOOKS }, (_, at) => {
    const genreId = random.pickWeighted(shares);
    return writers[at] ?? random.pickEarly(writers.filter((writer) => writer.shelf.genreId === genreId));
  });
  const titler = new Titler(random);
  const shelves = new Map<number, BookShelf>();
  const bookAuthors: Row[] = [];
  const books = random.shuffled(leads).map((lead, at) => {
    const book = bookRow(at + 1, lead, titler, random);
    shelves.set(book.id, lead.shelf);
    bookAuthors.push(...contributors(book, lead, writers, random));
    return book;
  });
  return { books, bookAuthors, shelves };
}

function bookRow(id: number, lead: Writer, titler: Titler, random: RandomSource): BookRow {
  const earliest = Math.max(yearsAfter(lead.born, 24), Date.UTC(1956, 0, 1));
  const latest = Math.min(lead.died ?? DATA_TAKEN, DATA_TAKEN) - 40 * DAY;
  const published = earliest + Math.floor((random.fraction() * (latest - earliest)) / DAY) * DAY;
  return {
    id,
    ...titler.wordsFor(lead.shelf),
    genre_id: lead.shelf.genreId,
    original_language: lead.person.homeland.language,
    first_published_on: dateText(published),
    is_in_print: flag(random.chance(0.93)),
    cover_thumbnail: random.chance(0.4) ? coverThumbnail(random) : null,
  };
}

/** Names books so that no two titles are alike and patterns take turns. */
class Titler {
  private readonly wording: Wording;
  private readonly decks = new Map<readonly string[], Deck<string>>();
  private readonly given = new Set<string>();

  constructor(private readonly random: RandomSource) {
    this.wording = new Wording(random);
  }

  wordsFor({ style }: BookShelf): { title: string; subtitle: string | null; blurb: string } {
    const { title, topic } = this.newTitle(style.titles);
    return {
      title,
      subtitle: this.random.chance(0.35) ? this.wording.sentence(this.dealt(style.subtitles), topic) : null,
      blurb: this.wording.sentence(this.dealt(style.blurbs), topic),
    };
  }

  private newTitle(patterns: readonly string[]): { title: string; topic: Topic } {
    for (;;) {
      const topic: Topic = new Map();
      const title = this.wording.title(this.dealt(patterns), topic);
      if (this.given.has(title)) continue;
      this.given.add(title);
      return { title, topic };
    }
  }

  private dealt(patterns: readonly string[]): string {
    const deck = this.decks.get(patterns) ?? new Deck(patterns, this.random);
    this.decks.set(patterns, deck);
    return deck.deal();
  }
}

/** The lead author, and who else had a hand in the book while they were grown up and alive. */
function contributors(book: BookRow, lead: Writer, writers: readonly Writer[], random: RandomSource): Row[] {
  const published = momentOf(book.first_published_on);
  const others = random.shuffled(
    writers.filter(({ id, born, died }) => {
      return id !== lead.id && yearsAfter(born, 22) < published && (died === null || died > published);
    }),
  );
  const team: { id: number; role: string }[] = [{ id: lead.id, role: 'author' }];
  const engage = (role: string, fits: (writer: Writer) => boolean) => {
    const found = others.find((writer) => fits(writer) && !team.some(({ id }) => id === writer.id));
    if (found !== undefined) team.push({ id: found.id, role });
  };
  if (random.chance(0.1)) engage('author', ({ shelf }) => shelf.genreId === book.genre_id);
  if (random.chance(lead.shelf.style.pages[1] < 60 ? 0.9 : 0.02)) engage('illustrator', () => true);
  if (book.original_language !== 'en' && random.chance(0.7)) {
    engage('translator', ({ person }) => person.homeland.language === 'en');
  }
  return team.map(({ id, role }, at) => ({ book_id: book.id, author_id: id, position: at + 1, role }));
}
