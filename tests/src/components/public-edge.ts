import { PublicEdge, type PublicEdgeArgs } from "@hipaa-aws/edge";
import * as fc from "fast-check";
import { classification, keyArn, optional } from "../support/arbitraries";
import { firewall, shield } from "../support/firewalls";
import { clientCertificates, names } from "../support/load-balancers";
import type { RandomComponent } from "../support/random-components";

const own = fc.record({
  clientCertificates,
  contentSecurityPolicy: optional(fc.constant("default-src 'self'; img-src https:")),
  dualStack: optional(fc.boolean()),
  idleTimeoutSeconds: optional(fc.integer({ min: 1, max: 4000 })),
});

export const component: RandomComponent<PublicEdgeArgs> = {
  args: fc.tuple(names, firewall, shield, own).map(
    (parts) =>
      Object.assign(
        {
          network: {
            vpcId: "vpc-0a1b2c3d4e5f60718",
            publicSubnetIds: ["subnet-0aaaaaaaaaaaaaaaa", "subnet-0bbbbbbbbbbbbbbbb"],
          },
          logBucket: { bucketName: "clinic-elb-logs" },
          key: { arn: keyArn },
        },
        ...parts,
      ) as PublicEdgeArgs,
  ),
  build: (name, args) => new PublicEdge(name, args),
  optional: {
    ...classification,
    "elb-inner-tiers-internal": "one public door a stack is allowed, and this builds many",
    "vpc-sg-no-public-http": "port 80 answers with a redirect to HTTPS and nothing else",
  },
};
