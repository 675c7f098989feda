// The layer rule: which folder of src/ may import which, as one table. docs/architecture.md draws the same.
// Enforced by ESLint's own no-restricted-imports; test/architecture/layers.test.ts proves that it bites.

/** From the top down: a folder may import every folder of the rows below its own, none beside it. */
const levels = [
  ['http'],
  ['graphql'],
  ['pipeline', 'rows', 'schemas', 'comparison', 'transactions'],
  ['optimization', 'insights', 'cache', 'auth', 'catalogue'],
  ['clusters'],
  ['databases'],
  ['sql', 'store', 'config'],
  ['events', 'errors', 'files'],
];

/** Folders that may import less than their row allows, or that stand in no row: only src/*.ts imports those. */
const narrower = {
  config: ['errors'],
  dumps: ['sql', 'errors'],
  'query-logs': ['sql', 'errors'],
  'translation-page': ['sql'],
  'command-line': ['dumps', 'query-logs', 'sql', 'errors'],
  demo: ['errors', 'files'],
  start: [...levels.flat(), 'demo'],
};

/** Folder → the folders that it may import. The files directly in src/ (app.ts, main.ts, emit.ts) may import all. */
export const layers = {
  ...Object.fromEntries(levels.flatMap((row, depth) => row.map((folder) => [folder, levels.slice(depth + 1).flat()]))),
  ...narrower,
};

/** Packages that belong to some folders alone. `regex` is matched against the import's text. */
const packages = [
  { regex: '^type-graphql$', name: 'type-graphql', folders: ['graphql'] },
  { regex: '^@apollo/', name: 'Apollo', folders: ['graphql', 'http'] },
  { regex: '^(fastify$|@fastify/|@as-integrations/fastify)', name: 'Fastify', folders: ['http'] },
  { regex: '^(sqlite3|typeorm)(/|$)', name: 'a database driver', folders: ['databases', 'store', 'demo'] },
];

const quoted = (names) => names.map((name) => `\`${name}\``).join(', ');
const isBelow = (lower, upper) => layers[upper].includes(lower);

function forbiddenMessage(from, to) {
  const handDown = `take what you need as a function, and let app.ts hand it down.`;
  if (isBelow(from, to)) return `\`${from}\` lies below \`${to}\`: ${handDown}`;
  if (from in narrower) return `\`${from}\` may import only ${quoted(narrower[from])}: ${handDown}`;
  return `\`${from}\` and \`${to}\` stand side by side: ${handDown}`;
}

/** How a file `depth` folders deep in src/ writes the way up to src/: `../../`, as a regular expression. */
const wayUp = (depth) => (depth === 0 ? '\\./' : '\\.\\./'.repeat(depth));

const doorPattern = (depth, folder) => ({
  regex: `^${wayUp(depth)}${folder}/(?!index\\.js$)`,
  message: `Import from ${depth === 0 ? './' : '../'.repeat(depth)}${folder}/index.js, the folder's door.`,
});

const forbiddenPattern = (depth, from, to) => ({
  regex: `^${wayUp(depth)}${to}(/|$)`,
  message: forbiddenMessage(from, to),
});

const packagePattern = ({ regex, name, folders }) => ({
  regex,
  message: `Only ${quoted(folders)} may import ${name}: keep it behind an interface of that folder.`,
});

function patternsFor(from, depth) {
  const others = Object.keys(layers).filter((folder) => folder !== from);
  return [
    ...others.map((to) => (layers[from].includes(to) ? doorPattern(depth, to) : forbiddenPattern(depth, from, to))),
    ...packages.filter(({ folders }) => !folders.includes(from)).map(packagePattern),
  ];
}

const restrict = (files, patterns) => ({
  files: [files],
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

/** How deep folders may nest. The depth matters: `../cache/` means src/cache only in a file directly in a folder. */
const DEPTHS = [1, 2, 3, 4];

/** The rule as ESLint configuration: one entry for each folder and depth, since a later entry replaces an earlier one. */
export const layerConfigs = [
  restrict(
    'src/*.ts',
    Object.keys(layers).map((folder) => doorPattern(0, folder)),
  ),
  ...Object.keys(layers).flatMap((folder) =>
    DEPTHS.map((depth) => restrict(`src/${folder}/${'*/'.repeat(depth - 1)}*.ts`, patternsFor(folder, depth))),
  ),
];
