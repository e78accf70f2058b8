import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const trail = (properties: Record<string, unknown> = {}, name = "subject") =>
  resource("aws:cloudtrail/trail:Trail", properties, { name });
const store = (properties: Record<string, unknown> = {}) =>
  resource("aws:cloudtrail/eventDataStore:EventDataStore", properties, { name: "store" });
const bucket = (properties: Record<string, unknown> = {}, name = "phi") =>
  resource("aws:s3/bucket:Bucket", properties, { name });

const equals = (field: string, ...values: unknown[]) => ({ field, equals: values });
const data = (type: string, ...more: unknown[]) => ({
  fieldSelectors: [equals("eventCategory", "Data"), equals("resources.type", type), ...more],
});
const objects = (...more: unknown[]) => data("AWS::S3::Object", ...more);
const management = { fieldSelectors: [equals("eventCategory", "Management")] };
const advanced = (...advancedEventSelectors: unknown[]) => ({ advancedEventSelectors });
const basic = (values: unknown[], more: Record<string, unknown> = {}, type = "AWS::S3::Object") => ({
  eventSelectors: [{ dataResources: [{ type, values }], ...more }],
});
const startsWith = (...values: unknown[]) => ({ field: "resources.ARN", startsWiths: values });
const notStartsWith = (...values: unknown[]) => ({ field: "resources.ARN", notStartsWiths: values });

const table = (properties: Record<string, unknown> = {}) =>
  resource("aws:dynamodb/table:Table", properties, { name: "table" });
const lambda = (properties: Record<string, unknown> = {}) =>
  resource("aws:lambda/function:Function", properties, { name: "function" });
const items = (...more: unknown[]) => data("AWS::DynamoDB::Table", ...more);
const calls = (...more: unknown[]) => data("AWS::Lambda::Function", ...more);

export const dataEventCases: ServiceCases = {
  "cloudtrail-dynamodb-lambda-data-events": [
    pass("a trail alone", trail()),
    pass("both kinds recorded", [trail(advanced(items(), calls())), table(), lambda()]),
    pass("a function by its ARN", [trail(advanced(calls(equals("resources.ARN", ref("function", "arn"))))), lambda()]),
    pass("basic form for every function", [trail(basic(["arn:aws:lambda"], {}, "AWS::Lambda::Function")), lambda()]),
    pass("a table without PHI", [trail(), table({ tags: { "hipaa:phi": "false" } })]),
    fault("items not recorded", [trail(advanced(calls())), table(), lambda()]),
    fault("calls not recorded", [trail(advanced(items())), table(), lambda()]),
    fault("a store that records neither", [store(), lambda()]),
    fault("items that are read, not recorded", [trail(advanced(items(equals("readOnly", "false")))), table()]),
    fault("another function only", [
      trail(advanced(calls(equals("resources.ARN", "arn:aws:lambda:us-east-1:111122223333:function:other")))),
      lambda({ arn: "arn:aws:lambda:us-east-1:111122223333:function:intake" }),
    ]),
    undecided("selectors known on update", [trail({ eventSelectors: unknown }), table()]),
  ],
  "cloudtrail-data-events": [
    pass("all objects", [trail(advanced(management, objects())), bucket()]),
    pass("all objects, in a stack without buckets", trail(advanced(objects()))),
    pass(
      "reads and writes by a selector each",
      trail(advanced(objects(equals("readOnly", "true")), objects(equals("readOnly", "false")))),
    ),
    pass("reads and writes by a trail each", [
      trail(advanced(objects(equals("readOnly", "true")))),
      trail(advanced(objects(equals("readOnly", "false"))), "writes"),
    ]),
    pass("a trail for management beside one for data", [
      trail(advanced(management)),
      trail(advanced(objects()), "data"),
      bucket(),
    ]),
    pass("data events in a store beside the trail", [trail(), store(advanced(objects())), bucket()]),
    pass("the basic form for all buckets", [trail(basic(["arn:aws:s3"])), bucket()]),
    pass("the basic form in another partition", [trail(basic(["arn:aws-us-gov:s3:::"])), bucket()]),
    pass("one bucket, named by its ARN", [trail(advanced(objects(startsWith(ref("phi", "arn"))))), bucket()]),
    pass("one bucket, named by its name", [
      trail(basic(["arn:aws:s3:::phi-documents/"])),
      bucket({ bucket: "phi-documents" }),
    ]),
    pass("all but the bucket of the logs", [
      trail(advanced(objects(notStartsWith("arn:aws:s3:::logs/")))),
      bucket({ bucket: "phi-documents" }),
    ]),
    pass("a bucket without PHI left out", [
      trail(advanced(objects(startsWith("arn:aws:s3:::phi-documents/")))),
      bucket({ bucket: "phi-documents" }),
      bucket({ bucket: "assets", tags: { "hipaa:phi": "false" } }, "assets"),
    ]),
    pass("the trail's own bucket left out", [
      trail({ ...advanced(objects(startsWith("arn:aws:s3:::phi-documents/"))), s3BucketName: ref("logs", "bucket") }),
      bucket({ bucket: "phi-documents" }),
      bucket({}, "logs"),
    ]),
    pass("the calls that matter, by name", trail(advanced(objects(equals("eventName", "GetObject", "PutObject"))))),
    fault("no selectors", [trail(), bucket()]),
    fault("no selectors in a stack without buckets", trail()),
    fault("management events only", [trail(advanced(management)), bucket()]),
    fault("reads only", trail(advanced(objects(equals("readOnly", "true"))))),
    fault("writes only, basic form", trail(basic(["arn:aws:s3"], { readWriteType: "WriteOnly" }))),
    fault("another kind of resource", trail(advanced(data("AWS::DynamoDB::Table")))),
    fault("another bucket only", [
      trail(advanced(objects(startsWith("arn:aws:s3:::other/")))),
      bucket({ bucket: "phi-documents" }),
    ]),
    fault("a bucket whose name only begins alike", [
      trail(advanced(objects(startsWith("arn:aws:s3:::phi-documents/")))),
      bucket({ bucket: "phi-documents-two" }),
    ]),
    fault("part of the bucket only", [
      trail(advanced(objects(startsWith("arn:aws:s3:::phi-documents/reports/")))),
      bucket({ bucket: "phi-documents" }),
    ]),
    fault("one of two buckets", [
      trail(basic(["arn:aws:s3:::phi-documents/"])),
      bucket({ bucket: "phi-documents" }),
      bucket({ bucket: "phi-images" }, "images"),
    ]),
    fault("the bucket itself left out", [
      trail(advanced(objects(notStartsWith("arn:aws:s3:::phi-documents/")))),
      bucket({ bucket: "phi-documents" }),
    ]),
    fault(
      "one caller only",
      trail(advanced(objects(equals("userIdentity.arn", "arn:aws:iam::111122223333:role/app")))),
    ),
    fault("a trail that is switched off", trail({ ...advanced(objects()), enableLogging: false })),
    undecided("selectors known on update", trail({ eventSelectors: unknown })),
    undecided("bucket names known on update", [
      trail(advanced(objects(startsWith(unknown)))),
      bucket({ bucket: "phi-documents" }),
    ]),
    undecided("switched on or off on update", trail({ ...advanced(objects()), enableLogging: unknown })),
  ],
};
