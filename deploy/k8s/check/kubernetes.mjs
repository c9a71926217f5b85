// Kubernetes' own resources: no field that the API does not know, and every field of the type that it asks for.
import * as models from '@kubernetes/client-node/dist/gen/models/all.js';

const primitives = { string: 'string', number: 'number', boolean: 'boolean' };

/** The model of a kind, for instance V1Deployment; undefined where Kubernetes has none. */
export function modelOf(apiVersion, kind) {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  // Groups that are not Kubernetes' own have a dot and do not end like this.
  if (group.includes('.') && !group.endsWith('.k8s.io')) return undefined;
  return models[`${version[0].toUpperCase()}${version.slice(1)}${kind}`];
}

/** What the generated models find wrong: names of fields first of all, which an API server without strict validation would pass over. */
export function* fieldProblems(value, type, path) {
  if (value === null || value === undefined) return;
  const list = /^Array<(.+)>$/.exec(type);
  const dictionary = /^\{ \[key: string\]: (.+); \}$/.exec(type);
  if (list) {
    if (!Array.isArray(value)) yield `${path} must be a list`;
    else for (const [index, item] of value.entries()) yield* fieldProblems(item, list[1], `${path}[${index}]`);
  } else if (dictionary) {
    if (typeof value !== 'object' || Array.isArray(value)) yield `${path} must hold names and values`;
    else for (const [name, item] of Object.entries(value)) yield* fieldProblems(item, dictionary[1], `${path}.${name}`);
  } else if (primitives[type]) {
    if (typeof value !== primitives[type]) yield `${path} must be a ${type}`;
  } else if (type === 'IntOrString') {
    if (typeof value !== 'string' && !Number.isInteger(value)) yield `${path} must be a whole number or text`;
  } else if (models[type]?.attributeTypeMap) {
    yield* objectProblems(value, models[type], type, path);
  } else if (type !== 'any' && type !== 'Date' && type !== 'V1MicroTime') {
    yield `${path} has a type that this check does not know: ${type}`;
  }
}

function* objectProblems(value, model, type, path) {
  if (typeof value !== 'object' || Array.isArray(value)) {
    yield `${path} must be an object (${type})`;
    return;
  }
  const known = new Map(model.attributeTypeMap.map(attribute => [attribute.baseName, attribute.type]));
  for (const [name, item] of Object.entries(value)) {
    if (known.has(name)) yield* fieldProblems(item, known.get(name), `${path}.${name}`);
    else yield `${path}.${name} is no field of ${type}`;
  }
}

/** What the published schema finds wrong beyond that: what must be there, patterns, bounds. */
export async function* schemaProblems(resource) {
  const { [resource.kind]: Model } = await import(`kubernetes-models/${resource.apiVersion}/${resource.kind}`);
  try {
    new Model(resource).validate();
  } catch (error) {
    yield `${resource.kind}/${resource.metadata?.name}: ${error.message}`;
  }
}
