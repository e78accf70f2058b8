import assert from "node:assert/strict";
import { InternalLoadBalancer, PublicEdge, type PublicEdgeArgs } from "./index";
import { domain, edgeArgs, givenCertificate, internalArgs, onlyCertificate, zone } from "./testing/example";
import { nameOf, record, refusal } from "./testing/graph";

const build = (more: Partial<PublicEdgeArgs> = {}) => record(() => new PublicEdge("edge", edgeArgs(more)));
const refuse = (more: Partial<PublicEdgeArgs>) => refusal(() => new PublicEdge("edge", edgeArgs(more)));

describe("certificate", () => {
  it("acm-certificate-managed: is requested with DNS validation and an elliptic curve key", async () => {
    const { inputs } = (await build()).one("Certificate");
    assert.equal(inputs.domainName, domain);
    assert.equal(inputs.validationMethod, "DNS");
    assert.equal(inputs.keyAlgorithm, "EC_prime256v1");
    assert.equal(inputs.subjectAlternativeNames, undefined);
  });

  it("is validated by a record with ACM's own values, and served only after that", async () => {
    const graph = await build();
    const options = graph.one("Certificate").outputs.domainValidationOptions as Record<string, string>[];
    const { inputs, outputs } = graph.one("Record", "edge-validation");
    assert.equal(inputs.zoneId, zone);
    assert.equal(inputs.name, options[0]?.resourceRecordName);
    assert.equal(inputs.type, options[0]?.resourceRecordType);
    assert.deepEqual(inputs.records, [options[0]?.resourceRecordValue]);
    assert.deepEqual(graph.one("CertificateValidation").inputs.validationRecordFqdns, [outputs.fqdn]);
    const listener = graph.one("Listener", "edge-https");
    assert.deepEqual(listener.propertyDependencies.certificateArn, [graph.one("CertificateValidation").urn]);
  });

  it("has one record for each name in a preview too, where what is in it is unknown", async () => {
    const more = { subjectAlternativeNames: ["www.example.com", "*.records.example.com", "*.example.org"] };
    const preview = await record(() => new PublicEdge("edge", edgeArgs(more)), { mode: "preview" });
    const records = preview.all("Record").map(nameOf).sort();
    assert.deepEqual(records, [
      "edge-alias-a",
      "edge-validation",
      "edge-validation-example.org",
      "edge-validation-www.example.com",
    ]);
    const update = await build(more);
    assert.deepEqual(update.all("Record").map(nameOf).sort(), records);
    const names = update.all("Record").map(({ inputs }) => inputs.name);
    assert.equal(new Set(names).size, 4);
  });

  it("takes a validation record over that another Region made, and leaves it behind for that one", async () => {
    const more = { subjectAlternativeNames: ["www.example.com"], sharedNames: ["all.example.com"] };
    const graph = await build(more);
    assert.deepEqual(graph.one("Certificate").inputs.subjectAlternativeNames, ["www.example.com", "all.example.com"]);
    const shared = graph.one("Record", "edge-validation-all.example.com");
    assert.deepEqual([shared.inputs.allowOverwrite, shared.retainOnDelete], [true, true]);
    for (const own of ["edge-validation", "edge-validation-www.example.com"]) {
      const { inputs, retainOnDelete } = graph.one("Record", own);
      assert.deepEqual([inputs.allowOverwrite, retainOnDelete], [undefined, undefined], own);
    }
  });

  it("acm-expiry-alarm: warns of a certificate that is not renewed, requested or given", async () => {
    const topic = "arn:aws:sns:us-east-1:111122223333:security";
    for (const more of [{}, onlyCertificate]) {
      const graph = await build({ ...more, alarmTopicArn: topic });
      const { inputs } = graph.one("MetricAlarm");
      assert.equal(inputs.namespace, "AWS/CertificateManager");
      assert.equal(inputs.metricName, "DaysToExpiry");
      assert.equal(inputs.threshold, 45);
      assert.equal(inputs.comparisonOperator, "LessThanThreshold");
      assert.deepEqual(inputs.alarmActions, [topic]);
      assert.deepEqual(inputs.dimensions, { CertificateArn: graph.one("PublicEdge").outputs.certificateArn ?? null });
    }
    assert.equal((await build()).all("MetricAlarm").length, 0);
  });

  const nothing = { certificateArn: undefined, domainName: undefined, hostedZoneId: undefined };
  const refused: [string, Partial<PublicEdgeArgs>, RegExp][] = [
    [
      "neither certificate nor name",
      nothing,
      /certificateArn is missing.*Give certificateArn, or domainName with hostedZoneId/,
    ],
    ["a name without a zone", { hostedZoneId: undefined }, /hostedZoneId is missing/],
    ["a zone without a name", { ...nothing, hostedZoneId: zone }, /hostedZoneId is given without domainName/],
    [
      "a certificate and a zone without a name",
      { ...nothing, certificateArn: givenCertificate, hostedZoneId: zone },
      /hostedZoneId is given without domainName/,
    ],
    [
      "further names for a given certificate",
      { certificateArn: givenCertificate, subjectAlternativeNames: ["www.example.com"] },
      /subjectAlternativeNames and certificateArn are given together/,
    ],
    ["a name in capitals", { domainName: "Records.example.com" }, /domainName is "Records.example.com"/],
    ["a wildcard as the name", { domainName: "*.example.com" }, /domainName is "\*.example.com"/],
    ["a name of one label", { domainName: "localhost" }, /domainName is "localhost"/],
    [
      "shared names for an existing certificate",
      { ...onlyCertificate, sharedNames: ["www.example.com"] },
      /sharedNames and certificateArn are given together/,
    ],
    [
      "a shared name that is a further one too",
      { subjectAlternativeNames: ["a.example.com"], sharedNames: ["a.example.com"] },
      /holds "a.example.com" twice/,
    ],
    ["a URL as a further name", { subjectAlternativeNames: ["https://a.example.com"] }, /subjectAlternativeNames is/],
    ["the name again", { subjectAlternativeNames: [domain] }, /holds "records.example.com" twice/],
    [
      "more names than ACM takes",
      { subjectAlternativeNames: Array.from({ length: 10 }, (_, index) => `n${index}.example.com`) },
      /more than the 10 names/,
    ],
  ];
  for (const [what, more, message] of refused) {
    it(`refuses ${what}`, async () => assert.match(await refuse(more), message));
  }

  it("refuses the same of an internal load balancer", async () => {
    const args = internalArgs({ hostedZoneId: undefined });
    assert.match(await refusal(() => new InternalLoadBalancer("api", args)), /hostedZoneId is missing/);
  });
});
