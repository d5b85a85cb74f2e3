/** The languages that package.json contributes. */

export const NOTICE = 'tasknotice';
export const REGISTRY = 'tasknotice-registry';
export const LANGUAGES: readonly string[] = [NOTICE, REGISTRY];

/** Where a document can live. Not git: and the like, whose old versions are nothing to mend. */
const SCHEMES = ['file', 'untitled', 'vscode-vfs'];

export const SELECTOR = SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));
