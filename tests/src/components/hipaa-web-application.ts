import {
  HipaaWebApplication,
  HipaaWebApplicationDatabaseEngine,
  HipaaWebApplicationNat,
  type HipaaWebApplicationArgs,
} from "@hipaa-aws/reference";
import * as fc from "fast-check";
import { classification, optional, organizationId, tags } from "../support/arbitraries";
import { applicationNames, applicationReasons } from "../support/application-arbitraries";
import { computeChoices, withCompute } from "../support/compute-arbitraries";
import { edgeChoices, shield, withEdge } from "../support/edge-arbitraries";
import type { RandomComponent } from "../support/random-components";
import { image } from "../support/task-arbitraries";

const service = (name: string) =>
  fc
    .record({ minCount: optional(fc.integer({ min: 2, max: 4 })), more: fc.integer({ min: 0, max: 8 }) })
    .map(({ minCount, more }) => ({
      image: image(name),
      ...(minCount === undefined ? {} : { minCount, maxCount: minCount + more }),
    }));

// One NAT gateway for all zones is a choice of redundancy, and the pack reports it.
const nats = Object.values(HipaaWebApplicationNat).filter((nat) => nat !== HipaaWebApplicationNat.Single);

const network = fc
  .record({
    availabilityZones: optional(fc.constantFrom(2, 3)),
    nat: optional(fc.constantFrom(...nats)),
  })
  .map((args) => ({
    cidrBlock: "10.20.0.0/16",
    ...args,
    ...(args.nat === HipaaWebApplicationNat.Firewall ? { allowedDomains: ["api.partner.example"] } : {}),
  }));

const database = fc.oneof(
  fc.record({
    engine: optional(fc.constant(HipaaWebApplicationDatabaseEngine.Postgres)),
    allocatedStorage: optional(fc.integer({ min: 20, max: 500 })),
    proxy: optional(fc.boolean()),
  }),
  fc.record({
    engine: fc.constant(HipaaWebApplicationDatabaseEngine.AuroraPostgres),
    proxy: optional(fc.boolean()),
  }),
  fc.record({ engine: fc.constant(HipaaWebApplicationDatabaseEngine.MySql), proxy: optional(fc.boolean()) }),
  fc.record({ engine: fc.constant(HipaaWebApplicationDatabaseEngine.MariaDb) }),
  fc.record({
    engine: fc.constantFrom(
      HipaaWebApplicationDatabaseEngine.OracleEnterprise,
      HipaaWebApplicationDatabaseEngine.OracleStandardTwo,
      HipaaWebApplicationDatabaseEngine.SqlServerEnterprise,
      HipaaWebApplicationDatabaseEngine.SqlServerStandard,
      HipaaWebApplicationDatabaseEngine.SqlServerWeb,
    ),
    userRotationFunctionArn: fc.constant("arn:aws:lambda:us-east-1:111122223333:function:rotate-app-user"),
  }),
);

const given: fc.Arbitrary<HipaaWebApplicationArgs> = fc.record({
  ...applicationNames,
  network,
  web: service("web"),
  app: service("app"),
  proxyImage: optional(fc.constant(image("tls-proxy"))),
  database: optional(database),
  cache: optional(
    fc.oneof(
      fc.record({ replicas: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ serverless: fc.record({ maxDataGigabytes: optional(fc.integer({ min: 1, max: 500 })) }) }),
    ),
  ),
  firewall: optional(
    fc.record({
      requestsPerFiveMinutes: optional(fc.integer({ min: 100, max: 5000 })),
      allowedCountries: optional(fc.constant(["US", "CA"])),
      botControl: optional(fc.boolean()),
      largeRequestBodies: optional(fc.boolean()),
    }),
  ),
  shield,
  jobs: optional(fc.record({ worker: service("worker"), backlogPerTask: optional(fc.integer({ min: 1, max: 500 })) })),
  media: optional(
    fc.record({
      uploadOrigins: optional(fc.constant(["https://clinic.example.com"])),
      archiveAfterDays: optional(fc.integer({ min: 30, max: 365 })),
    }),
  ),
  events: optional(fc.record({ archiveDays: optional(fc.integer({ min: 0, max: 365 })) })),
  tables: optional(fc.constant([{ name: "sessions", partitionKey: "sessionId", expiryAttribute: "expiresAt" }])),
  files: optional(fc.record({ directories: optional(fc.constantFrom(["shared"], ["shared", "reports"])) })),
  search: optional(
    fc.record({
      administratorArn: fc.constant("arn:aws:iam::111122223333:role/search-administrator"),
      volumeGib: optional(fc.integer({ min: 10, max: 1000 })),
    }),
  ),
  stream: optional(fc.record({ retentionHours: optional(fc.integer({ min: 24, max: 8760 })) })),
  delivery: optional(fc.record({ bufferSeconds: optional(fc.integer({ min: 0, max: 900 })) })),
  analytics: optional(
    fc.record({ appAccess: optional(fc.boolean()), nodes: optional(fc.integer({ min: 2, max: 8 })) }),
  ),
  migration: optional(fc.constant({ image: image("migration") })),
  debug: optional(fc.constant({ image: image("tools") })),
  archive: optional(fc.record({ compliance: fc.boolean(), lockDays: optional(fc.integer({ min: 30, max: 2192 })) })),
  repositories: optional(fc.constant(["web", "app"])),
  accountSafeguards: optional(fc.boolean()),
  organizationId,
  tags,
});

export const component: RandomComponent<HipaaWebApplicationArgs> = {
  // What scans a registry is set once for the account: here, where it is not another stack that does.
  args: fc
    .tuple(given, optional(computeChoices), edgeChoices)
    .map(([args, compute, edge]) =>
      withEdge(edge, withCompute(compute, { ...args, ...(args.repositories && { accountSafeguards: true }) })),
    ),
  build: (name, args) =>
    new HipaaWebApplication(name, { ...args, ...(args.accountSafeguards ? { defaultVpcId: "vpc-0a1b2c3d" } : {}) }),
  optional: { ...classification, ...applicationReasons },
  runs: 4,
  alone: true,
};
