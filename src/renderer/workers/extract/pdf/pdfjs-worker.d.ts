/** The package has no types for its worker, which is only loaded for its effect. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
