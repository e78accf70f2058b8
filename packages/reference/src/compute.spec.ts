import assert from "node:assert/strict";
import type { HipaaWebApplicationArgs } from "./args";
import {
  HipaaWebApplicationFunctionLevel,
  HipaaWebApplicationWorkflowType,
  type HipaaWebApplicationFunctionArgs,
} from "./compute-args";
import { functionImage, image, record } from "./testing/example";
import { admittedBy, environmentOf, inputsOf, named, permissionsOf, statementsOf } from "./testing/find";

const functionType = "aws:lambda/function:Function";
const rolePolicy = "aws:iam/rolePolicy:RolePolicy";
const groupType = "aws:ec2/securityGroup:SecurityGroup";
const imageUri = functionImage("intake");
const intake: HipaaWebApplicationFunctionArgs = { name: "intake", imageUri };
const tables = [
  { name: "visits", partitionKey: "visitId" },
  { name: "consents", partitionKey: "subjectId" },
];

const variablesOf = async (
  functions: HipaaWebApplicationFunctionArgs[],
  args: Partial<HipaaWebApplicationArgs> = {},
) => {
  const fn = named(await record({ ...args, functions }), functionType, "clinic-intake");
  return (fn.inputs["environment"] as { variables?: Record<string, string> } | undefined)?.variables ?? {};
};

