import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { openLinks } from "./links";
import { egressRule, ingressRule, securityGroupRule } from "./security-group-rules";
import { vpc } from "./tokens";

const defaultSecurityGroup = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

const defaultGroupEmpty = resourceRule("vpc-default-security-group-empty", {
  check: (group) => {
    group.expect(isEmpty(group.get("ingress")), "the default security group admits traffic");
    group.expect(isEmpty(group.get("egress")), "the default security group lets traffic out");
  },
});

function isEmpty(list: Value): Truth {
  return list.isUnknown ? list.asUnknown() : list.isGiven().not();
}

const defaultGroupAdopted = stackRule("vpc-default-security-group-adopted", {
  // A rule resource on the group undoes what the adoption is for, so rules are judged too.
  types: [defaultSecurityGroup, vpc, securityGroupRule, ingressRule, egressRule],
  check: (stack, graph) => {
    const open = openLinks(graph, defaultSecurityGroup, "vpcId", [vpc]).length > 0;
    for (const network of graph.ofType(vpc)) {
      const adopted = graph.referrers(network, defaultSecurityGroup, "vpcId").length > 0;
      stack.expect(
        network,
        adopted ? Truth.yes : open ? Truth.unknown("DefaultSecurityGroup.vpcId") : Truth.no,
        "the default security group is not adopted, so it keeps the rules that AWS gives it",
      );
    }
    for (const rule of graph.ofType(securityGroupRule, ingressRule, egressRule)) {
      // A group that comes from the VPC itself can only be its default one.
      const onDefault = graph.references(rule, "securityGroupId", defaultSecurityGroup, vpc).targets.length > 0;
      stack.expect(
        rule,
        Truth.of(!onDefault),
        "the rule belongs to the default security group, which has to stay empty",
      );
    }
  },
});

/** Rules on the default security group of a VPC. */
export const defaultGroupRules: readonly Rule[] = [defaultGroupEmpty, defaultGroupAdopted];
