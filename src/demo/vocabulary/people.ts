/** How people are called, and where and how they live, in one country. */
export interface Homeland {
  readonly country: string;
  readonly language: string;
  /** How many of the shop's customers live there, against the others. */
  readonly share: number;
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  /** Towns with the form of their postal codes: `#` a digit, `@` a letter; null where none are in use. */
  readonly towns: readonly (readonly [town: string, postalCode: string | null])[];
  readonly streets: readonly string[];
  /** Whether the house number stands before the street. */
  readonly numberFirst: boolean;
  /** A range that is kept free for fiction; absent where the country keeps none. */
  readonly phone?: string;
}

/** A list written as one text, as long lists of short words read better that way. */
function words(text: string): readonly string[] {
  return text.split(',').map((word) => word.trim());
}

/** The homelands of customers, authors and staff; all names are put together by chance. */
export const HOMELANDS: readonly Homeland[] = [
  {
    country: 'IE',
    language: 'en',
    share: 24,
    firstNames: words(
      'Aoife, Niamh, Siobhán, Róisín, Ciarán, Eoin, Pádraig, Seán, Gráinne, Fionn, Orla, Declan, Maeve, Cormac, Sinéad, Tadhg',
    ),
    lastNames: words(
      "O'Hara, Ní Bhriain, Gallagher, O'Dowd, Kinsella, Mac Giolla, Brannigan, O'Shea, Fitzmaurice, Devlin, Tierney, O'Malley, Quigley, Hanrahan, Corrigan, McEntee",
    ),
    towns: [
      ['Dublin', 'D0# @#@#'],
      ['Galway', 'H91 @#@#'],
      ['Cork', 'T12 @#@#'],
      ['Sligo', 'F91 @#@#'],
      ['Kilkenny', 'R95 @#@#'],
    ],
    streets: words('Chapel Lane, Harbour Road, Abbey Street, Quay Street, Linenhall Street, Mill Road, Weaver Square'),
    numberFirst: true,
    phone: '+353 20 91# ####',
  },
  {
    country: 'GB',
    language: 'en',
    share: 22,
    firstNames: words(
      'Harriet, Imogen, Callum, Rhys, Beatrix, Alastair, Nerys, Gareth, Priya, Tobias, Flora, Idris, Zara, Edmund, Morag, Leonard, Cressida, Amir',
    ),
    lastNames: words(
      "Ashworth, Pemberton, Llewellyn, Blackwood, Hargreaves, Okafor-Lane, McAllister, Whitcombe, Thistlethwaite, Rowntree, D'Arcy, Bellingham, Sutherland, Penhaligon, Oakes, Marchbank, Fairweather, Rahman",
    ),
    towns: [
      ['Leeds', 'LS# #@@'],
      ['Edinburgh', 'EH# #@@'],
      ['Bristol', 'BS# #@@'],
      ['Cardiff', 'CF## #@@'],
      ['London', 'SE## #@@'],
      ['York', 'YO## #@@'],
    ],
    streets: words(
      'Victoria Terrace, Church Lane, Station Road, Orchard Close, Bridge Street, Canal Walk, St Aldhelm’s Road, Beech Grove',
    ),
    numberFirst: true,
    phone: '+44 7700 900###',
  },
  {
    country: 'DE',
    language: 'de',
    share: 10,
    firstNames: words(
      'Jürgen, Annelie, Matthias, Käthe, Bärbel, Lukas, Friederike, Jonas, Heike, Thorsten, Leonie, Björn, Ulrike, Emre, Wiebke',
    ),
    lastNames: words(
      'Groß, Müllerstedt, Brandtner, Köhler, Weißhaupt, Steinbrück, Vogelsang, Lindenthal, Hartwig, Schäfer, Nordhoff, Yıldız, Kranzler, Böttcher, Reimann',
    ),
    towns: [
      ['Leipzig', '04###'],
      ['Freiburg', '791##'],
      ['Hamburg', '22###'],
      ['Köln', '50###'],
    ],
    streets: words('Lindenstraße, Am Mühlbach, Gartenweg, Schillerstraße, Bahnhofstraße, Kirchgasse, Uferweg'),
    numberFirst: false,
    phone: '+49 30 23125 ###',
  },
  {
    country: 'FR',
    language: 'fr',
    share: 10,
    firstNames: words(
      'Élodie, Théo, Margaux, Benoît, Anaïs, Jérôme, Solène, François, Maëlle, Gaël, Noémie, Rémi, Clémence, Yanis, Hélène',
    ),
    lastNames: words(
      "Lefèvre, Delacour, Moreau, d'Aubigny, Chevallier, Rousselin, Garnier, L'Hermitte, Benali, Fontaine, Marchand, Boisvert, Le Goff, Périgord, Vasseur",
    ),
    towns: [
      ['Lyon', '6900#'],
      ['Nantes', '44#00'],
      ['Strasbourg', '67#00'],
      ['Besançon', '25000'],
    ],
    streets: words(
      "rue des Tanneurs, avenue de la République, quai Saint-Antoine, rue de l'Église, place du Marché, chemin des Vignes",
    ),
    numberFirst: true,
    phone: '+33 1 99 00 ## ##',
  },
  {
    country: 'ES',
    language: 'es',
    share: 8,
    firstNames: words(
      'Ángela, Íñigo, Lucía, Andrés, Begoña, Joaquín, Inés, Raúl, Montserrat, Álvaro, Nuria, Óscar, Rocío, Xavier',
    ),
    lastNames: words(
      'Núñez, Echeverría, Ibáñez Soler, Castaño, Peñalver, Zubiri, Montero, Carrasco, Ferrándiz, Quiroga, Ordóñez, Salvatierra, Roldán, Muñoz Vega',
    ),
    towns: [
      ['Zaragoza', '500##'],
      ['Cádiz', '110##'],
      ['Bilbao', '480##'],
      ['Salamanca', '370##'],
    ],
    streets: words(
      'Calle del Olivo, Paseo de la Ribera, Calle Mayor, Plaza de San Andrés, Calle de los Plateros, Ronda del Sur',
    ),
    numberFirst: false,
  },
  {
    country: 'IT',
    language: 'it',
    share: 6,
    firstNames: words(
      'Niccolò, Chiara, Matteo, Ginevra, Lorenzo, Fiammetta, Tommaso, Giulia, Ruggero, Beatrice, Donato, Serena',
    ),
    lastNames: words(
      "Bellandi, D'Amico, Ferraresi, Lo Presti, Montefalco, Zanetti, Dell'Orto, Cavalcanti, Rinaldi, Speranza, Forlì, Trevisan",
    ),
    towns: [
      ['Trieste', '341##'],
      ['Bologna', '401##'],
      ['Lecce', '73100'],
    ],
    streets: words('via dei Calzolai, via San Giusto, corso Garibaldi, vicolo del Pozzo, via delle Acque'),
    numberFirst: false,
  },
  {
    country: 'PL',
    language: 'pl',
    share: 5,
    firstNames: words('Małgorzata, Paweł, Zofia, Łukasz, Agnieszka, Stanisław, Kinga, Michał, Żaneta, Wojciech'),
    lastNames: words(
      'Dąbek, Wróblewicz, Kościelny, Śliwiński, Zającowska, Brzoza, Górecki, Łęcki, Majchrzak, Pietrzyk',
    ),
    towns: [
      ['Wrocław', '5#-###'],
      ['Łódź', '9#-###'],
      ['Gdańsk', '80-###'],
    ],
    streets: words('ul. Lipowa, ul. Długa, ul. Świętego Jana, ul. Ogrodowa, ul. Szewska'),
    numberFirst: false,
  },
  {
    country: 'SE',
    language: 'sv',
    share: 5,
    firstNames: words('Åsa, Björn, Linnéa, Göran, Ebba, Håkan, Saga, Mårten, Tuva, Östen'),
    lastNames: words(
      'Sjöholm, Lindqvist, Ångström-Dahl, Bergvall, Nyström, Ekelund, Håkansson, Västerby, Lundgren, Öberg',
    ),
    towns: [
      ['Göteborg', '41# ##'],
      ['Uppsala', '75# ##'],
      ['Umeå', '90# ##'],
    ],
    streets: words('Kungsgatan, Björkvägen, Sjöstigen, Smedjegatan, Ängsvägen'),
    numberFirst: false,
    phone: '+46 8 465 004 ##',
  },
  {
    country: 'PT',
    language: 'pt',
    share: 4,
    firstNames: words('João, Inês, Conceição, Tomás, Leonor, Simão, Graça, Duarte, Mafalda, Zé'),
    lastNames: words('Magalhães, Sequeira, Falcão, Guimarães, Brandão, Teixeira, Vilhena, Simões, Nóbrega, Leitão'),
    towns: [
      ['Porto', '4###-###'],
      ['Coimbra', '30##-###'],
      ['Évora', '70##-###'],
    ],
    streets: words('Rua das Flores, Travessa do Carmo, Rua da Boavista, Largo da Sé, Rua do Sol'),
    numberFirst: false,
  },
  {
    country: 'US',
    language: 'en',
    share: 6,
    firstNames: words(
      'Marcus, Delilah, Ezra, Imani, Wyatt, Rosalind, Jamal, Coralie, Silas, Guadalupe, Theodora, Nikhil',
    ),
    lastNames: words(
      "Whitaker, Delgado, Abernathy, St. Clair, Kowalczyk, Greenfield, Washburn, Thibodeaux, Nakamura-Reed, Holloway, O'Bannon, Redfeather",
    ),
    towns: [
      ['Portland', '972##'],
      ['Savannah', '314##'],
      ['Duluth', '558##'],
    ],
    streets: words('Maple Avenue, Old Ferry Road, Juniper Street, Lakeview Drive, Cannery Row'),
    numberFirst: true,
    phone: '+1 503 555 01##',
  },
  {
    country: 'CN',
    language: 'zh',
    share: 3,
    firstNames: words('明, 静, 伟, 雪梅, 晓东, 丽华, 建国, 小雨'),
    lastNames: words('李, 王, 陈, 欧阳, 赵, 周, 林, 黄'),
    towns: [
      ['杭州', '3100##'],
      ['成都', '6100##'],
      ['青岛', '2660##'],
    ],
    streets: words('解放路, 文化街, 湖滨路, 中山路'),
    numberFirst: false,
  },
  {
    country: 'JP',
    language: 'ja',
    share: 3,
    firstNames: words('Haruka, Kenji, Sayuri, Daichi, Mei, Shōta, Yūko, Ren'),
    lastNames: words('Kuroda, Ōnishi, Hayashida, Matsuzaki, Fujimori, Shirakawa, Tachibana, Nomura'),
    towns: [
      ['Kyōto', '60#-####'],
      ['Sendai', '98#-####'],
    ],
    streets: words('Sakura-dōri, Teramachi, Aoba-machi, Higashi-dōri'),
    numberFirst: false,
  },
  {
    country: 'NG',
    language: 'en',
    share: 3,
    firstNames: words('Chidinma, Olúwaṣeun, Ngozi, Emeka, Folákẹ́, Tunde, Amaka, Ibrahim'),
    lastNames: words("Adébáyọ̀, Okonjo, Eze, Bello, Nwachukwu, Ọláìyá, Danjuma, N'Diaye"),
    towns: [
      ['Ìbàdàn', '200###'],
      ['Enugu', '400###'],
    ],
    streets: words('Palm Grove Road, Independence Avenue, Market Street, Old Mission Road'),
    numberFirst: true,
  },
  {
    country: 'IN',
    language: 'hi',
    share: 4,
    firstNames: words('Ananya, Rohan, Lakshmi, Arjun, Kavita, Vikram, Meera, Sanjay'),
    lastNames: words('Banerjee, Venkataraman, Deshpande, Choudhury, Nambiar, Mehta, Kulkarni, Bhattacharya'),
    towns: [
      ['Pune', '4110##'],
      ['Kochi', '6820##'],
      ['Kolkata', '7000##'],
    ],
    streets: words('Lake Road, Temple Street, Station Road, Banyan Lane'),
    numberFirst: true,
  },
  {
    country: 'AE',
    language: 'ar',
    share: 1,
    firstNames: words('ليلى, عمر, سلمى, يوسف'),
    lastNames: words('الحكيم, المنصوري, الكاتب, البستاني'),
    towns: [
      ['Sharjah', null],
      ['Dubai', null],
    ],
    streets: words('Al Wahda Street, Corniche Road, Al Noor Street'),
    numberFirst: true,
  },
];

