import { customerKey, notPublicPolicy, oneOf } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { openingsOf, securityGroup, type Opening } from "./rds/openings";

const cluster = "aws:msk/cluster:Cluster";
const configuration = "aws:msk/configuration:Configuration";

const transitEncryption = resourceRule("msk-transit-encryption", {
  check: (resource) => {
    const inTransit = resource.get("encryptionInfo.encryptionInTransit");
    const clientBroker = inTransit.get("clientBroker");
    resource.expect(clientBroker.isGiven().not().or(clientBroker.isOneOf("TLS")), "brokers take clients without TLS");
    resource.expect(inTransit.get("inCluster").isFalse().not(), "traffic between brokers is not encrypted");
  },
});

const atRestCmk = resourceRule("msk-at-rest-cmk", {
  check: customerKey(
    "encryptionInfo.encryptionAtRestKmsKeyArn",
    "broker storage is encrypted under AWS's own key instead of a customer-managed one",
  ),
});

const authentication = resourceRule("msk-authentication", {
  check: (resource) => {
    const client = resource.get("clientAuthentication");
    if (resource.type !== cluster) {
      resource.expect(client.get("sasl.iam.enabled").isTrue(), "clients do not authenticate with IAM");
      return;
    }
    resource.expect(client.get("unauthenticated").isTrue().not(), "brokers take clients that do not authenticate");
    resource.expect(
      Truth.any([
        client.get("sasl.iam").isTrue(),
        client.get("sasl.scram").isTrue(),
        client.isUnknown ? client.asUnknown() : client.get("tls.certificateAuthorityArns").isGiven(),
      ]),
      "no way to authenticate is switched on, so brokers take anyone who reaches them",
    );
  },
});

const notPublic = resourceRule("msk-not-public", {
  check: (resource) => {
    const type = resource.get("brokerNodeGroupInfo.connectivityInfo.publicAccess.type");
    resource.expect(type.isGiven().not().or(type.isOneOf("DISABLED")), "brokers can be reached from the internet");
  },
});

const logging = resourceRule("msk-logging-monitoring", {
  check: (resource) => {
    const logs = resource.get("loggingInfo.brokerLogs");
    resource.expect(
      Truth.any(["cloudwatchLogs", "s3", "firehose"].map((name) => logs.get(name).get("enabled").isTrue())),
      "broker logs go nowhere",
    );
  },
});

const connectTls = resourceRule("msk-connect-replicator-tls", {
  check: oneOf(
    "kafkaClusterEncryptionInTransit.encryptionType",
    ["TLS"],
    "the connector speaks to the cluster without TLS",
  ),
});

const policyNotPublic = resourceRule("msk-cluster-policy-not-public", {
  check: notPublicPolicy("policy", "the cluster policy lets everyone in"),
});

/** ZooKeeper with and without TLS, and Kafka without TLS. */
const closedPorts = [2181, 2182, 9092];

const zookeeperPrivate = stackRule("msk-zookeeper-private", {
  types: [cluster],
  check: (check, graph) => {
    for (const each of graph.ofType(cluster)) {
      const groups = graph.references(each, "brokerNodeGroupInfo", securityGroup).targets;
      for (const opening of groups.flatMap((group) => openingsOf(graph, group))) {
        check.expect(
          opening.at,
          Truth.any([opening.self, opensAny(opening, closedPorts).not()]),
          "a security group of the brokers opens ZooKeeper, or Kafka without TLS",
        );
      }
      for (const settings of graph.references(each, "configurationInfo", configuration).targets) {
        check.expect(
          settings,
          settings.get("serverProperties").matches(/^\s*allow\.everyone\.if\.no\.acl\.found\s*=\s*false\s*$/im),
          "topics without access control lists are open to every client",
        );
      }
    }
  },
});

function opensAny({ protocol, from, to }: Opening, ports: readonly number[]): Truth {
  const last = to.isAbsent ? from : to;
  return protocol.isOneOf("-1", "all").or(...ports.map((port) => from.isAtMost(port).and(last.isAtLeast(port))));
}

/** Rules on Amazon MSK. */
export const mskRules: readonly Rule[] = [
  transitEncryption,
  atRestCmk,
  authentication,
  notPublic,
  logging,
  connectTls,
  policyNotPublic,
  zookeeperPrivate,
];
