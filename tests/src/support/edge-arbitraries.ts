import {
  HipaaWebApplicationFailoverRole,
  HipaaWebApplicationShieldAction,
  type HipaaWebApplicationArgs,
  type HipaaWebApplicationShieldArgs,
} from "@hipaa-aws/reference";
import * as fc from "fast-check";
import { optional } from "./arbitraries";

const healthCheckArn = "arn:aws:route53:::healthcheck/0a1b2c3d-1111-2222-3333-444455556666";
const contacts = [{ email: "on-call@clinic.example", phone: "+15555550100" }];

/** AWS Shield Advanced before the front, or none. */
export const shield: fc.Arbitrary<HipaaWebApplicationShieldArgs | undefined> = optional(
  fc
    .record({
      automaticResponse: optional(fc.constantFrom(...Object.values(HipaaWebApplicationShieldAction))),
      hasHealthCheck: fc.boolean(),
      hasContacts: fc.boolean(),
    })
    .map(({ automaticResponse, hasHealthCheck, hasContacts }) => ({
      automaticResponse,
      ...(hasHealthCheck && { healthCheckArn, ...(hasContacts && { contacts }) }),
    })),
);

const domainName = "all.clinic.example.com";
const failover = fc.oneof(
  fc.constant({ domainName, role: HipaaWebApplicationFailoverRole.Recovery }),
  fc.record({
    domainName: fc.constant(domainName),
    role: fc.constant(HipaaWebApplicationFailoverRole.Primary),
    secondary: fc.constant({
      dnsName: "edge-123456789.us-west-2.elb.amazonaws.com",
      zoneId: "Z1H1FL5HABSF5",
      domainName: "west.clinic.example.com",
    }),
    healthPath: optional(fc.constantFrom("/healthz", "/ready")),
    failureThreshold: optional(fc.integer({ min: 1, max: 10 })),
    fastChecks: optional(fc.boolean()),
  }),
);

/** What may be chosen of the name in two Regions and of the authority that signs certificates inside. */
export const edgeChoices = fc.record({
  failover: optional(failover),
  certificateAuthority: optional(
    fc.record({
      organization: fc.constant("Example Clinic"),
      validityYears: optional(fc.integer({ min: 1, max: 30 })),
    }),
  ),
});

export type EdgeChoices = typeof edgeChoices extends fc.Arbitrary<infer T> ? T : never;

/** What becomes of the choices in an application with this rest: no authority that no proxy asks. */
export function withEdge(
  { failover: chosen, certificateAuthority }: EdgeChoices,
  rest: HipaaWebApplicationArgs,
): HipaaWebApplicationArgs {
  return {
    ...rest,
    ...(chosen && { failover: chosen }),
    ...(rest.proxyImage !== undefined && certificateAuthority && { certificateAuthority }),
  };
}
