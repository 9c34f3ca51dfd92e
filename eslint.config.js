import js from '@eslint/js'
import globals from 'globals'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const electronOnlyInItsRooms = {
  name: 'electron',
  message: 'Only main/index.ts, main/ipc, main/window, main/menu and preload meet electron.',
}

const everywhere = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'Plan text is text: no HTML sink.',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
    message: 'Plan text is text: no HTML sink.',
  },
]

const TRANSACTION = 'CallExpression[callee.property.name="transaction"]'
const oneWriter = {
  selector: TRANSACTION,
  message: 'Plans are written by data/repository.ts alone: no other file opens a transaction.',
}
// Dexie's tables and the two shortcuts of the repository, alone or at the start of a chain.
const TABLE = '/^(things|history|meta|catalogue)$/'
const SHORTCUT = '/^(rowsOf|stepsOf)$/'
const dexieOnly = {
  selector: `${TRANSACTION} AwaitExpression${[
    `[argument.callee.object.name=${TABLE}]`,
    `[argument.callee.object.callee.object.name=${TABLE}]`,
    `[argument.callee.object.callee.name=${SHORTCUT}]`,
    '[argument.callee.object.name="Promise"][argument.callee.property.name="all"]',
  ]
    .map((one) => `:not(${one})`)
    .join('')}`,
  message: 'Inside a transaction only Dexie is awaited: anything else commits half of it.',
}

export default tseslint.config(
  {
    ignores: ['out/**', '.cache/**', 'node_modules/**', 'bench/**', 'tests/fixtures/**', 'tour/**'],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-restricted-imports': ['error', { paths: [electronOnlyInItsRooms] }],
      'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...everywhere],
    },
  },
  {
    files: [
      'src/main/index.ts',
      'src/main/{ipc,window,menu}/**/*.ts',
      'src/preload/**/*.ts',
      'src/lite-host/**/*.ts',
    ],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    ignores: ['src/renderer/data/repository.ts', '**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, oneWriter] },
  },
  {
    files: ['src/renderer/data/repository.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, dexieOnly] },
  },
  {
    files: ['*.config.ts', 'eslint.config.js'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'tests/**/*.ts'],
    rules: {
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      'no-empty-pattern': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: { globals: globals.node },
  },
)
