import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The aliases (@shared, @domain, @renderer) come from tsconfig.json alone.
  resolve: { tsconfigPaths: true },
  test: {
    environment: 'node',
    // Hundreds of cases of a property take longer than five seconds on a busy machine; what hangs still ends.
    testTimeout: 60_000,
    setupFiles: ['build/fast-check-setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
  },
});
