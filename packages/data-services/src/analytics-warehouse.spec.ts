import assert from "node:assert/strict";
import { record, refusal, text, type Graph } from "@hipaa-aws/component-testing";
import { recordProgram } from "@hipaa-aws/simulated-aws";
import { AnalyticsWarehouse } from "./analytics-warehouse";
import { AnalyticsWarehouseKind, type AnalyticsWarehouseArgs } from "./analytics-warehouse-args";

const arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";
const [secretsArn, logsArn] = [arn.replace("1111", "8888"), arn.replace("1111", "9999")];
const network = { vpcId: "vpc-1", dataSubnetIds: ["subnet-1", "subnet-2", "subnet-3", "subnet-4"] };
const subnetIds = network.dataSubnetIds.slice(0, 3);
const clusterType = "aws:redshift/cluster:Cluster";
const [namespaceType, workgroupType] = [
  "aws:redshiftserverless/namespace:Namespace",
  "aws:redshiftserverless/workgroup:Workgroup",
];
const groupType = "aws:ec2/securityGroup:SecurityGroup";
const serverless = { kind: AnalyticsWarehouseKind.Serverless };
const replicaKeyArn = "arn:aws:kms:us-west-2:111122223333:key/replica";

const warehouse = (args: Partial<AnalyticsWarehouseArgs> = {}) =>
  new AnalyticsWarehouse("outcomes", {
    network,
    key: { arn },
    secretsKey: { arn: secretsArn },
    logsKey: { arn: logsArn },
    identifier: "clinic-outcomes",
    ...args,
  });
const recorded = (args: Partial<AnalyticsWarehouseArgs> = {}, mode: "preview" | "update" = "update"): Promise<Graph> =>
  record(() => void warehouse(args), mode);

