import { checksFor } from "@hipaa-aws/foundation";
import { HipaaWebApplicationNat, type HipaaWebApplicationArgs } from "./args";

/** Longest name that leaves room for the components' own suffixes within AWS's limit of 32 for load balancers. */
const longestName = 12;

/** Checks what no single component can: names of the whole, and the two domains against each other. */
export function checkNames(name: string, args: HipaaWebApplicationArgs): void {
  const checks = checksFor("HipaaWebApplication", name);
  checks.matches(
    "name",
    name,
    new RegExp(`^[a-z](?!.*--)[a-z0-9-]{0,${longestName - 2}}[a-z0-9]$`),
    `2 to ${longestName} lower-case letters, digits and single hyphens, beginning with a letter`,
  );
  if (args.domainName === args.internalDomainName) {
    checks.fail(
      "domainName and internalDomainName",
      "are the same",
      "Give the internal load balancer a name of its own, such as internal.app.example.com",
    );
  }
  if (args.network.nat !== undefined)
    checks.oneOf("network.nat", args.network.nat, Object.values(HipaaWebApplicationNat));
}