/** How letters that no decomposition turns into ASCII are written in an e-mail address. */
export const LATIN_SPELLING: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  ı: 'i',
  đ: 'd',
  明: 'ming',
  静: 'jing',
  伟: 'wei',
  雪: 'xue',
  梅: 'mei',
  晓: 'xiao',
  东: 'dong',
  丽: 'li',
  华: 'hua',
  建: 'jian',
  国: 'guo',
  小: 'xiao',
  雨: 'yu',
  李: 'li',
  王: 'wang',
  陈: 'chen',
  欧: 'ou',
  阳: 'yang',
  赵: 'zhao',
  周: 'zhou',
  林: 'lin',
  黄: 'huang',
  ليلى: 'layla',
  عمر: 'omar',
  سلمى: 'salma',
  يوسف: 'yusuf',
  الحكيم: 'alhakim',
  المنصوري: 'almansuri',
  الكاتب: 'alkatib',
  البستاني: 'albustani',
};

/** Lives in a line or two; `{country}` and `{town}` are filled in. */
export const BIOGRAPHIES: readonly string[] = [
  'Grew up in {town} above a hardware shop and wrote a first novel on its order pads.',
  'Trained as an engineer, taught for eleven years in {town}, and has written full time since.',
  'Born in {town}. Worked as a night porter, a proof-reader and a ferry steward before the first book.',
  'Divides the year between {town} and a cottage without electricity.',
  'Lectured in comparative literature in {town}; the essays came first, the novels later.',
  'Was a journalist in {town} for two decades and still files on Fridays.',
  'Lives in {town} with two greyhounds and too many dictionaries.',
  'Studied botany, left it for the theatre, and came to writing by way of programme notes in {town}.',
  'Keeps a small letterpress in {town} and sets the first page of every book by hand.',
  'Began writing in the evenings after shifts at the harbour office in {town}.',
];
