import * as vscode from 'vscode';

/**
 * Writes a file so that no reader, and no crash, ever meets half of it: beside its place first, then renamed.
 *
 * @param options.replace the user agreed that an existing file goes
 * @throws where the file exists and may not be replaced, or cannot be written
 */
export async function writeWhole(target: vscode.Uri, bytes: Uint8Array, options: { replace: boolean }): Promise<void> {
  const { fs } = vscode.workspace;
  if (!options.replace && (await exists(target))) {
    throw new Error(vscode.l10n.t('{0} exists already', vscode.workspace.asRelativePath(target)));
  }
  const name = target.path.split('/').at(-1);
  const draft = vscode.Uri.joinPath(target, '..', `.${name}.${Date.now().toString(36)}.tmp`);
  try {
    await fs.writeFile(draft, bytes);
    await fs.rename(draft, target, { overwrite: options.replace });
  } catch (error) {
    await fs.delete(draft).then(undefined, () => undefined);
    throw error;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
