import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { layerConfigs } from './eslint-layers.js';

const TYPED = [
  'src/**/*.ts',
  'test/**/*.ts',
  'bench/**/*.ts',
  'console/**/*.{ts,tsx}',
  'ormconfig.ts',
  'vitest.config.ts',
];

const names = (...globals) => Object.fromEntries(globals.map((name) => [name, 'readonly']));

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'schema/', 'node_modules/', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: TYPED,
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers and booleans read well in a message; objects, null and undefined do not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // An assertion that names the type says more than an exclamation mark.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Only a type alias fits where any record is taken: an interface has no index signature.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // type-graphql's and TypeORM's classes live from their decorators.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // `while (true)` says what it means in a lexer.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // `() => void work()` and `() => emitter.emit()` are clear enough as callbacks.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `async` on a method that keeps a promised interface turns what it throws into a rejection.
      '@typescript-eslint/require-await': 'off',
      // A resolver returns a plain object in the shape of its type-graphql class; nobody asks `instanceof`.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A leading underscore marks what a signature demands and the body does not need.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },

  {
    files: ['src/**/*.ts'],
    rules: {
      // Long files and functions are where contributors get lost.
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      // The service logs through its logger; the command line's output is another matter.
      'no-console': 'error',
      // Reading SQL text and engines' messages means looking for control characters.
      'no-control-regex': 'off',
    },
  },
  { files: ['src/main.ts'], rules: { 'no-console': 'off' } },
  ...layerConfigs,

  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      // Answers arrive as JSON of any shape, and the expectation is the check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      // A `!` that is wrong fails the test, as it should.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },

  // Build tools' configuration stands outside the console's own program, which is for the browser.
  { files: ['console/*.config.ts'], extends: [tseslint.configs.disableTypeChecked] },

  {
    files: ['scripts/**/*.cjs', 'bin/**/*.cjs'],
    extends: [js.configs.recommended],
    languageOptions: { sourceType: 'commonjs', globals: names('console', 'process', '__dirname') },
  },
  {
    files: ['bench/**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: { globals: names('console', 'process', 'performance', 'globalThis') },
  },
  { files: ['*.js'], extends: [js.configs.recommended] },
);
