import assert from "node:assert/strict";
import {
  PrivateCertificateAuthority,
  PrivateCertificateAuthorityMode,
  type PrivateCertificateAuthorityArgs,
} from "./index";
import { record, refusal, text } from "./testing/graph";

type More = Partial<PrivateCertificateAuthorityArgs>;
const least = { organization: "Example Clinic" };
const build = (more: More = {}, mode: "preview" | "update" = "update", partition = "aws") =>
  record(() => new PrivateCertificateAuthority("internal", { ...least, ...more }), {
    mode,
    environment: { partition },
  });
const refuse = (more: More, name = "internal") =>
  refusal(() => new PrivateCertificateAuthority(name, { ...least, ...more }));
const general = { mode: PrivateCertificateAuthorityMode.GeneralPurpose };

const children = [
  "aws:acmpca/certificate:Certificate internal-root",
  "aws:acmpca/certificateAuthority:CertificateAuthority internal",
  "aws:acmpca/certificateAuthorityCertificate:CertificateAuthorityCertificate internal-root",
  "edge:index:PrivateCertificateAuthority internal",
];

describe("PrivateCertificateAuthority", () => {
  it("has these children, in a preview and in an update", async () => {
    assert.deepEqual((await build()).names, children);
    const preview = await build({}, "preview");
    assert.deepEqual(preview.names, children);
    const component = preview.one("PrivateCertificateAuthority").urn;
    for (const resource of preview.resources.filter((r) => r.custom)) assert.equal(resource.parent, component);
    const permission = "aws:acmpca/permission:Permission internal-acm";
    assert.deepEqual((await build(general)).names, [...children, permission].sort());
  });

  it("is a root authority for certificates of days, with its key in a FIPS module, by default", async () => {
    const { inputs } = (await build()).one("CertificateAuthority");
    assert.equal(inputs.type, "ROOT");
    assert.equal(inputs.usageMode, "SHORT_LIVED_CERTIFICATE");
    assert.equal(inputs.keyStorageSecurityStandard, "FIPS_140_2_LEVEL_3_OR_HIGHER");
    assert.equal(inputs.permanentDeletionTimeInDays, 30);
    assert.equal(inputs.revocationConfiguration, undefined);
    assert.deepEqual(inputs.certificateAuthorityConfiguration, {
      keyAlgorithm: "EC_secp384r1",
      signingAlgorithm: "SHA384WITHECDSA",
      subject: { commonName: "internal", organization: "Example Clinic" },
    });
  });

  it("acm-private-ca-component: answers for revoked certificates that last, and lets ACM renew them", async () => {
    const graph = await build(general);
    const { inputs } = graph.one("CertificateAuthority");
    assert.equal(inputs.usageMode, "GENERAL_PURPOSE");
    assert.deepEqual(inputs.revocationConfiguration, { ocspConfiguration: { enabled: true } });
    assert.equal(inputs.keyStorageSecurityStandard, "FIPS_140_2_LEVEL_3_OR_HIGHER");
    assert.equal(inputs.permanentDeletionTimeInDays, 30);
    const permission = graph.one("Permission").inputs;
    assert.equal(permission.principal, "acm.amazonaws.com");
    assert.deepEqual(permission.actions, ["IssueCertificate", "GetCertificate", "ListPermissions"]);
  });

  it("signs itself, and is known once its certificate is installed", async () => {
    const graph = await build();
    const authority = graph.one("CertificateAuthority").outputs;
    const certificate = graph.one("Certificate");
    assert.equal(certificate.inputs.certificateSigningRequest, authority.certificateSigningRequest);
    assert.equal(certificate.inputs.templateArn, "arn:aws:acm-pca:::template/RootCACertificate/V1");
    assert.deepEqual(certificate.inputs.validity, { type: "YEARS", value: "10" });
    const installed = graph.one("CertificateAuthorityCertificate");
    assert.equal(installed.inputs.certificate, certificate.outputs.certificate);
    assert.deepEqual(graph.one("PrivateCertificateAuthority").outputs, {
      certificateAuthorityArn: authority.arn,
      certificatePem: certificate.outputs.certificate,
    });
  });

  it("takes another name, other years and tags", async () => {
    const graph = await build({ commonName: "Clinic internal", validityYears: 3, tags: { Owner: "net" } });
    const { inputs } = graph.one("CertificateAuthority");
    assert.match(JSON.stringify(inputs.certificateAuthorityConfiguration), /"commonName":"Clinic internal"/);
    assert.deepEqual(inputs.tags, { Owner: "net" });
    assert.deepEqual(graph.one("Certificate").inputs.validity, { type: "YEARS", value: "3" });
  });

  for (const [partition = "", standard] of [
    ["aws", "FIPS_140_2_LEVEL_3_OR_HIGHER"],
    ["aws-us-gov", "FIPS_140_2_LEVEL_3_OR_HIGHER"],
    ["aws-cn", "CCPC_LEVEL_1_OR_HIGHER"],
  ]) {
    it(`stays in the partition ${partition}, by its standard for keys`, async () => {
      const graph = await build({}, "update", partition);
      assert.equal(graph.one("CertificateAuthority").inputs.keyStorageSecurityStandard, standard);
      assert.match(
        text(graph.one("Certificate").inputs.templateArn),
        new RegExp(`^arn:${partition}:acm-pca:::template/`),
      );
    });
  }

  const refused: [string, More, RegExp][] = [
    ["no organization", { organization: undefined }, /organization is missing/],
    ["an organization of 65 characters", { organization: "x".repeat(65) }, /organization is/],
    ["a name with a line break", { commonName: "a\nb" }, /commonName is/],
    ["a mode that is none", { mode: "FOREVER" as PrivateCertificateAuthorityMode }, /mode is "FOREVER"/],
    ["no year", { validityYears: 0 }, /validityYears is 0/],
    ["more years than a root is good for", { validityYears: 31 }, /validityYears is 31/],
  ];
  for (const [what, more, message] of refused) {
    it(`refuses ${what}`, async () => assert.match(await refuse(more), message));
  }

  it("refuses a component's name that is no name of an authority", async () => {
    assert.match(await refuse({}, "_internal"), /commonName is "_internal"/);
  });
});
