import { SearchDomain, type SearchDomainArgs } from "@hipaa-aws/data-services";
import * as fc from "fast-check";
import { alarmTopicArn, classification, keyArn, optional, roleArn, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

type Nodes = Pick<SearchDomainArgs, "availabilityZones" | "standby" | "dataNodes" | "instanceType">;

const nodes: fc.Arbitrary<Nodes> = fc.oneof(
  fc.record({
    availabilityZones: optional(fc.constant(3)),
    standby: optional(fc.boolean()),
    dataNodes: optional(fc.integer({ min: 1, max: 26 }).map((each) => 3 * each)),
    instanceType: optional(fc.constantFrom("m7g.large.search", "or1.large.search")),
  }),
  fc.record({
    availabilityZones: fc.constant(2),
    dataNodes: optional(fc.integer({ min: 1, max: 40 }).map((each) => 2 * each)),
    instanceType: fc.constant("t3.medium.search"),
  }),
);

const rest = fc.record({
  network: fc.constant<SearchDomainArgs["network"]>({
    vpcId: "vpc-1",
    dataSubnetIds: ["subnet-1", "subnet-2", "subnet-3"],
  }),
  key: fc.constant({ arn: keyArn }),
  logsKey: fc.constant({ arn: keyArn }),
  administratorArn: fc.constant(roleArn("search-administrator")),
  clientArns: fc.constantFrom<string[][]>([roleArn("records")], [roleArn("records"), roleArn("reports")]),
  engineVersion: optional(fc.constantFrom("OpenSearch_2.19", "OpenSearch_3.1")),
  managerType: optional(fc.constant("c7g.large.search")),
  volumeGib: optional(fc.integer({ min: 10, max: 24_576 })),
  endpoint: optional(
    fc.constant({
      domainName: "search.example.com",
      certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/0a1b2c3d-1111-2222-3333-444455556666",
    }),
  ),
  serviceLinkedRole: optional(fc.boolean()),
  logRetentionDays: optional(fc.constantFrom(2192, 3653)),
  alarmTopicArn: optional(fc.constant(alarmTopicArn)),
  tags,
});

export const component: RandomComponent<SearchDomainArgs> = {
  args: fc.tuple(rest, nodes).map(([args, size]) => ({ ...args, ...size })),
  build: (name, args) => new SearchDomain(name, args),
  optional: {
    ...classification,
    "cloudwatch-log-data-protection": "what the audit log holds is chosen inside of the domain",
  },
};
