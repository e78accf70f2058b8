import type { ResourceCheck } from "../../authoring/resource-check";
import type { RuleConfig } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText, Value } from "../../authoring/value";
import { globMatches } from "../../knowledge/glob";

/** Roles that may have wide permissions: deployment, break-glass. */
export const approvedRoles: RuleConfig = {
  approvedRoles: {
    type: "array",
    items: { type: "string" },
    description: "Names of roles that may have administrative permissions; * and ? stand for any text.",
    default: [],
  },
};

/** Names that are on a list are allowed: users, certificates and the like that cannot be done without. */
export function allowList(name: string, description: string): RuleConfig {
  return { [name]: { type: "array", items: { type: "string" }, description, default: [] } };
}

/** The name of the role that a resource is or hands permissions to; absent where it is not about one role. */
export function roleOf(resource: ResourceCheck): Value {
  if (resource.type === "aws:iam/role:Role") return ownName(resource);
  return resource.get(resource.type.includes("Exclusive") ? "roleName" : "role");
}

/** The physical name, or, where it is left to autonaming, the logical name that it begins with. */
export function ownName(resource: ResourceCheck): Value {
  const name = resource.get("name");
  return name.isAbsent ? new Value(resource.name, "name") : name;
}

/** Whether a name is on a list of patterns. With an empty list nothing is, whatever the name will be. */
export function isApproved(name: Value, list: readonly string[]): Truth {
  if (list.length === 0) return Truth.no;
  return name.whenKnown((raw) => list.some((pattern) => globMatches(pattern, asText(raw))));
}
