// npm runs this after `npm ci`, and where the repository itself is installed as a package, as pre-commit does: there
// dist is not built yet, and npm may have left the development dependencies out.
import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

if (!existsSync(new URL('../node_modules/esbuild', import.meta.url))) {
  // What is asked of the outer installation, which may be a global one, is not asked of this.
  const outer = /^npm_config_(?:global|location|install_links|omit|include|force|allow_git)$/i;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !outer.test(name)));
  execSync('npm ci --ignore-scripts --include=dev --no-audit --no-fund', { cwd: root, env, stdio: 'inherit' });
}
execSync(`"${process.execPath}" .scripts/bundle.mjs`, { cwd: root, stdio: 'inherit' });
