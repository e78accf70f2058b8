import assert from "node:assert/strict";
import type { ResourceState } from "@hipaa-aws/simulated-aws";
import type { HipaaWebApplicationArgs } from "./args";
import { image, record } from "./testing/example";
import { frontExample } from "./testing/front-example";
import { inputsOf, named, ofType, permissionsOf } from "./testing/find";

const authorityType = "aws:acmpca/certificateAuthority:CertificateAuthority";
const applicationType = "reference:index:HipaaWebApplication";
const certificateAuthority = { organization: "Example Clinic" };
const recorded = (args: Partial<HipaaWebApplicationArgs> = {}) =>
  record({ proxyImage: image("tls-proxy"), certificateAuthority, ...args });

/** What the proxy of a task runs, with quotes as the shell sees them. */
function proxyScriptOf(resources: readonly ResourceState[], task: string): string {
  const { inputs } = named(resources, "aws:ecs/taskDefinition:TaskDefinition", task);
  const containers = JSON.parse(inputs["containerDefinitions"] as string) as { name: string; command?: string[] }[];
  return (containers.find(({ name }) => name === "tls")?.command ?? []).join("\n");
}

describe("HipaaWebApplication with a certificate authority", () => {
  it("has each proxy ask the authority for a certificate of the name that it is called by", async () => {
    const resources = await recorded();
    const arn = named(resources, authorityType, "clinic-authority").outputs["arn"] as string;
    for (const [program, name] of [
      ["app", "internal.clinic.example.com"],
      ["web", "clinic.example.com"],
    ] as const) {
      const script = proxyScriptOf(resources, `clinic-${program}-task`);
      assert.ok(script.includes(`issue-certificate --certificate-authority-arn ${arn}`), script);
      assert.ok(script.includes(`subjectAltName=DNS:${name}'`), script);
      assert.equal(permissionsOf(resources, `clinic-${program}`)["IssueServerCertificate"]?.Resource, arn);
    }
    named(resources, "aws:ec2/vpcEndpoint:VpcEndpoint", "clinic-network-acm-pca");
  });

  it("names the load balancer behind a distribution, which is what the web tier is called by", async () => {
    const script = proxyScriptOf(await recorded(frontExample), "clinic-web-task");
    assert.ok(script.includes("subjectAltName=DNS:origin.clinic.example.com'"), script);
  });

  it("issues certificates of days, and shows the certificate that clients trust", async () => {
    const more = { commonName: "Clinic internal", validityYears: 5 };
    const resources = await recorded({ certificateAuthority: { ...certificateAuthority, ...more } });
    const { inputs } = named(resources, authorityType, "clinic-authority");
    assert.equal(inputs["usageMode"], "SHORT_LIVED_CERTIFICATE");
    const { subject } = inputs["certificateAuthorityConfiguration"] as { subject: Record<string, string> };
    assert.deepEqual(subject, { commonName: "Clinic internal", organization: "Example Clinic" });
    const root = named(resources, "aws:acmpca/certificate:Certificate", "clinic-authority-root");
    assert.deepEqual(root.inputs["validity"], { type: "YEARS", value: "5" });
    assert.equal(
      ofType(resources, applicationType)[0]?.outputs["certificateAuthorityPem"],
      root.outputs["certificate"],
    );
  });

  it("leaves a worker and a web tier of instances as they are, and makes the same at preview", async () => {
    const args = {
      web: undefined,
      webInstances: { imageId: "ami-0123456789abcdef0" },
      jobs: { worker: { image: image("worker") } },
    };
    const resources = await recorded(args);
    assert.equal(proxyScriptOf(resources, "clinic-worker-task"), "");
    assert.equal(permissionsOf(resources, "clinic-worker")["IssueServerCertificate"], undefined);
    const preview = await record(
      { proxyImage: image("tls-proxy"), certificateAuthority, ...args },
      { mode: "preview" },
    );
    assert.deepEqual(preview.map(({ urn }) => urn).sort(), resources.map(({ urn }) => urn).sort());
  });

  it("makes none by default, and proxies sign for themselves", async () => {
    const resources = await record({ proxyImage: image("tls-proxy") });
    assert.equal(inputsOf(resources, authorityType).length, 0);
    assert.match(proxyScriptOf(resources, "clinic-app-task"), /openssl req -x509/);
    assert.equal(ofType(resources, applicationType)[0]?.outputs["certificateAuthorityPem"], "");
  });

  const refused: readonly (readonly [string, object, RegExp])[] = [
    ["an authority that no proxy asks", { proxyImage: undefined }, /certificateAuthority is given without proxyImage/],
    ["an authority of nobody", { certificateAuthority: {} }, /organization is missing/],
    [
      "one of too many years",
      { certificateAuthority: { ...certificateAuthority, validityYears: 31 } },
      /years? is 31/i,
    ],
  ];
  for (const [title, args, message] of refused) {
    it(`refuses ${title}`, async () => {
      await assert.rejects(recorded(args), message);
    });
  }
});
