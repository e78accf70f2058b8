import { oneOf, oneOfOrUnset, required, type Check } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { expectInPhiScope, stores } from "../knowledge/phi-scope";

const s3Location = "aws:datasync/s3Location:S3Location";
const efsLocation = "aws:datasync/efsLocation:EfsLocation";
const agent = "aws:datasync/agent:Agent";

const tlsChecks: Readonly<Record<string, Check>> = {
  [efsLocation]: oneOf("inTransitEncryption", ["TLS1_2"], "the file system is mounted without TLS"),
  "aws:datasync/locationObjectStorage:LocationObjectStorage": oneOfOrUnset(
    "serverProtocol",
    ["HTTPS"],
    "the object storage is read over plain HTTP",
  ),
  "aws:datasync/locationHdfs:LocationHdfs": (resource) => {
    const data = resource.get("qopConfiguration.dataTransferProtection");
    const rpc = resource.get("qopConfiguration.rpcProtection");
    // Without the block both are PRIVACY; one that is given holds for the other as well.
    const effective = data.isAbsent ? rpc : data;
    resource.expect(
      Truth.of(effective.isAbsent).or(effective.isOneOf("PRIVACY")),
      "data from the Hadoop cluster is not encrypted on the way",
    );
  },
  "aws:datasync/locationSmb:LocationSmb": oneOfOrUnset(
    "mountOptions.version",
    ["AUTOMATIC", "SMB3"],
    "the share is pinned to a dialect of SMB that does not encrypt",
  ),
};

const tlsLocations = resourceRule("datasync-tls-locations", {
  check: (resource) => tlsChecks[resource.type]?.(resource),
});

const taskLogging = resourceRule("datasync-task-logging", {
  check: (resource) => {
    required("cloudwatchLogGroupArn", "the task has no log group")(resource);
    oneOf("options.logLevel", ["TRANSFER", "BASIC"], "the task logs nothing")(resource);
  },
});

const taskVerify = resourceRule("datasync-task-verify", {
  check: oneOfOrUnset(
    "options.verifyMode",
    ["POINT_IN_TIME_CONSISTENT", "ONLY_FILES_TRANSFERRED"],
    "the task does not verify what it copied",
  ),
});

const destinationsEncrypted = stackRule("datasync-destinations-encrypted", {
  check: (stack, graph) => {
    const fault = "the location is in a store that is tagged as holding no PHI";
    for (const location of graph.ofType(s3Location)) {
      expectInPhiScope(stack, graph, location, [location.get("s3BucketArn")], stores.bucket, fault);
    }
    for (const location of graph.ofType(efsLocation)) {
      expectInPhiScope(stack, graph, location, [location.get("efsFileSystemArn")], stores.fileSystem, fault);
    }
    for (const each of graph.ofType(agent)) {
      stack.expect(each, each.get("vpcEndpointId").isGiven(), "the agent reaches DataSync at its public endpoint");
    }
  },
});

const nfsCleartext = resourceRule("datasync-nfs-cleartext", {
  check: oneOf("mountOptions.version", ["NFS4_0", "NFS4_1"], "the source may be mounted by a version of NFS before 4"),
});

const objectStorageCredentials = resourceRule("datasync-object-storage-credentials", {
  check: (resource) =>
    // A policy receives secrets unwrapped: any text it can read may have been written into the program.
    resource.expect(
      Truth.of(resource.get("secretKey").text === undefined),
      "the location's secret key is known before the update, as one in program code would be",
    ),
});

/** Rules on AWS DataSync. */
export const datasyncRules: readonly Rule[] = [
  tlsLocations,
  taskLogging,
  taskVerify,
  destinationsEncrypted,
  nfsCleartext,
  objectStorageCredentials,
];
