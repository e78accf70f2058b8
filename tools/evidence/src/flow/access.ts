import type { ResourceState } from "@hipaa-aws/stack-state";
import type { FlowHop } from "./model";
import { apiTypes } from "./node-kinds";
import { canonicalType, known, texts, type ResourceGraph } from "./resource-graph";

const roleType = "aws:iam/role:Role";
const policyType = "aws:iam/policy:Policy";
const functionType = "aws:lambda/function:Function";

/** Hops from what computes to what it may call by AWS API, shown by the policies of its role. */
export function accessHops(compute: readonly ResourceState[], graph: ResourceGraph): FlowHop[] {
  return compute.flatMap((caller) =>
    rolesOf(caller, graph).flatMap((role) =>
      grantsOf(role, graph).map(({ target, shownBy }) => apiHop(caller.urn, target.urn, [role.urn, shownBy])),
    ),
  );
}

/** Hops that AWS itself makes between its services: subscriptions, event sources, notifications. */
export function deliveryHops(graph: ResourceGraph): FlowHop[] {
  const links: readonly [type: string, from: string, to: string][] = [
    ["aws:sns/topicSubscription:TopicSubscription", "topic", "endpoint"],
    ["aws:lambda/eventSourceMapping:EventSourceMapping", "eventSourceArn", "functionName"],
    ["aws:s3/bucketNotification:BucketNotification", "bucket", "lambdaFunctions"],
    ["aws:s3/bucketNotification:BucketNotification", "bucket", "queues"],
    ["aws:s3/bucketNotification:BucketNotification", "bucket", "topics"],
  ];
  return [...links.flatMap(([type, from, to]) => between(graph, type, from, to, "data")), ...firehoseHops(graph)];
}

/** A Firehose stream reads a data stream where it is given one, and delivers to a bucket. */
function firehoseHops(graph: ResourceGraph): FlowHop[] {
  return graph
    .ofType("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream")
    .flatMap((stream) => [
      ...graph
        .references(stream, "kinesisSourceConfiguration", "aws:kinesis/stream:Stream")
        .map((source) => apiHop(source.urn, stream.urn, [stream.urn])),
      ...graph
        .references(stream, "extendedS3Configuration", "aws:s3/bucket:Bucket")
        .map((bucket) => apiHop(stream.urn, bucket.urn, [stream.urn])),
    ]);
}

/** Hops that deliver log records into buckets. */
export function logHops(graph: ResourceGraph): FlowHop[] {
  const loadBalancers = ["accessLogs", "connectionLogs", "healthCheckLogs"].flatMap((property) =>
    graph
      .ofType("aws:lb/loadBalancer:LoadBalancer")
      .flatMap((source) =>
        graph
          .references(source, property, "aws:s3/bucket:Bucket")
          .map((bucket) => apiHop(source.urn, bucket.urn, [source.urn], "logs")),
      ),
  );
  return [
    ...loadBalancers,
    ...between(graph, "aws:s3/bucketLogging:BucketLogging", "bucket", "targetBucket", "logs"),
    ...between(
      graph,
      "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
      "resourceArn",
      "logDestinationConfigs",
      "logs",
    ),
  ];
}

function between(graph: ResourceGraph, type: string, from: string, to: string, carries: FlowHop["carries"]): FlowHop[] {
  const ends = [...apiTypes, functionType, "aws:wafv2/webAcl:WebAcl"];
  return graph.ofType(type).flatMap((link) =>
    graph.references(link, from, ...ends).flatMap((source) =>
      graph
        .references(link, to, ...ends)
        .filter((target) => target !== source)
        .map((target) => apiHop(source.urn, target.urn, [link.urn], carries)),
    ),
  );
}

function apiHop(from: string, to: string, shownBy: string[], carries: FlowHop["carries"] = "data"): FlowHop {
  return { from, to, protocol: "HTTPS (AWS API)", ports: "443", encryption: "api", carries, shownBy };
}

