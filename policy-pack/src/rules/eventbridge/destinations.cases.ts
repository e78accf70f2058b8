import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const destination = (invocationEndpoint: unknown) =>
  resource("aws:cloudwatch/eventApiDestination:EventApiDestination", { invocationEndpoint });
const approved = { config: { approvedVendors: ["ehr.example.org"] } };
const target = (properties: Record<string, unknown>) =>
  resource("aws:cloudwatch/eventTarget:EventTarget", { rule: "r", ...properties });
const queue = (properties: Record<string, unknown> = {}) =>
  resource("aws:sqs/queue:Queue", properties, { name: "queue" });
const outside = { tags: { "hipaa:phi": "false" } };

export const destinationCases: ServiceCases = {
  "eventbridge-api-destination-vendor": [
    pass("an approved host", destination("https://EHR.example.org/events"), approved),
    pass("a name below an approved host", destination("https://api.ehr.example.org:8443/events"), approved),
    fault("another host", destination("https://pager.example.com"), approved),
    fault("a host that only ends alike", destination("https://notehr.example.org"), approved),
    fault("an approved host as a user name", destination("https://ehr.example.org@pager.example.com/"), approved),
    fault("nobody approved", destination("https://ehr.example.org/events")),
    undecided("known on update", destination(unknown), approved),
    fault("no endpoint", destination(undefined), approved),
  ],
  "eventbridge-targets-encrypted": [
    pass("a queue within PHI scope, which another rule judges", [target({ arn: ref("queue", "arn") }), queue()]),
    pass("a queue out of scope with a key", [
      target({ arn: ref("queue", "arn") }),
      queue({ ...outside, kmsMasterKeyId: "alias/messaging" }),
    ]),
    pass("a target outside the stack", target({ arn: "arn:aws:sqs:us-east-1:111122223333:letters" })),
    fault("a queue out of scope", [target({ arn: ref("queue", "arn") }), queue(outside)]),
    fault("a topic out of scope with AWS's own key", [
      target({ arn: ref("topic", "arn") }),
      resource("aws:sns/topic:Topic", { ...outside, kmsMasterKeyId: "alias/aws/sns" }, { name: "topic" }),
    ]),
    fault("a dead-letter queue out of scope", [
      target({ arn: "arn:aws:lambda:x", deadLetterConfig: { arn: ref("queue", "arn") } }),
      queue(outside),
    ]),
    undecided("a scope known on update", [
      target({ arn: ref("queue", "arn") }),
      queue({ tags: { "hipaa:phi": unknown } }),
    ]),
    pass("no target, which AWS does not accept", [target({}), queue(outside)]),
  ],
};
