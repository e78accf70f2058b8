import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const machine = (properties: Record<string, unknown> = {}) => resource("aws:sfn/stateMachine:StateMachine", properties);

const activity = (properties: Record<string, unknown> = {}) => resource("aws:sfn/activity:Activity", properties);
const defined = (States: unknown) => machine({ definition: json({ StartAt: "a", States }) });
const logs = (loggingConfiguration: unknown) => machine({ loggingConfiguration });
const encrypted = (kmsKeyId: unknown, type: unknown = "CUSTOMER_MANAGED_KMS_KEY") => ({
  encryptionConfiguration: { type, kmsKeyId },
});
const key = resource("aws:kms/key:Key", {}, { name: "key" });

export const stepfunctionsCases: ServiceCases = {
  "sfn-logging": [
    pass("errors to a wired log group", [
      logs({ level: "ERROR", logDestination: ref("group", "arn") }),
      resource("aws:cloudwatch/logGroup:LogGroup", {}, { name: "group" }),
    ]),
    pass("everything", logs({ level: "ALL", logDestination: "arn:aws:logs:us-east-1:111122223333:log-group:x:*" })),
    fault("nothing said", machine()),
    fault("off", logs({ level: "OFF", logDestination: "x" })),
    fault("no level", logs({ logDestination: "x" })),
    fault("no log group", logs({ level: "FATAL" })),
    undecided("a level known on update", logs({ level: unknown, logDestination: "x" })),
    undecided("known on update", logs(unknown)),
  ],
  "sfn-cmk": [
    pass("a wired key", [machine(encrypted(ref("key", "arn"))), key]),
    pass("an activity's key", activity(encrypted("arn:aws:kms:us-east-1:111122223333:key/k"))),
    fault("nothing said", machine()),
    fault("AWS's own key", machine(encrypted(undefined, "AWS_OWNED_KEY"))),
    fault("no key", activity(encrypted(undefined))),
    fault("AWS's own key, whatever the type", machine(encrypted("alias/aws/states", unknown))),
    undecided("a type known on update", machine(encrypted("arn:aws:kms:us-east-1:111122223333:key/k", unknown))),
  ],
  "sfn-definition-without-phi": [
    pass("a queue and a function", [
      defined({
        a: { Type: "Task", Resource: "arn:aws:states:::sqs:sendMessage" },
        b: { Type: "Task", Resource: "arn:aws:lambda:us-east-1:111122223333:function:intake" },
      }),
    ]),
    pass("a call of the SDK", defined({ a: { Type: "Task", Resource: "arn:aws:states:::aws-sdk:healthlake:x" } })),
    fault("an access key", defined({ a: { Type: "Pass", Result: "AKIAQWERTYUIOPASDFGH" } })),
    fault("a URL with a password", defined({ a: { Type: "Pass", Result: "https://app:hunter2@ehr.example.org" } })),
    fault("a service that has ended", [
      defined({ a: { Type: "Task", Resource: "arn:aws:states:::aws-sdk:qldb:describeLedger" } }),
    ]),
    undecided("known on update", machine({ definition: unknown })),
    undecided(
      "a definition that names a wired function",
      [
        defined({ a: { Type: "Task", Resource: ref("fn", "arn") } }),
        resource("aws:lambda/function:Function", {}, { name: "fn" }),
      ],
      { afterUpdate: "pass" },
    ),
    pass("no definition, which AWS does not accept", machine()),
  ],
  "sfn-tracing": [
    pass("on", machine({ tracingConfiguration: { enabled: true } })),
    pass(
      "on, without logs, which another rule reports",
      machine({ tracingConfiguration: { enabled: true }, loggingConfiguration: undefined }),
    ),
    fault("off", machine({ tracingConfiguration: { enabled: false } })),
    fault("nothing said", machine()),
    undecided("known on update", machine({ tracingConfiguration: unknown })),
  ],
  "sfn-no-execution-data-in-logs": [
    pass("left out", machine({ loggingConfiguration: { level: "ALL", includeExecutionData: false } })),
    pass("nothing said", machine({ loggingConfiguration: { level: "ALL" } })),
    pass("no logs", machine()),
    fault("kept", machine({ loggingConfiguration: { includeExecutionData: true } })),
    fault("kept, as text", machine({ loggingConfiguration: { includeExecutionData: "true" } })),
    undecided("known on update", machine({ loggingConfiguration: { includeExecutionData: unknown } })),
    undecided("a configuration known on update", machine({ loggingConfiguration: unknown })),
  ],
};
