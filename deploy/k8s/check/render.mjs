// Kustomize's output for a folder, as objects.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments, stringify } from 'yaml';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** The resources that a kustomization's folder renders to. */
export function render(folder) {
  const text = execFileSync('kubectl', ['kustomize', folder], { encoding: 'utf8', maxBuffer: 64 << 20, stdio: ['ignore', 'pipe', 'pipe'] });
  return parseAllDocuments(text).map(document => document.toJS()).filter(Boolean);
}

/** The resources of a base with components that no overlay has together. */
export function renderCombination(components) {
  // Beside the components: a kustomization names its parts by relative paths.
  const folder = mkdtempSync(join(root, '.combination-'));
  try {
    const path = part => relative(folder, join(root, part));
    writeFileSync(join(folder, 'kustomization.yaml'), stringify({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources: [path('base')],
      components: components.map(component => path(join('components', component))),
    }));
    return render(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
