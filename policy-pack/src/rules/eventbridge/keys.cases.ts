import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const bus = (properties: Record<string, unknown> = {}) => resource("aws:cloudwatch/eventBus:EventBus", properties);
const archive = (properties: Record<string, unknown> = {}) =>
  resource("aws:cloudwatch/eventArchive:EventArchive", properties);
const connection = (properties: Record<string, unknown> = {}) =>
  resource("aws:cloudwatch/eventConnection:EventConnection", properties);
const schedule = (properties: Record<string, unknown> = {}) => resource("aws:scheduler/schedule:Schedule", properties);
const pipe = (properties: Record<string, unknown> = {}) => resource("aws:pipes/pipe:Pipe", properties);
const key = "arn:aws:kms:us-east-1:111122223333:key/k";
const wiredKey = resource("aws:kms/key:Key", {}, { name: "key" });

export const keyCases: ServiceCases = {
  "eventbridge-bus-encrypted": [
    pass("a bus with a wired key", [bus({ kmsKeyIdentifier: ref("key", "arn") }), wiredKey]),
    pass("an archive with a key", archive({ kmsKeyIdentifier: key })),
    pass("a connection with a key", connection({ kmsKeyIdentifier: key })),
    pass("a bus whose logs leave out the detail", bus({ kmsKeyIdentifier: key, logConfig: { includeDetail: "NONE" } })),
    fault("a bus without a key", bus()),
    fault("an archive without a key", archive()),
    fault("a connection without a key", connection()),
    fault("AWS's own key", bus({ kmsKeyIdentifier: "alias/aws/events" })),
    fault("logs with the detail", bus({ kmsKeyIdentifier: key, logConfig: { includeDetail: "FULL", level: "INFO" } })),
    undecided("logs known on update", bus({ kmsKeyIdentifier: key, logConfig: { includeDetail: unknown } })),
  ],
  "eventbridge-scheduler-and-pipes": [
    pass("a schedule with a wired key", [schedule({ kmsKeyArn: ref("key", "arn") }), wiredKey]),
    pass("a pipe with a key", pipe({ kmsKeyIdentifier: key, logConfiguration: { level: "ERROR" } })),
    fault("a schedule without a key", schedule()),
    fault("a pipe without a key", pipe()),
    fault("AWS's own key", schedule({ kmsKeyArn: "alias/aws/scheduler" })),
    fault("logs with the data of executions", [
      pipe({ kmsKeyIdentifier: key, logConfiguration: { includeExecutionDatas: ["ALL"] } }),
    ]),
    fault("logs with data known on update", [
      pipe({ kmsKeyIdentifier: key, logConfiguration: { includeExecutionDatas: unknown } }),
    ]),
    pass("a schedule with an alias of one's own", schedule({ kmsKeyArn: "alias/scheduler" })),
  ],
};
