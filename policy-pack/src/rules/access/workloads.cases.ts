import {
  fault,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseResource,
  type ServiceCases,
} from "../../testing/cases";
import {
  account,
  attachmentOf,
  bucketUnder,
  inlineOf,
  key,
  keyArn,
  managedOf,
  noPhi,
  roleArn,
  roleOfService,
  tableOf,
  toIam,
} from "../../testing/access";
import { allow, documentOf } from "../../testing/iam";

const api = roleOfService("api");
/** A role whose trust policy is left out. */
const nobodys = resource(api.type, { name: "api" }, { name: "api", computed: { arn: roleArn("api") } });
const tables = (count: number, more = {}): CaseResource[] =>
  Array.from({ length: count }, (_, index) => tableOf(`clinic-${index}`, more));
const tableArn = (name: string): string => `arn:aws:dynamodb:us-east-1:${account}:table/${name}`;
const two = { config: { mostStores: 2 } };
const readsTables = allow(["dynamodb:GetItem", "dynamodb:Query"], tableArn("clinic-*"));

const deletes = allow("rds:DeleteDBSnapshot");
const functionOf = (role = "api"): CaseResource =>
  resource("aws:lambda/function:Function", { role: ref(role, "arn") }, { name: "handler" });
const url = resource(
  "aws:lambda/functionUrl:FunctionUrl",
  { functionName: ref("handler", "name"), authorizationType: "NONE" },
  { name: "public" },
);
const balancer = (properties = {}): CaseResource =>
  resource("aws:lb/loadBalancer:LoadBalancer", properties, { name: "edge" });
const targetGroup = resource("aws:lb/targetGroup:TargetGroup", { port: 8443 }, { name: "targets" });
const listener = (action: Record<string, unknown> = { targetGroupArn: ref("targets", "arn") }): CaseResource =>
  resource(
    "aws:lb/listener:Listener",
    { loadBalancerArn: ref("edge", "arn"), defaultActions: [{ type: "forward", ...action }] },
    { name: "https" },
  );
const service = [
  resource("aws:ecs/taskDefinition:TaskDefinition", { taskRoleArn: ref("api", "arn") }, { name: "task" }),
  resource(
    "aws:ecs/service:Service",
    {
      taskDefinition: ref("task", "arn"),
      loadBalancers: [{ targetGroupArn: ref("targets", "arn"), containerName: "web", containerPort: 8443 }],
    },
    { name: "web" },
  ),
];
const task = roleOfService("api", "ecs-tasks");
const host = roleOfService("api", "ec2");
const profile = resource("aws:iam/instanceProfile:InstanceProfile", { role: ref("api", "name") }, { name: "profile" });

