import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";

export const trail = "aws:cloudtrail/trail:Trail";
export const eventDataStore = "aws:cloudtrail/eventDataStore:EventDataStore";

/** Reading and writing are recorded apart. */
export type Access = "read" | "write";
export const accesses: readonly Access[] = ["read", "write"];

/** What CloudTrail calls a kind of resource in selectors for data events. */
export type DataType =
  | "AWS::S3::Object"
  | "AWS::DynamoDB::Table"
  | "AWS::Lambda::Function"
  | "AWS::Bedrock::AgentAlias"
  | "AWS::Bedrock::KnowledgeBase"
  | "AWS::Bedrock::Guardrail";

/** The trails and stores of the stack that record. */
export function recordersOf(graph: StackGraph): { readonly recorder: GraphResource; readonly isOn: Truth }[] {
  const trails = graph
    .ofType(trail)
    .map((recorder) => ({ recorder, isOn: recorder.get("enableLogging").isFalse().not() }));
  const stores = graph
    .ofType(eventDataStore)
    .map((recorder) => ({ recorder, isOn: recorder.get("suspend").isTrue().not() }));
  return [...trails, ...stores];
}

/**
 * Whether trails and stores together record an access to a kind of resource.
 *
 * @param target the resource in question, or none when any selector for the kind will do
 */
export function isRecorded(graph: StackGraph, type: DataType, access: Access, target?: GraphResource): Truth {
  return Truth.any(
    recordersOf(graph).map(({ recorder, isOn }) => {
      const query: Query = { recorder, type, access, target };
      const advanced = recorder.get("advancedEventSelectors").some((one) => advancedCovers(one, query));
      const basic =
        recorder.type === trail ? recorder.get("eventSelectors").some((one) => basicCovers(one, query)) : Truth.no;
      return isOn.and(advanced.or(basic));
    }),
  );
}

interface Query {
  readonly recorder: GraphResource;
  readonly type: DataType;
  readonly access: Access;
  readonly target: GraphResource | undefined;
}

/** Basic form: a kind of resource and the beginnings of ARNs. */
function basicCovers(selector: Value, query: Query): Truth {
  const other = query.access === "read" ? "WriteOnly" : "ReadOnly";
  const resources = selector.get("dataResources").some((resource) => {
    const values = resource.get("values");
    const covers = query.target ? someWithin(values, "eventSelectors", query) : Truth.yes;
    return resource.get("type").isOneOf(query.type).and(covers);
  });
  return selector.get("readWriteType").isOneOf(other).not().and(resources);
}

/** Advanced form: a list of conditions on fields, all of which have to hold. */
function advancedCovers(selector: Value, query: Query): Truth {
  const fields = selector.get("fieldSelectors");
  const has = (name: string, wanted: string): Truth =>
    fields.some((one) =>
      one
        .get("field")
        .isOneOf(name)
        .and(one.get("equals").some((value) => value.isOneOf(wanted))),
    );
  return Truth.all([
    has("eventCategory", "Data"),
    has("resources.type", query.type),
    fields.every((one) => fieldAdmits(one, query)),
  ]);
}

/** Whether one condition lets the events in question through. */
function fieldAdmits(selector: Value, query: Query): Truth {
  const field = selector.get("field");
  if (field.isUnknown) return field.asUnknown();
  switch (field.text?.toLowerCase() ?? "") {
    case "eventcategory":
    case "resources.type":
    case "eventsource":
      return Truth.yes;
    case "readonly":
      return selector.get("equals").some((value) => (query.access === "read" ? value.isTrue() : value.isFalse()));
    case "eventname":
      return isPositive(selector).not().or(namesAccess(selector, query.access));
    case "resources.arn":
      return query.target ? arnAdmits(selector, query) : Truth.yes;
    default:
      // A condition on who called, or whether the call failed, leaves other accesses out. Exclusions are exceptions.
      return isPositive(selector).not();
  }
}

function isPositive(selector: Value): Truth {
  return Truth.any(["equals", "startsWiths", "endsWiths"].map((path) => selector.get(path).isGiven()));
}

function namesAccess(selector: Value, access: Access): Truth {
  const pattern = access === "read" ? /^(Get|Batch|Query|Scan)/ : /^(Put|Delete|Update|Batch|Invoke)/;
  return Truth.any(["equals", "startsWiths"].map((path) => selector.get(path).some((value) => value.matches(pattern))));
}

function arnAdmits(selector: Value, query: Query): Truth {
  const root = "advancedEventSelectors";
  // Whole ARNs name a function or a table, but only one object of a bucket.
  const positive = query.type === "AWS::S3::Object" ? ["startsWiths"] : ["startsWiths", "equals"];
  const named = Truth.any(positive.map((path) => someWithin(selector.get(path), root, query)));
  const negative = ["notStartsWiths", "notEquals"];
  // A dependency on the target does not tell whether it is left in or out.
  const excluded = Truth.any(negative.map((path) => selector.get(path).some((value) => isWithin(value, root, query))));
  return isPositive(selector).not().or(named).and(excluded.not());
}

/** Whether the ARN of a query's target begins with one of the values. */
function someWithin(values: Value, root: string, query: Query): Truth {
  return Truth.any(values.items().map((value) => isWithin(value, root, query)));
}

/** Whether the ARN of a query's target begins with a value, by dependency while the value is unknown. */
function isWithin(value: Value, root: string, { recorder, target }: Query): Truth {
  if (!target) return Truth.yes;
  if (value.isUnknown) {
    return (recorder.sources.get(root) ?? []).includes(target.urn) ? Truth.yes : value.asUnknown();
  }
  const beginning = withoutPartition(value.text ?? "");
  if (beginning === "") return Truth.no;
  // "arn:aws:s3" and "arn:aws:lambda" stand for every bucket and every function.
  if (/^arn::(s3|lambda|dynamodb)(:{0,3})$/.test(beginning)) return Truth.yes;
  const arns = arnsOf(target);
  if (arns.length > 0) return Truth.of(arns.some((arn) => arn.startsWith(beginning)));
  return Truth.unknown(root);
}

/** What the ARNs of a target's events begin with; a bucket's name is known before its ARN is. */
function arnsOf(target: GraphResource): string[] {
  const isBucket = target.type.startsWith("aws:s3/");
  const end = isBucket ? "/" : "";
  const arn = target.get("arn").text;
  const name = isBucket ? target.get("bucket").text : undefined;
  return [
    ...(arn === undefined ? [] : [`${withoutPartition(arn)}${end}`]),
    ...(name === undefined ? [] : [`arn::s3:::${name}/`]),
  ];
}

function withoutPartition(arn: string): string {
  return arn.replace(/^arn:[^:]*:/, "arn::");
}
