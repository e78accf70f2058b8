import assert from "node:assert/strict";
import { ManagedCertificate, ManagedCertificateKey, type ManagedCertificateArgs } from "./index";
import { domain, zone } from "./testing/example";
import { nameOf, record, refusal, text } from "./testing/graph";

type More = Partial<ManagedCertificateArgs>;
const least = { domainName: domain, hostedZoneId: zone };
const topic = "arn:aws:sns:us-east-1:111122223333:security";
const build = (more: More = {}, mode: "preview" | "update" = "update") =>
  record(() => new ManagedCertificate("site", { ...least, ...more }), { mode, config: { "aws:region": "us-west-2" } });
const refuse = (more: More) => refusal(() => new ManagedCertificate("site", { ...least, ...more }));

const children = [
  "aws:acm/certificate:Certificate site-certificate",
  "aws:acm/certificateValidation:CertificateValidation site-certificate",
  "aws:route53/record:Record site-validation",
  "edge:index:ManagedCertificate site",
];

describe("ManagedCertificate", () => {
  it("acm-certificate-managed: is validated by DNS before its ARN is known, in a preview and in an update", async () => {
    const graph = await build();
    assert.deepEqual(graph.names, children);
    assert.deepEqual((await build({}, "preview")).names, children);
    const { inputs, outputs } = graph.one("Certificate");
    assert.equal(inputs.validationMethod, "DNS");
    assert.equal(inputs.keyAlgorithm, "EC_prime256v1");
    assert.equal(inputs.region, "us-west-2");
    assert.deepEqual(graph.one("ManagedCertificate").outputs, { certificateArn: outputs.arn, domainName: domain });
    assert.deepEqual(graph.one("CertificateValidation").inputs.validationRecordFqdns, [
      graph.one("Record").outputs.fqdn,
    ]);
  });

  it("acm-expiry-alarm: warns where a renewal has failed", async () => {
    const graph = await build({ alarmTopicArn: "arn:aws:sns:us-west-2:111122223333:security" });
    const { inputs } = graph.one("MetricAlarm", "site-certificate-expiry");
    assert.equal(inputs.metricName, "DaysToExpiry");
    assert.equal(inputs.namespace, "AWS/CertificateManager");
    assert.equal(inputs.threshold, 45);
    assert.deepEqual(inputs.dimensions, { CertificateArn: graph.one("Certificate").outputs.arn });
    const sooner = await build({ alarmTopicArn: topic, alarmBelowDays: 30 });
    assert.equal(sooner.one("MetricAlarm").inputs.threshold, 30);
  });

  it("is in us-east-1 for CloudFront, its alarm too", async () => {
    const graph = await build({ forCloudFront: true, alarmTopicArn: topic });
    for (const type of ["Certificate", "CertificateValidation", "MetricAlarm"]) {
      assert.equal(graph.one(type).inputs.region, "us-east-1", type);
    }
    assert.match(text(graph.one("ManagedCertificate").outputs.certificateArn), /^arn:aws:acm:us-east-1:/);
  });

  it("has further names, another key and tags on request", async () => {
    const more = {
      domainName: "*.example.com",
      subjectAlternativeNames: ["example.com", "www.example.org"],
      keyAlgorithm: ManagedCertificateKey.P384,
      tags: { Owner: "web" },
    };
    const graph = await build(more);
    const { inputs } = graph.one("Certificate");
    assert.deepEqual(inputs.subjectAlternativeNames, more.subjectAlternativeNames);
    assert.equal(inputs.keyAlgorithm, "EC_secp384r1");
    assert.deepEqual(inputs.tags, { Owner: "web" });
    assert.deepEqual(graph.all("Record").map(nameOf).sort(), ["site-validation", "site-validation-www.example.org"]);
  });

  for (const partition of ["aws", "aws-us-gov", "aws-cn"]) {
    it(`stays in the partition ${partition}`, async () => {
      const graph = await record(() => new ManagedCertificate("site", least), {
        mode: "update",
        environment: { partition },
      });
      assert.equal(text(graph.one("ManagedCertificate").outputs.certificateArn).split(":")[1], partition);
    });
  }

  const refused: [string, More, RegExp][] = [
    ["no name", { domainName: undefined }, /domainName is missing/],
    ["no zone", { hostedZoneId: undefined }, /hostedZoneId is missing/],
    ["a name in capitals", { domainName: "WWW.example.com" }, /domainName is "WWW.example.com"/],
    ["a name twice", { subjectAlternativeNames: [domain] }, /holds "records.example.com" twice/],
    ["a key that is none", { keyAlgorithm: "RSA_1024" as ManagedCertificateKey }, /keyAlgorithm is "RSA_1024"/],
    ["days that nobody hears of", { alarmBelowDays: 30 }, /alarmBelowDays is given without alarmTopicArn/],
    ["too few days", { alarmTopicArn: topic, alarmBelowDays: 29 }, /alarmBelowDays is 29/],
    ["more days than ACM waits", { alarmTopicArn: topic, alarmBelowDays: 60 }, /alarmBelowDays is 60/],
    [
      "a topic of another Region for CloudFront",
      { forCloudFront: true, alarmTopicArn: "arn:aws:sns:us-west-2:111122223333:security" },
      /alarmTopicArn is in us-west-2, and not in us-east-1/,
    ],
  ];
  for (const [what, more, message] of refused) {
    it(`refuses ${what}`, async () => assert.match(await refuse(more), message));
  }
});