export const workloadCases: ServiceCases = {
  "access-role-blast-radius": [
    pass("ten tables", [api, ...tables(10), inlineOf("api", readsTables)]),
    pass(
      "two of three, by name",
      [api, ...tables(3), inlineOf("api", allow("dynamodb:GetItem", [tableArn("clinic-0"), tableArn("clinic-1")]))],
      two,
    ),
    pass("writing only", [api, ...tables(3), inlineOf("api", allow("dynamodb:PutItem", tableArn("clinic-*")))], two),
    pass("stores that hold no PHI", [api, ...tables(3, noPhi), inlineOf("api", readsTables)], two),
    pass(
      "a role that no program runs under",
      [roleOfService("api", "backup"), ...tables(3), inlineOf("api", readsTables)],
      two,
    ),
    pass(
      "all tables, which another rule reports",
      [api, ...tables(3), inlineOf("api", allow("dynamodb:GetItem"))],
      two,
    ),
    pass(
      "a deny of one",
      [
        api,
        ...tables(3),
        inlineOf("api", readsTables, { ...allow("dynamodb:*", tableArn("clinic-0")), Effect: "Deny" }),
      ],
      two,
    ),
    pass(
      "buckets under a key that the role may not decrypt with",
      [
        api,
        key([toIam]),
        ...["scans", "notes", "forms"].flatMap((name) => bucketUnder(name)),
        inlineOf("api", allow("s3:GetObject", "arn:aws:s3:::*s/*")),
      ],
      two,
    ),
    fault("eleven tables", [api, ...tables(11), inlineOf("api", readsTables)]),
    fault("three by a pattern", [api, ...tables(3), inlineOf("api", readsTables)], two),
    fault(
      "everything on tables of a pattern",
      [api, ...tables(3), inlineOf("api", allow("dynamodb:*", tableArn("clinic-*")))],
      two,
    ),
    fault(
      "three by name",
      [
        api,
        ...tables(3),
        inlineOf(
          "api",
          allow(
            "dynamodb:Scan",
            tables(3).map(({ name }) => tableArn(name)),
          ),
        ),
      ],
      two,
    ),
    fault(
      "buckets under a key that the role may decrypt with",
      [
        api,
        key([toIam]),
        ...["scans", "notes", "forms"].flatMap((name) => bucketUnder(name)),
        inlineOf(
          "api",
          allow(
            "s3:Get*",
            ["scans", "notes", "forms"].map((name) => `arn:aws:s3:::${name}/*`),
          ),
        ),
        managedOf("decrypt", allow("kms:Decrypt", keyArn())),
        attachmentOf("role", "api", "decrypt"),
      ],
      two,
    ),
    fault(
      "databases with a token of IAM, and a cluster by the Data API",
      [
        api,
        ...["a", "b"].map((name) =>
          resource("aws:rds/instance:Instance", {}, { name, computed: { resourceId: `db-${name}` } }),
        ),
        resource(
          "aws:rds/cluster:Cluster",
          {},
          { name: "c", computed: { arn: `arn:aws:rds:us-east-1:${account}:cluster:c` } },
        ),
        inlineOf(
          "api",
          allow(
            "rds-db:connect",
            ["a", "b"].map((name) => `arn:aws:rds-db:us-east-1:${account}:dbuser:db-${name}/app`),
          ),
          allow("rds-data:ExecuteStatement", `arn:aws:rds:us-east-1:${account}:cluster:c`),
        ),
      ],
      two,
    ),
    fault(
      "the pods of a cluster",
      [
        resource(
          "aws:iam/role:Role",
          {
            name: "api",
            assumeRolePolicy: documentOf({
              Effect: "Allow",
              Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/1` },
              Action: "sts:AssumeRoleWithWebIdentity",
            }),
          },
          { name: "api", computed: { arn: roleArn("api") } },
        ),
        ...tables(3),
        inlineOf("api", readsTables),
      ],
      two,
    ),
    undecided(
      "tables whose ARN is known on update",
      [
        api,
        ...Array.from({ length: 3 }, (_, index) => resource("aws:dynamodb/table:Table", {}, { name: `t${index}` })),
        inlineOf("api", readsTables),
      ],
      two,
    ),
    undecided(
      "wired throughout",
      [
        resource("aws:iam/role:Role", { assumeRolePolicy: api.properties["assumeRolePolicy"] }, { name: "api" }),
        ...Array.from({ length: 3 }, (_, index) => resource("aws:dynamodb/table:Table", {}, { name: `t${index}` })),
        inlineOf("api", allow("dynamodb:GetItem", [ref("t0", "arn"), ref("t1", "arn"), ref("t2", "arn")])),
      ],
      { ...two, afterUpdate: "fault" },
    ),
    undecided(
      "a trust known on update",
      [roleOfService("api", "lambda", { assumeRolePolicy: unknown }), ...tables(3), inlineOf("api", readsTables)],
      two,
    ),
    pass("a role that nothing may assume", [nobodys, ...tables(3), inlineOf("api", readsTables)], two),
  ],
  "access-internet-facing-role-can-delete-backups": [
    pass("a function that nobody reaches", [api, functionOf(), inlineOf("api", deletes)]),
    pass("a function with a URL that deletes nothing", [
      api,
      functionOf(),
      url,
      inlineOf("api", allow("rds:Describe*")),
    ]),
    pass("a private API", [
      api,
      functionOf(),
      inlineOf("api", deletes),
      resource("aws:apigateway/restApi:RestApi", { endpointConfiguration: { types: "PRIVATE" } }, { name: "rest" }),
      resource(
        "aws:apigateway/integration:Integration",
        { restApi: ref("rest", "id"), uri: ref("handler", "invokeArn") },
        { name: "integration" },
      ),
    ]),
    pass("an internal load balancer", [
      task,
      ...service,
      targetGroup,
      listener(),
      balancer({ internal: true }),
      inlineOf("api", deletes),
    ]),
    pass("the role by which the task is started", [
      roleOfService("agent", "ecs-tasks"),
      task,
      ...service,
      targetGroup,
      listener(),
      balancer(),
      inlineOf("agent", deletes),
    ]),
    pass("a deny", [api, functionOf(), url, inlineOf("api", deletes, { ...allow("rds:Delete*"), Effect: "Deny" })]),
    pass("all of RDS, which another rule reports", [api, functionOf(), url, inlineOf("api", allow("rds:*"))]),
    pass("another kind of thing by the same name of resource", [
      api,
      functionOf(),
      url,
      inlineOf("api", allow("rds:DeleteDB*", `arn:aws:rds:us-east-1:${account}:db:scratch`)),
    ]),
    fault("a function with a URL", [api, functionOf(), url, inlineOf("api", deletes)]),
    fault("recovery points by a pattern", [
      api,
      functionOf(),
      url,
      inlineOf("api", allow("backup:Delete*", `arn:aws:backup:us-east-1:${account}:recovery-point:*`)),
    ]),
    fault("a public REST API", [
      api,
      functionOf(),
      inlineOf("api", deletes),
      resource("aws:apigateway/restApi:RestApi", { endpointConfiguration: { types: "REGIONAL" } }, { name: "rest" }),
      resource(
        "aws:apigateway/integration:Integration",
        { restApi: ref("rest", "id"), uri: ref("handler", "invokeArn") },
        { name: "integration" },
      ),
    ]),
    fault("an HTTP API", [
      api,
      functionOf(),
      inlineOf("api", deletes),
      resource("aws:apigatewayv2/api:Api", { protocolType: "HTTP" }, { name: "http" }),
      resource(
        "aws:apigatewayv2/integration:Integration",
        { apiId: ref("http", "id"), integrationUri: ref("handler", "arn") },
        { name: "integration" },
      ),
    ]),
    fault("a task behind a load balancer", [
      task,
      ...service,
      targetGroup,
      listener(),
      balancer(),
      inlineOf("api", deletes),
    ]),
    fault("a task behind a rule of a listener", [
      task,
      ...service,
      targetGroup,
      resource(
        "aws:lb/listener:Listener",
        { loadBalancerArn: ref("edge", "arn"), defaultActions: [{ type: "fixed-response" }] },
        { name: "https" },
      ),
      resource(
        "aws:lb/listenerRule:ListenerRule",
        {
          listenerArn: ref("https", "arn"),
          actions: [{ type: "forward", forward: { targetGroups: [{ arn: ref("targets", "arn") }] } }],
        },
        { name: "rule" },
      ),
      balancer(),
      inlineOf("api", deletes),
    ]),
    fault("an instance with a public address", [
      host,
      profile,
      resource(
        "aws:ec2/instance:Instance",
        { iamInstanceProfile: ref("profile", "name"), associatePublicIpAddress: true },
        { name: "host" },
      ),
      inlineOf("api", allow("ec2:DeleteSnapshot")),
    ]),
    fault("a group of instances behind a load balancer", [
      host,
      profile,
      resource(
        "aws:ec2/launchTemplate:LaunchTemplate",
        { iamInstanceProfile: { arn: ref("profile", "arn") } },
        { name: "template" },
      ),
      resource(
        "aws:autoscaling/group:Group",
        { launchTemplate: { id: ref("template", "id") }, targetGroupArns: [ref("targets", "arn")] },
        { name: "fleet" },
      ),
      targetGroup,
      listener(),
      balancer(),
      inlineOf("api", deletes),
    ]),
    undecided("a load balancer of which it is not known whether it is internal", [
      task,
      ...service,
      targetGroup,
      listener(),
      balancer({ internal: unknown }),
      inlineOf("api", deletes),
    ]),
    undecided("a policy known on update", [
      api,
      functionOf(),
      url,
      resource("aws:iam/rolePolicy:RolePolicy", { role: ref("api", "name"), policy: unknown }, { name: "p" }),
    ]),
    pass("a role that nothing may assume", [nobodys, inlineOf("api", deletes)]),
  ],
};
