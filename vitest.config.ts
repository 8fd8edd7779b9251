import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The aliases (@shared, @domain, @renderer) come from tsconfig.json alone.
  resolve: { tsconfigPaths: true },
  test: {
    environment: 'node',
    setupFiles: ['build/fast-check-setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
  },
});
