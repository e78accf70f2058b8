import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";
import { bucketOf, bucketV2Of, companion, logArchive, noPhi, tagged } from "../../testing/s3";

const module = "bucketServerSideEncryptionConfiguration";
const rule = (byDefault: unknown, more: Record<string, unknown> = {}) => ({
  applyServerSideEncryptionByDefault: byDefault,
  ...more,
});
const configuration = (...rules: readonly unknown[]) => companion(module, { rules });
const withAlgorithm = (sseAlgorithm: unknown) => configuration(rule({ sseAlgorithm }));
const at = { at: [module] };
const inline = (sseAlgorithm: unknown, more: Record<string, unknown> = {}) =>
  bucketOf({ serverSideEncryptionConfiguration: { rule: rule({ sseAlgorithm }, more) } });
const inlineV2 = (sseAlgorithm: unknown) =>
  bucketV2Of({
    serverSideEncryptionConfigurations: [{ rules: [{ applyServerSideEncryptionByDefaults: [{ sseAlgorithm }] }] }],
  });
const accessLogs = tagged({ "hipaa:purpose": "s3-access-logs" });
const alone = (...rules: readonly unknown[]) =>
  resource(`aws:s3/${module}:BucketServerSideEncryptionConfiguration`, { bucket: "phi", rules }, { name: "alone" });
const logsInto = (targetBucket: string) =>
  resource(
    "aws:s3/bucketLogging:BucketLogging",
    { bucket: "elsewhere", targetBucket: targetBucket === "phi" ? ref("phi", "id") : targetBucket },
    { name: "logging" },
  );
const balancer = (properties: Record<string, unknown>) =>
  resource("aws:lb/loadBalancer:LoadBalancer", properties, { name: "balancer" });
const key = resource("aws:kms/key:Key", {}, { name: "key" });

