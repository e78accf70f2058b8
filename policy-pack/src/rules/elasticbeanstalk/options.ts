import type { ResourceCheck } from "../../authoring/resource-check";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";

const given = (): Truth => Truth.yes;

/** Whether some option of a namespace, by its name, meets a condition; the settings are a list in no order. */
export function someOption(
  environment: ResourceCheck,
  namespace: string | RegExp,
  name: string,
  condition: (value: Value) => Truth = given,
): Truth {
  return environment.get("settings").some((setting) => {
    const space = setting.get("namespace");
    const isThere = typeof namespace === "string" ? space.isOneOf(namespace) : space.matches(namespace);
    return Truth.all([isThere, setting.get("name").isOneOf(name), condition(setting.get("value"))]);
  });
}

/** Whether options that are not stated here come from a saved configuration or another environment, out of sight. */
function inherits(environment: ResourceCheck): Truth {
  return environment.get("templateName").isGiven().or(environment.get("environmentId").isGiven());
}

/** Whether an option is right: as it is stated here or, where it is not, as it may be inherited. */
export function isSet(
  environment: ResourceCheck,
  namespace: string | RegExp,
  name: string,
  condition: (value: Value) => Truth = given,
): Truth {
  const isStated = someOption(environment, namespace, name);
  return someOption(environment, namespace, name, condition).or(inherits(environment).and(isStated.not()));
}

export const isOn = (value: Value): Truth => value.isTrue();

const kinds = "aws:elasticbeanstalk:environment";

/** Whether the environment has a balancer: a web server does, unless it is stated to be a single instance. */
export function isLoadBalanced(environment: ResourceCheck): Truth {
  return Truth.all([
    environment.get("tier").isOneOf("Worker").not(),
    someOption(environment, kinds, "EnvironmentType", (value) => value.isOneOf("SingleInstance")).not(),
  ]);
}

/** Whether the kind of balancer is stated to be this one. */
export function hasBalancer(environment: ResourceCheck, kind: "application" | "classic" | "network"): Truth {
  return someOption(environment, kinds, "LoadBalancerType", (value) => value.isOneOf(kind));
}

/** Whether the balancer belongs to others as well, so that its own settings stand elsewhere. */
export function sharesBalancer(environment: ResourceCheck): Truth {
  return someOption(environment, kinds, "LoadBalancerIsShared", isOn);
}
