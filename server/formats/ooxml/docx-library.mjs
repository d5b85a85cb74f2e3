/**
 * What docx.ts takes of the library. Its types stand in docx-library.d.mts, because the library's own bring Node's
 * along, and the core compiles without them so that it runs in a browser.
 */
export { Document, Footer, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
