/** Patterns that go together for one kind of book, with how long such books are. */
export interface Style {
  readonly titles: readonly string[];
  readonly subtitles: readonly string[];
  readonly blurbs: readonly string[];
  readonly pages: readonly [least: number, most: number];
}

const novel: Style = {
  titles: [
    "The {trade}'s {legacy}",
    'A {quality} {season} in {town}',
    'What the {landscape} kept',
    'Letters from {town}',
    'The {object} of {town}',
    '{number} {quality} {things}',
    'The {quality} {trade}',
    'Leaving {town}',
    '{woman} and the {landscape}',
    'The house beyond the {landscape}',
    'All our {quality} {things}',
    'The year of {number} {things}',
    'A {trade} in {season}',
    'Every {weekday} in {town}',
    'The {bird} and the {object}',
  ],
  subtitles: ['A novel'],
  blurbs: [
    'In {town}, a {trade} finds a {object} that was never meant to be found, and a family’s long silence begins to give way.',
    '{woman} comes home to {town} for one {quality} {season} and stays for {number} years.',
    'A {quality} novel about what we owe the places we leave, set between {town} and the {landscape}.',
    'When the old {trade} dies, {woman} inherits a {object}, a debt and a house full of {quality} {things}.',
  ],
  pages: [190, 480],
};

const historical: Style = {
  titles: [
    "The {trade}'s {legacy}",
    'The {people} of {town}',
    'A {object} for {woman}',
    'The siege of {town}',
    '{woman} of {town}',
    'The last {trade} of {town}',
    'Under the bells of {town}',
    'The {colour} {object}',
  ],
  subtitles: ['A novel', 'A novel of {era}'],
  blurbs: [
    'The time of {era}: a {trade} from {town} is caught between the guilds and the {people}, with only a {object} to bargain with.',
    '{woman} hides among the {people} of {town}. One {quality} {season} will decide who tells their story.',
  ],
  pages: [280, 620],
};

const crime: Style = {
  titles: [
    'The {town} {crime}',
    'Death of a {trade}',
    'The {weekday} {crime}',
    'A {crime} in {season}',
    'The {colour} {object}',
    "The {trade}'s {legacy}",
    'Murder at the {landscape}',
    'The {bird} murders',
    'No witness but the {landscape}',
    'Dead by {weekday}',
    'A {quality} {crime}',
  ],
  subtitles: ['A {sleuth} mystery'],
  blurbs: [
    'A {trade} is found dead by the {landscape}, holding a {object}. {sleuth} has until {weekday} to find out why.',
    '{sleuth} came to {town} for a rest. Then came the first {crime}, and {number} people who all claim to have done it.',
  ],
  pages: [220, 420],
};

const science: Style = {
  titles: [
    'The {machine} at {world}',
    '{number} days to {world}',
    'Children of the {machine}',
    'A {quality} {machine}',
    'The {colour} signal',
    'Letters to {world}',
    'The {machine} that waited',
    'Below {world}',
    'The {world} accord',
  ],
  subtitles: ['Book {number} of the {world} cycle'],
  blurbs: [
    'The {machine} at {world} has been silent for {number} centuries. Then it asks for {woman} by name.',
    '{number} crew members, one {quality} {machine}, and no way back from {world}.',
  ],
  pages: [240, 560],
};

const fantasy: Style = {
  titles: [
    'The {relic} of {realm}',
    'A {relic} for {realm}',
    '{woman} of {realm}',
    'The {colour} {relic}',
    'Songs of {realm}',
    'The {bird} and the {relic}',
    'The {quality} {relic}',
    'Beneath {realm}',
    'The {trade} of {realm}',
  ],
  subtitles: ['Book {number} of the {relic} saga', 'A tale of {realm}'],
  blurbs: [
    'Whoever bears the {relic} may rule {realm}. {woman} would rather go on being a {trade}.',
    '{number} kingdoms, one {quality} oath, and a {bird} that speaks only to thieves.',
  ],
  pages: [320, 720],
};

const romance: Style = {
  titles: [
    'A {season} in {town}',
    'Meet me in {town}',
    '{number} dates in {town}',
    'The {trade} next door',
    'Always on {weekday}',
    '{woman}, actually in love',
    'Slow boat to {town}',
    'One {quality} {season}',
  ],
  subtitles: ['A novel'],
  blurbs: [
    '{woman} has one {season} in {town} to restore a {object}. The {trade} next door has other plans.',
    'They agreed on {number} dates and no promises. They managed the dates.',
  ],
  pages: [210, 360],
};

