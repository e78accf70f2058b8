import type { ClientCertificates } from "@hipaa-aws/edge";
import * as fc from "fast-check";
import { optional } from "./arbitraries";

const hostedZoneId = "Z0123456789ABCDEFGHIJ";
const certificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555";

/** Certificate and DNS name, in every combination that load balancers take. */
export const names = fc.oneof(
  fc.record({
    domainName: fc.constant("records.clinic.example"),
    hostedZoneId: fc.constant(hostedZoneId),
    subjectAlternativeNames: optional(
      fc.uniqueArray(fc.constantFrom("www.clinic.example", "*.records.clinic.example")),
    ),
  }),
  fc.record({
    certificateArn: fc.constant(certificateArn),
    domainName: optional(fc.constant("records.clinic.example")),
  }),
  fc.record({
    certificateArn: fc.constant(certificateArn),
    domainName: fc.constant("records.clinic.example"),
    hostedZoneId: fc.constant(hostedZoneId),
  }),
);

const list = fc.record({
  bucketName: fc.constant("clinic-trust"),
  objectKey: fc.constant("partners.crl"),
  objectVersion: optional(fc.constant("v1")),
});

/** Client certificates, or none. */
export const clientCertificates: fc.Arbitrary<ClientCertificates | undefined> = optional(
  fc.record({
    bundleBucketName: fc.constant("clinic-trust"),
    bundleObjectKey: fc.constant("partners.pem"),
    bundleObjectVersion: optional(fc.constant("v1")),
    revocationLists: optional(fc.array(list, { maxLength: 2 })),
    advertiseAuthorities: optional(fc.boolean()),
  }),
);
