import assert from "node:assert/strict";
import { record, text, type Graph } from "@hipaa-aws/component-testing";
import { PhiFunction } from "./phi-function";
import type { PhiFunctionArgs } from "./phi-function-args";

const arn = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555";
const logsArn = arn.replace("1111", "9999");
const network = {
  vpcId: "vpc-1",
  appSubnetIds: ["subnet-1", "subnet-2"],
  endpointSecurityGroupId: "sg-endpoints",
  s3PrefixListId: "pl-1",
};
const functionType = "aws:lambda/function:Function";
const zip = {
  package: { bucket: "packages", key: "intake.zip", objectVersion: "v1" },
  runtime: "nodejs24.x",
  handler: "index.handler",
};
const messagesArn = arn.replace("1111", "8888");
const defaults = { network, key: { arn }, messagesKey: { arn: messagesArn }, logsKey: { arn: logsArn }, ...zip };

const build = (args: Partial<PhiFunctionArgs>) => new PhiFunction("intake", { ...defaults, ...args });
const recorded = (args: Partial<PhiFunctionArgs>): Promise<Graph> => record(() => void build(args), "update");

interface Statement {
  Sid: string;
  Effect: string;
  Action: string | string[];
  Resource: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}
const statements = (graph: Graph, type: string, name: string): Statement[] =>
  (JSON.parse(text(graph.one(type, name).inputs["policy"])) as { Statement: Statement[] }).Statement;
const granted = async (args: Partial<PhiFunctionArgs>): Promise<Statement[]> =>
  statements(await recorded(args), "aws:iam/rolePolicy:RolePolicy", "intake");

describe("PhiFunction, what it reaches and who calls it", () => {
  it("reads secrets by their ARN, and the key of each by way of Secrets Manager alone", async () => {
    const secretArn = "arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf";
    const secrets = [{ variable: "DB_SECRET_ARN", secretArn, keyArn: logsArn }];
    const graph = await recorded({ secrets });
    assert.deepEqual(graph.one(functionType).inputs["environment"], { variables: { DB_SECRET_ARN: secretArn } });
    const found = (await granted({ secrets })).filter(({ Sid }) => /Secret/.test(Sid));
    assert.deepEqual(
      found.map(({ Action, Resource }) => [Action, Resource]),
      [
        ["secretsmanager:GetSecretValue", secretArn],
        ["kms:Decrypt", logsArn],
      ],
    );
    assert.deepEqual(found[1]?.Condition, {
      StringEquals: { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" },
    });
  });

  it("does what is granted, and opens the doors it goes through", async () => {
    const table = "arn:aws:dynamodb:us-east-1:111122223333:table/visits";
    const args = {
      grants: [{ name: "Visits", actions: ["dynamodb:GetItem"], resources: [table] }],
      connections: [{ name: "database", securityGroupId: "sg-db", port: 5432 }],
    };
    const grant = (await granted(args)).find(({ Sid }) => Sid === "GrantVisits");
    assert.deepEqual([grant?.Action, grant?.Resource], ["dynamodb:GetItem", table]);
    const graph = await recorded(args);
    const rule = graph.one("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "intake-ingress-to-database");
    assert.deepEqual([rule.inputs["securityGroupId"], rule.inputs["toPort"]], ["sg-db", 5432]);
  });

  it("uses a key by way of the services that the grant names, where it names some", async () => {
    const grants = [
      { name: "Key", actions: ["kms:Decrypt"], resources: [arn], viaServices: ["s3"] },
      { name: "Sign", actions: ["kms:Sign"], resources: [arn] },
    ];
    const found = (await granted({ grants })).filter(({ Sid }) => Sid.startsWith("Grant"));
    assert.deepEqual(
      found.map(({ Condition }) => Condition),
      [{ StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }, undefined],
    );
  });

  it("reaches S3 and DynamoDB by the prefix lists that the network names", async () => {
    const lists = async (more: Partial<PhiFunctionArgs["network"]>) =>
      (await recorded({ network: { ...network, ...more } }))
        .all("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")
        .map(({ inputs }) => inputs["prefixListId"])
        .filter((list) => list !== undefined);
    assert.deepEqual(await lists({}), ["pl-1"]);
    assert.deepEqual(await lists({ dynamoDbPrefixListId: "pl-2" }), ["pl-1", "pl-2"]);
  });

  it("mounts a directory of Amazon EFS through its access point", async () => {
    const fileSystem = {
      fileSystemArn: "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-1",
      accessPointArn: "arn:aws:elasticfilesystem:us-east-1:111122223333:access-point/fsap-1",
      securityGroupId: "sg-files",
      mountPath: "/mnt/reports",
    };
    const graph = await recorded({ fileSystem });
    assert.deepEqual(graph.one(functionType).inputs["fileSystemConfig"], {
      arn: fileSystem.accessPointArn,
      localMountPath: "/mnt/reports",
    });
    const mount = (await granted({ fileSystem })).find(({ Sid }) => Sid === "MountFiles");
    assert.deepEqual(mount?.Condition, {
      StringEquals: { "elasticfilesystem:AccessPointArn": fileSystem.accessPointArn },
    });
    graph.one("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "intake-ingress-files");
  });

  it("is called by the named rule or bucket of this account, and works through queues", async () => {
    const sourceArn = "arn:aws:s3:::uploads";
    const queueArn = "arn:aws:sqs:us-east-1:111122223333:orders";
    const graph = await recorded({
      invokers: [{ name: "upload", service: "s3.amazonaws.com", sourceArn }],
      queues: [{ name: "orders", queueArn, keyArn: logsArn, batchSize: 5 }],
    });
    const { inputs } = graph.one("aws:lambda/permission:Permission");
    assert.deepEqual(
      [inputs["principal"], inputs["sourceArn"], inputs["sourceAccount"]],
      ["s3.amazonaws.com", sourceArn, "111122223333"],
    );
    const mapping = graph.one("aws:lambda/eventSourceMapping:EventSourceMapping").inputs;
    assert.deepEqual(
      [mapping["eventSourceArn"], mapping["batchSize"], mapping["functionResponseTypes"]],
      [queueArn, 5, ["ReportBatchItemFailures"]],
    );
  });
});
