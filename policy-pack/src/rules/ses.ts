import { mustBeTrue, notPublicPolicy, oneOf } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { isCustomerKey } from "../knowledge/customer-key";
import { denyWords, expectNoPhi, hasPersonalPlaceholder } from "../knowledge/phi-texts";
import { noText } from "../knowledge/texts";

const identityV2 = "aws:sesv2/emailIdentity:EmailIdentity";
const identitiesV1 = ["aws:ses/emailIdentity:EmailIdentity", "aws:ses/domainIdentity:DomainIdentity"];
const setV1 = "aws:ses/configurationSet:ConfigurationSet";
const setV2 = "aws:sesv2/configurationSet:ConfigurationSet";
const destinationV1 = "aws:ses/eventDestination:EventDestination";
const destinationV2 = "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination";

const tlsRequired = resourceRule("ses-tls-required", {
  check: oneOf("deliveryOptions.tlsPolicy", ["Require"], "mail goes out in the clear to receivers without TLS"),
});

const identityBound = stackRule("ses-identity-bound-to-configuration-set", {
  check: (stack, graph) => {
    for (const identity of graph.ofType(identityV2)) {
      stack.expect(
        identity,
        // Whether the set requires TLS, ses-tls-required says.
        identity.get("configurationSetName").isGiven(),
        "the identity has no default configuration set",
      );
    }
    for (const identity of graph.ofType(...identitiesV1)) {
      stack.fault(identity, "an identity of the first version of the API cannot have a default configuration set");
    }
  },
});

const inboundEncrypted = resourceRule("ses-inbound-encrypted", {
  check: (resource) =>
    // A topic that mail is published to is judged by the rule on topics: its encryption does not show here.
    resource.expect(
      resource.get("s3Actions").every((action) => isCustomerKey(action.get("kmsKeyArn"))),
      "received mail is stored without being encrypted under a customer-managed key",
    ),
});

const inboundTls = resourceRule("ses-inbound-tls", {
  check: oneOf("tlsPolicy", ["Require"], "mail is accepted without TLS"),
});

const inboundMalwareScan = resourceRule("ses-inbound-malware-scan", {
  check: mustBeTrue("scanEnabled", "received mail is not scanned for malware and spam"),
});

/** What has to be seen of every mail that goes out. */
const events = ["send", "reject", "bounce", "complaint", "delivery"];

const dkimAndEvents = stackRule("ses-dkim-and-events", {
  // The first version's configuration sets need destinations as well.
  types: [setV1, setV2, destinationV1, destinationV2],
  check: (stack, graph) => {
    for (const [set, destination] of [
      [setV1, destinationV1],
      [setV2, destinationV2],
    ] as const) {
      const isOpen = graph.unresolvedReferrers(destination, "configurationSetName", set).length > 0;
      for (const each of graph.ofType(set)) {
        const elsewhere = isOpen ? Truth.unknown("configurationSetName") : Truth.no;
        const seen = events.map((event) => Truth.any([publishes(graph, each, destination, event), elsewhere]));
        stack.expect(
          each,
          Truth.all(seen),
          "not every sending, rejection, bounce, complaint and delivery is published",
        );
      }
    }
  },
});

function publishes(graph: StackGraph, set: GraphResource, type: string, event: string): Truth {
  const each = graph.referrers(set, type, "configurationSetName").map((destination) => {
    const settings = type === destinationV1 ? destination.properties : destination.get("eventDestination");
    const types = settings.get(type === destinationV1 ? "matchingTypes" : "matchingEventTypes");
    return settings
      .get("enabled")
      .isTrue()
      .and(types.some((one) => one.isOneOf(event)));
  });
  return Truth.any(each);
}

const trackingHttps = resourceRule("ses-tracking-https", {
  check: (resource) =>
    resource.expect(
      resource
        .get("trackingOptions")
        .isGiven()
        .not()
        .or(resource.get("trackingOptions.httpsPolicy").isOneOf("REQUIRE")),
      "links that track opens and clicks may use plain HTTP",
    ),
});

const identityPolicy = resourceRule("ses-identity-policy", {
  check: notPublicPolicy("policy", "the policy lets anyone send mail as this identity"),
});

const templatesNoPhi = resourceRule("ses-templates-no-phi", {
  config: denyWords,
  check: (resource) => {
    for (const [part, name] of [
      ["html", "the HTML part"],
      ["text", "the text part"],
      ["subject", "the subject"],
    ] as const) {
      expectNoPhi(resource, resource.get(part), name);
    }
    resource.expect(
      noText(resource.get("subject"), hasPersonalPlaceholder),
      "the subject has a placeholder for more of a person than the first name",
    );
  },
});

/** Rules on Amazon SES. */
export const sesRules: readonly Rule[] = [
  tlsRequired,
  identityBound,
  inboundEncrypted,
  inboundTls,
  inboundMalwareScan,
  dkimAndEvents,
  trackingHttps,
  identityPolicy,
  templatesNoPhi,
];
