import {
  fault,
  json,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../testing/cases";
import { bucketOf, noPhi } from "../testing/s3";

const flow = (properties: CaseProperties = {}) => resource("aws:appflow/flow:Flow", properties);
const profile = (properties: CaseProperties = {}) =>
  resource("aws:appflow/connectorProfile:ConnectorProfile", properties);
const toBucket = (bucketName: unknown) =>
  flow({ destinationFlowConfigs: [{ connectorType: "S3", destinationConnectorProperties: { s3: { bucketName } } }] });
const to = (...connectorTypes: unknown[]) =>
  flow({ destinationFlowConfigs: connectorTypes.map((connectorType) => ({ connectorType })) });
const eventRule = (properties: CaseProperties) =>
  resource("aws:cloudwatch/eventRule:EventRule", properties, { name: "watch" });
const onAppFlow = json({ source: ["aws.appflow"] });

export const appflowCases: ServiceCases = {
  "appflow-cmk": [
    pass("a flow with a wired key", flow({ kmsArn: unknown })),
    pass("a profile with a key", profile({ kmsArn: "arn:aws:kms:us-east-1:111122223333:key/b" })),
    fault("a flow without a key", flow()),
    fault("a profile without a key", profile()),
    fault("AWS's own key", flow({ kmsArn: "arn:aws:kms:us-east-1:111122223333:alias/aws/appflow" })),
  ],
  "appflow-destinations-encrypted": [
    pass("a bucket in scope", [toBucket(ref("phi", "bucket")), bucketOf()]),
    pass("a bucket of another stack", toBucket("elsewhere")),
    pass("a destination inside AWS", to("EventBridge", "CustomerProfiles")),
    pass("an approved vendor", to("Salesforce"), { config: { approvedVendors: ["Salesforce"] } }),
    fault("a bucket out of scope", [toBucket(ref("phi", "bucket")), bucketOf(noPhi)]),
    fault("a bucket out of scope by name", [toBucket("exports"), bucketOf({ bucket: "exports", ...noPhi })]),
    fault("a vendor", to("Snowflake")),
    fault("a vendor that is not the approved one", to("Marketo"), { config: { approvedVendors: ["Salesforce"] } }),
    fault("a vendor beside one known on update", to(unknown, "Snowflake")),
    undecided("a bucket known on update", [toBucket(unknown), bucketOf(noPhi)]),
    undecided("a vendor known on update", to(unknown)),
    fault("a destination that says nothing", flow({ destinationFlowConfigs: [{}] })),
  ],
  "appflow-private-connectors": [
    pass("Salesforce, privately", profile({ connectorType: "Salesforce", connectionMode: "Private" })),
    pass("a vendor without private connections", profile({ connectorType: "Zendesk", connectionMode: "Public" })),
    fault("Salesforce over the internet", profile({ connectorType: "Salesforce", connectionMode: "Public" })),
    fault("Snowflake, nothing said", profile({ connectorType: "Snowflake" })),
    undecided("known on update", profile({ connectorType: "Snowflake", connectionMode: unknown })),
  ],
  "appflow-events-monitored": [
    pass("watched", [flow(), eventRule({ eventPattern: onAppFlow })]),
    pass("watched among others", [flow(), eventRule({ eventPattern: json({ source: ["aws.glue", "aws.appflow"] }) })]),
    fault("no rule", flow()),
    fault("a rule on something else", [flow(), eventRule({ eventPattern: json({ source: ["aws.glue"] }) })]),
    fault("a schedule", [flow(), eventRule({ scheduleExpression: "rate(1 day)" })]),
    fault("a rule that is off", [flow(), eventRule({ eventPattern: onAppFlow, state: "DISABLED" })]),
    fault("two flows and no rule, said once", [flow(), { ...flow(), name: "other" }]),
    undecided("a pattern known on update", [flow(), eventRule({ eventPattern: unknown })]),
  ],
};
