// The check can fail: each mistake that is planted here is found.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { problems } from './check.mjs';
import { render, root } from './render.mjs';

const production = render(join(root, 'overlays/production'));

const mistakes = [
  ['an unknown field of a Deployment', 'Deployment/labeling', it => { it.spec.replica = 3; }, /replica is no field of V1DeploymentSpec/],
  ['an unknown field deep inside', 'Deployment/ingest', it => { it.spec.template.spec.containers[0].readinessProbe.httpGet.paths = '/'; }, /paths is no field of V1HTTPGetAction/],
  ['a wrong type', 'Deployment/quality', it => { it.spec.replicas = 'two'; }, /replicas must be a number/],
  ['a missing field', 'Deployment/quality', it => { delete it.spec.selector; }, /selector/],
  ['an unknown field of an Ingress', 'Ingress/dialinsight', it => { it.spec.rule = []; }, /rule is no field of V1IngressSpec/],
  ['an unknown field of a ScaledObject', 'ScaledObject/labeling', it => { it.spec.minReplicas = 1; }, /additional properties: minReplicas/],
  ['a missing field of a ScaledObject', 'ScaledObject/labeling', it => { delete it.spec.triggers; }, /triggers/],
  ['an unknown field of a TriggerAuthentication', 'TriggerAuthentication/dialinsight-rabbitmq', it => { it.spec.secretTargetRef[0].secret = 'x'; }, /additional properties: secret/],
  ['an unknown field of a RabbitmqCluster', 'RabbitmqCluster/dialinsight-rabbitmq', it => { it.spec.storage = '1Gi'; }, /additional properties: storage/],
  ['an unknown field in a borrowed part', 'RabbitmqCluster/dialinsight-rabbitmq', it => { it.spec.affinity.podAffinities = {}; }, /podAffinities is no field of V1Affinity/],
  ['a kind without a schema', 'Vhost/dialinsight', it => { it.apiVersion = 'rabbitmq.com/v1'; }, /no schema is known/],
  ['a secret that nobody makes', 'Deployment/ingest', it => { it.spec.template.spec.volumes[0].secret = { secretName: 'elsewhere' }; }, /the secret elsewhere/],
  ['a writable root file system', 'Deployment/ingest', it => { it.spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem = false; }, /ingest is not locked down/],
  ['another service\'s account', 'Deployment/console', it => { it.spec.template.spec.serviceAccountName = 'quality'; }, /console runs as quality/],
  ['too little time to stop', 'Deployment/labeling', it => { it.spec.template.spec.terminationGracePeriodSeconds = 60; }, /labeling is killed after 60 s/],
  ['a scaler beside a fixed number', 'Deployment/labeling', it => { it.spec.replicas = 2; }, /fixed number of replicas and a scaler/],
  ['a path that the gateway has not', 'Ingress/dialinsight', it => { it.spec.rules[0].http.paths[0].path = '/transcript'; }, /the ingress lacks \/transcripts ingest/],
];

for (const [mistake, name, plant, expected] of mistakes) {
  test(`finds ${mistake}`, async () => {
    const resources = structuredClone(production);
    const resource = resources.find(one => `${one.kind}/${one.metadata.name}` === name);
    assert.ok(resource, `${name} is rendered`);
    plant(resource);
    const found = await problems(resources);
    assert.ok(found.some(problem => expected.test(problem)), `found only: ${found.join('; ') || 'nothing'}`);
  });
}

test('finds nothing in what is delivered', async () => assert.deepEqual(await problems(structuredClone(production)), []));
