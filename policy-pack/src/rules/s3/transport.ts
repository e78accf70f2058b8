import { resourceRule, stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { bucketsOf, companionTypes, linkedBucket } from "./buckets";
import { hasDefaultEncryption } from "./encryption-declared";
import { hasPolicy, refusesOldTls, refusesPlainHttpToBucket } from "./policies";
import { bucketTypes } from "./buckets";

const denyInsecureTransport = stackRule("s3-deny-insecure-transport", {
  check: (stack, graph) => {
    for (const bucket of bucketsOf(graph)) {
      stack.expect(bucket, hasPolicy(graph, bucket), "the bucket has no policy, so it accepts plain HTTP");
    }
  },
});

const policyTlsStatement = resourceRule("s3-policy-tls-statement", {
  check: (resource) => {
    const policy = resource.get("policy");
    // A bucket without an inline policy is judged by s3-deny-insecure-transport.
    resource.expect(
      policy.isGiven().not().or(refusesPlainHttpToBucket(policy)),
      "the bucket policy does not refuse plain HTTP for everyone on both the bucket and all its objects",
    );
  },
});

const requireTls12 = resourceRule("s3-require-tls12", {
  check: (resource) => {
    const policy = resource.get("policy");
    resource.expect(policy.isGiven().and(refusesOldTls(policy)), "the bucket policy does not refuse TLS below 1.2");
  },
});

const transferAcceleration = stackRule("s3-transfer-acceleration", {
  // The inline form accelerates a bucket as well.
  types: [...companionTypes.accelerate, ...bucketTypes],
  check: (stack, graph) => {
    const fault = "Transfer Acceleration is on for a bucket without a policy or without a stated default encryption";
    for (const acceleration of graph.ofType(...companionTypes.accelerate)) {
      const { targets, complete } = linkedBucket(graph, acceleration);
      const isOff = acceleration.get("status").isOneOf("Enabled").not();
      // A bucket of another stack is judged there.
      const isSafe = complete || targets.length > 0 ? Truth.yes : Truth.unknown("bucket");
      const each = targets.map((bucket) => hasPolicy(graph, bucket).and(hasDefaultEncryption(graph, bucket)));
      stack.expect(acceleration, Truth.any([isOff, Truth.all([isSafe, ...each])]), fault);
    }
    for (const bucket of bucketsOf(graph)) {
      const isOff = bucket.get("accelerationStatus").isOneOf("Enabled").not();
      // Where the acceleration is a resource of its own, it was judged above.
      const isAbove = graph
        .ofType(...companionTypes.accelerate)
        .some((one) => linkedBucket(graph, one).targets.includes(bucket));
      const isSafe = hasPolicy(graph, bucket).and(hasDefaultEncryption(graph, bucket));
      stack.expect(bucket, Truth.any([Truth.of(isAbove), isOff, isSafe]), fault);
    }
  },
});

export const transportRules: readonly Rule[] = [
  denyInsecureTransport,
  policyTlsStatement,
  requireTls12,
  transferAcceleration,
];
