import assert from "node:assert/strict";
import type { ResourceState } from "@hipaa-aws/simulated-aws";
import type { HipaaWebApplicationArgs } from "./args";
import { image, record } from "./testing/example";
import { admittedBy, applicationOf, environmentOf, named, nameOf, ofType, permissionsOf } from "./testing/find";

const administratorArn = "arn:aws:iam::111122223333:role/search-administrator";
const jobs = { worker: { image: image("worker") } };
const groupType = "aws:ec2/securityGroup:SecurityGroup";
const clientGroups = (resources: readonly ResourceState[]) =>
  ["clinic-app-sg", "clinic-worker-sg"].map((name) => named(resources, groupType, name).id).sort();
const outputsOf = (resources: readonly ResourceState[]) =>
  named(resources, "reference:index:HipaaWebApplication", "clinic").outputs;
// Pairs of client and port of the network ACL of the data tier.
const dataTierPorts = (resources: readonly ResourceState[]) => {
  const { inputs } = named(resources, "aws:ec2/networkAcl:NetworkAcl", "clinic-network-data");
  return (inputs["ingress"] as { fromPort: number; action: string }[]).map(({ fromPort }) => fromPort);
};

describe("HipaaWebApplication with files", () => {
  let resources: readonly ResourceState[];
  before(async () => {
    resources = await record({ files: { directories: ["shared", "reports"], archiveAfterDays: 7 }, jobs });
  });

  it("mounts each directory into app and worker, with TLS and their own roles, and into nothing else", () => {
    for (const task of ["clinic-app-task", "clinic-worker-task"]) {
      const volumes = named(resources, "aws:ecs/taskDefinition:TaskDefinition", task).inputs["volumes"] as {
        efsVolumeConfiguration: Record<string, unknown>;
      }[];
      const fileSystemId = outputsOf(resources)["fileSystemId"];
      assert.equal(volumes.length, 2);
      for (const { efsVolumeConfiguration: volume } of volumes) {
        assert.deepEqual([volume["fileSystemId"], volume["transitEncryption"]], [fileSystemId, "ENABLED"]);
        assert.equal((volume["authorizationConfig"] as { iam: string }).iam, "ENABLED");
      }
      const mounts = applicationOf(resources, task)["mountPoints"] as { containerPath: string }[];
      assert.deepEqual(
        mounts.map(({ containerPath }) => containerPath),
        ["/mnt/shared", "/mnt/reports"],
      );
      const environment = environmentOf(resources, task);
      assert.deepEqual([environment["FILES_SHARED"], environment["FILES_REPORTS"]], ["/mnt/shared", "/mnt/reports"]);
    }
    const web = named(resources, "aws:ecs/taskDefinition:TaskDefinition", "clinic-web-task");
    assert.deepEqual(web.inputs["volumes"], []);
  });

  it("allows mounting and writing by one access point a directory", () => {
    const { arn } = named(resources, "aws:efs/accessPoint:AccessPoint", "clinic-files-reports").outputs;
    const statement = permissionsOf(resources, "clinic-app")["MountFilesReports"];
    assert.deepEqual(statement?.Action, ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"]);
    assert.deepEqual(statement?.Condition, { StringEquals: { "elasticfilesystem:AccessPointArn": arn } });
    assert.equal(permissionsOf(resources, "clinic-web")["MountFilesReports"], undefined);
  });

  it("opens NFS to app and worker alone, in the network ACL too", async () => {
    const group = named(resources, groupType, "clinic-files-security-group").id;
    assert.deepEqual(admittedBy(resources, group, 2049).sort(), clientGroups(resources));
    assert.ok(dataTierPorts(resources).includes(2049));
    assert.ok(!dataTierPorts(await record()).includes(2049));
  });

  it("keeps files under the key of documents, in every zone, backed up", () => {
    const { inputs, outputs } = named(resources, "aws:efs/fileSystem:FileSystem", "clinic-files");
    assert.equal(inputs["kmsKeyId"], named(resources, "aws:kms/key:Key", "clinic-keys-documents").outputs["arn"]);
    assert.equal(ofType(resources, "aws:efs/mountTarget:MountTarget").length, 3);
    assert.match(JSON.stringify(inputs["lifecyclePolicies"]), /AFTER_7_DAYS/);
    const [selection] = ofType(resources, "aws:backup/selection:Selection");
    assert.ok((selection?.inputs["resources"] as unknown[]).includes(outputs["arn"]));
  });
});

describe("HipaaWebApplication with search", () => {
  let resources: readonly ResourceState[];
  before(async () => {
    const search = { administratorArn, instanceType: "r7g.xlarge.search", volumeGib: 200 };
    resources = await record({ search, jobs });
  });

  it("admits the administrator, app and worker by their roles", () => {
    const [policy] = ofType(resources, "aws:opensearch/domainPolicy:DomainPolicy");
    const { Statement } = JSON.parse(policy?.inputs["accessPolicies"] as string) as {
      Statement: { Principal: { AWS: string[] } }[];
    };
    const roles = ["clinic-app-task-role", "clinic-worker-task-role"];
    assert.deepEqual(
      Statement.flatMap(({ Principal }) => Principal.AWS).sort(),
      [administratorArn, ...roles.map((role) => named(resources, "aws:iam/role:Role", role).outputs["arn"])].sort(),
    );
  });

  it("lets app and worker read and write, by the domain's name and through its door", () => {
    const { outputs } = named(resources, "aws:opensearch/domain:Domain", "clinic-search");
    for (const program of ["clinic-app", "clinic-worker"]) {
      const statement = permissionsOf(resources, program)["Search"];
      assert.deepEqual(statement?.Action, ["es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPost", "es:ESHttpPut"]);
      assert.equal(statement?.Resource, `${outputs["arn"] as string}/*`);
      assert.equal(
        environmentOf(resources, `${program}-task`)["SEARCH_ENDPOINT"],
        `https://${outputs["endpoint"] as string}`,
      );
    }
    const group = named(resources, groupType, "clinic-search-security-group").id;
    assert.deepEqual(admittedBy(resources, group, 443).sort(), clientGroups(resources));
    assert.ok(dataTierPorts(resources).includes(443));
    assert.equal(outputsOf(resources)["searchEndpoint"], outputs["endpoint"]);
  });

  it("takes sizes, the network's zones and the keys of the application", async () => {
    const { inputs, protect } = named(resources, "aws:opensearch/domain:Domain", "clinic-search");
    const cluster = inputs["clusterConfig"] as Record<string, unknown>;
    assert.deepEqual([cluster["instanceType"], cluster["instanceCount"]], ["r7g.xlarge.search", 3]);
    assert.equal(
      (inputs["encryptAtRest"] as Record<string, unknown>)["kmsKeyId"],
      named(resources, "aws:kms/key:Key", "clinic-keys-database").outputs["arn"],
    );
    assert.equal(protect, true);
    const two = await record({
      network: { cidrBlock: "10.20.0.0/16", availabilityZones: 2 },
      search: { administratorArn },
    });
    const small = named(two, "aws:opensearch/domain:Domain", "clinic-search").inputs["clusterConfig"];
    assert.equal((small as Record<string, unknown>)["instanceCount"], 2);
    const [policy] = ofType(two, "aws:opensearch/domainPolicy:DomainPolicy");
    assert.match(policy?.inputs["accessPolicies"] as string, /role\/clinic-app-task-role/);
  });
});

describe("HipaaWebApplication with stream and delivery", () => {
  const keyArn = (resources: readonly ResourceState[], name: string) =>
    named(resources, "aws:kms/key:Key", `clinic-keys-${name}`).outputs["arn"];
  const endpoints = (resources: readonly ResourceState[]) =>
    ofType(resources, "aws:ec2/vpcEndpoint:VpcEndpoint").map(({ inputs }) => inputs["serviceName"] as string);
  const firehoseType = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";

  it("lets app and worker put records on the stream, and nothing read them", async () => {
    const resources = await record({ stream: { retentionHours: 48 }, jobs });
    const { inputs, outputs } = named(resources, "aws:kinesis/stream:Stream", "clinic-stream");
    assert.deepEqual([inputs["retentionPeriod"], inputs["kmsKeyId"]], [48, keyArn(resources, "messaging")]);
    for (const program of ["clinic-app", "clinic-worker"]) {
      const permissions = permissionsOf(resources, program);
      assert.deepEqual(permissions["PutRecords"]?.Action, ["kinesis:PutRecord", "kinesis:PutRecords"]);
      assert.equal(permissions["PutRecords"]?.Resource, outputs["arn"]);
      assert.equal(permissions["EncryptRecords"]?.Resource, keyArn(resources, "messaging"));
      assert.deepEqual(permissions["EncryptRecords"]?.Condition, {
        StringEquals: { "kms:ViaService": "kinesis.us-east-1.amazonaws.com" },
      });
      assert.equal(environmentOf(resources, `${program}-task`)["STREAM_NAME"], outputs["name"]);
    }
    assert.ok(endpoints(resources).includes("com.amazonaws.us-east-1.kinesis-streams"));
    assert.equal(outputsOf(resources)["streamName"], outputs["name"]);
    assert.equal(outputsOf(resources)["deliveryStreamName"], "");
  });

  it("delivers the stream to the bucket of documents, under its key", async () => {
    const resources = await record({ stream: {}, delivery: { bufferSeconds: 60 }, archive: {} });
    const { inputs } = named(resources, firehoseType, "clinic-delivery");
    const source = inputs["kinesisSourceConfiguration"] as Record<string, unknown>;
    assert.equal(
      source["kinesisStreamArn"],
      named(resources, "aws:kinesis/stream:Stream", "clinic-stream").outputs["arn"],
    );
    const target = inputs["extendedS3Configuration"] as Record<string, unknown>;
    assert.equal(target["bucketArn"], named(resources, "aws:s3/bucket:Bucket", "clinic-documents").outputs["arn"]);
    assert.deepEqual([target["kmsKeyArn"], target["bufferingInterval"]], [keyArn(resources, "documents"), 60]);
    assert.ok(!endpoints(resources).includes("com.amazonaws.us-east-1.kinesis-firehose"));
    assert.equal(environmentOf(resources, "clinic-app-task")["DELIVERY_STREAM_NAME"], undefined);
  });

  it("takes records by itself where there is no stream", async () => {
    const resources = await record({ delivery: {} });
    const { inputs, outputs } = named(resources, firehoseType, "clinic-delivery");
    assert.deepEqual(inputs["serverSideEncryption"], {
      enabled: true,
      keyType: "CUSTOMER_MANAGED_CMK",
      keyArn: keyArn(resources, "messaging"),
    });
    const statement = permissionsOf(resources, "clinic-app")["PutRecords"];
    assert.deepEqual(statement?.Action, ["firehose:PutRecord", "firehose:PutRecordBatch"]);
    assert.equal(statement?.Resource, outputs["arn"]);
    assert.equal(environmentOf(resources, "clinic-app-task")["DELIVERY_STREAM_NAME"], outputs["name"]);
    assert.ok(endpoints(resources).includes("com.amazonaws.us-east-1.kinesis-firehose"));
  });
});

describe("HipaaWebApplication with a serverless cache", () => {
  const cacheType = "aws:elasticache/serverlessCache:ServerlessCache";

  it("takes the place of the nodes, under the same names for the app", async () => {
    const resources = await record({ cache: { serverless: { maxDataGigabytes: 20 } }, jobs });
    assert.equal(ofType(resources, "aws:elasticache/replicationGroup:ReplicationGroup").length, 0);
    const { inputs, outputs } = named(resources, cacheType, "clinic-cache");
    assert.equal((inputs["cacheUsageLimits"] as { dataStorage: { maximum: number } }).dataStorage.maximum, 20);
    assert.equal(inputs["kmsKeyId"], named(resources, "aws:kms/key:Key", "clinic-keys-cache").outputs["arn"]);
    const user = named(resources, "aws:elasticache/user:User", "clinic-cache-app").outputs;
    const group = ofType(resources, groupType).find(({ id }) => id === (inputs["securityGroupIds"] as string[])[0]);
    for (const program of ["clinic-app", "clinic-worker"]) {
      const environment = environmentOf(resources, `${program}-task`);
      assert.equal(environment["CACHE_NAME"], inputs["name"]);
      assert.equal(environment["CACHE_PORT"], "6379");
      assert.equal(environment["CACHE_USER"], user["userName"]);
      assert.equal(environment["CACHE_HOST"], outputsOf(resources)["cacheEndpoint"]);
      assert.notEqual(environment["CACHE_HOST"], "");
      assert.deepEqual(permissionsOf(resources, program)["SignInToCacheCache"]?.Resource, [
        outputs["arn"],
        user["arn"],
      ]);
    }
    // Reads from replicas have a port of their own.
    for (const port of [6379, 6380]) {
      assert.deepEqual(admittedBy(resources, group?.id, port).sort(), clientGroups(resources), String(port));
      assert.ok(dataTierPorts(resources).includes(port), String(port));
    }
  });

  for (const nodes of [{ nodeType: "cache.m7g.large" }, { replicas: 1 }]) {
    const [argument] = Object.keys(nodes);
    it(`refuses ${argument ?? ""} beside it`, async () => {
      await assert.rejects(
        record({ cache: { ...nodes, serverless: {} } }),
        new RegExp(`cache\\.${argument ?? ""} and cache\\.serverless contradict each other`),
      );
    });
  }
});

describe("HipaaWebApplication with analytics", () => {
  const clusterType = "aws:redshift/cluster:Cluster";
  const policies = (resources: readonly ResourceState[]) =>
    JSON.stringify(ofType(resources, "aws:iam/policy:Policy").map(({ inputs }) => inputs["policy"]));

  it("keeps a warehouse that nobody reaches, under the keys of the application, backed up", async () => {
    const resources = await record({ analytics: { nodes: 4 }, jobs });
    const { inputs, outputs, protect } = named(resources, clusterType, "clinic-analytics");
    assert.deepEqual([inputs["numberOfNodes"], protect], [4, true]);
    assert.equal(inputs["kmsKeyId"], named(resources, "aws:kms/key:Key", "clinic-keys-database").outputs["arn"]);
    const group = named(resources, groupType, "clinic-analytics-security-group").id;
    assert.deepEqual(admittedBy(resources, group, 5439), []);
    assert.ok(!dataTierPorts(resources).includes(5439));
    assert.doesNotMatch(policies(resources), /redshift/);
    assert.equal(environmentOf(resources, "clinic-app-task")["ANALYTICS_HOST"], undefined);
    const [selection] = ofType(resources, "aws:backup/selection:Selection");
    assert.ok((selection?.inputs["resources"] as unknown[]).includes(outputs["arn"]));
    assert.equal(outputsOf(resources)["analyticsSecurityGroupId"], group);
    assert.equal(outputsOf(resources)["analyticsSecretArn"], outputs["masterPasswordSecretArn"]);
  });

  for (const [serverless, action, endpoint, resource] of [
    [
      false,
      "redshift:GetClusterCredentialsWithIAM",
      "redshift",
      /:redshift:.*:dbname:clinic-analytics-stack\/warehouse$/,
    ],
    [true, "redshift-serverless:GetCredentials", "redshift-serverless", /:redshift-serverless:.*:workgroup\//],
  ] as const) {
    it(`lets app and worker in where they may, to ${serverless ? "capacity on demand" : "nodes"}`, async () => {
      const resources = await record({ analytics: { appAccess: true, serverless }, jobs });
      const group = named(resources, groupType, "clinic-analytics-security-group").id;
      assert.deepEqual(admittedBy(resources, group, 5439).sort(), clientGroups(resources));
      assert.ok(dataTierPorts(resources).includes(5439));
      for (const program of ["clinic-app", "clinic-worker"]) {
        const statement = permissionsOf(resources, program)["SignInToAnalytics"];
        assert.equal(statement?.Action, action);
        assert.match(statement.Resource as string, resource);
        const environment = environmentOf(resources, `${program}-task`);
        assert.equal(environment["ANALYTICS_HOST"], outputsOf(resources)["analyticsAddress"]);
        assert.deepEqual(
          [environment["ANALYTICS_PORT"], environment["ANALYTICS_DATABASE"], environment["ANALYTICS_NAME"]],
          ["5439", "warehouse", "clinic-analytics-stack"],
        );
      }
      const services = ofType(resources, "aws:ec2/vpcEndpoint:VpcEndpoint").map(({ inputs }) => inputs["serviceName"]);
      assert.ok(services.includes(`com.amazonaws.us-east-1.${endpoint}`));
    });
  }

  const twoZones = { cidrBlock: "10.20.0.0/16", availabilityZones: 2 };
  const refused: readonly (readonly [string, Partial<HipaaWebApplicationArgs>, RegExp])[] = [
    ["capacity of nodes", { analytics: { baseCapacity: 8 } }, /analytics\.baseCapacity is given for a cluster/],
    [
      "nodes beside capacity on demand",
      { analytics: { serverless: true, nodes: 2 } },
      /analytics\.nodes and analytics\.serverless contradict each other/,
    ],
    [
      "capacity on demand in two zones",
      { analytics: { serverless: true }, network: twoZones },
      /analytics\.serverless and network\.availabilityZones do not fit/,
    ],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(record(args), message);
    });
  }
});

