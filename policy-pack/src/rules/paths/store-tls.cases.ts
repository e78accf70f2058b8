import {
  fault,
  pass,
  undecided,
  ref,
  resource,
  json,
  unknown,
  type CaseProperties,
  type CaseResource,
  type ServiceCases,
} from "../../testing/cases";
import { but, door, group, main, named } from "../../testing/paths";
import { balancer, listener, publicApp, service, targets } from "../../testing/front-doors";

const at = (...names: string[]) => ({ at: names });
const http = { port: 80, protocol: "HTTP" };
const app = (properties: CaseProperties = {}) =>
  service({ networkConfiguration: { subnets: [ref("public-a")], securityGroups: [ref("app")] }, ...properties });
const admits = (port: number, to = "db") =>
  door(port, { referencedSecurityGroupId: ref("app") }, to, `from-app-${String(port)}`);
const usedBy = (store: CaseResource, port: number, ...more: readonly CaseResource[]) => [
  store,
  app(),
  ...but(publicApp, "service"),
  group("app"),
  group("db"),
  admits(port),
  ...more,
];
const store = (type: string, properties: CaseProperties) =>
  resource(type, { vpcSecurityGroupIds: [ref("db")], securityGroupIds: [ref("db")], ...properties }, { name: "store" });
const postgres = (properties: CaseProperties = {}) =>
  store("aws:rds/instance:Instance", {
    engine: "postgres",
    engineVersion: "14",
    parameterGroupName: ref("parameters", "name"),
    ...properties,
  });
const parameters = (value: unknown, family = "postgres14") =>
  named("aws:rds/parameterGroup:ParameterGroup", "parameters", {
    family,
    parameters: [{ name: "rds.force_ssl", value }],
  });
const redis = (properties: CaseProperties) => store("aws:elasticache/replicationGroup:ReplicationGroup", properties);
const tlsDeny = {
  Effect: "Deny",
  Principal: "*",
  Action: "sqs:*",
  Resource: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};

const databases = [
  pass("a database that forces TLS", usedBy(postgres(), 5432, parameters("1"))),
  fault("a database that does not", usedBy(postgres(), 5432, parameters("0"))),
  fault("a database of an engine that does not by default", usedBy(postgres({ parameterGroupName: undefined }), 5432)),
  pass(
    "a database of a version that does by default",
    usedBy(postgres({ parameterGroupName: undefined, engineVersion: "16.3" }), 5432),
  ),
  pass("a database that no application uses", but(usedBy(postgres(), 5432, parameters("0")), "from-app-5432")),
  pass("a database without PHI", usedBy(postgres({ tags: { "hipaa:phi": "false" } }), 5432, parameters("0"))),
  undecided("a parameter known on update", usedBy(postgres(), 5432, parameters(unknown))),
  undecided("a parameter group outside the stack", usedBy(postgres({ parameterGroupName: "shared" }), 5432)),
  fault("a database that is named in the environment alone", [
    postgres(),
    parameters("0"),
    service({ taskDefinition: ref("task", "arn") }),
    ...but(publicApp, "service"),
    group("db"),
    named("aws:ecs/taskDefinition:TaskDefinition", "task", {
      containerDefinitions: json([{ name: "app", environment: [{ name: "DB", value: ref("store", "address") }] }]),
    }),
  ]),
  fault("a database that a function uses", [
    postgres(),
    parameters("0"),
    named("aws:lambda/function:Function", "handler", { vpcConfig: { subnetIds: [], securityGroupIds: [ref("app")] } }),
    main,
    group("app"),
    group("db"),
    admits(5432),
  ]),
  fault("a database that an instance uses, by an inline rule", [
    postgres(),
    parameters("0"),
    named("aws:ec2/instance:Instance", "host", { vpcSecurityGroupIds: [ref("app")] }),
    main,
    group("app"),
    group("db", { ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: [ref("app")] }] }),
  ]),
  fault("a proxy that takes connections in clear", [
    resource("aws:rds/proxy:Proxy", { requireTls: false, vpcSecurityGroupIds: [ref("db")] }, { name: "store" }),
    ...usedBy(postgres(), 5432).slice(1),
  ]),
  fault("a database behind a proxy", [
    postgres({ vpcSecurityGroupIds: [] }),
    parameters("0"),
    ...usedBy(postgres(), 5432).slice(1),
    named("aws:rds/proxy:Proxy", "proxy", { requireTls: true, vpcSecurityGroupIds: [ref("db")] }),
    named("aws:rds/proxyTarget:ProxyTarget", "target", {
      dbProxyName: ref("proxy", "name"),
      dbInstanceIdentifier: ref("store", "identifier"),
    }),
  ]),
  pass(
    "an Oracle database, whose options other rules judge",
    usedBy(store("aws:rds/instance:Instance", { engine: "oracle-ee" }), 1521),
  ),
];

