import assert from "node:assert/strict";
import { textOf, unknownSentinel } from "@hipaa-aws/stack-state";
import fc from "fast-check";
import { check, create, simulatedEnvironmentOf, simulateResource } from "../index";
import { sdkType } from "../sdk-types";
import type { Properties } from "../type-simulation";
import { services } from "./index";

/** Inputs that templates of ids need, as a program would give them. */
const typicalInputs = {
  name: "given",
  bucket: "given",
  key: "key",
  role: "role",
  roleName: "role",
  awsServiceName: "ecs.amazonaws.com",
  accountAlias: "alias",
  analyzerName: "analyzer",
  globalClusterIdentifier: "global",
  clusterIdentifier: "cluster",
  replicationGroupId: "group",
  clusterId: "cluster",
  userId: "user",
  userGroupId: "users",
  zoneId: "Z1",
  type: "A",
  webAclArn: "arn:aws:wafv2:x",
  resourceArn: "arn:aws:x",
  listenerArn: "arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/a/1/2",
  certificateArn: "arn:aws:acm:x",
  targetGroupArn: "arn:aws:x",
  loadBalancerArn: "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/a/1",
  domainName: "example.org",
  domain: "example.org",
  clusterName: "cluster",
  family: "family",
  repository: "repository",
  resourceId: "service/a/b",
  serviceNamespace: "ecs",
  fileSystemId: "fs-1",
  hostedZoneId: "Z1",
  firewallArn: "arn:aws:network-firewall:x",
  firewallRuleGroupId: "rslvr-frg-1",
  subnetId: "subnet-1",
  creationToken: "token",
  topic: "arn:aws:sns:x",
  queueUrl: "https://sqs",
  rule: "rule",
  secretId: "arn:aws:secretsmanager:x",
  secretArn: "arn:aws:secretsmanager:x",
  logGroupName: "group",
  policyName: "policy",
  alarmName: "alarm",
  dashboardName: "dashboard",
  detectorId: "d1",
  adminAccountId: "111122223333",
  backupVaultName: "vault",
  targetId: "ou-1",
  policyId: "p-1",
  accountId: "111122223333",
  servicePrincipal: "backup.amazonaws.com",
  instanceArn: "arn:aws:sso:::instance/ssoins-1",
  keyName: "key",
  keyArn: "arn:aws:kms:x",
  keyId: "key",
  arn: "arn:aws:sns:us-east-1:111122223333:topic",
  routeTableId: "rtb-1",
  defaultRouteTableId: "rtb-1",
  defaultNetworkAclId: "acl-1",
  serviceName: "com.amazonaws.us-east-1.s3",
  vpcEndpointType: "Interface",
  url: "https://example.org/oidc",
  instanceId: "11111111-2222-3333-4444-555555555555",
  resourceType: "CALL_RECORDINGS",
  functionArn: "arn:aws:lambda:us-east-1:111122223333:function:lookup",
  botId: "BOT1234567",
  botVersion: "DRAFT",
  localeId: "en_US",
  intentId: "INTENT1234",
  alias: "alias",
  directoryId: "d-0123456789",
  fleetName: "fleet",
  stackName: "stack",
  databaseName: "series",
  tableName: "readings",
  dbProxyName: "proxy",
  certificateAuthorityArn: "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/one",
  principal: "acm.amazonaws.com",
};

