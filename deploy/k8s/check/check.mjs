// node check.mjs: every overlay, the base with each component, each pair and all together. Exit code 1 where something is wrong.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { customProblems, isKnown } from './custom.mjs';
import { fieldProblems, modelOf, schemaProblems } from './kubernetes.mjs';
import { render, renderCombination, root } from './render.mjs';
import { ruleProblems } from './rules.mjs';

/** Components that do the same in two ways. */
const alternatives = [['autoscaling-keda', 'autoscaling-hpa']];

/** Everything that is wrong with the resources, a line each. */
export async function problems(resources) {
  const found = [];
  for (const resource of resources) {
    const name = `${resource.kind}/${resource.metadata?.name}`;
    const model = modelOf(resource.apiVersion, resource.kind);
    if (model) {
      const type = model.name;
      for (const problem of fieldProblems(resource, type, name)) found.push(problem);
      for await (const problem of schemaProblems(resource)) found.push(problem);
    } else if (isKnown(resource)) {
      for (const problem of customProblems(resource)) found.push(`${name}: ${problem}`);
    } else {
      found.push(`${name}: no schema is known for ${resource.apiVersion} ${resource.kind}`);
    }
  }
  // The rules rely on the shapes that the schemas ask for.
  return found.length > 0 ? found : [...ruleProblems(resources)];
}

/** What there is to check: name and a function that renders it. */
export function* subjects() {
  const folders = name => readdirSync(join(root, name), { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name);
  for (const overlay of folders('overlays')) yield [`overlays/${overlay}`, () => render(join(root, 'overlays', overlay))];
  yield ['base', () => render(join(root, 'base'))];
  const components = folders('components');
  const sets = [
    ...components.map(component => [component]),
    ...components.flatMap((first, index) => components.slice(index + 1).map(second => [first, second])),
    ...alternatives.flat().map(left => components.filter(component => !alternatives.flat().includes(component) || component === left)),
  ];
  for (const set of sets.filter(set => !alternatives.some(pair => pair.every(one => set.includes(one)))))
    yield [`base + ${set.join(' + ')}`, () => renderCombination(set)];
}

async function main() {
  let passed = 0, failed = 0;
  for (const [name, rendered] of subjects()) {
    const found = await problemsOf(rendered);
    if (found.length === 0) passed++;
    else failed++;
    for (const problem of found) console.log(`${name}: ${problem}`);
  }
  console.log(`Manifests: Failed: ${failed}, Passed: ${passed}`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function problemsOf(rendered) {
  try {
    return await problems(rendered());
  } catch (error) {
    return [`does not render: ${String(error.stderr ?? error.message).trim()}`];
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