function rolesOf(caller: ResourceState, graph: ResourceGraph): readonly ResourceState[] {
  const through = (source: ResourceState, property: string, type: string, role: string) =>
    graph.references(source, property, type).flatMap((step) => graph.references(step, role, roleType));
  const profile = "aws:iam/instanceProfile:InstanceProfile";
  switch (canonicalType(caller.type)) {
    case "aws:ecs/service:Service":
      return through(caller, "taskDefinition", "aws:ecs/taskDefinition:TaskDefinition", "taskRoleArn");
    case functionType:
      return graph.references(caller, "role", roleType);
    case "aws:ec2/instance:Instance":
      return through(caller, "iamInstanceProfile", profile, "role");
    case "aws:autoscaling/group:Group":
      return graph
        .references(caller, "launchTemplate", "aws:ec2/launchTemplate:LaunchTemplate")
        .flatMap((template) => through(template, "iamInstanceProfile", profile, "role"));
    default:
      return [];
  }
}

function grantsOf(role: ResourceState, graph: ResourceGraph): { target: ResourceState; shownBy: string }[] {
  const attached = graph
    .referrers(role, "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "role")
    .flatMap((attachment) => graph.references(attachment, "policyArn", policyType));
  const sources: [ResourceState, string][] = [
    ...graph
      .referrers(role, "aws:iam/rolePolicy:RolePolicy", "role")
      .map((policy): [ResourceState, string] => [policy, "policy"]),
    ...attached.map((policy): [ResourceState, string] => [policy, "policy"]),
    ...graph
      .references(role, "managedPolicyArns", policyType)
      .map((policy): [ResourceState, string] => [policy, "policy"]),
    [role, "inlinePolicies"],
  ];
  return sources.flatMap(([source, property]) =>
    [...new Set([...graph.references(source, property, ...apiTypes), ...named(source, property, graph)])].map(
      (target) => ({
        target,
        shownBy: source.urn,
      }),
    ),
  );
}

/** Stores that an Allow statement of a known policy reaches, by ARN or by pattern. */
function named(source: ResourceState, property: string, graph: ResourceGraph): ResourceState[] {
  const grants = texts(known(source, property)).flatMap(grantsIn);
  if (grants.length === 0) return [];
  return apiTypes
    .flatMap((type) => graph.ofType(type))
    .filter((store) => {
      const { arn } = store.outputs;
      return typeof arn === "string" && arn.startsWith("arn:") && grants.some((grant) => reaches(grant, arn));
    });
}

interface Grant {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

function reaches({ actions, resources }: Grant, arn: string): boolean {
  const service = arn.split(":")[2] ?? "";
  const isOfService = actions.some((action) => action === "*" || action.toLowerCase().startsWith(`${service}:`));
  // `bucket/*` reaches the objects of a bucket, and so data of the bucket.
  return isOfService && resources.some((pattern) => matches(pattern, arn) || matches(pattern, `${arn}/x`));
}

/** Whether an IAM pattern (`*` any run, `?` one character) matches the whole text; in time of their lengths' product. */
function matches(pattern: string, text: string): boolean {
  let reached = [true, ...new Array<boolean>(text.length).fill(false)];
  for (const symbol of pattern) {
    const next: boolean[] = [symbol === "*" && reached[0] === true];
    for (let end = 1; end <= text.length; end += 1) {
      next[end] =
        symbol === "*"
          ? reached[end] === true || next[end - 1] === true
          : reached[end - 1] === true && (symbol === "?" || symbol === text[end - 1]);
    }
    reached = next;
  }
  return reached[text.length] === true;
}

function grantsIn(text: string): Grant[] {
  if (!text.trimStart().startsWith("{")) return [];
  try {
    const { Statement } = JSON.parse(text) as { Statement?: unknown };
    return list(Statement)
      .filter((statement): statement is Record<string, unknown> => typeof statement === "object" && statement !== null)
      .filter(({ Effect }) => Effect === "Allow")
      .map(({ Action, Resource }) => ({ actions: strings(Action), resources: strings(Resource) }));
  } catch {
    return [];
  }
}

function strings(value: unknown): string[] {
  return list(value).filter((item): item is string => typeof item === "string");
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
