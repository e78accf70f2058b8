import { oneOf } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { reachesInternet } from "./vpc/routing";

const directory = "aws:directoryservice/directory:Directory";
const logSubscription = "aws:directoryservice/logSubscription:LogSubscription";
const subnetType = "aws:ec2/subnet:Subnet";

// Whether a password was wrapped as a secret cannot be seen: a policy receives secrets unwrapped.
const microsoftAd = resourceRule("directory-microsoft-ad", {
  check: (resource) => {
    resource.onlyWhen(resource.mayHoldPhi(), "is tagged as holding no PHI");
    const type = resource.get("type");
    resource.expect(
      type.isOneOf("MicrosoftAD", "ADConnector"),
      "it is a Simple AD, which AWS's list of HIPAA-eligible services excludes",
    );
    // Both editions are eligible and encrypt alike: they differ in size and in how many Regions they reach.
    const own = type.isOneOf("MicrosoftAD");
    const controllers = resource.get("desiredNumberOfDomainControllers");
    resource.expect(
      own.not().or(controllers.isGiven().not(), controllers.isAtLeast(2)),
      "there are fewer than two domain controllers",
    );
  },
});

const mfaRadius = resourceRule("directory-mfa-radius", {
  check: oneOf("authenticationProtocol", ["MS-CHAPv2"], "the RADIUS protocol is a weak one"),
});

const logsForwarded = stackRule("directory-logs-forwarded", {
  types: [directory],
  check: (stack, graph) => {
    const open = graph.unresolvedReferrers(logSubscription, "directoryId", directory).length > 0;
    for (const one of graph.ofType(directory)) {
      // The other kinds of directory keep no security log of their own.
      const keepsLogs = one.get("type").isOneOf("MicrosoftAD");
      const subscribed = graph.referrers(one, logSubscription, "directoryId").length > 0;
      const answer = subscribed ? Truth.yes : open ? Truth.unknown("directoryId") : Truth.no;
      stack.expect(one, keepsLogs.not().or(answer), "the directory's security log goes to no log group");
    }
  },
});

const privateSubnets = stackRule("directory-private-subnets", {
  types: [directory],
  check: (stack, graph) => {
    for (const one of graph.ofType(directory)) {
      for (const path of ["vpcSettings", "connectSettings"]) {
        const subnets = graph.references(one, `${path}.subnetIds`, subnetType);
        const open = Truth.any(subnets.targets.map((subnet) => isPublic(graph, subnet)));
        const rest = subnets.complete ? Truth.no : Truth.unknown(path);
        stack.expect(one, open.or(rest).not(), "a domain controller is in a public subnet");
      }
    }
  },
});

/** Whether a subnet is tagged public or its route table leads to an internet gateway. */
function isPublic(graph: StackGraph, subnet: GraphResource): Truth {
  return subnet.tag("hipaa:tier").isOneOf("public").or(reachesInternet(graph, subnet));
}

/** Rules on AWS Directory Service. */
export const directoryServiceRules: readonly Rule[] = [microsoftAd, mfaRadius, logsForwarded, privateSubnets];
