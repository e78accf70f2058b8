import { both, mustBeTrue, oneOf } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import { isCustomerKey } from "../knowledge/customer-key";
import { parsedJson } from "../knowledge/json-text";
import { expectInPhiScope, stores } from "../knowledge/phi-scope";
import { denyWords, expectNoPhi } from "../knowledge/phi-texts";

const storageConfig = "aws:connect/instanceStorageConfig:InstanceStorageConfig";
const profilesDomain = "aws:customerprofiles/domain:Domain";

const storageEncrypted = resourceRule("connect-storage-encrypted", {
  check: (resource) => {
    const config = resource.get("storageConfig");
    const ofBucket = config.get("s3Config.encryptionConfig");
    const ofVideo = config.get("kinesisVideoStreamConfig.encryptionConfig");
    const isKept = (type: string, condition: Truth): Truth =>
      config.get("storageType").isOneOf(type).not().or(condition);
    resource.expect(
      isKept("S3", ofBucket.get("encryptionType").isOneOf("KMS").and(ofBucket.get("keyId").isGiven())),
      "what the instance keeps in Amazon S3 is not encrypted with AWS KMS",
    );
    resource.expect(
      isKept("KINESIS_VIDEO_STREAM", ofVideo.get("keyId").isGiven()),
      "the media stream names no key of AWS KMS",
    );
  },
});

const instanceSettings = resourceRule("connect-instance-settings", {
  check: both(
    oneOf(
      "identityManagementType",
      ["SAML", "EXISTING_DIRECTORY"],
      "the instance keeps users and passwords of its own instead of those of a directory",
    ),
    mustBeTrue("contactFlowLogsEnabled", "the instance keeps no logs of its flows"),
  ),
});

const noPhiInAdminFields = resourceRule("connect-no-phi-in-admin-fields", {
  config: denyWords,
  check: (resource) => {
    const content = resource.get("content");
    expectNoPhi(resource, content, "the flow");
    resource.expect(storesInTheClear(content).not(), "the flow stores what a customer enters without encrypting it");
  },
});

/** Whether some action of a flow keeps what a customer enters and names no key to encrypt it with. */
function storesInTheClear(content: Value): Truth {
  const actions = parsedJson(content)?.get("Actions");
  if (actions === undefined) return Truth.no;
  return actions.some((action) => {
    const parameters = action.get("Parameters");
    return Truth.all([
      action.get("Type").isOneOf("GetParticipantInput"),
      parameters.get("StoreInput").isTrue(),
      parameters.get("InputEncryption.EncryptionKeyId").isGiven().not(),
    ]);
  });
}

const streamsEncrypted = stackRule("connect-streams-encrypted", {
  types: [storageConfig],
  check: (stack, graph) => {
    const fault = "contact records go to a stream that is tagged as holding no PHI";
    for (const each of graph.ofType(storageConfig)) {
      const stream = each.get("storageConfig.kinesisStreamConfig.streamArn");
      const firehose = each.get("storageConfig.kinesisFirehoseConfig.firehoseArn");
      expectInPhiScope(stack, graph, each, [stream], stores.stream, fault);
      expectInPhiScope(stack, graph, each, [firehose], stores.firehose, fault);
    }
  },
});

const customerProfiles = resourceRule("connect-customer-profiles", {
  faultsOnPresence: true,
  check: (resource) => {
    if (resource.type !== profilesDomain) {
      resource.fault("a profile in code puts details of a person into the program and its state");
      return;
    }
    // The expiry is a required input of at most 1098 days: which time is right, the retention schedule says.
    resource.expect(
      isCustomerKey(resource.get("defaultEncryptionKey")),
      "profiles are encrypted under AWS's own key instead of a customer-managed one",
    );
  },
});

const customerProfilesDlq = stackRule("connect-customer-profiles-dlq", {
  types: [profilesDomain],
  check: (stack, graph) => {
    for (const domain of graph.ofType(profilesDomain)) {
      const queue = domain.get("deadLetterQueueUrl");
      const bucket = domain.get("matching.exportingConfig.s3Exporting.s3BucketName");
      const scope = "is tagged as holding no PHI";
      stack.expect(domain, queue.isGiven(), "the domain has no dead-letter queue");
      expectInPhiScope(stack, graph, domain, [queue], stores.queue, `the domain's dead-letter queue ${scope}`);
      expectInPhiScope(
        stack,
        graph,
        domain,
        [bucket],
        stores.bucket,
        `the bucket that matches are exported to ${scope}`,
      );
    }
  },
});

/** Rules on Amazon Connect and its Customer Profiles. */
export const connectRules: readonly Rule[] = [
  storageEncrypted,
  instanceSettings,
  noPhiInAdminFields,
  streamsEncrypted,
  customerProfiles,
  customerProfilesDlq,
];
