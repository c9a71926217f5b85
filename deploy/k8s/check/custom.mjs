// Other operators' resources: KEDA's by its published definitions, the rest by the closed list of fields in schemas/operators.yaml.
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { fieldProblems } from './kubernetes.mjs';

const folder = new URL('schemas/', import.meta.url);
const ajv = new Ajv({ strict: false, allErrors: true, verbose: true });
addFormats(ajv);
for (const format of ['int32', 'int64', 'double']) ajv.addFormat(format, true);
// { kubernetes: V1Affinity }: a part that Kubernetes itself defines.
ajv.addKeyword({
  keyword: 'kubernetes',
  validate: function check(type, value) {
    check.errors = [...fieldProblems(value, type, '')].map(message => ({ keyword: 'kubernetes', message }));
    return check.errors.length === 0;
  },
  errors: true,
});

const validators = new Map([...published(), ...own()]);

/** Whether there is a schema for the kind. */
export const isKnown = resource => validators.has(`${resource.apiVersion}/${resource.kind}`);

/** What the kind's schema finds wrong. */
export function* customProblems(resource) {
  const validate = validators.get(`${resource.apiVersion}/${resource.kind}`);
  if (validate(resource)) return;
  for (const error of validate.errors) {
    const extra = error.params?.additionalProperty ? `: ${error.params.additionalProperty}` : '';
    yield `${error.instancePath || '/'} ${error.message}${extra}`;
  }
}

function* published() {
  const at = new URL('keda/', folder);
  for (const file of readdirSync(at).filter(name => name.endsWith('.yaml'))) {
    const { spec } = parse(readFileSync(new URL(file, at), 'utf8'));
    for (const version of spec.versions)
      yield [`${spec.group}/${version.name}/${spec.names.kind}`, ajv.compile(closed(withMetadata(version.schema.openAPIV3Schema)))];
  }
}

function* own() {
  for (const [kind, spec] of Object.entries(parse(readFileSync(new URL('operators.yaml', folder), 'utf8'))))
    yield [kind, ajv.compile(closed(withMetadata({ type: 'object', required: ['spec'], properties: { spec } })))];
}

function withMetadata(schema) {
  const metadata = { apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata: { kubernetes: 'V1ObjectMeta' } };
  return { ...schema, properties: { ...schema.properties, ...metadata } };
}

/** The schema with every object closed: a name that it does not list is refused, as a strict API server would. */
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const result = Object.fromEntries(Object.entries(schema).map(([name, value]) =>
    [name, name === 'properties' ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, closed(item)])) : closed(value)]));
  if (result.properties && !('additionalProperties' in result) && !result['x-kubernetes-preserve-unknown-fields']) result.additionalProperties = false;
  return result;
}
