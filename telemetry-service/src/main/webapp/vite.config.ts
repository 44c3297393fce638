import { defineConfig } from 'vite';

// The built files are committed, so that neither Maven nor whoever runs the exchange needs Node.
export default defineConfig({
  build: {
    outDir: '../resources/META-INF/resources',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
  },
});