describe("AnalyticsWarehouse", () => {
  it("redshift-encrypted, redshift-cmk, redshift-managed-password: under the keys, with a password that AWS makes", async () => {
    const { inputs, protect } = (await recorded()).one(clusterType);
    assert.deepEqual([inputs["encrypted"], inputs["kmsKeyId"], protect], ["true", arn, true]);
    assert.deepEqual(
      [inputs["manageMasterPassword"], inputs["masterPasswordSecretKmsKeyId"], inputs["masterUsername"]],
      [true, secretsArn, "administrator"],
    );
    assert.ok(!("masterPassword" in inputs));
  });

  it("redshift-not-public, redshift-enhanced-vpc-routing, redshift-subnet-group: stays inside of the VPC", async () => {
    const graph = await recorded();
    const { inputs } = graph.one(clusterType);
    const group = graph.one(groupType);
    const subnets = graph.one("aws:redshift/subnetGroup:SubnetGroup");
    assert.deepEqual([inputs["publiclyAccessible"], inputs["enhancedVpcRouting"]], [false, true]);
    assert.deepEqual(
      [inputs["vpcSecurityGroupIds"], inputs["clusterSubnetGroupName"], subnets.inputs["subnetIds"]],
      [[group.id], subnets.outputs["name"], subnetIds],
    );
    assert.ok(!("ingress" in group.inputs) && !("egress" in group.inputs));
  });

  it("redshift-require-ssl, redshift-user-activity-logging, redshift-parameter-group-bound: TLS alone, statements logged", async () => {
    const graph = await recorded();
    const parameters = graph.one("aws:redshift/parameterGroup:ParameterGroup");
    assert.deepEqual(parameters.inputs["parameters"], [
      { name: "enable_user_activity_logging", value: "true" },
      { name: "require_ssl", value: "true" },
    ]);
    assert.equal(graph.one(clusterType).inputs["clusterParameterGroupName"], parameters.outputs["name"]);
  });

  it("redshift-audit-logging, redshift-audit-log-types: logs to groups under the key that stand before it begins", async () => {
    const graph = await recorded();
    const logging = graph.one("aws:redshift/logging:Logging");
    assert.deepEqual(
      [logging.inputs["logDestinationType"], logging.inputs["logExports"]],
      ["cloudwatch", ["connectionlog", "useractivitylog", "userlog"]],
    );
    const groups = graph.all("aws:cloudwatch/logGroup:LogGroup");
    assert.deepEqual(groups.map(({ inputs }) => inputs["name"]).sort(), [
      "/aws/redshift/cluster/clinic-outcomes/connectionlog",
      "/aws/redshift/cluster/clinic-outcomes/useractivitylog",
      "/aws/redshift/cluster/clinic-outcomes/userlog",
    ]);
    for (const { inputs, urn } of groups) {
      assert.deepEqual([inputs["kmsKeyId"], inputs["retentionInDays"]], [logsArn, 2192]);
      assert.ok(logging.dependencies.includes(urn));
    }
  });

  it("redshift-snapshots, redshift-final-snapshot, redshift-version-upgrade: kept for 35 days, moved when a zone fails", async () => {
    const { inputs } = (await recorded()).one(clusterType);
    assert.deepEqual(
      [inputs["automatedSnapshotRetentionPeriod"], inputs["skipFinalSnapshot"], inputs["finalSnapshotIdentifier"]],
      [35, false, "clinic-outcomes-final"],
    );
    assert.deepEqual(
      [inputs["allowVersionUpgrade"], inputs["availabilityZoneRelocationEnabled"], inputs["multiAz"]],
      [true, true, false],
    );
    assert.deepEqual([inputs["nodeType"], inputs["numberOfNodes"]], ["ra3.xlplus", 2]);
  });

  it("redshift-snapshot-copy-cmk: copies snapshots by a grant on a key of the other Region", async () => {
    const graph = await recorded({ replicaRegion: "us-west-2", replicaKeyArn });
    const grant = graph.one("aws:redshift/snapshotCopyGrant:SnapshotCopyGrant").inputs;
    assert.deepEqual([grant["kmsKeyId"], grant["region"]], [replicaKeyArn, "us-west-2"]);
    const copy = graph.one("aws:redshift/snapshotCopy:SnapshotCopy").inputs;
    assert.deepEqual(
      [copy["destinationRegion"], copy["snapshotCopyGrantName"], copy["retentionPeriod"]],
      ["us-west-2", grant["snapshotCopyGrantName"], 35],
    );
  });

  it("redshift-hsm-option: an HSM has its place behind the key, and nodes that took one themselves are refused", async () => {
    const { inputs } = (await recorded()).one(clusterType);
    assert.ok(!Object.keys(inputs).some((input) => /hsm/i.test(input)));
    assert.equal(inputs["kmsKeyId"], arn);
    assert.match(await refusal(() => void warehouse({ nodeType: "dc2.large" })), /nodeType is "dc2\.large".*HSMs/);
  });

  it("redshift-serverless-secure, redshift-serverless-cmk, redshift-serverless-logs: is serverless under the same rules", async () => {
    const graph = await recorded(serverless);
    const namespace = graph.one(namespaceType);
    assert.deepEqual(
      [namespace.inputs["kmsKeyId"], namespace.inputs["manageAdminPassword"], namespace.protect],
      [arn, true, true],
    );
    assert.equal(namespace.inputs["adminPasswordSecretKmsKeyId"], secretsArn);
    assert.deepEqual(namespace.inputs["logExports"], ["connectionlog", "useractivitylog", "userlog"]);
    const { inputs } = graph.one(workgroupType);
    assert.deepEqual(
      [inputs["publiclyAccessible"], inputs["enhancedVpcRouting"], inputs["subnetIds"], inputs["securityGroupIds"]],
      [false, true, subnetIds, [graph.one(groupType).id]],
    );
    assert.deepEqual(inputs["configParameters"], [
      { parameterKey: "enable_user_activity_logging", parameterValue: "true" },
      { parameterKey: "require_ssl", parameterValue: "true" },
    ]);
    assert.deepEqual([inputs["baseCapacity"], inputs["maxCapacity"]], [32, 128]);
    const group = graph.one("aws:cloudwatch/logGroup:LogGroup", "outcomes-userlog");
    assert.equal(group.inputs["name"], "/aws/redshift/clinic-outcomes/userlog");
    assert.ok(namespace.dependencies.includes(group.urn));
  });

  it("takes the knobs of a cluster", async () => {
    const graph = await recorded({
      databaseName: "outcomes",
      administratorName: "steward",
      availabilityZones: 2,
      nodeType: "ra3.4xlarge",
      nodes: 4,
      multiAz: true,
      snapshotDays: 7,
      roleArns: ["arn:aws:iam::111122223333:role/copy"],
      logRetentionDays: 365,
      deletionProtection: false,
      alarmTopicArn: "arn:aws:sns:us-east-1:111122223333:alarms",
      tags: { team: "research" },
    });
    const { inputs, protect } = graph.one(clusterType);
    assert.deepEqual(
      [inputs["databaseName"], inputs["masterUsername"], inputs["nodeType"], inputs["numberOfNodes"]],
      ["outcomes", "steward", "ra3.4xlarge", 4],
    );
    assert.deepEqual(
      [inputs["multiAz"], inputs["availabilityZoneRelocationEnabled"], inputs["automatedSnapshotRetentionPeriod"]],
      [true, false, 7],
    );
    assert.deepEqual([inputs["iamRoles"], protect ?? false], [["arn:aws:iam::111122223333:role/copy"], false]);
    assert.deepEqual(inputs["tags"], { team: "research" });
    const subnets = graph.one("aws:redshift/subnetGroup:SubnetGroup").inputs["subnetIds"];
    assert.deepEqual(subnets, ["subnet-1", "subnet-2"]);
    assert.equal(graph.one("aws:cloudwatch/logGroup:LogGroup", "outcomes-userlog").inputs["retentionInDays"], 365);
    const alarms = graph.all("aws:cloudwatch/metricAlarm:MetricAlarm").map(({ inputs: alarm }) => alarm["metricName"]);
    assert.deepEqual(alarms.sort(), ["HealthStatus", "PercentageDiskSpaceUsed"]);
  });

  it("takes the knobs of Serverless", async () => {
    const { inputs } = (await recorded({ ...serverless, baseCapacity: 8, maxCapacity: 16 })).one(workgroupType);
    assert.deepEqual([inputs["baseCapacity"], inputs["maxCapacity"]], [8, 16]);
  });

  it("is named after component and stack where nothing is said", async () => {
    const { inputs } = (await recorded({ identifier: undefined })).one(clusterType);
    assert.match(text(inputs["clusterIdentifier"]), /^outcomes-[a-z0-9-]+$/);
  });

  it("has these children, at preview too", async () => {
    const logs = ["connectionlog", "useractivitylog", "userlog"].map(
      (log) => `aws:cloudwatch/logGroup:LogGroup outcomes-${log}`,
    );
    const names = async (args: Partial<AnalyticsWarehouseArgs>) =>
      (await recorded(args, "preview")).names.filter((name) => name.startsWith("aws:"));
    assert.deepEqual(await names({}), [
      ...logs,
      `${groupType} outcomes-security-group`,
      `${clusterType} outcomes`,
      "aws:redshift/logging:Logging outcomes",
      "aws:redshift/parameterGroup:ParameterGroup outcomes",
      "aws:redshift/subnetGroup:SubnetGroup outcomes",
    ]);
    assert.deepEqual(await names(serverless), [
      ...logs,
      `${groupType} outcomes-security-group`,
      `${namespaceType} outcomes`,
      `${workgroupType} outcomes`,
    ]);
  });

  it("registers its class fields as outputs", async () => {
    for (const args of [{}, serverless]) {
      const graph = await recorded(args);
      const { outputs } = graph.one("data-services:index:AnalyticsWarehouse");
      const holder = graph.one(args === serverless ? namespaceType : clusterType);
      assert.equal(outputs["warehouseArn"], holder.outputs["arn"]);
      assert.deepEqual(
        [outputs["port"], outputs["databaseName"], outputs["securityGroupId"]],
        [5439, "warehouse", graph.one(groupType).id],
      );
      assert.match(text(outputs["address"]), /^clinic-outcomes\..*redshift/);
      assert.match(text(outputs["masterSecretArn"]), /:secret:redshift!clinic-outcomes-/);
      assert.equal(outputs["identifier"], "clinic-outcomes");
      const signIn =
        args === serverless
          ? graph.one(workgroupType).outputs["arn"]
          : "arn:aws:redshift:us-east-1:111122223333:dbname:clinic-outcomes/warehouse";
      assert.equal(outputs["signInArn"], signIn);
    }
  });

  for (const [region, partition] of [
    ["us-east-1", "aws"],
    ["us-gov-west-1", "aws-us-gov"],
    ["cn-north-1", "aws-cn"],
  ] as const) {
    it(`stays in the partition ${partition}`, async () => {
      const graph = await record(() => void warehouse(), "update", region);
      const { outputs } = graph.one("data-services:index:AnalyticsWarehouse");
      assert.ok(text(outputs["warehouseArn"]).startsWith(`arn:${partition}:redshift:${region}:`));
      assert.doesNotMatch(JSON.stringify(graph.one("aws:redshift/logging:Logging").inputs), /arn:/);
    });
  }

  const refused: readonly (readonly [string, Partial<AnalyticsWarehouseArgs>, RegExp])[] = [
    ["nodes of Serverless", { ...serverless, nodes: 2 }, /nodes and kind contradict each other/],
    ["alarms of Serverless", { ...serverless, alarmTopicArn: "arn:aws:sns:x" }, /alarmTopicArn and kind contradict/],
    ["capacity of a cluster", { baseCapacity: 32 }, /baseCapacity and kind contradict each other/],
    ["a copy without a key", { replicaRegion: "us-west-2" }, /replicaRegion and replicaKeyArn are not given together/],
    ["capacity between steps", { ...serverless, baseCapacity: 12 }, /baseCapacity is 12.*multiple of 8/],
    ["a limit below the start", { ...serverless, maxCapacity: 16 }, /maxCapacity is 16/],
    ["two zones of Serverless", { ...serverless, availabilityZones: 2 }, /availabilityZones is 2/],
    ["four zones", { availabilityZones: 4 }, /availabilityZones is 4/],
    ["one node", { nodes: 1 }, /nodes is 1/],
    ["snapshots of a day", { snapshotDays: 1 }, /snapshotDays is 1/],
    ["an administrator whom everybody guesses", { administratorName: "root" }, /administratorName is "root"/],
    ["a database with a dash", { databaseName: "a-b" }, /databaseName is "a-b"/],
    ["an identifier with two dashes", { identifier: "clinic--outcomes" }, /identifier is "clinic--outcomes"/],
    ["days that CloudWatch does not take", { logRetentionDays: 100 }, /logRetentionDays is 100/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => assert.match(await refusal(() => void warehouse(args)), message));
  }

  it("says so where there are fewer subnets than zones", async () => {
    const program = () => void warehouse({ network: { ...network, dataSubnetIds: ["subnet-1"] } });
    await assert.rejects(recordProgram(program), /availabilityZones is 3, but network\.dataSubnetIds has 1/);
  });
});
