import { WebApplicationFirewall, WebApplicationFirewallScope, type WebApplicationFirewallArgs } from "@hipaa-aws/edge";
import * as fc from "fast-check";
import { classification, keyArn, optional } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";
import { firewall } from "../support/firewalls";

const regional = fc.record({
  scope: optional(fc.constant(WebApplicationFirewallScope.Regional)),
  protectedArns: optional(
    fc.uniqueArray(fc.constant("arn:aws:apigateway:us-east-1::/restapis/abcdef1234/stages/prod"), { maxLength: 1 }),
  ),
});
const cloudFront = fc.record({
  scope: fc.constant(WebApplicationFirewallScope.CloudFront),
  inspectedBodyKilobytes: optional(fc.constantFrom(16, 32, 48, 64)),
});

export const component: RandomComponent<WebApplicationFirewallArgs> = {
  args: fc
    .tuple(firewall, fc.oneof(regional, cloudFront), optional(fc.constantFrom(0, 150)))
    .map(([rules, place, reservedCapacity]) => ({ key: { arn: keyArn }, ...rules, ...place, reservedCapacity })),
  build: (name, args) => new WebApplicationFirewall(name, args),
  optional: { ...classification },
};
