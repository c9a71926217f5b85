// What the schemas cannot say and every combination must keep.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './render.mjs';

/** Secrets that an operator of the platform makes; README.md lists how. */
const secretsOfTheOperator = new Set([
  'dialinsight-access', 'dialinsight-storage', 'dialinsight-ca', 'dialinsight-pseudonyms', 'dialinsight-models', 'dialinsight-keda', 'dialinsight-tls',
  'dialinsight-rabbitmq-tls', 'dialinsight-mongodb-tls', 'dialinsight-mongodb-ca', 'dialinsight-mongodb-password',
  ...['ingest', 'instruction-evolution', 'prompt-assembly', 'labeling', 'quality', 'console'].map(service => `dialinsight-bus-${service}`),
]);

export function* ruleProblems(resources) {
  const names = kind => new Set(resources.filter(resource => resource.kind === kind).map(resource => resource.metadata.name));
  yield* duplicates(resources);
  for (const workload of resources.filter(resource => ['Deployment', 'StatefulSet'].includes(resource.kind))) {
    yield* references(workload, names('Secret'), names('ConfigMap'));
    yield* selection(workload);
    if (workload.metadata.labels?.['dialinsight.dev/service']) yield* hardening(workload);
  }
  for (const service of resources.filter(resource => resource.kind === 'Service')) yield* reaches(service, resources);
  for (const scaler of resources.filter(resource => ['HorizontalPodAutoscaler', 'ScaledObject'].includes(resource.kind))) yield* scaling(scaler, resources);
  for (const ingress of resources.filter(resource => resource.kind === 'Ingress')) yield* routes(ingress);
}

function* duplicates(resources) {
  const seen = new Set();
  for (const { kind, metadata } of resources) {
    if (seen.has(`${kind}/${metadata.name}`)) yield `${kind}/${metadata.name} is there twice`;
    seen.add(`${kind}/${metadata.name}`);
  }
}

function* references(workload, secrets, configMaps) {
  const pod = workload.spec.template.spec;
  const secretNames = (pod.volumes ?? []).flatMap(volume => volume.secret ? [volume.secret.secretName] : []);
  for (const name of secretNames.filter(name => !secrets.has(name) && !secretsOfTheOperator.has(name)))
    yield `${workload.metadata.name} mounts the secret ${name}, which nothing makes and README.md does not list`;
  const mounts = new Set((pod.volumes ?? []).map(volume => volume.name).concat((workload.spec.volumeClaimTemplates ?? []).map(claim => claim.metadata.name)));
  for (const container of pod.containers) {
    for (const mount of (container.volumeMounts ?? []).filter(mount => !mounts.has(mount.name)))
      yield `${workload.metadata.name} mounts ${mount.name}, which is no volume of it`;
    for (const source of (container.envFrom ?? []).filter(source => source.configMapRef && !configMaps.has(source.configMapRef.name)))
      yield `${workload.metadata.name} reads the config map ${source.configMapRef.name}, which is not there`;
    const variables = (container.env ?? []).map(variable => variable.name);
    for (const name of variables.filter((name, index) => variables.indexOf(name) !== index)) yield `${workload.metadata.name} sets ${name} twice`;
  }
}

function* selection(workload) {
  if (!matches(workload.spec.selector.matchLabels, workload.spec.template.metadata.labels)) yield `${workload.metadata.name} does not select its own pods`;
}

/** The restricted pod security standard, resources, probes, and time enough to finish. */
function* hardening(workload) {
  const { name } = workload.metadata;
  const pod = workload.spec.template.spec;
  const [container] = pod.containers;
  const security = { ...pod.securityContext, ...container.securityContext };
  if (!security.runAsNonRoot || security.allowPrivilegeEscalation !== false || !security.readOnlyRootFilesystem) yield `${name} is not locked down`;
  if (!security.capabilities?.drop?.includes('ALL') || security.seccompProfile?.type !== 'RuntimeDefault') yield `${name} keeps capabilities or system calls`;
  if (pod.serviceAccountName !== name) yield `${name} runs as ${pod.serviceAccountName}`;
  if (pod.automountServiceAccountToken !== false) yield `${name} is given a token of the API server`;
  if (!container.resources?.requests?.cpu || !container.resources.requests.memory || !container.resources.limits?.memory) yield `${name} does not say what it needs`;
  if (!container.startupProbe || !container.livenessProbe || !container.readinessProbe) yield `${name} lacks a probe`;
  if ((pod.topologySpreadConstraints ?? []).length < 2) yield `${name} is not spread over nodes and zones`;
  const own = container.env?.find(variable => variable.name === 'Host__ShutdownSeconds')?.value ?? '60';
  const needed = container.lifecycle.preStop.sleep.seconds + Number(own) + 15;
  if (pod.terminationGracePeriodSeconds <= needed) yield `${name} is killed after ${pod.terminationGracePeriodSeconds} s but takes up to ${needed} s to stop`;
}

function* reaches(service, resources) {
  const pods = resources.filter(resource => resource.spec?.template?.metadata).map(resource => resource.spec.template);
  if (service.spec.selector && !pods.some(pod => matches(service.spec.selector, pod.metadata.labels))) yield `the service ${service.metadata.name} selects no pod`;
}

function* scaling(scaler, resources) {
  const target = resources.find(resource => resource.kind === 'Deployment' && resource.metadata.name === scaler.spec.scaleTargetRef.name);
  if (!target) yield `${scaler.kind} scales ${scaler.spec.scaleTargetRef.name}, which is not there`;
  else if (target.spec.replicas !== undefined) yield `${target.metadata.name} has a fixed number of replicas and a scaler`;
}

/** The ingress routes what the gateway of docker-compose.yml routes. */
function* routes(ingress) {
  const gateway = readFileSync(join(root, '../compose/gateway.conf'), 'utf8');
  const expected = [...gateway.matchAll(/~\^\/\(([^)]+)\)\(\/\|\$\)\s+([a-z-]+);/g)].flatMap(([, paths, service]) => paths.split('|').map(path => `/${path} ${service}`));
  expected.push(...[...gateway.matchAll(/^\s*"\/"\s+([a-z-]+);/gm)].map(([, service]) => `/ ${service}`));
  const actual = ingress.spec.rules.flatMap(rule => rule.http.paths.map(path => `${path.path} ${path.backend.service.name}`));
  for (const route of expected.filter(route => !actual.includes(route))) yield `the ingress lacks ${route}`;
  for (const route of actual.filter(route => !expected.includes(route))) yield `the gateway of docker-compose.yml lacks ${route}`;
}

const matches = (selector, labels) => Object.entries(selector ?? {}).every(([name, value]) => labels?.[name] === value);