const others = [
  pass("a cache with TLS", usedBy(redis({ transitEncryptionEnabled: true }), 6379)),
  fault("a cache without", usedBy(redis({}), 6379)),
  fault(
    "a cache that prefers TLS",
    usedBy(redis({ transitEncryptionEnabled: true, transitEncryptionMode: "preferred" }), 6379),
  ),
  undecided("a cache of which it is known on update", usedBy(redis({ transitEncryptionEnabled: unknown }), 6379)),
  fault("a Memcached cluster", usedBy(store("aws:elasticache/cluster:Cluster", { engine: "memcached" }), 11211)),
  fault("a MemoryDB cluster", usedBy(store("aws:memorydb/cluster:Cluster", { tlsEnabled: false }), 6379)),
  fault("a DAX cluster", usedBy(store("aws:dax/cluster:Cluster", {}), 8111)),
  fault(
    "a search domain",
    usedBy(store("aws:opensearch/domain:Domain", { vpcOptions: { securityGroupIds: [ref("db")] } }), 443),
  ),
  pass(
    "a search domain that enforces HTTPS",
    usedBy(
      store("aws:opensearch/domain:Domain", {
        vpcOptions: { securityGroupIds: [ref("db")] },
        domainEndpointOptions: { enforceHttps: true },
      }),
      443,
    ),
  ),
  fault(
    "a Kafka cluster",
    usedBy(
      store("aws:msk/cluster:Cluster", {
        brokerNodeGroupInfo: { securityGroups: [ref("db")] },
        encryptionInfo: { encryptionInTransit: { clientBroker: "TLS_PLAINTEXT" } },
      }),
      9092,
    ),
  ),
  pass(
    "a Kafka cluster as AWS makes it",
    usedBy(store("aws:msk/cluster:Cluster", { brokerNodeGroupInfo: { securityGroups: [ref("db")] } }), 9094),
  ),
  fault(
    "a DocumentDB cluster",
    usedBy(
      store("aws:docdb/cluster:Cluster", { dbClusterParameterGroupName: ref("parameters", "name") }),
      27017,
      named("aws:docdb/clusterParameterGroup:ClusterParameterGroup", "parameters", {
        parameters: [{ name: "tls", value: "disabled" }],
      }),
    ),
  ),
  pass("a DocumentDB cluster as AWS makes it", usedBy(store("aws:docdb/cluster:Cluster", {}), 27017)),
  fault(
    "a Neptune cluster",
    usedBy(
      store("aws:neptune/cluster:Cluster", { neptuneClusterParameterGroupName: ref("parameters", "name") }),
      8182,
      named("aws:neptune/clusterParameterGroup:ClusterParameterGroup", "parameters", {
        parameters: [{ name: "neptune_enforce_ssl", value: "0" }],
      }),
    ),
  ),
  fault(
    "a Redshift cluster",
    usedBy(
      store("aws:redshift/cluster:Cluster", { clusterParameterGroupName: ref("parameters", "name") }),
      5439,
      named("aws:redshift/parameterGroup:ParameterGroup", "parameters", { family: "redshift-1.0", parameters: [] }),
    ),
  ),
  fault(
    "a Redshift workgroup",
    usedBy(
      store("aws:redshiftserverless/workgroup:Workgroup", {
        configParameters: [{ parameterKey: "require_ssl", parameterValue: "false" }],
      }),
      5439,
    ),
  ),
  ...[
    {
      title: "a queue",
      type: "aws:sqs/queue:Queue",
      companion: "aws:sqs/queuePolicy:QueuePolicy",
      link: { queueUrl: ref("store", "url") },
      action: "sqs:*",
    },
    {
      title: "a topic",
      type: "aws:sns/topic:Topic",
      companion: "aws:sns/topicPolicy:TopicPolicy",
      link: { arn: ref("store", "arn") },
      action: "sns:Publish",
    },
  ].flatMap(({ title, type, companion, link, action }) => {
    const told = [
      resource(type, {}, { name: "store" }),
      named("aws:lambda/function:Function", "handler", { environment: { variables: { TARGET: ref("store", "url") } } }),
    ];
    const policy = (statement: unknown) =>
      named(companion, "policy", { ...link, policy: json({ Statement: [statement] }) });
    return [
      fault(`${title} without a policy`, told),
      pass(`${title} whose policy refuses plain HTTP`, [...told, policy({ ...tlsDeny, Action: action })]),
      fault(`${title} whose policy does not`, [
        ...told,
        policy({ Effect: "Allow", Principal: { AWS: "111122223333" }, Action: "sqs:SendMessage", Resource: "*" }),
      ]),
      undecided(`${title} whose policy is known on update`, [
        ...told,
        named(companion, "policy", { ...link, policy: unknown }),
      ]),
    ];
  }),
];

/** An application that calls another one by an internal balancer. */
const calls = (listenerProperties: CaseProperties, targetProperties: CaseProperties = {}) => [
  app(),
  ...but(publicApp, "service"),
  group("app"),
  group("inner-group"),
  door(443, { referencedSecurityGroupId: ref("app") }, "inner-group", "from-app"),
  balancer({ internal: true, securityGroups: [ref("inner-group")] }, "inner"),
  listener(
    { defaultActions: [{ type: "forward", targetGroupArn: ref("second-group", "arn") }], ...listenerProperties },
    "inner-listener",
    "inner",
  ),
  targets(targetProperties, "second-group"),
  service({}, "second-group", "second"),
];

const inner = [
  pass("an internal balancer with HTTPS", calls({})),
  fault("an internal balancer with plain HTTP", calls(http), at("inner-listener")),
  fault("an internal balancer that sends plain HTTP", calls({}, { protocol: "HTTP" }), at("second-group")),
  pass("an internal balancer with plain HTTP that no application may call", but(calls(http), "from-app")),
  pass(
    "the target group of the first application, which another rule judges",
    but(publicApp, targets({ protocol: "HTTP" })),
  ),
];

export const storeTlsCases: ServiceCases = {
  "paths-app-to-store-over-tls": [...databases, ...others, ...inner],
};
