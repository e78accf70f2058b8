import assert from "node:assert/strict";
import { ServiceTls, type FargateServiceArgs } from "./fargate-service-args";
import { privateCaScript } from "./proxy-scripts";
import { accountArn, image, service, surroundings } from "./testing/example";
import { containers, listed, record, statements } from "./testing/recorded";

const certificateAuthorityArn = accountArn("acm-pca", "certificate-authority/11111111-2222-3333-4444-555555555555");
const privateCa = {
  tls: ServiceTls.PrivateCa,
  proxyImage: image("tls-proxy"),
  certificateAuthorityArn,
  certificateNames: ["portal.clinic.internal"],
};
const serviceConnect = {
  tls: ServiceTls.ServiceConnect,
  certificateAuthorityArn,
  serviceConnect: {
    namespaceArn: accountArn("servicediscovery", "namespace/ns-0123456789abcdef"),
    discoveryName: "portal",
    key: surroundings.secretsKey,
  },
};

describe("TLS by a private CA", () => {
  it("has the proxy fetch a certificate, renew it, and listen with it", async () => {
    const { app, tls } = containers((await record(() => service(privateCa), { mode: "update" })).named("web-task"));
    const script = tls?.command?.[0] ?? "";
    assert.match(script, new RegExp(`issue-certificate --certificate-authority-arn ${certificateAuthorityArn}`));
    assert.match(script, /--template-arn arn:aws:acm-pca:::template\/EndEntityServerAuthCertificate\/V1/);
    assert.match(script, /Value=7,Type=DAYS/);
    assert.match(script, /subjectAltName=DNS:portal\.clinic\.internal/);
    assert.match(script, /listen 8443 ssl;[^]*proxy_pass http:\/\/127\.0\.0\.1:8080;/);
    assert.deepEqual(app?.portMappings, []);
  });

  it("lets the task issue server certificates of this CA, and no others", async () => {
    const recording = await record(() => service(privateCa), { mode: "update" });
    const policy = statements(recording.named("web-task-policy").inputs["policy"]);
    assert.equal(policy["IssueServerCertificate"]?.Action, "acm-pca:IssueCertificate");
    assert.equal(policy["IssueServerCertificate"]?.Resource, certificateAuthorityArn);
    assert.deepEqual(policy["IssueServerCertificate"]?.Condition, {
      StringEquals: { "acm-pca:TemplateArn": "arn:aws:acm-pca:::template/EndEntityServerAuthCertificate/V1" },
    });
    assert.deepEqual(listed(policy["ReadCertificate"]?.Action), [
      "acm-pca:GetCertificate",
      "acm-pca:DescribeCertificateAuthority",
    ]);
  });

  it("renews when half of the days are over, and cuts the common name at its 64 characters", () => {
    const long = `${"a".repeat(60)}.clinic.internal`;
    const script = privateCaScript(8443, 8080, {
      authorityArn: certificateAuthorityArn,
      templateArn: "arn:aws:acm-pca:::template/EndEntityServerAuthCertificate/V1",
      names: [long, "b.clinic.internal"],
      days: 30,
    });
    assert.match(script, /while sleep 1296000; do/);
    assert.match(script, new RegExp(`/CN=${long.slice(0, 64)}'`));
    assert.match(script, new RegExp(`DNS:${long},DNS:b\\.clinic\\.internal`));
  });

  it("refuses what is no CA as soon as it is known, for it stands in a script", async () => {
    await assert.rejects(
      record(() => service({ ...privateCa, certificateAuthorityArn: "x; rm -rf /" }), { mode: "update" }),
      /certificateAuthorityArn is "x; rm -rf \/"/,
    );
  });
});

