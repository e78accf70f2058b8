import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { isWorldOpen } from "../../knowledge/cidr";
import { openLinks } from "./links";
import { subnet } from "./tokens";

const networkAcl = "aws:ec2/networkAcl:NetworkAcl";
const networkAclRule = "aws:ec2/networkAclRule:NetworkAclRule";
const networkAclAssociation = "aws:ec2/networkAclAssociation:NetworkAclAssociation";

const perTier = stackRule("vpc-nacl-per-tier", {
  check: (stack, graph) => {
    const links = [
      [networkAcl, "subnetIds"],
      [networkAclAssociation, "subnetId"],
    ] as const;
    const open = links.some(([type, path]) => openLinks(graph, type, path, [subnet]).length > 0);
    for (const one of graph.ofType(subnet)) {
      const isBound = links.some(([type, path]) => graph.referrers(one, type, path).length > 0);
      stack.expect(
        one,
        isBound ? Truth.yes : open ? Truth.unknown("NetworkAcl.subnetIds") : Truth.no,
        "the subnet relies on the default network ACL",
      );
    }
  },
});

/** FTP, SSH, RDP and the ports of databases, warehouses and caches. */
const sensitivePorts: readonly number[] = [20, 21, 22, 3389, 1433, 1521, 3306, 5432, 5439, 6379, 11211, 27017];

const restrictive = resourceRule("vpc-nacl-rules-restrictive", {
  check: (resource) => {
    const fault = "a network ACL lets the whole internet reach every protocol, or administration and database ports";
    if (resource.type === networkAclRule) {
      const isIngress = resource.get("egress").isTrue().not();
      const open = isOpen((path) => resource.get(path), resource.get("ruleAction"));
      resource.expect(isIngress.and(open).not(), fault);
      return;
    }
    const open = resource.get("ingress").some((entry) => isOpen((path) => entry.get(path), entry.get("action")));
    resource.expect(open.not(), fault);
  },
});

function isOpen(get: (path: string) => Value, action: Value): Truth {
  const fromWorld = isWorldOpen(get("cidrBlock")).or(isWorldOpen(get("ipv6CidrBlock")));
  const everything = get("protocol").isOneOf("-1", "all");
  const [first, last] = [get("fromPort"), get("toPort")];
  const sensitive = Truth.any(sensitivePorts.map((port) => first.isAtMost(port).and(last.isAtLeast(port))));
  // Network ACLs keep no state: answers come back to a port from this range.
  const forAnswers = first.isAtLeast(1024).and(last.isAtLeast(65535));
  const byPort = Truth.all([get("protocol").isOneOf("tcp", "6"), sensitive, forAnswers.not()]);
  return Truth.all([action.isOneOf("allow"), fromWorld, everything.or(byPort)]);
}

/** Rules on network ACLs. */
export const networkAclRules: readonly Rule[] = [perTier, restrictive];
