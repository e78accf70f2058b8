import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../stack-graph";
import { instanceProfile } from "./tokens";

const lambda = "aws:lambda/function:Function";
const task = "aws:ecs/taskDefinition:TaskDefinition";
const instance = "aws:ec2/instance:Instance";
const template = "aws:ec2/launchTemplate:LaunchTemplate";
const scalingGroup = "aws:autoscaling/group:Group";
const twins = (kind: string, name: string): string[] => ["lb", "alb"].map((module) => `aws:${module}/${kind}:${name}`);
const balancers = twins("loadBalancer", "LoadBalancer");
const listeners = twins("listener", "Listener");
const listenerRules = twins("listenerRule", "ListenerRule");
const targetGroups = twins("targetGroup", "TargetGroup");
const targetAttachments = twins("targetGroupAttachment", "TargetGroupAttachment");

/** By what the internet reaches a program: `load balancer "edge" → service "web"`; logical names only. */
export interface FrontDoor {
  readonly path: string;
  readonly isOpen: Truth;
}

/** The ways from the internet to the programs that run under a role. */
export function frontDoorsTo(graph: StackGraph, role: GraphResource): FrontDoor[] {
  return [
    ...graph.referrers(role, lambda, "role").flatMap((one) => doorsToFunction(graph, one)),
    ...graph.referrers(role, task, "taskRoleArn").flatMap((one) => doorsToTask(graph, one)),
    ...graph.referrers(role, instanceProfile, "role").flatMap((one) => doorsToProfile(graph, one)),
  ].filter(({ isOpen }) => !isOpen.isNo);
}

function doorsToFunction(graph: StackGraph, one: GraphResource): FrontDoor[] {
  const to = `function "${one.name}"`;
  const urls = graph
    .referrers(one, "aws:lambda/functionUrl:FunctionUrl", "functionName")
    .map((url) => ({ path: `function URL "${url.name}" → ${to}`, isOpen: Truth.yes }));
  const rest = graph
    .referrers(one, "aws:apigateway/integration:Integration", "uri")
    .flatMap((from) =>
      graph
        .references(from, "restApi", "aws:apigateway/restApi:RestApi")
        .targets.map((api) => ({ path: `API "${api.name}" → ${to}`, isOpen: isPublicApi(api) })),
    );
  const http = graph
    .referrers(one, "aws:apigatewayv2/integration:Integration", "integrationUri")
    .flatMap((from) =>
      graph
        .references(from, "apiId", "aws:apigatewayv2/api:Api")
        .targets.map((api) => ({ path: `API "${api.name}" → ${to}`, isOpen: Truth.yes })),
    );
  return [...urls, ...rest, ...http, ...doorsByTarget(graph, one, to)];
}

function isPublicApi(api: GraphResource): Truth {
  return api
    .get("endpointConfiguration.types")
    .some((type) => type.isOneOf("PRIVATE"))
    .not();
}

function doorsToTask(graph: StackGraph, one: GraphResource): FrontDoor[] {
  return graph.referrers(one, "aws:ecs/service:Service", "taskDefinition").flatMap((service) =>
    service
      .get("loadBalancers")
      .items()
      .flatMap((entry) => doorsByGroup(graph, service, entry.get("targetGroupArn"), `service "${service.name}"`)),
  );
}

function doorsToProfile(graph: StackGraph, profile: GraphResource): FrontDoor[] {
  const instances = graph.referrers(profile, instance, "iamInstanceProfile").flatMap((one) => {
    const to = `instance "${one.name}"`;
    const address = { path: `public address → ${to}`, isOpen: one.get("associatePublicIpAddress").isTrue() };
    return [address, ...doorsByTarget(graph, one, to)];
  });
  const groups = graph
    .referrers(profile, template, "iamInstanceProfile")
    .concat(templatesByPart(graph, profile))
    .flatMap((one) => groupsOf(graph, one))
    .flatMap((group) => doorsToGroup(graph, group));
  return [...instances, ...groups];
}

/** A template names its profile in a block, by name or by ARN. */
function templatesByPart(graph: StackGraph, profile: GraphResource): GraphResource[] {
  const names = ["iamInstanceProfile.name", "iamInstanceProfile.arn"];
  return graph
    .ofType(template)
    .filter((one) => names.some((path) => graph.references(one, path, instanceProfile).targets.includes(profile)));
}

function groupsOf(graph: StackGraph, of: GraphResource): GraphResource[] {
  const paths = [
    "launchTemplate.id",
    "launchTemplate.name",
    "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId",
  ];
  return graph
    .ofType(scalingGroup)
    .filter((group) => paths.some((path) => graph.references(group, path, template).targets.includes(of)));
}

function doorsToGroup(graph: StackGraph, group: GraphResource): FrontDoor[] {
  const to = `Auto Scaling group "${group.name}"`;
  const attached = graph
    .referrers(group, "aws:autoscaling/attachment:Attachment", "autoscalingGroupName")
    .flatMap((one) => doorsByGroup(graph, one, one.get("lbTargetGroupArn"), to));
  return [...doorsByGroup(graph, group, group.get("targetGroupArns"), to), ...attached];
}

function doorsByTarget(graph: StackGraph, of: GraphResource, to: string): FrontDoor[] {
  return targetAttachments
    .flatMap((type) => graph.referrers(of, type, "targetId"))
    .flatMap((one) => doorsByGroup(graph, one, one.get("targetGroupArn"), to));
}

function doorsByGroup(graph: StackGraph, from: GraphResource, arn: Value, to: string): FrontDoor[] {
  return graph
    .referencesOf(from, arn, ...targetGroups)
    .targets.flatMap((group) => listenersOf(graph, group))
    .flatMap((listener) => graph.references(listener, "loadBalancerArn", ...balancers).targets)
    .map((balancer) => ({
      path: `load balancer "${balancer.name}" → ${to}`,
      isOpen: balancer.get("internal").isTrue().not(),
    }));
}

/** The listeners that hand on to a target group, by themselves or by a rule. */
function listenersOf(graph: StackGraph, group: GraphResource): GraphResource[] {
  const handsOn = (path: string) => (one: GraphResource) =>
    actionTargets(one.get(path)).some((arn) => graph.referencesOf(one, arn, ...targetGroups).targets.includes(group));
  const byRule = graph
    .ofType(...listenerRules)
    .filter(handsOn("actions"))
    .flatMap((rule) => graph.references(rule, "listenerArn", ...listeners).targets);
  return [...new Set([...graph.ofType(...listeners).filter(handsOn("defaultActions")), ...byRule])];
}

function actionTargets(actions: Value): Value[] {
  return actions
    .items()
    .flatMap((action) => [
      action.get("targetGroupArn"),
      ...action
        .get("forward.targetGroups")
        .items()
        .map((one) => one.get("arn")),
    ])
    .filter((arn) => !arn.isAbsent);
}
