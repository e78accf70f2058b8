import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ResourceState } from "@hipaa-aws/simulated-aws";
import { HipaaWebApplicationDatabaseEngine, HipaaWebApplicationNat, type HipaaWebApplicationArgs } from "./args";
import { computeExample } from "./testing/compute-example";
import { image, record } from "./testing/example";
import { admittedBy, environmentOf, named } from "./testing/find";
import { regionExample } from "./testing/region-example";

const everything: Partial<HipaaWebApplicationArgs> = {
  proxyImage: image("tls-proxy"),
  certificateAuthority: { organization: "Example Clinic" },
  database: { proxy: true },
  jobs: { worker: { image: image("worker") } },
  media: { uploadOrigins: ["https://clinic.example.com"], archiveAfterDays: 180 },
  events: { archiveDays: 90 },
  topic: { queues: [{ name: "results", target: "audit" }], jobs: true },
  tables: [
    { name: "sessions", partitionKey: "sessionId", expiryAttribute: "expiresAt" },
    { name: "consents", partitionKey: "subjectId", sortKey: "version" },
  ],
  files: {},
  search: { administratorArn: "arn:aws:iam::111122223333:role/search-administrator" },
  stream: {},
  delivery: {},
  analytics: { appAccess: true },
  migration: { image: image("migration") },
  debug: { image: image("tools"), maxMinutes: 30 },
  archive: { compliance: false, lockDays: 30 },
  repositories: ["web", "app"],
  accountSafeguards: true,
  privateZone: true,
  accessScope: true,
  ...computeExample,
};

