import { fault, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const vpc = resource("aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16" }, { name: "vpc" });
const config = (destinationArn: unknown) =>
  resource("aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig", { destinationArn }, { name: "config" });
const association = (resourceId: unknown) =>
  resource(
    "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation",
    { resourceId, resolverQueryLogConfigId: ref("config") },
    { name: "association" },
  );
const record = (type: unknown, ...records: readonly unknown[]) =>
  resource("aws:route53/record:Record", { name: "clinic.example.com", type, ttl: 60, records });
const zone = (properties: Record<string, unknown> = {}, name = "zone") =>
  resource("aws:route53/zone:Zone", { name: "clinic.example.com", ...properties }, { name });
const privateZone = zone({ vpcs: [{ vpcId: "vpc-1" }] });
const queryLog = (zoneId: unknown, cloudwatchLogGroupArn: unknown = unknown) =>
  resource("aws:route53/queryLog:QueryLog", { zoneId, cloudwatchLogGroupArn }, { name: "log" });
const signing = (hostedZoneId: unknown, signingStatus?: unknown) =>
  resource("aws:route53/hostedZoneDnsSec:HostedZoneDnsSec", { hostedZoneId, signingStatus }, { name: "signing" });
const key = (hostedZoneId: unknown) =>
  resource("aws:route53/keySigningKey:KeySigningKey", { hostedZoneId }, { name: "key" });
const check = (properties: Record<string, unknown>) => resource("aws:route53/healthCheck:HealthCheck", properties);
const domain = (properties: Record<string, unknown> = {}) =>
  resource("aws:route53domains/registeredDomain:RegisteredDomain", { domainName: "example.com", ...properties });
const here = ref("zone", "zoneId");
const parameter = resource("aws:ssm/parameter:Parameter", {}, { name: "parameter" });

export const route53Cases: ServiceCases = {
  "vpc-resolver-query-logging": [
    pass("an associated log", [vpc, config(unknown), association(ref("vpc"))]),
    pass("a log alone", config("arn:aws:s3:::logs")),
    fault("none", vpc),
    fault("a log that is not associated", [vpc, config(unknown)]),
    fault("the log of another VPC", [vpc, config(unknown), association("vpc-other")]),
    fault("no destination", [config(""), vpc, association(ref("vpc"))], { at: ["config"] }),
    undecided("an association known on update", [vpc, config(unknown), association(unknown)]),
  ],
  "route53-no-phi-in-names": [
    pass("an address", record("A", "203.0.113.7")),
    pass("a verification", record("TXT", "google-site-verification=abc123")),
    pass("SPF with an address", record("TXT", "v=spf1 include:mail@spf.example.com -all")),
    pass("DMARC with an address", record("TXT", '"v=DMARC1; p=reject; rua=mailto:dmarc@example.com"')),
    pass("the address of a zone's operator", record("CAA", '0 iodef "mailto:security@example.com"')),
    pass("an alias without values", resource("aws:route53/record:Record", { type: "A", aliases: [{ name: "a" }] })),
    fault("a Social Security number", record("TXT", "patient 123-45-6789")),
    fault("a date of birth in a name that is pointed at", record("CNAME", "dob-19800230.example.com")),
    fault("an e-mail address", record("TXT", "owner=jo@clinic.example")),
    fault("an e-mail address in the old type for SPF", record("SPF", "jo@clinic.example")),
    fault("a phone number", record("TXT", "call 212-555-0147")),
    fault("the second of two values", record("TXT", "v=spf1 -all", "jo@clinic.example")),
    fault("a medical record number in a mail policy", record("TXT", "v=spf1 exists:mrn0012345.example.com -all")),
    fault("a configured word", record("TXT", "oncology"), { config: { denyWords: ["Oncology"] } }),
    fault("a certain fault beside an unknown", record(unknown, unknown, "mrn0012345")),
    undecided("known on update", record("TXT", unknown)),
    undecided("a type known on update", record(unknown, "jo@clinic.example")),
  ],
  "route53-query-logging": [
    pass("a public zone with a log", [zone(), queryLog(here)]),
    pass("a private zone", privateZone),
    pass("an empty list of VPCs, with a log", [zone({ vpcs: [] }), queryLog(here)]),
    fault("a public zone", zone()),
    fault("a public zone with an empty list of VPCs", zone({ vpcs: [] })),
    fault("the log of another zone", [zone(), queryLog("Z0123456789EXAMPLE")]),
    fault("a log without a log group", [zone(), queryLog(here, "")]),
    fault("one of two zones", [zone({}, "second"), zone(), queryLog(here)]),
    undecided("a log known on update", [zone(), queryLog(unknown)]),
    undecided("VPCs known on update", [zone({ vpcs: ref("parameter", "value") }), parameter], { afterUpdate: "pass" }),
  ],
  "route53-dnssec": [
    pass("a signed zone", [zone(), signing(here), key(here)]),
    pass("a signed zone that says so", [zone(), signing(here, "SIGNING"), key(here)]),
    pass("a private zone", privateZone),
    fault("an unsigned zone", zone()),
    fault("signing switched off", [zone(), signing(here, "NOT_SIGNING"), key(here)]),
    fault("no key", [zone(), signing(here)]),
    fault("a key alone", [zone(), key(here)]),
    undecided("signing known on update", [zone(), signing(unknown), key(here)]),
    undecided("a state known on update", [zone(), signing(here, unknown), key(here)]),
  ],
  "route53-health-check-tls": [
    pass("HTTPS", check({ type: "HTTPS", resourcePath: "/healthz" })),
    pass("a calculated one", check({ type: "CALCULATED" })),
    pass("TCP", check({ type: "TCP" })),
    fault("HTTP", check({ type: "HTTP", port: 80 })),
    fault("HTTP that looks for a text", check({ type: "http_str_match", searchString: "ok" })),
    fault("nothing said", check({})),
    fault("an identifier in the path", check({ type: "HTTPS", resourcePath: "/patients/mrn0012345" })),
    fault("an identifier in the text", check({ type: "HTTPS_STR_MATCH", searchString: "123-45-6789" })),
    undecided("known on update", check({ type: unknown })),
    undecided("a path known on update", check({ type: "HTTPS", resourcePath: unknown })),
  ],
  "route53-domain-lock": [
    pass("everything on by default", domain()),
    pass("everything on", domain({ transferLock: true, autoRenew: true, registrantPrivacy: true })),
    fault("no transfer lock", domain({ transferLock: false })),
    fault("no renewal", domain({ autoRenew: false })),
    fault("the registrant's details", domain({ registrantPrivacy: false })),
    fault("the administrator's details", domain({ adminPrivacy: false })),
    fault("the technician's details, as text", domain({ techPrivacy: "false" })),
    fault("the payer's details", domain({ billingPrivacy: false })),
    fault("a certain fault beside an unknown", domain({ transferLock: unknown, autoRenew: false })),
    undecided("known on update", domain({ transferLock: unknown })),
  ],
};