describe("TLS by Service Connect", () => {
  it("ecs-inter-container-tls: the proxy of ECS ends TLS with a certificate of the CA, under the given key", async () => {
    const recording = await record(() => service(serviceConnect), { mode: "update" });
    const configuration = recording.named("web").inputs["serviceConnectConfiguration"] as Record<string, unknown>;
    assert.equal(configuration["enabled"], true);
    const [offered] = configuration["services"] as Record<string, unknown>[];
    assert.deepEqual(offered?.["clientAlias"], [{ dnsName: "portal", port: 8443 }]);
    assert.deepEqual(offered?.["tls"], {
      issuerCertAuthority: { awsPcaAuthorityArn: certificateAuthorityArn },
      kmsKey: surroundings.secretsKey.arn,
      roleArn: recording.named("web-connect-role").outputs["arn"],
    });
    assert.ok(!("ingressPortOverride" in (offered ?? {})), "load balancers reach the port of the container only");
    assert.deepEqual(configuration["accessLogConfiguration"], {
      format: "JSON",
      includeQueryParameters: "DISABLED",
    });
    const { app } = containers(recording.named("web-task"));
    assert.deepEqual(app?.portMappings, [
      { containerPort: 8443, hostPort: 8443, protocol: "tcp", name: "https", appProtocol: "http" },
    ]);
    assert.ok(recording.named("web").dependencies.includes(recording.named("web-connect-attachment").urn));
  });

  it("gives ECS the one CA, its own secrets and the key", async () => {
    const recording = await record(() => service(serviceConnect), { mode: "update" });
    const policy = statements(recording.named("web-connect-policy").inputs["policy"]);
    assert.equal(policy["IssueCertificates"]?.Resource, certificateAuthorityArn);
    assert.equal(policy["StoreCertificates"]?.Resource, accountArn("secretsmanager", "secret:ecs-sc!*"));
    assert.equal(policy["EncryptCertificates"]?.Resource, surroundings.secretsKey.arn);
    const trust = statements(recording.named("web-connect-role").inputs["assumeRolePolicy"]);
    assert.deepEqual(trust["AssumeByEcs"]?.Principal, { Service: "ecs.amazonaws.com" });
  });
});

describe("FargateService refuses, of TLS,", () => {
  const refused: [string, Partial<FargateServiceArgs>, RegExp][] = [
    [
      "a private CA without its ARN",
      { ...privateCa, certificateAuthorityArn: undefined },
      /Give certificateAuthorityArn/,
    ],
    ["a private CA without a proxy", { ...privateCa, proxyImage: undefined }, /tls and proxyImage do not fit/],
    ["a private CA without names", { ...privateCa, certificateNames: undefined }, /certificateNames has 0 element/],
    ["a name that is none", { ...privateCa, certificateNames: ["'; reboot"] }, /certificateNames is "'; reboot"/],
    ["a name twice", { ...privateCa, certificateNames: ["a.b", "a.b"] }, /certificateNames holds "a\.b" twice/],
    [
      "eleven names",
      { ...privateCa, certificateNames: Array.from({ length: 11 }, (_, one) => `a${one}.b`) },
      /certificateNames holds 11 names/,
    ],
    ["more days than browsers take", { ...privateCa, certificateDays: 398 }, /certificateDays is 398/],
    ["names without a CA", { certificateNames: ["a.b"] }, /tls and certificateNames do not fit/],
    ["days without a CA", { certificateDays: 3 }, /tls and certificateDays do not fit/],
    ["a CA that nobody asks", { certificateAuthorityArn }, /tls and certificateAuthorityArn do not fit/],
    ["Service Connect without a namespace", { ...serviceConnect, serviceConnect: undefined }, /Give serviceConnect/],
    [
      "a discovery name of another form",
      { ...serviceConnect, serviceConnect: { ...serviceConnect.serviceConnect, discoveryName: "Portal!" } },
      /serviceConnect\.discoveryName is "Portal!"/,
    ],
    [
      "a namespace beside another way",
      { serviceConnect: serviceConnect.serviceConnect },
      /tls and serviceConnect do not/,
    ],
    ["a proxy beside Service Connect", { ...serviceConnect, proxyImage: image("p") }, /tls and proxyImage do not fit/],
  ];
  for (const [title, args, expected] of refused) {
    it(title, async () => {
      await assert.rejects(
        record(() => service(args)),
        expected,
      );
    });
  }
});
