import {
  PrivateCertificateAuthority,
  PrivateCertificateAuthorityMode,
  type PrivateCertificateAuthorityArgs,
} from "@hipaa-aws/edge";
import * as fc from "fast-check";
import { classification, optional, tags } from "../support/arbitraries";
import type { RandomComponent } from "../support/random-components";

export const component: RandomComponent<PrivateCertificateAuthorityArgs> = {
  args: fc.record({
    organization: fc.constant("Example Clinic"),
    commonName: optional(fc.constant("Clinic internal")),
    mode: optional(fc.constantFrom(...Object.values(PrivateCertificateAuthorityMode))),
    validityYears: optional(fc.integer({ min: 1, max: 30 })),
    tags,
  }),
  build: (name, args) => new PrivateCertificateAuthority(name, args),
  optional: { ...classification },
};
