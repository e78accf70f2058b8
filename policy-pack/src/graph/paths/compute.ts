import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../stack-graph";
import { givesPublicIp, reachOfGroup } from "./instances";
import { linksOf, mayBeGiven, placeOf, placed } from "./links";
import { guardOf, placeElsewhere, placeIn, type Place } from "./places";
import { nowhere, type Guard, type Reach } from "./reach";
import { autoScalingGroup, ecsService, launchConfiguration, launchTemplate } from "./tokens";

/** What runs an application by itself, on addresses of its own. */
export const computeTypes: readonly string[] = [ecsService, autoScalingGroup];

/** Whether packets from the internet reach the tasks of a service or the instances of a group directly. */
export function reachOfCompute(graph: StackGraph, of: GraphResource): Reach {
  return of.type === ecsService ? reachOfService(graph, of) : reachOfInstances(graph, of);
}

function reachOfService(graph: StackGraph, service: GraphResource): Reach {
  const network = service.get("networkConfiguration");
  const isPublic = placed(service, network.get("assignPublicIp").isTrue());
  // Without a network of their own, tasks share that of the instances they run on.
  if (network.isGiven().isNo || isPublic.isNo) return nowhere;
  const place = placeIn(graph, service, network.get("subnets"));
  return reachOfGroup(graph, place, () => isPublic, guardOf(graph, service, network.get("securityGroups"), place));
}

/** What an Auto Scaling group launches its instances with. */
interface Launch {
  /** Whether instances get a public address; nothing where their subnet decides. */
  readonly isPublic: Truth | undefined;
  readonly guard: (place: Place) => Guard;
}

function reachOfInstances(graph: StackGraph, group: GraphResource): Reach {
  const subnets = group.get("vpcZoneIdentifiers");
  const place = mayBeGiven(subnets) ? placeIn(graph, group, subnets) : placeElsewhere(group, "availabilityZones");
  const launch = launchOf(graph, group);
  return reachOfGroup(graph, place, (one) => launch.isPublic ?? givesPublicIp(one), launch.guard(place));
}

const templatePaths = [
  "launchTemplate.id",
  "launchTemplate.name",
  "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId",
  "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateName",
];

function launchOf(graph: StackGraph, group: GraphResource): Launch {
  const named = templatePaths.flatMap((path) => [...linksOf(graph, group, group.get(path), [launchTemplate]).targets]);
  const [template] = named;
  if (template) return fromTemplate(graph, template);
  const [configuration] = linksOf(graph, group, group.get("launchConfiguration"), [launchConfiguration]).targets;
  if (configuration) {
    const asked = configuration.get("associatePublicIpAddress");
    return {
      isPublic: asked.isAbsent ? undefined : placed(configuration, asked.isTrue()),
      guard: (place) => guardOf(graph, configuration, configuration.get("securityGroups"), place),
    };
  }
  const open = Truth.unknown(placeOf(group, "launchTemplate"));
  return { isPublic: open, guard: () => ({ groups: [], others: open }) };
}

function fromTemplate(graph: StackGraph, template: GraphResource): Launch {
  const interfaces = template.get("networkInterfaces").items();
  const asked = interfaces.map((one) => one.get("associatePublicIpAddress")).filter((value) => !value.isAbsent);
  const named: Value | undefined = interfaces
    .map((one) => one.get("securityGroups"))
    .concat(template.get("vpcSecurityGroupIds"), template.get("securityGroupNames"))
    .find((value) => mayBeGiven(value));
  return {
    isPublic: asked.length === 0 ? undefined : placed(template, Truth.any(asked.map((value) => value.isTrue()))),
    guard: (place) => guardOf(graph, template, named ?? template.get("vpcSecurityGroupIds"), place),
  };
}
