import { noneOf, required } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { hasOwnPolicy } from "../graph/policy-of-store";
import { isCustomerKey } from "../knowledge/customer-key";
import { allowsEveryone, refusesPlainHttp } from "../knowledge/policy-judgement";

const topicType = "aws:sns/topic:Topic";
const topicPolicy = "aws:sns/topicPolicy:TopicPolicy";

const encrypted = resourceRule("sns-topic-encrypted", {
  check: required("kmsMasterKeyId", "the topic is not encrypted at rest"),
});

const cmk = resourceRule("sns-topic-cmk", {
  check: (resource) => {
    const key = resource.get("kmsMasterKeyId");
    resource.expect(
      key.isGiven().not().or(isCustomerKey(key)),
      "the topic is encrypted under AWS's own key instead of a customer-managed one",
    );
  },
});

const hasPolicy = stackRule("sns-deny-insecure-transport", {
  check: (stack, graph) => {
    for (const topic of graph.ofType(topicType)) {
      stack.expect(
        topic,
        hasOwnPolicy(graph, topic, topicPolicy, "arn"),
        "the topic has no policy, so it accepts messages without TLS",
      );
    }
  },
});

const tlsStatement = resourceRule("sns-policy-tls-statement", {
  check: (resource) => {
    const policy = resource.get("policy");
    resource.expect(
      // A topic policy takes no sns:*, so a deny of Publish, the one action that carries a message, is the whole of it.
      policy
        .isGiven()
        .not()
        .or(refusesPlainHttp(policy, ["sns:Publish"])),
      "the topic policy does not refuse messages that are published without TLS",
    );
  },
});

const notPublic = resourceRule("sns-policy-not-public", {
  check: (resource) =>
    resource.expect(allowsEveryone(resource.get("policy")).not(), "the topic policy lets everyone in"),
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

const lastHop = resourceRule("sns-subscription-last-hop", {
  check: noneOf(
    "protocol",
    ["email", "email-json", "sms", "application"],
    "the subscription delivers by e-mail, SMS or push, whose last hop is not encrypted",
  ),
});

const signature = resourceRule("sns-signature-version", {
  check: (resource) => resource.expect(resource.get("signatureVersion").isAtLeast(2), "messages are signed with SHA-1"),
});

const deliveryLogging = resourceRule("sns-delivery-logging", {
  check: (resource) => {
    resource.onlyWhen(resource.mayHoldPhi(), "is tagged as holding no PHI");
    for (const [path, what] of [
      ["sqsFailureFeedbackRoleArn", "queues"],
      ["lambdaFailureFeedbackRoleArn", "functions"],
    ] as const) {
      resource.expect(resource.get(path).isGiven(), `failed deliveries to ${what} are not logged`);
    }
  },
});

const smsPreferences = resourceRule("sns-sms-preferences", {
  check: (resource) => {
    resource.expect(resource.get("deliveryStatusIamRoleArn").isGiven(), "the delivery of text messages is not logged");
    resource.expect(
      resource.get("defaultSmsType").isOneOf("Transactional"),
      "text messages are not sent as transactional by default",
    );
  },
});

/** Rules on Amazon SNS. */
export const snsRules: readonly Rule[] = [
  encrypted,
  cmk,
  signature,
  hasPolicy,
  tlsStatement,
  notPublic,
  protocols,
  lastHop,
  deliveryLogging,
  smsPreferences,
];