export const encryptionCases: ServiceCases = {
  "s3-default-encryption": [
    pass("a configuration that is wired to the bucket", [bucketOf(), withAlgorithm("aws:kms")]),
    pass("an algorithm that another rule judges", [bucketOf(), withAlgorithm("AES256")]),
    pass("the deprecated twin of the configuration", [
      bucketV2Of(),
      companion("bucketServerSideEncryptionConfigurationV2", { rules: [rule({ sseAlgorithm: "aws:kms" })] }),
    ]),
    pass("the inline form", inline("aws:kms")),
    pass("the inline form with SSE-S3, which another rule judges", inline("AES256")),
    pass("the inline form of the twin", inlineV2("aws:kms")),
    pass("an inline algorithm known on update", inline(unknown)),
    pass("no PHI", bucketOf(noPhi)),
    fault("nothing said", bucketOf()),
    fault("a log archive that says nothing", bucketOf(logArchive)),
    fault("what the provider computes, as it stands at preview", [
      bucketOf({}, "phi", { serverSideEncryptionConfiguration: unknown }),
    ]),
    fault("what AWS reports of a bucket whose recorded inputs name no encryption", [
      bucketOf({ bucketPrefix: ref("source", "prefix") }, "phi", {
        serverSideEncryptionConfiguration: { rule: rule({ sseAlgorithm: "AES256" }) },
      }),
      resource("random:index:Pet", {}, { name: "source" }),
    ]),
    fault("one of two buckets", [bucketOf(), withAlgorithm("aws:kms"), bucketOf({}, "second")], { at: ["second"] }),
    undecided("a configuration whose bucket is known on update", [
      bucketOf(),
      companion(module, { bucket: unknown, rules: [] }),
    ]),
    undecided("tags known on update", bucketOf({ tags: unknown })),
  ],
  "s3-encryption-algorithm": [
    fault("SSE-S3 for a bucket of another stack", [
      companion(module, { bucket: "elsewhere", rules: [rule({ sseAlgorithm: "AES256" })] }),
      bucketOf(),
    ]),
    fault(
      "access logs with a mode that does not exist beside SSE-S3",
      [bucketOf(accessLogs), configuration(rule({ sseAlgorithm: "AES256" }), rule({ sseAlgorithm: "none" }))],
      at,
    ),

    pass("SSE-KMS", [bucketOf(), withAlgorithm("aws:kms")]),
    pass("dual-layer SSE-KMS", [bucketOf(), withAlgorithm("aws:kms:dsse")]),
    pass("SSE-S3 for access logs", [bucketOf(accessLogs), withAlgorithm("AES256")]),
    pass("SSE-S3 for load balancer logs", [bucketOf(tagged({ "hipaa:purpose": "elb-logs" })), withAlgorithm("AES256")]),
    pass("SSE-S3 for a bucket that receives access logs", [bucketOf(), withAlgorithm("AES256"), logsInto("phi")]),
    pass("SSE-S3 for a bucket that receives access logs by the inline form", [
      bucketOf(),
      withAlgorithm("AES256"),
      bucketOf({ logging: { targetBucket: ref("phi", "id") } }, "second"),
    ]),
    pass("SSE-S3 for the logs of a load balancer", [
      bucketOf(),
      withAlgorithm("AES256"),
      balancer({ accessLogs: { bucket: ref("phi", "id"), enabled: true } }),
    ]),
    pass("SSE-S3 for the logs of a data warehouse", [
      bucketOf(),
      withAlgorithm("AES256"),
      resource("aws:redshift/logging:Logging", { bucketName: ref("phi", "id") }, { name: "warehouse" }),
    ]),
    fault(
      "SSE-S3 for the logs of a network load balancer, which takes KMS",
      [
        bucketOf(),
        withAlgorithm("AES256"),
        balancer({ loadBalancerType: "network", accessLogs: { bucket: ref("phi", "id"), enabled: true } }),
      ],
      at,
    ),
    fault(
      "SSE-S3 beside a bucket that receives access logs",
      [bucketOf(), withAlgorithm("AES256"), logsInto("other")],
      at,
    ),
    fault("another mode for access logs", [bucketOf(), withAlgorithm("none"), logsInto("phi")], at),
    pass("no PHI", [bucketOf(noPhi), withAlgorithm("AES256")]),
    pass("a bucket that says nothing, which another rule judges", bucketOf()),
    pass("the inline form", inline("aws:kms")),
    pass("what AWS reports of a bucket with a configuration of its own", [
      bucketOf({ serverSideEncryptionConfiguration: { rule: rule({ sseAlgorithm: "AES256" }) } }),
      withAlgorithm("aws:kms"),
    ]),
    fault("SSE-S3", [bucketOf(), withAlgorithm("AES256")], at),
    fault("SSE-S3 for a log archive, which takes KMS", [bucketOf(logArchive), withAlgorithm("AES256")], at),
    fault("no algorithm", [bucketOf(), configuration({ bucketKeyEnabled: true })], at),
    fault("no rule", [bucketOf(), configuration()], at),
    fault("the inline form", inline("AES256")),
    fault("the inline form of the twin", inlineV2("AES256")),
    fault("the twin with a twin", [
      companion("bucketServerSideEncryptionConfigurationV2", { rules: [rule({ sseAlgorithm: "AES256" })] }),
      bucketV2Of(),
    ]),
    fault(
      "one bad rule beside an unknown one",
      [bucketOf(), configuration(rule({ sseAlgorithm: "AES256" }), rule({ sseAlgorithm: unknown }))],
      at,
    ),
    undecided("known on update", [bucketOf(), withAlgorithm(unknown)], at),
    undecided("rules known on update", [bucketOf(), companion(module, { rules: unknown })], at),
    undecided("SSE-S3 for a bucket known on update, which may hold access logs", [
      companion(module, { bucket: unknown, rules: [rule({ sseAlgorithm: "AES256" })] }),
      bucketOf(),
    ]),
    undecided("SSE-S3 with tags known on update", [bucketOf({ tags: unknown }), withAlgorithm("AES256")], at),
  ],
  "s3-kms-key": [
    pass("a customer key", [alone(rule({ sseAlgorithm: "aws:kms", kmsMasterKeyId: ref("key", "arn") })), key]),
    pass("a customer alias", alone(rule({ sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/phi" }))),
    pass("SSE-S3, which another rule judges", alone(rule({ sseAlgorithm: "AES256" }))),
    pass("a bucket that says nothing", bucketOf()),
    fault("no key", alone(rule({ sseAlgorithm: "aws:kms" }))),
    fault("no key with dual-layer encryption", alone(rule({ sseAlgorithm: "aws:kms:dsse" }))),
    fault("an empty key", alone(rule({ sseAlgorithm: "aws:kms", kmsMasterKeyId: "" }))),
    fault("the key of AWS", alone(rule({ sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/aws/s3" }))),
    fault("the key of AWS by its ARN", [
      alone(rule({ sseAlgorithm: "aws:kms", kmsMasterKeyId: "arn:aws:kms:us-east-1:111122223333:alias/aws/s3" })),
    ]),
    fault("the inline form", inline("aws:kms")),
    fault("the inline form of the twin", inlineV2("aws:kms")),
    undecided("an algorithm known on update, and no key", alone(rule({ sseAlgorithm: unknown }))),
    undecided("rules known on update", [
      resource(`aws:s3/${module}:BucketServerSideEncryptionConfiguration`, { rules: unknown }),
    ]),
    undecided("a block known on update", alone(rule(unknown))),
  ],
  "s3-bucket-key": [
    pass("on", alone(rule({ sseAlgorithm: "aws:kms" }, { bucketKeyEnabled: true }))),
    pass("SSE-S3", alone(rule({ sseAlgorithm: "AES256" }))),
    pass("dual-layer encryption, which knows no Bucket Keys", alone(rule({ sseAlgorithm: "aws:kms:dsse" }))),
    fault("nothing said, which means off", alone(rule({ sseAlgorithm: "aws:kms" }))),
    fault("off", alone(rule({ sseAlgorithm: "aws:kms" }, { bucketKeyEnabled: false }))),
    fault(
      "off by the resource's older name",
      resource("aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2", {
        rules: [rule({ sseAlgorithm: "aws:kms" })],
      }),
    ),
    fault("off inline", inline("aws:kms", { bucketKeyEnabled: "false" })),
    undecided("known on update", alone(rule({ sseAlgorithm: "aws:kms" }, { bucketKeyEnabled: unknown }))),
  ],
  "s3-ssec-blocked": [
    fault("allowed by the second of two rules", [
      configuration(rule({}, { blockedEncryptionTypes: ["SSE-C"] }), rule({}, { blockedEncryptionTypes: ["NONE"] })),
      bucketOf(),
    ]),
    pass("blocked beside another mode", [
      configuration(rule({}, { blockedEncryptionTypes: ["SSE-KMS", "SSE-C"] })),
      bucketOf(),
    ]),

    pass("blocked", [
      configuration(rule({ sseAlgorithm: "aws:kms" }, { blockedEncryptionTypes: ["SSE-C"] })),
      bucketOf(),
    ]),
    pass("nothing said, which means blocked", [withAlgorithm("aws:kms"), bucketOf()]),
    pass("chosen by tag", [
      bucketOf(tagged({ "hipaa:encryption": "sse-c" })),
      configuration(rule({ sseAlgorithm: "aws:kms" }, { blockedEncryptionTypes: ["NONE"] })),
    ]),
    fault("allowed", [
      configuration(rule({ sseAlgorithm: "aws:kms" }, { blockedEncryptionTypes: ["NONE"] })),
      bucketOf(),
    ]),
    fault("allowed on a bucket of another stack", [alone(rule({}, { blockedEncryptionTypes: ["NONE"] }))]),
    undecided("known on update", [configuration(rule({}, { blockedEncryptionTypes: unknown })), bucketOf()]),
    undecided("allowed on a bucket known on update", [
      companion(module, { bucket: unknown, rules: [rule({}, { blockedEncryptionTypes: ["NONE"] })] }),
      bucketOf(),
    ]),
  ],
};
