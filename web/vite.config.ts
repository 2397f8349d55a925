/**
 * Builds the web application into dist/. The groups keep what changes seldom (React, the kit, the charts) in files
 * of their own, so that a release of ours does not make a browser fetch them again.
 */
import { env } from 'node:process';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = env['WATCHDESK_API'] ?? 'http://127.0.0.1:8080';
const proxy = { '/api': { target: api, ws: true }, '/survey/': { target: api } };

export default defineConfig({
  plugins: [react()],
  server: { port: 5104, strictPort: true, proxy },
  preview: { port: 5104, strictPort: true, proxy },
  build: {
    target: 'es2023',
    // What writes a PDF is one module of somewhat under 1,000 kB before compression, what draws the map one of somewhat over, and each comes
    // when it is asked for; the first page is measured by the bench instead.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            { name: 'borders', test: /countries-50m\.json$/, priority: 20 },
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 20 },
            {
              name: 'data',
              test: /node_modules[\\/]@tanstack[\\/](query-core|react-query|router-core|react-router|history|store|react-store)[\\/]/,
              priority: 10,
            },
          ],
        },
      },
    },
  },
});
