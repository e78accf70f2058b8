import { fault, json, notApplicable, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const securityPolicy = (type: unknown, policy: unknown) =>
  resource("aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy", { type, policy });
const rules = { Rules: [{ ResourceType: "collection", Resource: ["collection/records"] }] };

export const serverlessCases: ServiceCases = {
  "opensearch-serverless-policies": [
    pass(
      "endpoints only",
      securityPolicy("network", json([{ ...rules, AllowFromPublic: false, SourceVPCEs: ["vpce-1"] }])),
    ),
    fault("public", securityPolicy("network", json([{ ...rules, AllowFromPublic: true }]))),
    fault(
      "one public entry of two",
      securityPolicy("network", json([{ ...rules }, { ...rules, AllowFromPublic: "true" }])),
    ),
    fault("public, as an object", securityPolicy("network", { ...rules, AllowFromPublic: true })),
    notApplicable("an encryption policy", securityPolicy("encryption", json({ ...rules, AWSOwnedKey: true }))),
    undecided("a policy known on update", securityPolicy("network", unknown)),
    undecided("a type known on update", securityPolicy(unknown, json([{ ...rules, AllowFromPublic: true }]))),
    pass("no document, which AWS does not accept", securityPolicy("network", undefined)),
  ],
  "opensearch-serverless-cmk": [
    pass(
      "a key",
      securityPolicy("encryption", json({ ...rules, AWSOwnedKey: false, KmsARN: "arn:aws:kms:a:1:key/b" })),
    ),
    fault("AWS's key", securityPolicy("encryption", json({ ...rules, AWSOwnedKey: true }))),
    fault("no key", securityPolicy("encryption", json(rules))),
    fault(
      "AWS's own alias",
      securityPolicy("encryption", json({ ...rules, KmsARN: "arn:aws:kms:a:1:alias/aws/aoss" })),
    ),
    notApplicable("a network policy", securityPolicy("network", json([rules]))),
    undecided("a policy known on update", securityPolicy("encryption", unknown)),
    pass("no document, which AWS does not accept", securityPolicy("encryption", undefined)),
  ],
};
