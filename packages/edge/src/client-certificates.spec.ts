import assert from "node:assert/strict";
import { InternalLoadBalancer, PublicEdge, type ClientCertificates } from "./index";
import { edgeArgs, internalArgs } from "./testing/example";
import { nameOf, record, refusal } from "./testing/graph";

const authorities: ClientCertificates = { bundleBucketName: "trust", bundleObjectKey: "partners.pem" };
const lists = [
  { bucketName: "trust", objectKey: "a.crl" },
  { bucketName: "trust", objectKey: "b.crl", objectVersion: "v2" },
];

const public_ = (clientCertificates?: ClientCertificates) =>
  record(() => new PublicEdge("edge", edgeArgs({ clientCertificates })));

describe("client certificates", () => {
  it("elb-mutual-authentication-option: the listener verifies against a trust store", async () => {
    const graph = await public_(authorities);
    const store = graph.one("TrustStore", "edge-mtls");
    assert.equal(store.inputs.caCertificatesBundleS3Bucket, "trust");
    assert.equal(store.inputs.caCertificatesBundleS3Key, "partners.pem");
    assert.equal(store.inputs.caCertificatesBundleS3ObjectVersion, undefined);
    const listener = graph.one("Listener", "edge-https");
    assert.deepEqual(listener.inputs.mutualAuthentication, {
      mode: "verify",
      trustStoreArn: store.outputs.arn,
      ignoreClientCertificateExpiry: false,
      advertiseTrustStoreCaNames: "off",
    });
    assert.equal(graph.one("Listener", "edge-redirect").inputs.mutualAuthentication, undefined);
  });

  it("are not asked for by default", async () => {
    const graph = await public_();
    assert.equal(graph.one("Listener", "edge-https").inputs.mutualAuthentication, undefined);
    assert.deepEqual(graph.all("TrustStore"), []);
  });

  it("are refused once revoked: lists are in place before the listener is", async () => {
    const graph = await public_({ ...authorities, bundleObjectVersion: "v1", revocationLists: lists });
    assert.equal(graph.one("TrustStore").inputs.caCertificatesBundleS3ObjectVersion, "v1");
    const revocations = graph.all("TrustStoreRevocation");
    assert.deepEqual(revocations.map(nameOf), ["edge-revoked-1", "edge-revoked-2"]);
    assert.equal(revocations[1]?.inputs.revocationsS3ObjectVersion, "v2");
    const listener = graph.one("Listener", "edge-https");
    for (const { urn, inputs } of revocations) {
      assert.ok(listener.dependencies.includes(urn));
      assert.equal(inputs.trustStoreArn, graph.one("TrustStore").outputs.arn);
    }
    const association = graph.one("WebAclAssociation");
    assert.ok(listener.dependencies.includes(association.urn));
  });

  it("are asked for by the internal load balancer too, which can name its authorities", async () => {
    const clientCertificates = { ...authorities, advertiseAuthorities: true, revocationLists: lists };
    const graph = await record(
      () => new InternalLoadBalancer("api", internalArgs({ clientCertificates, tags: { Owner: "api" } })),
      { mode: "preview" },
    );
    const { inputs } = graph.one("Listener");
    assert.match(JSON.stringify(inputs.mutualAuthentication), /"advertiseTrustStoreCaNames":"on".*"mode":"verify"/);
    assert.deepEqual(graph.one("TrustStore", "api-mtls").inputs.tags, { Owner: "api" });
    assert.equal(graph.all("TrustStoreRevocation").length, 2);
  });

  const refused: [string, string, Partial<ClientCertificates>, RegExp][] = [
    ["no bucket", "edge", { bundleBucketName: undefined }, /clientCertificates.bundleBucketName is missing/],
    ["no object", "edge", { bundleObjectKey: undefined }, /clientCertificates.bundleObjectKey is missing/],
    ["a name too long for a trust store", "x".repeat(20), {}, /32 characters AWS allows for names of trust stores/],
    [
      "more lists than a trust store takes",
      "edge",
      { revocationLists: Array.from({ length: 31 }, (_, index) => ({ bucketName: "b", objectKey: String(index) })) },
      /more than the 30 of a trust store/,
    ],
  ];
  for (const [what, name, more, message] of refused) {
    it(`refuses ${what}`, async () => {
      const clientCertificates = { ...authorities, ...more };
      assert.match(await refusal(() => new PublicEdge(name, edgeArgs({ clientCertificates }))), message);
      assert.match(await refusal(() => new InternalLoadBalancer(name, internalArgs({ clientCertificates }))), message);
    });
  }
});
