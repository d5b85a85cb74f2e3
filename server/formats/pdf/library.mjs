/**
 * What pdf.ts takes of pdfkit. Its types stand in library.d.mts, because the library's own bring Node's along, and the
 * core compiles without them so that it runs in a browser.
 */
export { default } from 'pdfkit';
