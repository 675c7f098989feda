/** What readers say of a book they gave this many stars: how they begin, what they name, how they end. */
export interface Opinion {
  readonly openings: readonly string[];
  readonly reasons: readonly string[];
  readonly endings: readonly string[];
}

/** Opinions from one star (first) to five (last); every part reads on its own. */
export const OPINIONS: readonly Opinion[] = [
  {
    openings: [
      'I gave up after sixty pages.',
      'A waste of an evening.',
      'I wanted to like this and could not.',
      'Dreadful, I am sorry to say.',
      'How did this get past an editor?',
      'My first return in years.',
    ],
    reasons: [
      'The characters are names with nothing behind them.',
      'Whole paragraphs repeat almost word for word.',
      'Nothing happens, and it happens slowly.',
      'I counted nine spelling mistakes in one chapter.',
      'The ending contradicts the beginning.',
      'Every single person talks like the narrator.',
    ],
    endings: [
      'Avoid.',
      'Mine went straight to the charity shop.',
      'I would not give it to anyone.',
      'One star for the paper.',
      '',
    ],
  },
  {
    openings: [
      'Not for me.',
      'A good idea, poorly carried out.',
      'Disappointing after all the praise.',
      'It starts well enough.',
      'I struggled to finish this one.',
      'Two stars may be generous.',
    ],
    reasons: [
      'The middle third could go without anyone missing it.',
      'The tone changes every few pages.',
      'I never believed in the main character.',
      'The research shows on every page, and not in a good way.',
      'The dialogue is stiff.',
      'The print is far too small.',
    ],
    endings: [
      'I will not be reading the next one.',
      'Borrow it, don’t buy it.',
      'A pity.',
      'Perhaps I was in the wrong mood.',
      '',
    ],
  },
  {
    openings: [
      'A decent read.',
      'Neither good nor bad.',
      'Pleasant enough for a train journey.',
      'Uneven, but it has its moments.',
      'Solid work without surprises.',
      'I liked parts of it very much.',
    ],
    reasons: [
      'The first half is the stronger one.',
      'The setting is vivid, the plot less so.',
      'It is well written but rather too long.',
      'I guessed the ending halfway through.',
      'Some chapters shine and others drag.',
      'The subject is interesting, the telling is dry.',
    ],
    endings: [
      'Worth it in paperback.',
      'I might try another by the same author.',
      'Fine, but I shan’t read it twice.',
      'My book club was divided.',
      '',
    ],
  },
  {
    openings: [
      'Very good indeed.',
      'I enjoyed this a great deal.',
      'Warmly recommended.',
      'Clever and well made.',
      'Better than I expected.',
      'A proper page-turner.',
    ],
    reasons: [
      'The voice is sure from the first line.',
      'It made me laugh out loud on the bus.',
      'The places are so well drawn that I looked them up.',
      'Only the last chapter felt hurried.',
      'It teaches a lot without lecturing.',
      'The minor characters are a joy.',
    ],
    endings: [
      'I have already lent it to my sister.',
      'Looking forward to the next.',
      'Just short of five stars.',
      'A lovely edition, too.',
      '',
    ],
  },
  {
    openings: [
      'Wonderful.',
      'The best book I have read this year.',
      'I read it in two sittings.',
      'A small masterpiece.',
      'I did not want it to end.',
      'Five stars are not enough.',
    ],
    reasons: [
      'Every sentence is in its place.',
      'I cried at the end and then began again.',
      'It says more in one page than others do in a chapter.',
      'The people in it feel like old friends.',
      'Funny, sad and wise all at once.',
      'My daughter and I took turns reading it aloud.',
    ],
    endings: [
      'I have bought three more copies as presents.',
      'It stays on the shelf by my bed.',
      'Read it!',
      'Thank you to the bookseller who pressed it on me.',
      '',
    ],
  },
];
