import js from '@eslint/js';
import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import fullhouse from './eslint/layers.js';

export default tseslint.config(
  { ignores: ['dist', 'screenshots', 'src/**/generated'] },
  js.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { 'react-hooks': reactHooks, fullhouse },
    languageOptions: {
      globals: globals.browser,
      parserOptions: { project: './tsconfig.app.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'fullhouse/layers': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // Numbers are what most labels are made of.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Event handlers of React may be asynchronous; what they reject with reaches the error notice.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'vi', property: 'waitFor', message: 'It gives up after a second: use `eventually`.' },
      ],
    },
  },
  {
    files: ['*.{js,ts}', 'eslint/**/*.js', 'scripts/**/*.js', 'e2e/**/*.js'],
    languageOptions: { globals: globals.node },
  },
  // Parts of the flows run inside of the page.
  {
    files: ['e2e/**/*.js'],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name="waitForFunction"] > ArrowFunctionExpression[async=true]',
          message:
            'A promise counts as true: nothing is waited for. Use `until`, or a function that is not async.',
        },
      ],
    },
  },
  { files: ['vite.config.ts'], extends: [tseslint.configs.recommended] },
  { files: ['public/**/*.js'], languageOptions: { globals: globals.browser, sourceType: 'script' } },
  { files: ['public/sw.js'], languageOptions: { globals: globals.serviceworker } },
);