describe("HipaaWebApplication with optional stores", () => {
  it("sounds their alarms on the application's topic, and protects them as it is told", async () => {
    const resources = await record({
      files: {},
      search: { administratorArn },
      stream: {},
      delivery: {},
      deletionProtection: false,
    });
    const [topic] = ofType(resources, "aws:sns/topic:Topic");
    const alarms = ofType(resources, "aws:cloudwatch/metricAlarm:MetricAlarm");
    for (const store of ["search", "stream", "delivery"]) {
      const own = alarms.filter((alarm) => nameOf(alarm).startsWith(`clinic-${store}-`));
      assert.ok(own.length > 0, store);
      for (const { inputs } of own) assert.deepEqual(inputs["alarmActions"], [topic?.outputs["arn"]]);
    }
    const stores = ["aws:efs/fileSystem:FileSystem", "aws:opensearch/domain:Domain", "aws:kinesis/stream:Stream"];
    for (const type of stores) assert.ok(ofType(resources, type)[0]?.protect !== true, type);
  });

  const refused: readonly (readonly [string, Partial<HipaaWebApplicationArgs>, RegExp])[] = [
    ["no directory", { files: { directories: [] } }, /files\.directories has 0 element/],
    ["a directory twice", { files: { directories: ["a", "a"] } }, /files\.directories holds "a" twice/],
    ["a directory that is no word", { files: { directories: ["a/b"] } }, /files\.directories is "a\/b"/],
    [
      "six directories",
      { files: { directories: ["a", "b", "c", "d", "e", "f"] } },
      /files\.directories has 6 elements\. Give 5 at most/,
    ],
    [
      "an administrator that is no role",
      { search: { administratorArn: "arn:aws:iam::111122223333:user/jo" } },
      /clientArns and administratorArn is "arn:aws:iam::111122223333:user\/jo"/,
    ],
    ["a stream that forgets at once", { stream: { retentionHours: 1 } }, /retentionHours is 1/],
    ["a table with the name of a store", { tables: [{ name: "search", partitionKey: "id" }] }, /tables holds "search"/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(record(args), message);
    });
  }
});
