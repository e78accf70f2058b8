import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText } from "../../authoring/value";
import type { GraphResource, StackGraph } from "../../graph/stack-graph";
import { holdsPhi } from "../../knowledge/phi-patterns";
import { isOpenToWorld, openingsOf, opensOnly, securityGroup } from "../rds/openings";
import { namesPrivateSubnets } from "../vpc/placement";
import { mountTarget } from "./tokens";

const nfs = 2049;

const mountTargetsPrivate = stackRule("efs-mount-targets-private", {
  check: (check, graph) => {
    for (const each of graph.ofType(mountTarget)) {
      const groups = each.get("securityGroups");
      check.expect(
        each,
        namesPrivateSubnets(graph, each, each.get("subnetId")),
        "the mount target lies in a public subnet",
      );
      check.expect(each, groups.isGiven(), "the mount target falls to the default group of the VPC");
      if (groups.isAbsent) continue;
      check.expect(
        each,
        admitNfsOnly(graph, each),
        "a security group of the mount target admits more than NFS, or the whole internet",
      );
    }
  },
});

function admitNfsOnly(graph: StackGraph, target: GraphResource): Truth {
  const { targets, complete, path } = graph.references(target, "securityGroups", securityGroup);
  const openings = targets.flatMap((group) => openingsOf(graph, group));
  const known = openings.map((opening) => opensOnly(opening, [nfs]).and(isOpenToWorld(opening).not()));
  return Truth.all(complete && targets.length > 0 ? known : [...known, Truth.unknown(path)]);
}

const accessPoints = resourceRule("efs-access-points", {
  check: (resource) =>
    resource.expect(
      resource.get("posixUser.uid").isAtLeast(1),
      "the access point does not force a POSIX user other than root",
    ),
});

const accessPointRoot = resourceRule("efs-access-point-root", {
  check: (resource) => {
    const path = resource.get("rootDirectory.path");
    resource.expect(
      path.whenKnown((raw) => typeof raw === "string" && /[^/]/.test(raw)),
      "the access point starts at the root of the file system",
    );
    resource.expect(
      path.whenKnown((raw) => holdsPhi(asText(raw))).not(),
      "the directory of the access point holds what looks like an identifier of a person in its name",
    );
  },
});

/** Rules on who reaches a file system, and as whom. */
export const accessRules: readonly Rule[] = [mountTargetsPrivate, accessPoints, accessPointRoot];
