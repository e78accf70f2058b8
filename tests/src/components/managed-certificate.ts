import { ManagedCertificate, ManagedCertificateKey, type ManagedCertificateArgs } from "@hipaa-aws/edge";
import * as fc from "fast-check";
import { alarmTopicArn, classification, optional, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

const alarm = fc.oneof(
  fc.constant({}),
  fc.record({
    alarmTopicArn: fc.constant(alarmTopicArn),
    alarmBelowDays: optional(fc.integer({ min: 30, max: 59 })),
  }),
);

const certificate = fc.record({
  domainName: fc.constantFrom("records.clinic.example", "*.clinic.example"),
  hostedZoneId: fc.constant("Z0123456789ABCDEFGHIJ"),
  subjectAlternativeNames: optional(
    fc.uniqueArray(fc.constantFrom("clinic.example", "www.clinic.example", "*.records.clinic.example")),
  ),
  keyAlgorithm: optional(fc.constantFrom(...Object.values(ManagedCertificateKey))),
  forCloudFront: optional(fc.boolean()),
  tags,
});

export const component: RandomComponent<ManagedCertificateArgs> = {
  args: fc.tuple(certificate, alarm).map(([args, told]) => ({ ...args, ...told })),
  build: (name, args) => new ManagedCertificate(name, args),
  optional: { ...classification },
};
