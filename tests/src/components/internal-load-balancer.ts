import { InternalLoadBalancer, type InternalLoadBalancerArgs } from "@hipaa-aws/edge";
import * as fc from "fast-check";
import { alarmTopicArn, classification, optional, tags } from "../support/arbitraries";
import { clientCertificates, names } from "../support/load-balancers";
import type { RandomComponent } from "../support/random-components";

const own = fc.record({
  clientCertificates,
  idleTimeoutSeconds: optional(fc.integer({ min: 1, max: 4000 })),
  alarmTopicArn: optional(fc.constant(alarmTopicArn)),
  tags,
});

export const component: RandomComponent<InternalLoadBalancerArgs> = {
  args: fc.tuple(names, own).map(([name, rest]) => ({
    network: { vpcId: "vpc-0a1b2c3d4e5f60718", appSubnetIds: ["subnet-0aaaaaaaaaaaaaaaa", "subnet-0bbbbbbbbbbbbbbbb"] },
    logBucket: { bucketName: "clinic-elb-logs" },
    ...name,
    ...rest,
  })),
  build: (name, args) => new InternalLoadBalancer(name, args),
  optional: { ...classification },
};
