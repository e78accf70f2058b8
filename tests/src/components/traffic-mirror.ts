import { TrafficMirror, type TrafficMirrorArgs } from "@hipaa-aws/network";
import * as fc from "fast-check";
import { classification, optional, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const sources = [
  { name: "app-1", networkInterfaceId: "eni-0123456789abcdef0" },
  { name: "app-2", networkInterfaceId: "eni-0123456789abcdef1" },
];

export const component: RandomComponent<TrafficMirrorArgs> = {
  args: fc.record({
    sources: fc.subarray(sources, { minLength: 1 }),
    networkLoadBalancerArn: fc.constant(
      "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/net/ids/1234567890abcdef",
    ),
    packetLength: optional(fc.integer({ min: 64, max: 8500 })),
    sessionNumber: optional(fc.integer({ min: 1, max: 32_766 })),
    tags,
  }),
  build: (name, args) => new TrafficMirror(name, args),
  optional: { ...classification },
};
