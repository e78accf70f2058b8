import { mustBeTrue, mustNotBeTrue } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { expectInPhiScope, stores } from "../knowledge/phi-scope";
import { denyWords, expectNoPhi, hasPersonalPlaceholder } from "../knowledge/phi-texts";
import { noText } from "../knowledge/texts";

const emailChannel = "aws:pinpoint/emailChannel:EmailChannel";
const eventStream = "aws:pinpoint/eventStream:EventStream";
const eventDestination = "aws:pinpoint/smsvoicev2EventDestination:Smsvoicev2EventDestination";
const configurationSets = ["aws:ses/configurationSet:ConfigurationSet", "aws:sesv2/configurationSet:ConfigurationSet"];

/** `aws:pinpoint/smsChannel:SmsChannel` → `sms`. */
function channelOf(type: string): string {
  return /\/(\w+)Channel:/.exec(type)?.[1] ?? "";
}

const channelsTls = resourceRule("pinpoint-channels-tls", {
  config: {
    allowPhiMessaging: {
      type: "array",
      items: { type: "string" },
      description: "Channels whose last hop is accepted: sms, email, apns, gcm, adm, baidu.",
      default: [],
    },
  },
  check: (resource) => {
    const isOff = resource.get("enabled").isFalse();
    const allowed = resource.setting<readonly string[]>("allowPhiMessaging").map((name) => name.toLowerCase());
    resource.expect(
      Truth.of(allowed.includes(channelOf(resource.type))).or(isOff),
      "the channel is on, and its last hop is not encrypted",
    );
    if (resource.type !== emailChannel) return;
    resource.expect(
      isOff.or(resource.get("configurationSet").isGiven()),
      "the channel sends mail without a configuration set that could require TLS",
    );
  },
});

const dedicatedShortCode = resourceRule("pinpoint-dedicated-short-code", {
  check: (resource) => {
    switch (resource.type) {
      case "aws:pinpoint/smsChannel:SmsChannel":
        return resource.expect(
          resource
            .get("enabled")
            .isFalse()
            .or(resource.get("shortCode").matches(/^\d{5,6}$/)),
          "the channel names no short code of its own",
        );
      case "aws:pinpoint/smsvoicev2Pool:Smsvoicev2Pool":
        return mustNotBeTrue("sharedRoutesEnabled", "messages may go out from numbers shared with others")(resource);
      default:
        return mustBeTrue("deletionProtectionEnabled", "the number can be released by accident")(resource);
    }
  },
});

const eventStreamEncrypted = stackRule("pinpoint-event-stream-encrypted", {
  check: (stack, graph) => {
    const fault = "events go to a store that is tagged as holding no PHI";
    for (const each of graph.ofType(eventStream)) {
      const types = [...stores.stream, ...stores.firehose];
      expectInPhiScope(stack, graph, each, [each.get("destinationStreamArn")], types, fault);
    }
    for (const each of graph.ofType(eventDestination)) {
      for (const [path, types] of [
        ["cloudwatchLogsDestination.logGroupArn", stores.logGroup],
        ["kinesisFirehoseDestination.deliveryStreamArn", stores.firehose],
        ["snsDestination.topicArn", stores.topic],
      ] as const) {
        expectInPhiScope(stack, graph, each, [each.get(path)], types, fault);
      }
    }
  },
});

const appNames = resourceRule("pinpoint-app-names", {
  config: denyWords,
  check: (resource) => {
    expectNoPhi(resource, resource.get("templateName"), "the template's name");
    for (const template of resource.get("emailTemplates").items()) {
      const subject = template.get("subject");
      expectNoPhi(resource, subject, "the subject");
      resource.expect(
        noText(subject, hasPersonalPlaceholder),
        "the subject has a placeholder for more of a person than the first name",
      );
    }
  },
});

const emailConfigurationSet = stackRule("pinpoint-email-configuration-set", {
  check: (stack, graph) => {
    for (const channel of graph.ofType(emailChannel)) {
      const name = channel.get("configurationSet");
      // A channel without a set is reported by pinpoint-channels-tls, a set that does not require TLS by ses-tls-required.
      if (name.isGiven().isNo || channel.get("enabled").isFalse().isYes) continue;
      const { targets, complete } = graph.references(channel, "configurationSet", ...configurationSets);
      const named = graph
        .ofType(...configurationSets)
        .some((set) => name.text !== undefined && set.get("configurationSetName").text === name.text);
      const isFound = targets.length > 0 || named ? Truth.yes : complete ? Truth.no : name.asUnknown();
      stack.expect(
        channel,
        isFound.or(channel.get("enabled").isFalse()),
        "the configuration set of the channel is not in this stack, so whether it requires TLS is not known",
      );
    }
  },
});

/** Rules on Amazon Pinpoint and AWS End User Messaging. */
export const pinpointRules: readonly Rule[] = [
  channelsTls,
  dedicatedShortCode,
  eventStreamEncrypted,
  appNames,
  emailConfigurationSet,
];