describe("the tables of the simulated AWS", () => {
  for (const [type, table] of Object.entries(services)) {
    it(`${type}: is a type of the SDK, and every output of the table is one of the type's`, () => {
      const { inputs, computed } = sdkType(type);
      assert.notEqual(inputs.size + computed.size, 0, "no such type");
      for (const output of Object.keys(table.outputs ?? {})) {
        assert.ok(inputs.has(output) || computed.has(output), `no output "${output}"`);
      }
      if (table.autoname) assert.ok(inputs.has(table.autoname.property), `no input "${table.autoname.property}"`);
      if (computed.has("arn")) assert.ok(table.arn, "the type has an arn and the table has none");
      const relevant = Object.fromEntries(Object.entries(typicalInputs).filter(([key]) => inputs.has(key)));
      for (const region of ["us-east-1", "us-gov-west-1", "cn-north-1"]) {
        const environment = simulatedEnvironmentOf({ region });
        const { id, outputs } = simulateResource(type, "name", relevant, environment);
        assert.doesNotMatch(`${id} ${JSON.stringify(outputs)}`, /undefined|\[object|\{\w+\}/);
        assert.equal(outputs.id, id);
        if (computed.has("arn")) assert.match(textOf(outputs.arn), /^arn:aws/);
      }
      assert.doesNotMatch(JSON.stringify(table), /arn:aws/, "an ARN of one partition only");
    });
  }
});

describe("check and create", () => {
  const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,15}$/);
  const type = fc.constantFrom(...Object.keys(services).filter((token) => !/[dD]efault|listener/.test(token)));

  it("Check of checked inputs changes nothing", () => {
    fc.assert(
      fc.property(
        type,
        name,
        fc.dictionary(name, name, { maxKeys: 2, noNullPrototype: true }),
        (token, logical, tags) => {
          const given: Properties = sdkType(token).inputs.has("tags") ? { tags } : {};
          const once = check(token, logical, given);
          assert.deepEqual(check(token, logical, once), once);
          assert.deepEqual(check(token, logical, given), once);
        },
      ),
    );
  });

  it("names within AWS's limits, and differently in each stack", () => {
    const urn = (stack: string) => `urn:pulumi:${stack}::p::aws:lb/loadBalancer:LoadBalancer::public-load-balancer`;
    const names = ["dev", "prod"].map((stack) => check("aws:lb/loadBalancer:LoadBalancer", urn(stack), {}).name);
    assert.match(textOf(names[0]), /^public-load-balancer-[0-9a-f]{7}$/);
    assert.notEqual(names[0], names[1]);
    assert.throws(
      () => check("aws:lb/loadBalancer:LoadBalancer", "the-public-load-balancer-x", {}),
      /name 'the-public-load-balancer-x-' plus 7 random chars is longer than maximum length 32/,
    );
  });

  const names: [string, string, RegExp][] = [
    ["aws:s3/bucket:Bucket", "bucket", /^audit-logs-[0-9a-f]{7}$/],
    ["aws:kms/alias:Alias", "name", /^alias\/Audit-Logs-[0-9a-f]{7}$/],
    ["aws:iam/role:Role", "name", /^Audit-Logs-[0-9a-f]{7}$/],
    ["aws:elasticache/replicationGroup:ReplicationGroup", "replicationGroupId", /^audit-logs-[0-9a-f]{7}$/],
  ];
  for (const [token, property, pattern] of names) {
    it(`names ${token} by ${property}`, () => assert.match(textOf(check(token, "Audit-Logs", {})[property]), pattern));
  }

  it("makes text of policies given as objects, and knows nothing of one that holds an unknown", () => {
    const policy = (resource: string) => ({ Statement: [{ Effect: "Allow", Resource: resource }] });
    const text = (resource: string) => check("aws:iam/policy:Policy", "p", { policy: policy(resource) }).policy;
    assert.equal(text("*"), '{"Statement":[{"Effect":"Allow","Resource":"*"}]}');
    assert.equal(text(unknownSentinel), unknownSentinel);
    assert.equal(check("aws:iam/policy:Policy", "p", { policy: "{}" }).policy, "{}");
  });

  it("gives queues that keep order the ending AWS demands", () => {
    assert.match(textOf(check("aws:sqs/queue:Queue", "jobs", { fifoQueue: true }).name), /^jobs-[0-9a-f]{7}\.fifo$/);
  });

  it("leaves given names and prefixes alone", () => {
    assert.equal(check("aws:s3/bucket:Bucket", "a", { bucket: "mine" }).bucket, "mine");
    const prefixed = check("aws:s3/bucket:Bucket", "a", { bucketPrefix: "mine-" });
    assert.equal(prefixed.bucket, undefined);
    assert.match(create("aws:s3/bucket:Bucket", "a", prefixed).id, /^mine-\d{26}$/);
  });

  it("knows nothing of types outside AWS, and still answers", () => {
    const { inputs, outputs, id } = simulateResource("random:index/randomPet:RandomPet", "pet", { length: 2 });
    assert.deepEqual(inputs, { length: 2 });
    assert.match(id, /^pet-[0-9a-f]{7}$/);
    assert.equal(outputs.length, 2);
  });

  it("reads the name of what is there already from its id", () => {
    const existing = (token: string, id: string) => create(token, "logical", {}, undefined, id).outputs;
    const bucket = existing("aws:s3/bucket:Bucket", "records");
    assert.deepEqual([bucket.bucket, bucket.arn], ["records", "arn:aws:s3:::records"]);
    const queue = existing("aws:sqs/queue:Queue", "https://sqs.us-east-1.amazonaws.com/111122223333/jobs");
    assert.deepEqual([queue.name, queue.arn], ["jobs", "arn:aws:sqs:us-east-1:111122223333:jobs"]);
    const secretArn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:db/master-AbCdEf";
    const secret = existing("aws:secretsmanager/secret:Secret", secretArn);
    assert.deepEqual([secret.id, secret.arn, secret.name], [secretArn, secretArn, "db/master"]);
  });

  it("gives each database what its clients need", () => {
    const given = { engine: "postgres", manageMasterUserPassword: true, masterUserSecretKmsKeyId: "arn:aws:kms:key" };
    const { outputs } = create("aws:rds/instance:Instance", "db", given);
    assert.equal(outputs.port, 5432);
    assert.equal(outputs.endpoint, `${textOf(outputs.address)}:5432`);
    const [secret] = outputs.masterUserSecrets as { secretArn: string; kmsKeyId: string }[];
    assert.match(secret?.secretArn ?? "", /^arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!db-/);
    assert.equal(secret?.kmsKeyId, "arn:aws:kms:key");
    assert.match(textOf(outputs.resourceId), /^db-[A-Z2-7]{26}$/);
  });

  it("gives gateway endpoints a prefix list and interface endpoints DNS names", () => {
    const endpoint = (vpcEndpointType: string) =>
      create("aws:ec2/vpcEndpoint:VpcEndpoint", "s3", { serviceName: "com.amazonaws.us-east-1.s3", vpcEndpointType })
        .outputs;
    assert.match(textOf(endpoint("Gateway").prefixListId), /^pl-[0-9a-f]{8}$/);
    assert.equal(endpoint("Interface").prefixListId, undefined);
    assert.match(JSON.stringify(endpoint("Interface").dnsEntries), /vpce-.*\.us-east-1\.vpce\.amazonaws\.com/);
  });

  it("gives an API a root resource with an id of its own", () => {
    const { id, outputs } = create("aws:apigateway/restApi:RestApi", "api", {});
    assert.match(textOf(outputs.rootResourceId), /^[a-z0-9]{10}$/);
    assert.notEqual(outputs.rootResourceId, id);
    assert.match(create("aws:apigateway/resource:Resource", "visits", {}).id, /^[a-z0-9]{6}$/);
  });

  it("gives one validation record for a domain and its wildcard", () => {
    const given = { domainName: "example.org", subjectAlternativeNames: ["*.example.org", "example.org"] };
    const options = create("aws:acm/certificate:Certificate", "c", given).outputs.domainValidationOptions as {
      resourceRecordName: string;
    }[];
    assert.equal(options.length, 2);
    assert.equal(options[0]?.resourceRecordName, options[1]?.resourceRecordName);
  });
});
