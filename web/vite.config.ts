import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` sends calls of the API: a server started beside it. */
const server = process.env['FULLHOUSE_URL'] ?? 'http://127.0.0.1:3001';

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) },
  },
  build: {
    target: 'es2022',
    // The server's policy allows files of its own only: nothing becomes a data: URL.
    assetsInlineLimit: 0,
    // Charts and the office are large, and loaded only where they are shown.
    chunkSizeWarningLimit: 900,
    manifest: true,
    rolldownOptions: {
      output: {
        // Two files instead of forty small ones, of which HTTP/1.1 fetches six at a time: what the first picture needs,
        // and what most pages do.
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 2 },
            {
              name: 'shared',
              test: /[\\/](src[\\/](components|lib|api|features)|node_modules[\\/]lucide-react)[\\/]/,
              minShareCount: 6,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      // The origin stays the page's own, which the server compares with the host it was asked for.
      '/api': { target: server, changeOrigin: true, headers: { origin: server } },
    },
  },
  test: {
    environment: 'jsdom',
    environmentOptions: { jsdom: { url: 'http://localhost:3000/' } },
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    // What react-admin asks for is the router that the application has: Node would load it another time.
    alias: { 'react-router-dom': 'react-router' },
    server: { deps: { inline: [/react-admin/, /\/ra-/] } },
    css: { modules: { classNameStrategy: 'non-scoped' } },
    restoreMocks: true,
    // Finding by role is slow where many things run at once, as in CI; see `patienceMs` in src/test/eventually.ts.
    testTimeout: 60_000,
  },
});
