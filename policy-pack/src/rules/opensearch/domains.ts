import type { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";

export const domain = "aws:opensearch/domain:Domain";
export const elasticsearchDomain = "aws:elasticsearch/domain:Domain";

/** What the questions below need of a domain: its inputs, in a rule of one resource or of the stack. */
interface Domain {
  get(path: string): Value;
}

/** Whether a domain has fine-grained access control. */
export function hasFineGrainedAccess(of: Domain): Truth {
  return of.get("advancedSecurityOptions.enabled").isTrue();
}

/** Whether a domain lies in a VPC. */
export function isInVpc(of: Domain): Truth {
  return of.get("vpcOptions.subnetIds").isGiven();
}

/** Whether a domain takes HTTPS only: the provider says so as soon as there is a block of endpoint options. */
export function enforcesHttps(of: Domain): Truth {
  const options = of.get("domainEndpointOptions");
  return options.isGiven().and(options.get("enforceHttps").isFalse().not());
}
