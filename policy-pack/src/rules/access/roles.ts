import type { Truth } from "../../authoring/truth";
import type { Principal } from "../../graph/access/principals";
import { globMatches } from "../../knowledge/glob";

/** Whether a role is for emergencies, in which it may do what nobody may otherwise. */
export function isForEmergencies({ resource }: Principal): Truth {
  return resource.tag("hipaa:purpose").isOneOf("break-glass");
}

/** Whether the configuration lists a role, by its physical name or, where that is left to autonaming, by its logical. */
export function isApprovedRole({ resource }: Principal, list: readonly string[]): boolean {
  const name = resource.get("name").text ?? resource.name;
  return list.some((pattern) => globMatches(pattern, name));
}
