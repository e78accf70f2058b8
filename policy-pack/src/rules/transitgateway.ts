import { both, noneOf, oneOf } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { openLinks } from "./vpc/links";
import { flowLog } from "./vpc/tokens";

const transitGateway = "aws:ec2transitgateway/transitGateway:TransitGateway";

const noAutoAccept = resourceRule("tgw-secure-defaults", {
  check: noneOf("autoAcceptSharedAttachments", ["enable"], "attachments of other accounts are accepted unseen"),
});

const segmentedRouting = resourceRule("tgw-segmented-routing", {
  check: both(
    oneOf("defaultRouteTableAssociation", ["disable"], "every attachment lands in one default route table"),
    oneOf("defaultRouteTablePropagation", ["disable"], "every attachment announces its routes to all others"),
  ),
});

const encryptionSupport = resourceRule("tgw-encryption-support", {
  check: oneOf("encryptionSupport", ["enable"], "encryption between VPCs ends at the transit gateway"),
});

const flowLogs = stackRule("tgw-flow-logs", {
  check: (stack, graph) => {
    const isOpen = openLinks(graph, flowLog, "transitGatewayId", [transitGateway]).length > 0;
    for (const gateway of graph.ofType(transitGateway)) {
      const isLogged = graph.referrers(gateway, flowLog, "transitGatewayId").length > 0;
      const answer = isLogged ? Truth.yes : isOpen ? Truth.unknown("FlowLog.transitGatewayId") : Truth.no;
      stack.expect(gateway, answer, "nothing records the traffic of the transit gateway");
    }
  },
});

/** Rules on AWS Transit Gateway. */
export const transitgatewayRules: readonly Rule[] = [noAutoAccept, segmentedRouting, encryptionSupport, flowLogs];