describe("HipaaWebApplication with options", () => {
  it("tells app and worker where everything is, and no secret", async () => {
    const resources = await record({ ...everything, proxyImage: undefined, certificateAuthority: undefined });
    const expected = [
      "ANALYTICS_DATABASE",
      "ANALYTICS_HOST",
      "ANALYTICS_NAME",
      "ANALYTICS_PORT",
      "ARCHIVE_BUCKET",
      "CACHE_HOST",
      "CACHE_NAME",
      "CACHE_PORT",
      "CACHE_USER",
      "DATABASE_HOST",
      "DATABASE_NAME",
      "DATABASE_PORT",
      "DATABASE_USER",
      "DOCUMENTS_BUCKET",
      "EVENT_BUS_NAME",
      "FILES_SHARED",
      "FUNCTION_INTAKE",
      "JOBS_QUEUE_URL",
      "MEDIA_ACCESS_POINT",
      "MEDIA_BUCKET",
      "MEDIA_READER_ROLE",
      "MEDIA_READ_LOG_GROUP",
      "SCANNED_QUEUE_URL",
      "SEARCH_ENDPOINT",
      "STREAM_NAME",
      "TABLE_CONSENTS",
      "TABLE_SESSIONS",
      "TOPIC_ARN",
      "UPLOADS_BUCKET",
      "WORKFLOW_ARN",
    ];
    for (const task of ["clinic-app-task", "clinic-worker-task"]) {
      const environment = environmentOf(resources, task);
      assert.deepEqual(Object.keys(environment).sort(), expected, task);
      for (const [variable, value] of Object.entries(environment)) assert.notEqual(value, "", variable);
    }
    const media = named(resources, "aws:s3/bucket:Bucket", "clinic-media");
    assert.equal(environmentOf(resources, "clinic-app-task")["MEDIA_BUCKET"], media.outputs["bucket"]);
  });

  it("lets the worker move clean uploads, and the app where there is no worker", async () => {
    const writer = async (args: Partial<HipaaWebApplicationArgs>) =>
      named(await record(args), "aws:iam/rolePolicy:RolePolicy", "clinic-media-writes").inputs["role"] as string;
    assert.match(await writer({ media: {}, jobs: { worker: { image: image("worker") } } }), /^clinic-worker-task-role/);
    assert.match(await writer({ media: {} }), /^clinic-app-task-role/);
  });

  it("names the roles of app and worker alone as readers of media", async () => {
    const reader = named(await record(everything), "aws:iam/role:Role", "clinic-media-reader");
    const trust = reader.inputs["assumeRolePolicy"] as string;
    assert.match(trust, /role\/clinic-app-task-role/);
    assert.match(trust, /role\/clinic-worker-task-role/);
    assert.doesNotMatch(trust, /clinic-web-task-role/);
  });

  it("takes endpoints for what tasks call, and none besides", async () => {
    const endpoints = async (args: Partial<HipaaWebApplicationArgs>) =>
      (await record(args))
        .filter(({ type }) => type === "aws:ec2/vpcEndpoint:VpcEndpoint")
        .map(({ inputs }) => (inputs["serviceName"] as string).replace("com.amazonaws.us-east-1.", ""))
        .sort();
    const always = ["ecr.api", "ecr.dkr", "kms", "logs", "s3", "secretsmanager", "sts"];
    assert.deepEqual(await endpoints({}), always);
    assert.deepEqual(
      await endpoints(everything),
      [
        ...always,
        "acm-pca",
        "dynamodb",
        "events",
        "kinesis-streams",
        "lambda",
        "redshift",
        "sns",
        "sqs",
        "ssmmessages",
        "states",
      ].sort(),
    );
  });

  it("closes DNS where the network is closed, and leaves it open behind NAT gateways", async () => {
    const lists = async (network: Partial<HipaaWebApplicationArgs["network"]>) =>
      (await record({ network: { cidrBlock: "10.20.0.0/16", ...network } }))
        .filter(({ type }) => type === "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList")
        .flatMap(({ inputs }) => inputs["domains"] as string[]);
    assert.deepEqual(
      (await lists({})).filter((domain) => domain.endsWith(".example.com")),
      ["clinic.example.com", "internal.clinic.example.com"],
    );
    const firewall = { nat: HipaaWebApplicationNat.Firewall, allowedDomains: [".partner.example"] };
    assert.ok((await lists(firewall)).includes("*.partner.example"));
    assert.deepEqual(await lists({ nat: HipaaWebApplicationNat.PerZone }), []);
  });

  it("stores records in Aurora where that is asked for, with the same doors", async () => {
    const resources = await record({ database: { engine: HipaaWebApplicationDatabaseEngine.AuroraPostgres } });
    named(resources, "aws:rds/cluster:Cluster", "clinic-database");
    assert.equal(resources.filter(({ type }) => type === "aws:rds/instance:Instance").length, 0);
    assert.equal(resources.filter(({ type }) => type === "aws:rds/clusterInstance:ClusterInstance").length, 2);
    const [group] = resources.filter(
      ({ type, urn }) => type === "aws:ec2/securityGroup:SecurityGroup" && urn.includes("AuroraPostgresCluster"),
    );
    const doors = resources.filter(
      ({ type, inputs }) =>
        type === "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" && inputs["securityGroupId"] === group?.id,
    );
    assert.deepEqual(
      doors.map(({ inputs }) => inputs["referencedSecurityGroupId"]),
      [named(resources, "aws:ec2/securityGroup:SecurityGroup", "clinic-app-sg").id],
    );
  });

  it("connects the app tier through the proxy, and the proxy alone to the database", async () => {
    const resources = await record({ database: { proxy: true } });
    const groupOf = (name: string) => named(resources, "aws:ec2/securityGroup:SecurityGroup", name).id;
    const groups = resources.filter(
      ({ type, urn }) => type === "aws:ec2/securityGroup:SecurityGroup" && /Proxy/.test(urn),
    );
    const proxyGroup = groups[0]?.id ?? assert.fail("no group of the proxy");
    assert.deepEqual(admittedBy(resources, proxyGroup), [groupOf("clinic-app-sg")]);
    assert.deepEqual(admittedBy(resources, groupOf("clinic-database-security-group")), [proxyGroup]);
    const proxy = resources.find(({ type }) => type === "aws:rds/proxy:Proxy");
    assert.equal(environmentOf(resources, "clinic-app-task")["DATABASE_HOST"], proxy?.outputs["endpoint"]);
  });

  it("sets what an account has once in each Region only when told to", async () => {
    const once = [
      "aws:ec2/vpcBlockPublicAccessOptions:VpcBlockPublicAccessOptions",
      "aws:ec2/vpcBlockPublicAccessExclusion:VpcBlockPublicAccessExclusion",
      "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration",
    ];
    const counted = async (args: Partial<HipaaWebApplicationArgs>) => {
      const resources = await record(args);
      return once.map((kind) => resources.filter(({ type }) => type === kind).length);
    };
    assert.deepEqual(await counted({}), [0, 0, 0]);
    // One exemption for each public subnet.
    assert.deepEqual(await counted({ accountSafeguards: true }), [1, 3, 1]);
  });

  it("closes the account's default VPC where it is told which that is", async () => {
    const type = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
    const resources = await record({ accountSafeguards: true, defaultVpcId: "vpc-0a1b2c3d" });
    const group = named(resources, type, "clinic-default-vpc-default");
    assert.equal(group.inputs["vpcId"], "vpc-0a1b2c3d");
    named(resources, "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", "clinic-default-vpc-default");
    assert.equal((await record({ accountSafeguards: true })).filter((one) => one.type === type).length, 1);
  });

  it("passes on what AWS WAF is told", async () => {
    const resources = await record({ firewall: { requestsPerFiveMinutes: 500, allowedCountries: ["US"] } });
    const [acl] = resources.filter(({ type }) => type === "aws:wafv2/webAcl:WebAcl");
    assert.match(JSON.stringify(acl?.inputs), /"limit":500/);
    assert.match(JSON.stringify(acl?.inputs), /"countryCodes":\["US"\]/);
  });

  it("backs up media and tables too", async () => {
    const resources = await record(everything);
    const [selection] = resources.filter(({ type }) => type === "aws:backup/selection:Selection");
    const arns = JSON.stringify(selection?.inputs["resources"]);
    for (const part of ["clinic-media", "clinic-sessions", "clinic-consents"]) assert.ok(arns.includes(part), part);
  });

  it("makes the resources on record with every option, at preview and after an update (UPDATE_URNS=1)", async () => {
    const file = join(__dirname, "hipaa-web-application-options.urns.json");
    const urns = (resources: readonly ResourceState[]) =>
      resources.map(({ urn }) => urn.split("::").slice(2).join("::")).sort();
    const every = { ...everything, ...regionExample };
    const updated = urns(await record(every));
    if (process.env["UPDATE_URNS"] === "1" || !existsSync(file)) {
      writeFileSync(file, `${JSON.stringify(updated, null, 2)}\n`);
    }
    assert.deepEqual(updated, JSON.parse(readFileSync(file, "utf8")));
    assert.deepEqual(urns(await record(every, { mode: "preview" })), updated);
  });

  for (const [region, partition] of [
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`names ARNs of the partition ${partition} in ${region}`, async () => {
      const administratorArn = `arn:${partition}:iam::111122223333:role/search-administrator`;
      const everywhere = { ...everything, search: { administratorArn } };
      const resources = await record(everywhere, { config: { "aws:region": region } });
      const texts = JSON.stringify(resources.filter(({ custom }) => custom).map(({ inputs }) => inputs));
      const partitions = new Set([...texts.matchAll(/arn:(aws[a-z-]*):/g)].map(([, found]) => found));
      assert.deepEqual([...partitions], [partition]);
    });
  }

  const table = { name: "sessions", partitionKey: "sessionId" };
  const firewall = { cidrBlock: "10.20.0.0/16", nat: HipaaWebApplicationNat.Firewall };
  const aurora = HipaaWebApplicationDatabaseEngine.AuroraPostgres;
  const refused: readonly (readonly [string, Partial<HipaaWebApplicationArgs>, RegExp])[] = [
    ["a default VPC of an account it does not safeguard", { defaultVpcId: "vpc-0a1b2c3d" }, /defaultVpcId is of an/],
    ["a firewall without domains", { network: firewall }, /network\.allowedDomains is missing/],
    [
      "domains without a firewall",
      { network: { cidrBlock: "10.20.0.0/16", allowedDomains: ["a.example"] } },
      /network\.allowedDomains has no firewall/,
    ],
    [
      "storage of Aurora",
      { database: { engine: aurora, allocatedStorage: 100 } },
      /database\.allocatedStorage is given/,
    ],
    ["two tables of one name", { tables: [table, table] }, /tables holds "sessions" twice/],
    [
      "a table with the name of a child",
      { tables: [{ ...table, name: "media" }] },
      /tables holds "media", a name that/,
    ],
    ["a table's name in capitals", { tables: [{ ...table, name: "Sessions" }] }, /tables is "Sessions"/],
    [
      "more tables than ten",
      { tables: Array.from({ length: 11 }, (_, index) => ({ ...table, name: `t${index}` })) },
      /tables has 11 elements\. Give 10 at most/,
    ],
    ["a repository given twice", { repositories: ["web", "web"] }, /repositories holds "web" twice/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(record(args), message);
    });
  }
});
