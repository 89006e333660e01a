import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const message = 'The law and the workflows read no clock, make no ids and do no I/O.';
const impure = ['process', 'Buffer', 'setTimeout', 'setInterval', 'crypto', 'fetch'].map((name) => ({ name, message }));

export default tseslint.config(
  { ignores: ['node_modules/', 'prisma/generated/', '.data/', '**/*.cjs'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js'] } } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A leading underscore names what a destructuring leaves out.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    // In workflows `Date` is the run's own clock, the same at every replay.
    files: ['workflows/**'],
    rules: { 'no-restricted-globals': ['error', ...impure] },
  },
  {
    files: ['policy/**'],
    rules: {
      'no-restricted-globals': ['error', ...impure, { name: 'Date', message }],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message }],
    },
  },
  { files: ['*.js'], ...tseslint.configs.disableTypeChecked, languageOptions: { globals: { process: 'readonly' } } },
);
