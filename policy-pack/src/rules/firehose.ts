import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { isCustomerKey } from "../knowledge/customer-key";
import { bucketTypes, companionsOf } from "./s3/buckets";
import { encryptionRules, inlineEncryption, usesKms } from "./s3/encryption-declared";

const deliveryStream = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";

const encrypted = resourceRule("firehose-encrypted", {
  check: (resource) => {
    // A source of its own keeps the records, and encrypts them by its own settings.
    const hasSource = Truth.any([
      resource.get("kinesisSourceConfiguration").isGiven(),
      resource.get("mskSourceConfiguration").isGiven(),
    ]);
    resource.onlyWhen(hasSource.not(), "takes its records from a stream, which encrypts them");
    resource.expect(
      resource.get("serverSideEncryption.enabled").isTrue(),
      "records wait for delivery without being encrypted",
    );
  },
});

const cmk = resourceRule("firehose-cmk", {
  check: (resource) => {
    const encryption = resource.get("serverSideEncryption");
    resource.onlyWhen(encryption.get("enabled").isTrue(), "is not encrypted by itself");
    resource.expect(
      encryption
        .get("keyType")
        .isOneOf("CUSTOMER_MANAGED_CMK")
        .and(isCustomerKey(encryption.get("keyArn"))),
      "records wait for delivery under AWS's own key instead of a customer-managed one",
    );
  },
});

/** Blocks that state where records go. */
const destinations = [
  "elasticsearchConfiguration",
  "extendedS3Configuration",
  "httpEndpointConfiguration",
  "icebergConfiguration",
  "opensearchConfiguration",
  "opensearchserverlessConfiguration",
  "redshiftConfiguration",
  "snowflakeConfiguration",
  "splunkConfiguration",
];

/** Blocks inside of a destination that name a bucket: for what could not be delivered, and for a copy of everything. */
const bucketBlocks = ["s3Configuration", "s3BackupConfiguration"];

/** All blocks of a stream that name a bucket. */
function bucketsNamed(of: { get(path: string): Value }): Value[] {
  return destinations
    .map((name) => of.get(name))
    .flatMap((block) => [
      ...(block.path === "extendedS3Configuration" || block.isUnknown ? [block] : []),
      ...(block.isUnknown ? [] : bucketBlocks.map((inner) => block.get(inner))),
    ])
    .filter((block) => !block.isAbsent);
}

/** A stack rule, because a stream that names no key leaves it to the bucket. */
const destinationEncrypted = stackRule("firehose-destination-encrypted", {
  check: (check, graph) => {
    for (const each of graph.ofType(deliveryStream)) {
      for (const block of bucketsNamed(each)) {
        const named = block.isUnknown ? block.asUnknown() : isCustomerKey(block.get("kmsKeyArn"));
        check.expect(
          each,
          named.or(bucketHasKey(graph, each, block)),
          "records go to a bucket without a customer-managed key",
        );
      }
    }
  },
});

/** Whether a bucket of the stack encrypts under a customer-managed key whatever is written without one. */
function bucketHasKey(graph: StackGraph, from: GraphResource, block: Value): Truth {
  if (block.get("kmsKeyArn").isGiven().isYes) return Truth.no;
  const { targets } = graph.referencesOf(from, block.get("bucketArn"), ...bucketTypes);
  if (targets.length === 0) return Truth.no;
  return Truth.all(
    targets.map((target) => {
      const standalone = companionsOf(graph, target, "encryption").flatMap((one) => encryptionRules(one));
      return Truth.any(
        [...inlineEncryption(target), ...standalone].map(({ algorithm, key }) =>
          usesKms(algorithm).and(isCustomerKey(key)),
        ),
      );
    }),
  );
}

const destinationTls = resourceRule("firehose-destination-tls", {
  check: (resource) => {
    for (const path of ["splunkConfiguration.hecEndpoint", "httpEndpointConfiguration.url"]) {
      const url = resource.get(path);
      resource.expect(
        url
          .isGiven()
          .not()
          .or(url.matches(/^https:\/\//i)),
        "records are sent to an endpoint that does not use TLS",
      );
    }
  },
});

/** Inputs that hold a credential of the destination. */
const credentials = [
  "redshiftConfiguration.password",
  "splunkConfiguration.hecToken",
  "httpEndpointConfiguration.accessKey",
  "snowflakeConfiguration.privateKey",
  "snowflakeConfiguration.keyPassphrase",
];

const noInlineSecrets = resourceRule("firehose-no-inline-secrets", {
  // A credential given at all is the fault: policies receive secrets unwrapped and cannot tell where it came from.
  faultsOnPresence: true,
  check: (resource) => {
    for (const path of credentials) {
      const [block = path] = path.split(".");
      const value = resource.get(path);
      const isGiven = resource.get(block).isUnknown ? value.asUnknown() : value.isGiven();
      resource.expect(
        isGiven.not(),
        "the credential of the destination comes from the program and stays in state, instead of from Secrets Manager",
      );
    }
  },
});

const logging = resourceRule("firehose-logging", {
  check: (resource) => {
    const used = destinations.map((name) => resource.get(name)).filter((block) => !block.isAbsent);
    resource.expect(
      Truth.all(used.map((block) => block.get("cloudwatchLoggingOptions.enabled").isTrue())),
      "failed deliveries are not logged",
    );
  },
});

/** Rules on Amazon Data Firehose. */
export const firehoseRules: readonly Rule[] = [
  encrypted,
  cmk,
  destinationEncrypted,
  destinationTls,
  noInlineSecrets,
  logging,
];