describe("HipaaWebApplication with functions", () => {
  it("runs them in the app subnets, under the keys of their classes, and reaches nothing that is not named", async () => {
    const resources = await record({ functions: [intake], tables, jobs: { worker: { image: image("worker") } } });
    const fn = named(resources, functionType, "clinic-intake").inputs;
    const keyOf = (name: string) => named(resources, "aws:kms/key:Key", `clinic-keys-${name}`).outputs["arn"];
    assert.equal(fn["kmsKeyArn"], keyOf("secrets"));
    const appSubnets = resources
      .filter(({ type, urn }) => type === "aws:ec2/subnet:Subnet" && /network-app/.test(urn))
      .map(({ id }) => id);
    assert.equal(appSubnets.length, 3);
    assert.deepEqual((fn["vpcConfig"] as { subnetIds: string[] }).subnetIds, appSubnets);
    const grants = Object.keys(statementsOf(named(resources, rolePolicy, "clinic-intake").inputs["policy"]));
    assert.deepEqual(
      grants.filter((sid) => sid.startsWith("Grant")),
      [],
    );
    const group = named(resources, groupType, "clinic-intake-security-group");
    const egress = inputsOf(resources, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    assert.equal(egress.filter(({ securityGroupId }) => securityGroupId === group.id).length, 2);
    assert.deepEqual(await variablesOf([intake]), {});
    assert.ok(!Object.keys(environmentOf(resources, "clinic-app-task")).some((name) => name.startsWith("FUNCTION_")));
  });

  it("opens the doors to the data that is named, and tells where it is", async () => {
    const access = {
      database: true,
      cache: true,
      documents: HipaaWebApplicationFunctionLevel.Read,
      tables: [{ name: "visits", level: HipaaWebApplicationFunctionLevel.ReadWrite }],
      sendsJobs: true,
      putsEvents: true,
    };
    const args = { tables, jobs: { worker: { image: image("worker") } }, events: {} };
    const functions = [{ ...intake, access, environment: { MODE: "strict" } }];
    const resources = await record({ ...args, functions });
    const own = named(resources, groupType, "clinic-intake-security-group");
    for (const store of ["clinic-database-security-group", "clinic-cache-security-group"]) {
      assert.ok(admittedBy(resources, named(resources, groupType, store).id).includes(own.id), store);
    }
    const policy = statementsOf(named(resources, rolePolicy, "clinic-intake").inputs["policy"]);
    assert.deepEqual(policy["GrantUseObjectsDocuments"]?.Action, ["s3:GetObject", "s3:GetObjectVersion"]);
    assert.deepEqual(policy["GrantUseBucketKeyDocuments"]?.Condition, {
      StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" },
    });
    const visits = named(resources, "aws:dynamodb/table:Table", "clinic-visits").outputs["arn"] as string;
    assert.deepEqual(policy["GrantUseItemsVisits"]?.Resource, [visits, `${visits}/index/*`]);
    assert.equal(policy["GrantUseItemsConsents"], undefined);
    assert.ok(policy["GrantSignInToDatabaseDatabase"]);
    assert.ok(policy["GrantUseQueueJobs"]);
    assert.equal(policy["GrantPutEvents"]?.Action, "events:PutEvents");
    const lists = inputsOf(resources, "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")
      .filter(({ securityGroupId, prefixListId }) => securityGroupId === own.id && prefixListId !== undefined)
      .map(({ description }) => description)
      .sort();
    assert.deepEqual(lists, [
      "clinic-intake to the DynamoDB gateway endpoint",
      "clinic-intake to the S3 gateway endpoint",
    ]);
    assert.deepEqual(Object.keys(await variablesOf(functions, args)).sort(), [
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
      "JOBS_QUEUE_URL",
      "MODE",
      "TABLE_VISITS",
    ]);
  });

  it("lets the app tier call those that are there for it, and no other", async () => {
    const functions = [
      { ...intake, calledByApp: true },
      { ...intake, name: "audit-export" },
    ];
    const resources = await record({ functions, jobs: { worker: { image: image("worker") } } });
    const fn = named(resources, functionType, "clinic-intake").outputs;
    for (const program of ["app", "worker"]) {
      const environment = environmentOf(resources, `clinic-${program}-task`);
      assert.equal(environment["FUNCTION_INTAKE"], fn["name"]);
      assert.equal(environment["FUNCTION_AUDIT_EXPORT"], undefined);
      assert.equal(permissionsOf(resources, `clinic-${program}`)["CallFunctions"]?.Resource, fn["arn"]);
    }
    named(resources, "aws:ec2/vpcEndpoint:VpcEndpoint", "clinic-network-lambda");
  });

  it("works the jobs off in the place of a worker, and the app moves clean uploads then", async () => {
    const functions = [{ ...intake, worksJobs: true, timeoutSeconds: 50 }];
    const resources = await record({ functions, jobs: {}, media: {} });
    const [mapping] = inputsOf(resources, "aws:lambda/eventSourceMapping:EventSourceMapping");
    assert.equal(mapping?.["eventSourceArn"], named(resources, "aws:sqs/queue:Queue", "clinic-jobs").outputs["arn"]);
    assert.equal(resources.filter(({ type }) => type === "service:index:WorkerService").length, 0);
    assert.match(named(resources, rolePolicy, "clinic-media-writes").inputs["role"] as string, /^clinic-app-task-role/);
  });

  it("leaves no place for a worker among the clients of the search domain, where there is none", async () => {
    const search = { administratorArn: "arn:aws:iam::111122223333:role/search-administrator" };
    const resources = await record({ functions: [{ ...intake, worksJobs: true }], jobs: {}, search });
    const [policy] = inputsOf(resources, "aws:opensearch/domainPolicy:DomainPolicy");
    assert.match(policy?.["accessPolicies"] as string, /clinic-app-task-role/);
  });

  it("is called by events of the bus, which wait in a queue when they cannot be delivered", async () => {
    const events = { sources: ["clinic.intake"], detailTypes: ["Arrived"] };
    const resources = await record({ events: {}, functions: [{ ...intake, events }] });
    const rule = named(resources, "aws:cloudwatch/eventRule:EventRule", "clinic-intake-events");
    assert.deepEqual(JSON.parse(rule.inputs["eventPattern"] as string), {
      source: ["clinic.intake"],
      "detail-type": ["Arrived"],
    });
    const bus = named(resources, "aws:cloudwatch/eventBus:EventBus", "clinic-events");
    assert.equal(rule.inputs["eventBusName"], bus.outputs["name"]);
    const target = named(resources, "aws:cloudwatch/eventTarget:EventTarget", "clinic-intake-events").inputs;
    assert.equal(target["arn"], named(resources, functionType, "clinic-intake").outputs["arn"]);
    const queue = named(resources, "aws:sqs/queue:Queue", "clinic-intake-undelivered").outputs["arn"];
    assert.deepEqual(target["deadLetterConfig"], { arn: queue });
    const permission = named(resources, "aws:lambda/permission:Permission", "clinic-intake-events").inputs;
    assert.deepEqual([permission["principal"], permission["sourceArn"]], ["events.amazonaws.com", rule.outputs["arn"]]);
  });

  it("takes code from a bucket, and passes sizes on", async () => {
    const stored = { bucket: "packages", key: "intake.zip", objectVersion: "v1" };
    const own = { name: "intake", package: stored, runtime: "nodejs24.x", handler: "index.handler" };
    const sizes = { memoryMib: 1024, timeoutSeconds: 60, reservedConcurrency: 3 };
    const fn = named(await record({ functions: [{ ...own, ...sizes }] }), functionType, "clinic-intake").inputs;
    assert.deepEqual(
      [fn["s3Bucket"], fn["s3ObjectVersion"], fn["memorySize"], fn["timeout"], fn["reservedConcurrentExecutions"]],
      ["packages", "v1", 1024, 60, 3],
    );
  });

  const definition = JSON.stringify({
    StartAt: "Intake",
    States: { Intake: { Type: "Task", Resource: "${intake}", End: true } },
  });

  it("runs a workflow over the functions that its definition names, which app and worker may start", async () => {
    const functions = [intake, { ...intake, name: "audit" }];
    const resources = await record({
      functions,
      workflow: { definition },
      jobs: { worker: { image: image("worker") } },
    });
    const arn = named(resources, functionType, "clinic-intake").outputs["arn"] as string;
    const machine = named(resources, "aws:sfn/stateMachine:StateMachine", "clinic-workflow");
    assert.equal(machine.inputs["definition"], definition.replace("${intake}", arn));
    assert.equal(machine.inputs["type"], "STANDARD");
    const role = statementsOf(named(resources, rolePolicy, "clinic-workflow").inputs["policy"]);
    assert.deepEqual(role["CallFunctions"]?.Resource, [arn, `${arn}:*`]);
    for (const program of ["app", "worker"]) {
      assert.equal(environmentOf(resources, `clinic-${program}-task`)["WORKFLOW_ARN"], machine.outputs["arn"]);
      const start = permissionsOf(resources, `clinic-${program}`)["StartWorkflow"];
      assert.deepEqual([start?.Action, start?.Resource], ["states:StartExecution", machine.outputs["arn"]]);
    }
    named(resources, "aws:ec2/vpcEndpoint:VpcEndpoint", "clinic-network-states");
  });

  it("runs an express workflow where that is asked for", async () => {
    const workflow = { definition, type: HipaaWebApplicationWorkflowType.Express };
    const [machine] = inputsOf(await record({ functions: [intake], workflow }), "aws:sfn/stateMachine:StateMachine");
    assert.equal(machine?.["type"], "EXPRESS");
  });

  const worker = { image: image("worker") };
  const refused: readonly (readonly [string, Partial<HipaaWebApplicationArgs>, RegExp])[] = [
    ["a name in capitals", { functions: [{ ...intake, name: "Intake" }] }, /functions\[\]\.name is "Intake"/],
    ["a name of a child", { functions: [{ ...intake, name: "workflow" }] }, /functions holds "workflow"/],
    ["two functions of one name", { functions: [intake, intake] }, /functions holds "intake" twice/],
    [
      "more than ten functions",
      { functions: Array.from({ length: 11 }, (_, index) => ({ ...intake, name: `f${index}` })) },
      /functions has 11 elements/,
    ],
    [
      "a table that is none",
      { functions: [{ ...intake, access: { tables: [{ name: "a", level: HipaaWebApplicationFunctionLevel.Read }] } }] },
      /functions "intake"\.access\.tables is "a"/,
    ],
    ["jobs without a queue", { functions: [{ ...intake, access: { sendsJobs: true } }] }, /sendsJobs is given without/],
    ["work on no queue", { functions: [{ ...intake, worksJobs: true }] }, /worksJobs is given without jobs/],
    ["a queue that nobody works off", { jobs: {} }, /jobs has nobody who works them off/],
    [
      "a worker and a function at one queue",
      { jobs: { worker }, functions: [{ ...intake, worksJobs: true }] },
      /jobs is worked off by "intake" and somebody else/,
    ],
    [
      "messages that come back too early",
      { jobs: {}, functions: [{ ...intake, worksJobs: true, timeoutSeconds: 60 }] },
      /are 300 and 60: .* Hide messages for 360 seconds/,
    ],
    [
      "events without a bus",
      { functions: [{ ...intake, events: { sources: ["a"] } }] },
      /events is given without a bus/,
    ],
    ["puts without a bus", { functions: [{ ...intake, access: { putsEvents: true } }] }, /putsEvents is given without/],
    [
      "events of no source",
      { events: {}, functions: [{ ...intake, events: { sources: [] } }] },
      /events\.sources has 0 element/,
    ],
    ["an image by its tag", { functions: [{ ...intake, imageUri: image("intake") }] }, /imageUri is .* by its digest/],
    ["a workflow over a function that is none", { workflow: { definition } }, /workflow\.definition names "intake"/],
    ["a workflow that is none", { workflow: { definition: "{}" } }, /definition has no StartAt and States/],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(record(args), message);
    });
  }
});
