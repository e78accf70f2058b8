import assert from "node:assert/strict";
import { unknownSentinel, type ResourceState, type StateValue } from "@hipaa-aws/stack-state";
import { dataFlowOf } from "./data-flow";

type Inputs = Record<string, StateValue>;

const resource = (type: string, name: string, inputs: Inputs, outputs: Inputs = {}): ResourceState => ({
  urn: `urn:pulumi:prod::clinic::${type}::${name}`,
  custom: true,
  id: `${name}-id`,
  type,
  inputs,
  outputs: { arn: `arn:aws:example:us-east-1:111122223333:${name}`, ...outputs },
  dependencies: [],
  propertyDependencies: {},
});

const denied = { Effect: "Deny", Principal: "*", Action: "elasticfilesystem:Client*", Resource: "*" };
const onlyPlainText = { Bool: { "aws:SecureTransport": "false" } };
const policyOf = (...statements: Inputs[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });

/** How the service `app` reaches the file system `files`. */
function hop(policy: StateValue | undefined, transitEncryption: StateValue | undefined): string {
  const volume = { fileSystemId: "files-id", ...(transitEncryption === undefined ? {} : { transitEncryption }) };
  const resources = [
    resource("aws:ec2/securityGroup:SecurityGroup", "app-group", {}),
    resource("aws:ec2/securityGroup:SecurityGroup", "files-group", {}),
    resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "door", {
      securityGroupId: "files-group-id",
      referencedSecurityGroupId: "app-group-id",
      ipProtocol: "tcp",
      fromPort: 2049,
      toPort: 2049,
    }),
    resource("aws:ecs/taskDefinition:TaskDefinition", "task", {
      volumes: [{ name: "shared", efsVolumeConfiguration: volume }],
    }),
    resource("aws:ecs/service:Service", "app", {
      taskDefinition: "task-id",
      networkConfiguration: { securityGroups: ["app-group-id"], subnets: ["subnet-1"] },
    }),
    resource("aws:efs/fileSystem:FileSystem", "files", {}),
    resource("aws:efs/mountTarget:MountTarget", "files-1", {
      fileSystemId: "files-id",
      securityGroups: ["files-group-id"],
      subnetId: "subnet-2",
    }),
    ...(policy === undefined
      ? []
      : [resource("aws:efs/fileSystemPolicy:FileSystemPolicy", "policy", { fileSystemId: "files-id", policy })]),
  ];
  const { hops } = dataFlowOf({ project: "clinic", stack: "prod", resources });
  const [found, ...others] = hops.filter(({ to }) => to.endsWith("::files"));
  assert.equal(others.length, 0);
  return found ? `${found.protocol} ${found.ports} ${found.encryption}` : assert.fail("no hop to the file system");
}

describe("data flow to file systems", () => {
  const cases: readonly (readonly [string, StateValue | undefined, StateValue | undefined, string])[] = [
    ["a service that mounts by TLS", undefined, "ENABLED", "NFS over TLS 2049 tls"],
    [
      "a service that mounts by TLS, where the policy is not known",
      unknownSentinel,
      "ENABLED",
      "NFS over TLS 2049 tls",
    ],
    ["a service that mounts as it likes", undefined, undefined, "NFS 2049 unproven"],
    ["a service that mounts without TLS", undefined, "DISABLED", "NFS 2049 unproven"],
    ["a mount that is not known", undefined, unknownSentinel, "NFS 2049 unproven"],
    [
      "a policy that refuses plain text",
      policyOf({ ...denied, Condition: onlyPlainText }),
      undefined,
      "NFS over TLS 2049 tls",
    ],
    [
      "a policy that refuses it of everybody in another form",
      policyOf({ ...denied, Principal: { AWS: "*" }, Condition: onlyPlainText }),
      undefined,
      "NFS over TLS 2049 tls",
    ],
    [
      "a policy that refuses it of some",
      policyOf({ ...denied, Principal: { AWS: "111122223333" }, Condition: onlyPlainText }),
      undefined,
      "NFS 2049 unproven",
    ],
    [
      "a policy that refuses it under a further condition",
      policyOf({ ...denied, Condition: { ...onlyPlainText, StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
      undefined,
      "NFS 2049 unproven",
    ],
    ["a policy that allows", policyOf({ ...denied, Effect: "Allow" }), undefined, "NFS 2049 unproven"],
    ["a policy that is none", "no JSON", undefined, "NFS 2049 unproven"],
    ["a policy without statements", "null", undefined, "NFS 2049 unproven"],
  ];
  for (const [title, policy, transitEncryption, expected] of cases) {
    it(`of ${title}: ${expected}`, () => assert.equal(hop(policy, transitEncryption), expected));
  }
});

describe("data flow of Firehose", () => {
  it("goes from the stream that it reads to the bucket that it writes", () => {
    const stream = resource("aws:kinesis/stream:Stream", "records", {});
    const bucket = resource("aws:s3/bucket:Bucket", "documents", {});
    const delivery = resource("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "delivery", {
      kinesisSourceConfiguration: { kinesisStreamArn: stream.outputs["arn"] ?? null },
      extendedS3Configuration: { bucketArn: bucket.outputs["arn"] ?? null },
    });
    const { hops } = dataFlowOf({ project: "clinic", stack: "prod", resources: [stream, bucket, delivery] });
    assert.deepEqual(
      hops.map(({ from, to, encryption, shownBy }) => [from, to, encryption, shownBy]),
      [
        [stream.urn, delivery.urn, "api", [delivery.urn]],
        [delivery.urn, bucket.urn, "api", [delivery.urn]],
      ],
    );
  });
});
