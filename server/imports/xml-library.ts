/** What is used of saxes. The library is CommonJS, whose names only a static import finds in a bundle. */
export { SaxesParser } from 'saxes';
