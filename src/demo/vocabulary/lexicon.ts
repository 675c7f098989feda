/** The words behind the slots of title, subtitle and blurb patterns; common nouns in lower case. */
export const LEXICON: Readonly<Record<string, readonly string[]>> = {
  trade: list(
    'ferryman, glassblower, cartographer, bell-founder, saltmaker, lock-keeper, beekeeper, surveyor, piano tuner, harbour pilot, chandler, weaver, signalman, stonecutter, apothecary, clock mender, typesetter, well-digger',
  ),
  legacy: list('daughter, apprentice, widow, ledger, nephew, promise, alibi, last winter, inheritance, silence, rival'),
  town: list(
    'Lisbon, Trieste, Bergen, Gdańsk, Galway, Porto, Valparaíso, Marseille, Tallinn, Zanzibar, Kyoto, Leith, Cádiz, Ravenna, Halifax, Odense, Marrowgate, Calder Sound, Port Ellery, Saint-Aubrac, Nether Wold, Tarn Abbas',
  ),
  landscape: list(
    'river, harbour, orchard, marsh, causeway, headland, forest, moor, estuary, quarry, valley, shoreline, hedgerow',
  ),
  quality: list(
    'quiet, borrowed, forgotten, patient, slow, unlit, narrow, gentle, stubborn, distant, brittle, hollow, tender, unfinished, crooked, ordinary',
  ),
  things: list(
    'rooms, maps, tides, letters, windows, bridges, gardens, promises, bells, winters, keys, harbours, hours, songs',
  ),
  object: list(
    'ledger, lantern, compass, violin, map, key, photograph, mirror, staircase, telegram, bell, rowing boat, music box, letter',
  ),
  season: list('spring, summer, autumn, winter'),
  number: list('three, four, seven, nine, twelve, forty'),
  weekday: list('Monday, Tuesday, Wednesday, Thursday, Friday, Sunday'),
  bird: list('heron, curlew, magpie, nightjar, cormorant, wren, kingfisher, swift, lapwing, jackdaw'),
  beast: list('hedgehog, otter, badger, moose, walrus, donkey, dormouse, hare, hippo, tortoise, goat, newt'),
  colour: list('grey, amber, scarlet, indigo, green, silver, ochre, blue'),
  child: list('Pip, Marigold, Otto, Tansy, Bo, Juniper, Wilf, Noor, Ivo, Clementine, Mabel, Tomasz'),
  woman: list('Hester, Agnes, Ludmila, Noor, Philippa, Odile, Ilse, Marguerite, Ama, Tamsin'),
  sleuth: list('Inspector Vane, Sergeant Albrecht, Detective Ruiz, Inspector Lomax, Sister Perpetua, Constable Dray'),
  crime: list('vanishing, drowning, poisoning, burglary, killing, disappearance, forgery'),
  world: list(
    'Callisto, Ceres, Halcyon Station, Meridian, Thule, the Long Orbit, Kepler Reach, the Outer Dark, Vesper, Anchorage Nine',
  ),
  machine: list('engine, archive, lighthouse, algorithm, satellite, automaton, telescope, reactor, cradle'),
  realm: list(
    'Ashenmoor, Elderwyn, Karreth, the Hollow Isles, Vael, Thornmere, Underhill Keep, the Ninth Province, Sable Fen',
  ),
  relic: list('crown, throne, oath, lantern, thorn, spellbook, sword, raven, ember'),
  subject: list(
    'salt, moss, glass, sleep, echoes, soil, frost, pollen, rust, paper, fog, rope, gravity, bread, ink, lichen, silence, dust',
  ),
  plant: list('moss, bramble, hawthorn, nettle, seagrass, birch, fern, heather, elder, reed'),
  dish: list('bread, dumplings, soup, pickles, pies, noodles, preserves, cheese, flatbreads, beans, stews'),
  era: list(
    'the Hanse, the Steam Age, the Long Peace, the Spice Roads, the Plague Years, the Canal Age, the Two Republics',
  ),
  people: list(
    'printers, whalers, nuns, spies, seamstresses, pilgrims, smugglers, astronomers, bakers, engineers, mutineers',
  ),
  idea: list('doubt, kindness, boredom, attention, solitude, regret, luck, courage, patience, envy, memory, leisure'),
  work: list('meetings, pricing, hiring, delegation, budgets, deadlines, failure, feedback, strategy, queues'),
  craft: list('chairs, typefaces, bridges, ceramics, posters, staircases, textiles, doorways, maps, lettering'),
  emotion: list('longing, mischief, hope, trouble, courage, wonder, luck'),
};

/** The items of a comma-separated text. */
export function list(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim());
}
