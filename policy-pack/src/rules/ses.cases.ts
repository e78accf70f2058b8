import {
  fault,
  json,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../testing/cases";

const setV1 = (properties: CaseProperties = {}) => resource("aws:ses/configurationSet:ConfigurationSet", properties);
const setV2 = (properties: CaseProperties = {}) => resource("aws:sesv2/configurationSet:ConfigurationSet", properties);
const identity = (properties: CaseProperties = {}) => resource("aws:sesv2/emailIdentity:EmailIdentity", properties);
const rule = (properties: CaseProperties = {}) => resource("aws:ses/receiptRule:ReceiptRule", properties);
const template = (properties: CaseProperties = {}) => resource("aws:ses/template:Template", properties);
const allEvents = ["SEND", "REJECT", "BOUNCE", "COMPLAINT", "DELIVERY"];
const destination = (settings: CaseProperties = {}, name: unknown = ref("subject", "configurationSetName")) =>
  resource(
    "aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination",
    { configurationSetName: name, eventDestination: { enabled: true, matchingEventTypes: allEvents, ...settings } },
    { name: "destination" },
  );
const destinationV1 = (properties: CaseProperties = {}) =>
  resource(
    "aws:ses/eventDestination:EventDestination",
    {
      configurationSetName: ref("subject", "name"),
      enabled: true,
      matchingTypes: allEvents.map((event) => event.toLowerCase()),
      ...properties,
    },
    { name: "destination" },
  );
const policyV1 = (policy: unknown) => resource("aws:ses/identityPolicy:IdentityPolicy", { policy });
const policyV2 = (policy: unknown) => resource("aws:sesv2/emailIdentityPolicy:EmailIdentityPolicy", { policy });
const allow = (principal: unknown, condition?: unknown) => ({
  Effect: "Allow",
  Principal: principal,
  Action: "ses:SendEmail",
  Resource: "*",
  ...(condition === undefined ? {} : { Condition: condition }),
});

export const sesCases: ServiceCases = {
  "ses-tls-required": [
    pass("required, first version", setV1({ deliveryOptions: { tlsPolicy: "Require" } })),
    pass("required, second version", setV2({ deliveryOptions: { tlsPolicy: "REQUIRE" } })),
    fault("nothing said", setV1()),
    fault("other delivery options", setV2({ deliveryOptions: { sendingPoolName: "pool" } })),
    fault("optional", setV1({ deliveryOptions: { tlsPolicy: "Optional" } })),
    undecided("known on update", setV2({ deliveryOptions: { tlsPolicy: unknown } })),
  ],
  "ses-identity-bound-to-configuration-set": [
    pass("bound to a set of the stack", [
      identity({ configurationSetName: ref("set", "configurationSetName") }),
      { ...setV2(), name: "set" },
    ]),
    pass("bound to a set of another stack", identity({ configurationSetName: "shared" })),
    pass("bound to a set known on update", identity({ configurationSetName: unknown })),
    pass("a set alone", setV2()),
    fault("not bound", identity()),
    fault("an empty name", identity({ configurationSetName: "" })),
    fault("a domain of the first version", resource("aws:ses/domainIdentity:DomainIdentity", { domain: "a.example" })),
    fault("an address of the first version", resource("aws:ses/emailIdentity:EmailIdentity", { email: "a@b.example" })),
  ],
  "ses-inbound-encrypted": [
    pass("a wired key", rule({ s3Actions: [{ bucketName: "mail", kmsKeyArn: unknown, position: 1 }] })),
    pass("nothing stored", rule({ stopActions: [{ position: 1, scope: "RuleSet" }] })),
    fault("stored without a key", rule({ s3Actions: [{ bucketName: "mail", position: 1 }] })),
    fault("AWS's own key", rule({ s3Actions: [{ bucketName: "mail", kmsKeyArn: "alias/aws/ses" }] })),
    fault("one of two without a key", rule({ s3Actions: [{ kmsKeyArn: "key" }, { bucketName: "mail" }] })),
    fault("one without a key beside one known on update", rule({ s3Actions: [unknown, { bucketName: "mail" }] })),
    undecided("actions known on update", rule({ s3Actions: unknown })),
  ],
  "ses-inbound-tls": [
    pass("required", rule({ tlsPolicy: "Require" })),
    pass("required, without a scan, which another rule reports", rule({ tlsPolicy: "Require", scanEnabled: false })),
    fault("nothing said", rule()),
    fault("optional", rule({ tlsPolicy: "Optional" })),
    undecided("known on update", rule({ tlsPolicy: unknown })),
  ],
  "ses-inbound-malware-scan": [
    pass("scanned", rule({ scanEnabled: true })),
    pass("scanned, without TLS, which another rule reports", rule({ scanEnabled: true, tlsPolicy: "Optional" })),
    fault("nothing said", rule()),
    fault("not scanned", rule({ scanEnabled: false })),
    undecided("known on update", rule({ scanEnabled: unknown })),
  ],
  "ses-dkim-and-events": [
    pass("all published", [setV2(), destination()]),
    pass("more than all published", [setV2(), destination({ matchingEventTypes: [...allEvents, "OPEN"] })]),
    pass("by name", [setV2({ configurationSetName: "mail", name: "mail" }), destination({}, "mail")]),
    pass("all published, first version", [setV1(), destinationV1()]),
    pass("split over two destinations", [
      setV2(),
      destination({ matchingEventTypes: ["SEND", "REJECT", "BOUNCE"] }),
      { ...destination({ matchingEventTypes: ["COMPLAINT", "DELIVERY"] }), name: "second" },
    ]),
    fault("no destination", setV2()),
    fault("no destination, first version", setV1()),
    fault("a destination that is off", [setV2(), destination({ enabled: false })]),
    fault("a destination that nobody switched on", [setV2(), destination({ enabled: undefined })]),
    fault("bounces are missing", [
      setV2(),
      destination({ matchingEventTypes: allEvents.filter((event) => event !== "BOUNCE") }),
    ]),
    fault("a destination of the first version that is off", [setV1(), destinationV1({ enabled: false })]),
    undecided("events known on update", [setV2(), destination({ matchingEventTypes: unknown })]),
    undecided("a destination of a set known on update", [setV2(), destination({}, unknown)]),
  ],
  "ses-tracking-https": [
    pass("no tracking", setV2()),
    pass("HTTPS", setV2({ trackingOptions: { customRedirectDomain: "t.example", httpsPolicy: "REQUIRE" } })),
    fault("nothing said of HTTPS", setV2({ trackingOptions: { customRedirectDomain: "t.example" } })),
    fault("opens only", setV2({ trackingOptions: { httpsPolicy: "REQUIRE_OPEN_ONLY" } })),
    fault("optional", setV2({ trackingOptions: { httpsPolicy: "OPTIONAL" } })),
    undecided("known on update", setV2({ trackingOptions: { httpsPolicy: unknown } })),
  ],
  "ses-identity-policy": [
    pass("one account", policyV1(json({ Statement: [allow({ AWS: "111122223333" })] }))),
    pass(
      "everyone of an organization",
      policyV2(json({ Statement: [allow("*", { StringEquals: { "aws:PrincipalOrgID": "o-1" } })] })),
    ),
    fault("everyone", policyV1(json({ Statement: [allow("*")] }))),
    fault("everyone, second version", policyV2(json({ Statement: allow({ AWS: ["111122223333", "*"] }) }))),
    fault(
      "a condition that holds for anyone",
      policyV1(json({ Statement: [allow("*", { StringLike: { "ses:FromAddress": "*" } })] })),
    ),
    undecided("known on update", policyV2(unknown)),
    pass("no document, which AWS does not accept", policyV2(undefined)),
  ],
  "ses-templates-no-phi": [
    pass("a greeting by first name", template({ subject: "Hello {{firstName}}", html: "<p>Please sign in.</p>" })),
    pass("a number that is none", template({ text: "Call us, reference 12-34" })),
    fault("a Social Security number", template({ text: "123-45-6789" })),
    fault("a record number in the HTML part", template({ html: "<b>MRN 1234567</b>" })),
    fault("a record number in the subject", template({ subject: "MRN 1234567" })),
    fault("the last name in the subject", template({ subject: "News for {{last_name}}" })),
    fault("a diagnosis in the subject", template({ subject: "About your {{diagnosis}}" })),
    fault("a configured word", template({ text: "Oncology ward" }), { config: { denyWords: ["oncology"] } }),
    fault("a number beside a part known on update", template({ text: "123-45-6789", html: unknown })),
    pass("a placeholder for the last name in the text", template({ text: "Dear {{last_name}}" })),
    undecided("a subject known on update", template({ subject: unknown })),
  ],
};
