import assert from "node:assert/strict";
import {
  ApplicationDistribution,
  type ApplicationDistributionArgs,
  type ApplicationDistributionClientCertificates,
} from "./index";
import { least } from "./testing/distribution-example";
import { record, refusal } from "./testing/graph";

const authorities: ApplicationDistributionClientCertificates = {
  bundleBucketName: "trust",
  bundleObjectKey: "partners.pem",
};
const config = { "aws:region": "us-west-2" };
const build = (more: Partial<ApplicationDistributionArgs> = {}, mode: "preview" | "update" = "update") =>
  record(() => new ApplicationDistribution("site", { ...least, ...more }), { mode, config });
const locationOf = (inputs: Record<string, unknown>) =>
  (inputs.caCertificatesBundleSource as Record<string, unknown>).caCertificatesBundleS3Location;

describe("client certificates of ApplicationDistribution", () => {
  it("are required of every caller, unexpired, of an authority in the trust store", async () => {
    const graph = await build({ clientCertificates: authorities });
    const store = graph.one("TrustStore", "site-mtls");
    assert.deepEqual(locationOf(store.inputs), { bucket: "trust", key: "partners.pem", region: "us-west-2" });
    assert.equal(store.parent, graph.one("ApplicationDistribution").urn);
    assert.deepEqual(graph.one("Distribution").inputs.viewerMtlsConfig, {
      mode: "required",
      trustStoreConfig: {
        trustStoreId: store.id,
        ignoreCertificateExpiry: false,
        advertiseTrustStoreCaNames: false,
      },
    });
  });

  it("are asked for over HTTP/2, where CloudFront can", async () => {
    for (const mode of ["preview", "update"] as const) {
      const asked = (await build({ clientCertificates: authorities }, mode)).one("Distribution").inputs;
      assert.equal(asked.httpVersion, "http2");
      const { httpVersion, viewerMtlsConfig } = (await build({}, mode)).one("Distribution").inputs;
      assert.deepEqual([httpVersion, viewerMtlsConfig], ["http2and3", undefined]);
    }
    assert.deepEqual((await build()).all("TrustStore"), []);
  });

  it("takes a bucket of another Region, a version, and tells clients which authorities", async () => {
    const clientCertificates = {
      ...authorities,
      bundleBucketRegion: "us-east-2",
      bundleObjectVersion: "v1",
      advertiseAuthorities: true,
    };
    const graph = await build({ clientCertificates, tags: { Owner: "partners" } });
    const { inputs } = graph.one("TrustStore");
    assert.deepEqual(locationOf(inputs), { bucket: "trust", key: "partners.pem", region: "us-east-2", version: "v1" });
    assert.deepEqual(inputs.tags, { Owner: "partners" });
    assert.match(
      JSON.stringify(graph.one("Distribution").inputs.viewerMtlsConfig),
      /"advertiseTrustStoreCaNames":true/,
    );
  });

  const refused: [string, Partial<ApplicationDistributionClientCertificates>, RegExp][] = [
    ["no bucket", { bundleBucketName: undefined }, /clientCertificates.bundleBucketName is missing/],
    ["no object", { bundleObjectKey: undefined }, /clientCertificates.bundleObjectKey is missing/],
    ["a Region that is none", { bundleBucketRegion: "Ohio" }, /clientCertificates.bundleBucketRegion is "Ohio"/],
  ];
  for (const [what, more, message] of refused) {
    it(`refuses ${what}`, async () => {
      const clientCertificates = { ...authorities, ...more };
      assert.match(await refusal(() => new ApplicationDistribution("site", { ...least, clientCertificates })), message);
    });
  }
});
