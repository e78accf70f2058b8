import { HipaaWebApplication, type HipaaWebApplicationArgs } from "@hipaa-aws/reference";
import * as fc from "fast-check";
import { classification, optional, tags } from "../support/arbitraries";
import { imageUri } from "../support/compute-arbitraries";
import { shield } from "../support/edge-arbitraries";
import { applicationNames, reasonsWith } from "../support/application-arbitraries";
import type { RandomComponent } from "../support/random-components";
import { image } from "../support/task-arbitraries";

/**
 * The application behind CloudFront, with a web tier of instances and messages in their order: in a run of its own, since other findings of the tier
 * optional are none with them.
 */
export const component: RandomComponent<HipaaWebApplicationArgs> = {
  args: fc.record({
    ...applicationNames,
    network: fc.constant({ cidrBlock: "10.20.0.0/16" }),
    webInstances: fc.record({
      imageId: fc.constant("ami-0123456789abcdef0"),
      instanceType: optional(fc.constantFrom("m7g.large", "c7i.xlarge")),
      userData: optional(fc.constant("systemctl enable --now portal\n")),
      rootVolumeGib: optional(fc.integer({ min: 8, max: 100 })),
      minCount: optional(fc.integer({ min: 2, max: 4 })),
      maxInstanceDays: optional(fc.integer({ min: 1, max: 365 })),
    }),
    app: fc.constant({ image: image("app") }),
    distribution: fc.record({
      originDomainName: fc.constant("origin.clinic.example.com"),
      contentSecurityPolicy: optional(fc.constant("default-src 'self'; img-src https:")),
      readTimeoutSeconds: optional(fc.integer({ min: 1, max: 60 })),
    }),
    functions: fc.constant([{ name: "notify", imageUri: imageUri("notify") }]),
    topic: fc.constant({ queues: [{ name: "results", target: "notify" }], fifo: true }),
    shield,
    tags,
  }),
  build: (name, args) => new HipaaWebApplication(name, args),
  optional: {
    ...classification,
    ...reasonsWith("lambda-tracing", "vpc-in-transit-encryption-control", "vpc-internet-gateway-authorized"),
    "sns-signature-version": "a FIFO topic delivers to queues alone, and nothing is signed there",
    "cloudfront-geo-restriction": "which countries patients call from is the user's to say",
  },
  runs: 2,
};