const stories: Style = {
  titles: [
    'The {object} and other stories',
    '{number} stories about {subject}',
    'Rooms in {town}',
    '{quality} {things}',
    'Short {things}',
    'The {landscape} after dark',
  ],
  subtitles: ['Stories'],
  blurbs: ['Stories about {people}, {subject} and {quality} {things}, told with an ear for what goes unsaid.'],
  pages: [120, 280],
};

const verse: Style = {
  titles: [
    'Field notes on {subject}',
    '{bird} hours',
    'Psalms for the {landscape}',
    'A grammar of {subject}',
    '{quality} {things}',
    '{season} in {number} voices',
    'The {plant} and the {bird}',
    'Ode to {dish}',
  ],
  subtitles: ['Poems', 'Collected poems', 'New and selected poems'],
  blurbs: ['Poems of {subject} and {plant}, written over {number} years within walking distance of one {landscape}.'],
  pages: [56, 144],
};

const life: Style = {
  titles: [
    '{woman}: A life in {number} {things}',
    'The {trade} who changed {town}',
    'Growing up in {town}',
    'My {quality} {things}',
    'The {people} of my youth',
    'Daughter of the {landscape}',
    '{number} years a {trade}',
  ],
  subtitles: ['A memoir', 'A biography'],
  blurbs: [
    'From a childhood in {town} to {number} years as a {trade}: a {quality}, funny and exact account of a life.',
  ],
  pages: [200, 460],
};

const past: Style = {
  titles: [
    '{era}',
    'The {people} of {town}',
    '{town} and the sea',
    'When {town} ruled the waves',
    'The {object} that made {era}',
    'A people’s history of {town}',
    'The trial of the {town} {people}',
    'In the time of {era}',
  ],
  subtitles: ['A history in {number} {things}', 'How {people} shaped a continent', 'A new history'],
  blurbs: [
    'Drawing on letters of {people} that lay unread in {town}, this history looks again at {era}.',
    'How {people}, {subject} and one {quality} harbour made the world of {era}.',
  ],
  pages: [260, 640],
};

const knowledge: Style = {
  titles: [
    'A short history of {subject}',
    'The secret life of {subject}',
    'Why {subject} matters',
    'The {subject} equation',
    'Thinking about {subject}',
    '{number} questions about {subject}',
    'How {subject} made us',
  ],
  subtitles: ['And what it tells us about ourselves', 'A guide for the curious', 'The science of an everyday wonder'],
  blurbs: [
    'It is everywhere, and hardly anyone looks: {subject}. A lively tour through laboratories, kitchens and {number} wrong theories.',
  ],
  pages: [180, 380],
};

const nature: Style = {
  titles: [
    'The book of the {bird}',
    'A year by the {landscape}',
    'Following the {bird}',
    '{plant} and {bird}',
    'The {plant} diaries',
    'Walking the {landscape}',
    'The {landscape} in {season}',
  ],
  subtitles: ['Notes from a small {landscape}', 'A natural history', 'A year of looking'],
  blurbs: ['A year spent watching one {bird} and the {landscape} it lives on, with drawings by the author.'],
  pages: [160, 340],
};

const travel: Style = {
  titles: [
    'The slow road to {town}',
    '{town} on foot',
    'From {town} to the sea',
    '{number} trains to {town}',
    'Lost in {town}',
    'Ferries, fog and {town}',
    'A {trade} abroad',
  ],
  subtitles: ['A journey', 'Travels without a plan', 'Walks, meals and wrong turnings'],
  blurbs: ['With {number} shirts and a {object}, the author sets out for {town} by the slowest route there is.'],
  pages: [180, 360],
};

const kitchen: Style = {
  titles: [
    'The {town} table',
    'A winter of {dish}',
    'The honest book of {dish}',
    '{dish} for {weekday}',
    '{number} ways with {dish}',
    'The {trade}’s kitchen',
    'Supper in {town}',
  ],
  subtitles: ['Recipes and stories', '{number} dozen recipes for every day', 'Home cooking from {town}'],
  blurbs: ['Recipes for {dish} and more from the kitchens of {town}, none with more than {number} steps.'],
  pages: [160, 320],
};

const thought: Style = {
  titles: [
    'On {idea}',
    'In praise of {idea}',
    'The uses of {idea}',
    '{idea} and {idea}',
    'A small book of {idea}',
    'Against {idea}',
  ],
  subtitles: ['An essay', 'Essays', '{number} lectures'],
  blurbs: ['What is {idea} for? A clear and {quality} essay that begins in a waiting room and ends with the Stoics.'],
  pages: [96, 280],
};

const business: Style = {
  titles: [
    'The end of {work}',
    'Better {work}',
    '{number} rules of {work}',
    'Radical {work}',
    'The {work} playbook',
    'Honest {work}',
  ],
  subtitles: ['A handbook for small firms', 'Why less of it works', 'Lessons from {number} companies'],
  blurbs: ['Most advice on {work} is wrong. This book looks at {number} small firms that got it right by accident.'],
  pages: [150, 290],
};

