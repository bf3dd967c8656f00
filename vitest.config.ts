import { defineConfig } from 'vitest/config';

/** Tests that run, or look at, what was built and synthesised. All others need nothing but the words of the mails. */
const onTheStack = [
  'test/infra/**/*.test.ts',
  'test/e2e/**/*.test.ts',
  'test/page/**/*.test.ts',
  'test/deploy/**/*.test.ts',
];

// Ninety test files load the same libraries: compiled once, they are read from here by the next.
process.env['NODE_COMPILE_CACHE'] ??= 'node_modules/.cache/node-compile-cache';

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    // These find what hangs; none is a measure. Far above what the slowest takes on a machine with other work.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    // CDK's check of every template that is synthesised takes seconds; one test has it done, for the real stack.
    env: { CDK_VALIDATION: 'false' },
    projects: [
      {
        extends: true,
        test: {
          name: 'house',
          include: ['test/**/*.test.ts'],
          exclude: onTheStack,
          globalSetup: 'test/setup/words.ts',
        },
      },
      {
        extends: true,
        // A day of the embedded stack takes a second of a quick core, and several of a busy one; some tests live months.
        test: { name: 'stack', include: onTheStack, globalSetup: 'test/setup/stack.ts', testTimeout: 600_000 },
      },
    ],
  },
});
