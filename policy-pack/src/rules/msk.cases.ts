import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

type Properties = Record<string, unknown>;
const cluster = (properties: Properties = {}) => resource("aws:msk/cluster:Cluster", properties);
const serverless = (clientAuthentication: unknown) =>
  resource("aws:msk/serverlessCluster:ServerlessCluster", { clientAuthentication });
const inTransit = (encryptionInTransit: unknown) => cluster({ encryptionInfo: { encryptionInTransit } });
const clients = (clientAuthentication: unknown) => cluster({ clientAuthentication });
const access = (type: unknown) =>
  cluster({ brokerNodeGroupInfo: { connectivityInfo: { publicAccess: { type } }, clientSubnets: ["subnet-1"] } });
const logs = (brokerLogs: unknown) => cluster({ loggingInfo: { brokerLogs } });
const connector = (kafkaClusterEncryptionInTransit: unknown) =>
  resource("aws:mskconnect/connector:Connector", { kafkaClusterEncryptionInTransit });
const policy = (document: unknown) => resource("aws:msk/clusterPolicy:ClusterPolicy", { policy: document });
const allow = (principal: unknown) =>
  json({ Statement: [{ Effect: "Allow", Principal: principal, Action: "kafka:*", Resource: "*" }] });

const guarded = cluster({
  brokerNodeGroupInfo: { securityGroups: [ref("group")] },
  configurationInfo: { arn: ref("settings", "arn"), revision: 1 },
});
const settings = (serverProperties: unknown) =>
  resource("aws:msk/configuration:Configuration", { serverProperties }, { name: "settings" });
const closed = settings("auto.create.topics.enable=false\nallow.everyone.if.no.acl.found=false\n");
const group = resource("aws:ec2/securityGroup:SecurityGroup", {}, { name: "group" });
const rule = (fromPort: unknown, toPort: unknown, more: Properties = { referencedSecurityGroupId: "sg-app" }) =>
  resource(
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    { securityGroupId: ref("group"), ipProtocol: "tcp", fromPort, toPort, ...more },
    { name: "rule" },
  );
const atRule = { at: ["rule"] };
const atSettings = { at: ["settings"] };

export const mskCases: ServiceCases = {
  "msk-transit-encryption": [
    pass("nothing said, which means TLS", cluster()),
    pass("TLS", inTransit({ clientBroker: "TLS", inCluster: true })),
    fault("TLS or not", inTransit({ clientBroker: "TLS_PLAINTEXT" })),
    fault("no TLS", inTransit({ clientBroker: "PLAINTEXT" })),
    fault("none between brokers", inTransit({ clientBroker: "TLS", inCluster: false })),
    undecided("known on update", inTransit({ clientBroker: unknown })),
    fault("none between brokers beside an unknown", inTransit({ clientBroker: unknown, inCluster: false })),
  ],
  "msk-at-rest-cmk": [
    pass("a wired key", cluster({ encryptionInfo: { encryptionAtRestKmsKeyArn: unknown } })),
    pass(
      "a key of the customer's",
      cluster({ encryptionInfo: { encryptionAtRestKmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/b" } }),
    ),
    fault("nothing said", cluster()),
    fault("no key", cluster({ encryptionInfo: { encryptionInTransit: {} } })),
    fault(
      "AWS's own key",
      cluster({ encryptionInfo: { encryptionAtRestKmsKeyArn: "arn:aws:kms:a:1:alias/aws/kafka" } }),
    ),
  ],
  "msk-authentication": [
    pass("IAM", clients({ sasl: { iam: true } })),
    pass("SCRAM", clients({ sasl: { scram: true }, unauthenticated: false })),
    pass("mutual TLS", clients({ tls: { certificateAuthorityArns: [unknown] } })),
    pass("a serverless cluster", serverless({ sasl: { iam: { enabled: true } } })),
    fault("nothing said", cluster()),
    fault("no way switched on", clients({ sasl: { iam: false } })),
    fault("no authorities", clients({ tls: { certificateAuthorityArns: [] } })),
    fault("anyone beside IAM", clients({ sasl: { iam: true }, unauthenticated: true })),
    fault("a serverless cluster without IAM", serverless({ sasl: { iam: { enabled: false } } })),
    undecided("known on update", clients(unknown)),
    fault("a serverless cluster that says nothing of IAM", serverless({ sasl: { iam: {} } })),
  ],
  "msk-not-public": [
    pass("nothing said", cluster()),
    pass("disabled", access("DISABLED")),
    fault("public", access("SERVICE_PROVIDED_EIPS")),
    undecided("known on update", access(unknown)),
  ],
  "msk-logging-monitoring": [
    pass("to CloudWatch", logs({ cloudwatchLogs: { enabled: true, logGroup: unknown } })),
    pass("to a bucket", logs({ s3: { enabled: true }, cloudwatchLogs: { enabled: false } })),
    fault("nothing said", cluster()),
    fault("switched off", logs({ firehose: { enabled: false } })),
    undecided("known on update", cluster({ loggingInfo: unknown })),
  ],
  "msk-connect-replicator-tls": [
    pass("TLS", connector({ encryptionType: "TLS" })),
    fault("none", connector({ encryptionType: "PLAINTEXT" })),
    fault("nothing said", connector({})),
    undecided("known on update", connector({ encryptionType: unknown })),
  ],
  "msk-cluster-policy-not-public": [
    pass("one account", policy(allow({ AWS: "111122223333" }))),
    pass(
      "everyone of one organization",
      policy(
        json({
          Statement: [
            {
              Effect: "Allow",
              Principal: "*",
              Action: "kafka:*",
              Resource: "*",
              Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } },
            },
          ],
        }),
      ),
    ),
    fault("everyone", policy(allow("*"))),
    fault("everyone, as AWS", policy(allow({ AWS: "*" }))),
    undecided("known on update", policy(unknown)),
    pass("no document, which AWS does not accept", policy(undefined)),
  ],
  "msk-zookeeper-private": [
    pass("Kafka with TLS", [guarded, group, rule(9094, 9094), closed]),
    pass("ZooKeeper between brokers", [
      guarded,
      group,
      rule(2181, 2181, { referencedSecurityGroupId: ref("group") }),
      closed,
    ]),
    fault("ZooKeeper", [guarded, group, rule(2181, 2181), closed], atRule),
    fault("a range that holds it", [guarded, group, rule(2000, 9100), closed], atRule),
    fault("Kafka without TLS", [guarded, group, rule(9092, 9092), closed], atRule),
    fault(
      "everything",
      [guarded, group, rule(undefined, undefined, { ipProtocol: "-1", cidrIpv4: "10.0.0.0/8" }), closed],
      atRule,
    ),
    fault("topics open to all", [guarded, group, settings("auto.create.topics.enable=true")], atSettings),
    undecided("ports known on update", [guarded, group, rule(unknown, unknown), closed], atRule),
    undecided("settings known on update", [guarded, group, settings(unknown)], atSettings),
    fault("settings that say nothing, which opens topics to all", [guarded, group, settings(undefined)], atSettings),
    fault(
      "ZooKeeper, inline",
      [
        guarded,
        {
          ...group,
          properties: { ingress: [{ protocol: "tcp", fromPort: 2181, toPort: 2181, cidrBlocks: ["10.0.0.0/8"] }] },
        },
        closed,
      ],
      { at: ["group"] },
    ),
    pass("no groups, which AWS does not accept", [
      cluster({ brokerNodeGroupInfo: { clientSubnets: ["subnet-1"] } }),
      group,
      rule(2181, 2181),
    ]),
  ],
};
