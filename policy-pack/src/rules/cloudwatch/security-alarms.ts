import { stackRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { asText } from "../../authoring/value";
import type { StackGraph } from "../../graph/stack-graph";
import { accountBaseline, expectInBaseline } from "../../knowledge/account-baseline";
import { hasAlarm, looksFor, metricFilter } from "./filters";

/** An event that somebody has to hear of. */
interface SecurityEvent {
  readonly what: string;
  /** Each has to be met by some filter with an alarm. */
  readonly patterns: readonly ((pattern: string) => boolean)[];
}

const changes = (what: string, names: string): SecurityEvent => ({
  what,
  patterns: names.split(" ").map((name) => (pattern: string) => looksFor(pattern, name)),
});

const events: readonly SecurityEvent[] = [
  {
    what: "use of the root user",
    patterns: [(pattern) => /\$\.userIdentity\.type\s*=\s*"?Root"?/.test(pattern)],
  },
  {
    what: "failed sign-ins to the console",
    patterns: [(pattern) => looksFor(pattern, "ConsoleLogin") && /Failed authentication|Failure/.test(pattern)],
  },
  changes(
    "changes of network ACLs",
    "CreateNetworkAcl CreateNetworkAclEntry DeleteNetworkAcl DeleteNetworkAclEntry ReplaceNetworkAclEntry ReplaceNetworkAclAssociation",
  ),
  changes(
    "changes of gateways",
    "CreateCustomerGateway DeleteCustomerGateway AttachInternetGateway CreateInternetGateway DeleteInternetGateway DetachInternetGateway",
  ),
  changes(
    "changes of route tables",
    "CreateRoute CreateRouteTable ReplaceRoute ReplaceRouteTableAssociation DeleteRouteTable DeleteRoute DisassociateRouteTable",
  ),
  changes(
    "changes of VPCs",
    "CreateVpc DeleteVpc ModifyVpcAttribute AcceptVpcPeeringConnection CreateVpcPeeringConnection DeleteVpcPeeringConnection RejectVpcPeeringConnection",
  ),
];

export const securityAlarmsPresent = stackRule("cloudwatch-security-alarms-present", {
  // A baseline that lacks filters has none of the catalogue's types, so the rule looks at every stack.
  types: ["*"],
  config: accountBaseline,
  check: (stack, graph) => {
    for (const { what, patterns } of events) {
      expectInBaseline(stack, graph, () => ({
        fault: `no alarm of the account's baseline tells of ${what}`,
        unless: Truth.all(patterns.map((matches) => isWatched(graph, matches))),
      }));
    }
  },
});

function isWatched(graph: StackGraph, matches: (pattern: string) => boolean): Truth {
  return Truth.any(
    graph.ofType(metricFilter).map((filter) => {
      const looks = filter.get("pattern").whenKnown((raw) => matches(asText(raw)));
      return looks.isNo ? Truth.no : looks.and(hasAlarm(graph, filter));
    }),
  );
}
