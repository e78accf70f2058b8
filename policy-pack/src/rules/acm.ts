import { noneOf } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { holdsPhi } from "../knowledge/phi-patterns";
import { noText } from "../knowledge/texts";

const certificateManaged = resourceRule("acm-certificate-managed", {
  check: (certificate) =>
    certificate.expect(
      Truth.any([
        certificate.get("certificateAuthorityArn").isGiven(),
        certificate.get("certificateBody").isGiven(),
        certificate.get("validationMethod").isOneOf("DNS"),
      ]),
      "the certificate is not validated by DNS, so it cannot renew by itself",
    ),
});

const keyAlgorithm = resourceRule("acm-key-algorithm", {
  check: noneOf("keyAlgorithm", ["RSA_1024"], "the key of the certificate is too short"),
});

const noPhi = resourceRule("acm-no-phi", {
  config: {
    denyWords: {
      type: "array",
      items: { type: "string" },
      description: "Words that host names must not hold, in any case.",
      default: [],
    },
  },
  check: (certificate) => {
    const words = certificate.setting<readonly string[]>("denyWords");
    for (const path of ["domainName", "subjectAlternativeNames"]) {
      certificate.expect(
        noText(certificate.get(path), (text) => holdsPhi(text, words)),
        "a host name of the certificate, which is published, holds what looks like an identifier of a person",
      );
    }
  },
});

/** Rules on AWS Certificate Manager. */
export const acmRules: readonly Rule[] = [certificateManaged, keyAlgorithm, noPhi];
