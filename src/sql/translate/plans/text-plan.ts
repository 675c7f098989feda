import { type Doc, Margins, render, USUAL_WIDTH, withTexts } from '../../generate/index.js';
import { FIRST_MARK, type Place } from './value-watch.js';

const MARK = /[\udc00-\udfff]/g;
const MARKS = /[\udc00-\udfff]+/g;

/** A layout that is kept: what stands before each place, and behind the last. */
interface Layout {
  readonly between: readonly string[];
  /** The numbers of the places, in the order of the text. */
  readonly order: readonly number[];
  /** How long what stands in each place was. */
  readonly lengths: readonly number[];
  readonly margins: Margins;
}

/** Lines break by how long values are: this many layouts are kept of a text. */
const MOST_LAYOUTS = 8;

/** Whether texts of these lengths are laid out alike. */
function holdsFor({ lengths, margins }: Layout, texts: readonly string[]): boolean {
  let growth = 0;
  let shrinkage = 0;
  for (let index = 0; index < texts.length; index += 1) {
    const more = (texts[index] as string).length - (lengths[index] as number);
    if (more > 0) growth += more;
    else shrinkage -= more;
  }
  return growth <= margins.growth && shrinkage <= margins.shrinkage;
}

/**
 * One statement of a translation with places for its values. Where its lines break hangs on how long these are, as in any
 * other text that is written: a few layouts are kept, each of which holds for texts of about the same lengths.
 */
export class TextPlan {
  readonly #layouts: Layout[] = [];

  /**
   * @param doc with a mark in each place
   * @param firstPlace the number of the first of its places: those of other statements have marks of their own
   */
  constructor(
    private readonly doc: Doc,
    private readonly places: readonly Place[],
    private readonly firstPlace: number,
  ) {}

  /** @param contents of the shape's values */
  with(contents: readonly string[]): string {
    const texts = this.places.map(({ value, write }) => write(contents[value] as string));
    const { between, order } = this.#layoutFor(texts);
    let written = between[0] as string;
    for (let index = 0; index < order.length; index += 1)
      written += (texts[order[index] as number] as string) + (between[index + 1] as string);
    return written;
  }

  #layoutFor(texts: readonly string[]): Layout {
    const known = this.#layouts.find((each) => holdsFor(each, texts));
    if (known !== undefined) return known;
    if (this.#layouts.length >= MOST_LAYOUTS) this.#layouts.length = 0;
    const made = this.#laidOut(texts);
    this.#layouts.push(made);
    return made;
  }

  /** Laid out with marks as long as the texts, of which each run is one place. */
  #laidOut(texts: readonly string[]): Layout {
    const stretched = withTexts(this.doc, (text) =>
      text.replace(MARK, (mark) => mark.repeat((texts[this.#placeOf(mark.charCodeAt(0))] as string).length)),
    );
    const margins = new Margins();
    const written = render(stretched, USUAL_WIDTH, margins);
    const between: string[] = [];
    const order: number[] = [];
    let from = 0;
    for (const { index, 0: marks } of written.matchAll(MARKS)) {
      for (let at = 0; at < marks.length;) {
        const place = this.#placeOf(marks.charCodeAt(at));
        between.push(at === 0 ? written.slice(from, index) : '');
        order.push(place);
        at += (texts[place] as string).length;
      }
      from = index + marks.length;
    }
    between.push(written.slice(from));
    return { between, order, lengths: texts.map(({ length }) => length), margins };
  }

  #placeOf(mark: number): number {
    return mark - FIRST_MARK - this.firstPlace;
  }
}