const design: Style = {
  titles: [
    'A history of {craft}',
    '{number} hundred {craft}',
    'The shape of {craft}',
    '{colour}: Notes on {craft}',
    'Looking at {craft}',
    '{craft} of {town}',
  ],
  subtitles: ['An illustrated survey', 'From workshop to museum', 'Photographs and essays'],
  blurbs: ['From the workshops of {town} to the museum: {craft}, photographed and explained as never before.'],
  pages: [140, 320],
};

const picture: Style = {
  titles: [
    '{child} and the {beast}',
    'The {beast} who wanted a {object}',
    'Goodnight, {quality} {beast}',
    '{number} {colour} wellingtons',
    'A {beast} on {weekday}',
    'Where is {child}’s {object}?',
    'The very {quality} {beast}',
  ],
  subtitles: ['A bedtime story'],
  blurbs: ['{child} wakes up on {weekday} to find a {beast} in the bath. A story to read aloud, more than once.'],
  pages: [28, 48],
};

const middle: Style = {
  titles: [
    '{child} and the {colour} {object}',
    'The {landscape} club',
    '{child} saves {weekday}',
    'The secret of {town}',
    '{child} against the {people}',
    'The {number} {beast} mystery',
    'The {beast} detectives',
  ],
  subtitles: ['An adventure', 'The first {child} adventure'],
  blurbs: ['{child} has one {season} holiday, one {object} and {number} clues. The {people} have a boat.'],
  pages: [140, 300],
};

const young: Style = {
  titles: [
    'The {season} we ran',
    '{child}, interrupted by {emotion}',
    '{number} kinds of {emotion}',
    'The {colour} {landscape}',
    'How to leave {town}',
    'The {quality} hours of {child}',
    'Nobody drowns in {town}',
  ],
  subtitles: ['A novel'],
  blurbs: ['{child} is sixteen, stuck in {town}, and the only one who saw what happened at the {landscape}.'],
  pages: [210, 400],
};

/** A shelf of the shop: roots have no parent, and only shelves with a style hold books. */
export interface Shelf {
  readonly name: string;
  readonly parent?: string;
  readonly style?: Style;
  /** How many books stand there, against the others. */
  readonly share: number;
}

/** The shelves, parents before their children. */
export const SHELVES: readonly Shelf[] = [
  { name: 'Fiction', share: 0 },
  { name: 'Non-fiction', share: 0 },
  { name: 'Children & Young Adult', share: 0 },
  { name: 'Literary Fiction', parent: 'Fiction', style: novel, share: 16 },
  { name: 'Historical Fiction', parent: 'Fiction', style: historical, share: 8 },
  { name: 'Crime & Mystery', parent: 'Fiction', share: 0 },
  { name: 'Detective Stories', parent: 'Crime & Mystery', style: crime, share: 8 },
  { name: 'Cosy Crime', parent: 'Crime & Mystery', style: crime, share: 5 },
  { name: 'Speculative Fiction', parent: 'Fiction', share: 0 },
  { name: 'Science Fiction', parent: 'Speculative Fiction', style: science, share: 7 },
  { name: 'Fantasy', parent: 'Speculative Fiction', style: fantasy, share: 8 },
  { name: 'Romance', parent: 'Fiction', style: romance, share: 6 },
  { name: 'Short Stories', parent: 'Fiction', style: stories, share: 4 },
  { name: 'Poetry', parent: 'Fiction', style: verse, share: 5 },
  { name: 'Biography & Memoir', parent: 'Non-fiction', style: life, share: 5 },
  { name: 'History', parent: 'Non-fiction', style: past, share: 6 },
  { name: 'Popular Science', parent: 'Non-fiction', style: knowledge, share: 5 },
  { name: 'Nature Writing', parent: 'Non-fiction', style: nature, share: 4 },
  { name: 'Travel', parent: 'Non-fiction', style: travel, share: 4 },
  { name: 'Food & Drink', parent: 'Non-fiction', style: kitchen, share: 4 },
  { name: 'Philosophy', parent: 'Non-fiction', style: thought, share: 3 },
  { name: 'Business', parent: 'Non-fiction', style: business, share: 3 },
  { name: 'Art & Design', parent: 'Non-fiction', style: design, share: 3 },
  { name: 'Picture Books', parent: 'Children & Young Adult', style: picture, share: 4 },
  { name: 'Middle Grade', parent: 'Children & Young Adult', style: middle, share: 4 },
  { name: 'Young Adult', parent: 'Children & Young Adult', style: young, share: 4 },
];
