import { required } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { isPublicAllow } from "../knowledge/policy-reach";
import { anyStatement } from "../knowledge/policy-statements";

const encrypted = resourceRule("sns-topic-encrypted", {
  check: required("kmsMasterKeyId", "the topic is not encrypted at rest"),
});

const notPublic = resourceRule("sns-policy-not-public", {
  check: (resource) =>
    resource.expect(anyStatement(resource.get("policy"), isPublicAllow).not(), "the topic policy lets everyone in"),
});

const protocols = resourceRule("sns-subscription-protocols", {
  check: (resource) => {
    const protocol = resource.get("protocol");
    const endpoint = resource.get("endpoint");
    resource.expect(protocol.isOneOf("http").not(), "the subscription delivers over plain HTTP");
    resource.expect(
      Truth.any([
        protocol.isUnknown ? Truth.yes : protocol.isOneOf("https").not(),
        endpoint.isUnknown ? Truth.yes : endpoint.matches(/^https:\/\//i),
      ]),
      "the endpoint of an HTTPS subscription is not an https:// URL",
    );
  },
});

/** Rules on Amazon SNS. */
export const snsRules: readonly Rule[] = [encrypted, notPublic, protocols];
