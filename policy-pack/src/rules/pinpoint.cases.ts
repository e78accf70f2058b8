import {
  fault,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../testing/cases";
import { noPhi } from "../testing/s3";

const sms = (properties: CaseProperties = {}) => resource("aws:pinpoint/smsChannel:SmsChannel", properties);
const email = (properties: CaseProperties = {}) => resource("aws:pinpoint/emailChannel:EmailChannel", properties);
const push = (properties: CaseProperties = {}) => resource("aws:pinpoint/apnsChannel:ApnsChannel", properties);
const pool = (properties: CaseProperties = {}) => resource("aws:pinpoint/smsvoicev2Pool:Smsvoicev2Pool", properties);
const number = (properties: CaseProperties = {}) =>
  resource("aws:pinpoint/smsvoicev2PhoneNumber:Smsvoicev2PhoneNumber", properties);
const events = (destinationStreamArn: unknown) =>
  resource("aws:pinpoint/eventStream:EventStream", { destinationStreamArn });
const smsEvents = (properties: CaseProperties) =>
  resource("aws:pinpoint/smsvoicev2EventDestination:Smsvoicev2EventDestination", properties);
const template = (properties: CaseProperties) => resource("aws:pinpoint/emailTemplate:EmailTemplate", properties);
const store = (type: string, properties: CaseProperties = noPhi) => resource(type, properties, { name: "store" });
const set = (properties: CaseProperties = {}) =>
  resource("aws:sesv2/configurationSet:ConfigurationSet", properties, { name: "set" });
const stream = "aws:kinesis/stream:Stream";
const firehose = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
const logGroup = "aws:cloudwatch/logGroup:LogGroup";
const allow = (...names: string[]) => ({ config: { allowPhiMessaging: names } });

export const pinpointCases: ServiceCases = {
  "pinpoint-channels-tls": [
    pass("SMS off", sms({ enabled: false })),
    pass("SMS allowed", sms(), allow("sms")),
    pass("mail allowed, with a set", email({ configurationSet: unknown }), allow("email", "SMS")),
    pass("mail off", email({ enabled: false })),
    fault("SMS, nothing said, which means on", sms()),
    fault("SMS on", sms({ enabled: true })),
    fault("push on, and only SMS allowed", push({ enabled: true }), allow("sms")),
    fault("mail allowed, without a set", email(), allow("email")),
    fault("mail on, with a set", email({ configurationSet: "mail" })),
    undecided("known on update", sms({ enabled: unknown })),
  ],
  "pinpoint-dedicated-short-code": [
    pass("a short code", sms({ shortCode: "12345" })),
    pass("six digits", sms({ shortCode: "123456" })),
    pass("SMS off", sms({ enabled: false })),
    pass("a pool of one's own", pool()),
    pass("a number that stays", number({ deletionProtectionEnabled: true })),
    fault("no short code", sms()),
    fault("a long number", sms({ shortCode: "15550100123" })),
    fault("a pool with shared routes", pool({ sharedRoutesEnabled: true })),
    fault("a number that may go", number()),
    undecided("a short code known on update", sms({ shortCode: unknown })),
    undecided("a pool known on update", pool({ sharedRoutesEnabled: unknown })),
  ],
  "pinpoint-event-stream-encrypted": [
    pass("a stream in scope", [events(ref("store", "arn")), store(stream, {})]),
    pass("a stream of another stack", events("arn:aws:kinesis:us-east-1:111122223333:stream/a")),
    fault("a stream out of scope", [events(ref("store", "arn")), store(stream)]),
    fault("a delivery stream out of scope", [events(ref("store", "arn")), store(firehose)]),
    fault("a log group out of scope", [
      smsEvents({ cloudwatchLogsDestination: { logGroupArn: ref("store", "arn") } }),
      store(logGroup),
    ]),
    fault("SMS events to a delivery stream out of scope", [
      smsEvents({ kinesisFirehoseDestination: { deliveryStreamArn: ref("store", "arn") } }),
      store(firehose),
    ]),
    fault("SMS events to a topic out of scope", [
      smsEvents({ snsDestination: { topicArn: ref("store", "arn") } }),
      store("aws:sns/topic:Topic"),
    ]),
    undecided("a stream known on update", [events(unknown), store(stream)]),
  ],
  "pinpoint-app-names": [
    pass(
      "no identifiers",
      template({ templateName: "welcome", emailTemplates: [{ subject: "Hi {{User.FirstName}}" }] }),
    ),
    pass(
      "a short number in the name",
      template({ templateName: "welcome-2026", emailTemplates: [{ subject: "Your visit" }] }),
    ),
    fault("a record number in the name", template({ templateName: "mrn-1234567" })),
    fault("a Social Security number in the subject", template({ emailTemplates: [{ subject: "123-45-6789" }] })),
    fault(
      "the last name in the subject",
      template({ emailTemplates: [{ subject: "{{User.UserAttributes.LastName}}" }] }),
    ),
    fault("a birth date in the subject", template({ emailTemplates: [{ subject: "{{Attributes.BirthDate}}" }] })),
    fault("a configured word", template({ templateName: "oncology" }), { config: { denyWords: ["Oncology"] } }),
    undecided("a subject known on update", template({ emailTemplates: [{ subject: unknown }] })),
    undecided("templates known on update", template({ emailTemplates: unknown })),
    pass("the short of a record number without one in the name", template({ templateName: "mrn-form" })),
  ],
  "pinpoint-email-configuration-set": [
    pass("a set of the stack", [email({ configurationSet: ref("set", "configurationSetName") }), set()]),
    pass("a set of the stack by name", [email({ configurationSet: "mail" }), set({ configurationSetName: "mail" })]),
    pass("no set, which another rule reports", email()),
    pass("off", email({ configurationSet: "elsewhere", enabled: false })),
    fault("a set that is not in the stack", email({ configurationSet: "elsewhere" })),
    fault("a set of another name", [email({ configurationSet: "mail" }), set({ configurationSetName: "mails" })]),
    undecided("known on update", email({ configurationSet: unknown })),
    undecided(
      "not in the stack, and whether on is known on update",
      email({ configurationSet: "a", enabled: unknown }),
    ),
  ],
};
