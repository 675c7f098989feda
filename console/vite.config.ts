import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * The web pages of the service. Everything they need is built in: the service sends a Content-Security-Policy that
 * lets them fetch from their own origin only, and they have to work where there is no outside network.
 */
export default defineConfig({
  root: here('.'),
  base: '/console/',
  logLevel: 'warn',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: here('../dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    // Preloading is native wherever es2022 is.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Monaco, the editor in GraphiQL, is one library of about 3 MB that is loaded whole: splitting it gains nothing.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: { graphiql: here('graphiql.html') },
      // How long plugins took is no news to whoever starts the service.
      checks: { pluginTimings: false },
      onLog(level, log, handle) {
        // 'use no memo' speaks to React's compiler, which has already run over the libraries that carry it.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
});
