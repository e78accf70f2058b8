import { InternalLoadBalancer, type InternalLoadBalancerArgs } from "@hipaa-aws/edge";
import * as fc from "fast-check";
import { alarmTopicArn, classification, optional, tags } from "../support/arbitraries";
import { clientCertificates, names } from "../support/load-balancers";
import type { RandomComponent } from "../support/random-components";

const aliasZoneId = optional(fc.constant("Z0123456789PRIVATE"));
const own = fc.record({
  clientCertificates,
  idleTimeoutSeconds: optional(fc.integer({ min: 1, max: 4000 })),
  alarmTopicArn: optional(fc.constant(alarmTopicArn)),
  tags,
});

export const component: RandomComponent<InternalLoadBalancerArgs> = {
  args: fc.tuple(names, aliasZoneId, own).map(([name, zone, rest]) => ({
    network: { vpcId: "vpc-0a1b2c3d4e5f60718", appSubnetIds: ["subnet-0aaaaaaaaaaaaaaaa", "subnet-0bbbbbbbbbbbbbbbb"] },
    logBucket: { bucketName: "clinic-elb-logs" },
    ...name,
    // A given certificate leaves one of the two zones without work.
    ...(name.domainName !== undefined && !("certificateArn" in name && "hostedZoneId" in name)
      ? { aliasZoneId: zone }
      : {}),
    ...rest,
  })),
  build: (name, args) => new InternalLoadBalancer(name, args),
  optional: { ...classification },
};
