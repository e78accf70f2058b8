import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eligibleServices, peerNames, requirements } from "@hipaa-aws/controls";
import { FakeHosts, fixturePack, runWith } from "../testing/fakes";
import { workspaceRoot } from "../workspace";

interface Listed {
  readonly pack: { readonly name: string };
  readonly rules: readonly {
    readonly id: string;
    readonly inPack: boolean;
    readonly tier?: string;
    readonly service?: string;
  }[];
}

async function list(args: readonly string[], hosts = new FakeHosts()): Promise<Listed> {
  const { code, out } = await runWith(hosts, ["rules", ...args, "--json"]);
  assert.equal(code, 0);
  return JSON.parse(out) as Listed;
}

describe("rules", () => {
  it("lists every rule of the catalogue, tells which the pack holds, and closes the pack", async () => {
    const hosts = new FakeHosts();
    const { rules } = await list([], hosts);
    const expected = [...requirements().values()].filter(({ kind }) => kind.endsWith("-policy")).length;
    assert.equal(rules.length, expected);
    assert.deepEqual(
      rules.filter(({ inPack }) => inPack).map(({ id }) => id),
      ["s3-public-access-block"],
    );
    assert.equal(hosts.asked.at(-1), "close");
  });

  it("lists rules of the pack that the catalogue does not know", async () => {
    const hosts = new FakeHosts();
    hosts.rules = ["acme-rule"];
    assert.ok((await list([], hosts)).rules.some(({ id, inPack }) => id === "acme-rule" && inPack));
  });

  it("keeps the rules of one service and one tier", async () => {
    const { rules } = await list(["--service", "s3", "--tier", "core"]);
    assert.ok(rules.length > 3);
    for (const { id, service, tier } of rules) {
      assert.ok(id.startsWith("s3-") || service?.includes("S3"), id);
      assert.equal(tier, "core");
    }
  });

  it("prints a table with the number of rules", async () => {
    const { out } = await runWith(new FakeHosts(), ["rules", "--service", "Amazon S3"]);
    assert.match(out, /│ s3-public-access-block +│ yes/);
    assert.match(out, /\d+ rules, 1 of them in fake-pack 9\.9\.9\n/);
    assert.ok(out.endsWith(`HIPAA-eligible services: AWS's list of ${eligibleServices().reviewed}\n`), out.slice(-200));
  });

  it("names the nearest services when none fits", async () => {
    const { code, out, error } = await runWith(new FakeHosts(), ["rules", "--service", "amazon rdss"]);
    assert.equal(code, 2);
    assert.equal(out, "");
    assert.match(error, /^hipaa: no rule belongs to the service "amazon rdss"; the nearest are Amazon RDS, [^\n]+\n$/);
  });
});

describe("explain", () => {
  it("says why, with citations and their obligation, what is read, the phase and the mend", async () => {
    const item = requirements().get("s3-public-access-block");
    assert.ok(item);
    const { code, out } = await runWith(new FakeHosts(), ["explain", item.id]);
    assert.equal(code, 0);
    const flat = out.replace(/\s+/g, " ");
    for (const text of [
      item.what,
      item.mend,
      ...item.hipaa.map((id) => `45 CFR ${id}`),
      ...item.resourceTypes,
      "in fake-pack 9.9.9",
    ]) {
      assert.ok(flat.includes(text.replace(/\s+/g, " ")), text);
    }
    assert.match(out, /\((standard|required|addressable)\)/);
    for (const [set, ids] of Object.entries(item.peers ?? {}))
      assert.ok(flat.includes(`${peerNames[set] ?? ""}: ${ids.join(", ")}`), set);
  });

  it("says on what terms a rule may be exempted, or why it may not", async () => {
    const said = async (id: string) => (await runWith(new FakeHosts(), ["explain", id])).out.replace(/\s+/g, " ");
    assert.match(await said("rds-not-public"), /Exemptions With a compensating control: .* 164\.306\(d\)\(2\)/);
    assert.match(await said("rds-storage-encrypted"), /Exemptions Documented, .* 164\.306\(d\)\(3\)/);
    assert.match(await said("lambda-no-secrets-in-env"), /Exemptions None: a credential/);
    assert.match(await said("s3-no-public-acl"), /Exemptions With a compensating control.*None for what may hold PHI/);
  });

  it("prints the rule's page, with examples, where the pack has one", async () => {
    const page = join(workspaceRoot, "policy-pack", "docs", "rules", "s3-public-access-block.md");
    const { out } = await runWith(new FakeHosts(), ["explain", "s3-public-access-block"]);
    const words = (text: string) => text.replace(/\\(.)/g, "$1").match(/[A-Za-z0-9]{3,}/g) ?? [];
    const printed = new Set(words(out));
    const [, body = ""] = readFileSync(page, "utf8").split("\n# s3-public-access-block\n");
    const missing = words(body.replace(/```ts|\(([\w-]+\.md)\)/g, "")).filter((word) => !printed.has(word));
    assert.deepEqual(missing, []);
    assert.match(out, /new s3\.BucketPublicAccessBlock\(/);
  });

  it("says what the catalogue says where the pack has no page", async () => {
    const { out } = await runWith(new FakeHosts(), ["explain", "s3-public-access-block", "--pack", fixturePack]);
    assert.match(out, /\nKind\n {2}rule on/);
    assert.doesNotMatch(out, /new s3\./);
  });

  it("explains every item of the catalogue", async () => {
    const hosts = new FakeHosts();
    for (const id of requirements().keys()) {
      const { code, error } = await runWith(hosts, ["explain", id]);
      assert.equal(code, 0, `${id}: ${error}`);
    }
  });

  it("says whether the rule can remediate, what it writes where, and how to switch it on", async () => {
    const flat = async (id: string) => {
      const { out } = await runWith(new FakeHosts(), ["explain", id]);
      return out.slice(out.indexOf("\nRemediation\n")).replace(/\s+/g, " ");
    };
    const metadata = await flat("ec2-imdsv2-required");
    assert.match(
      metadata,
      /sets metadataOptions\.httpTokens to "required", gives metadataOptions\.httpEndpoint "enabled" where nothing is given for Instance, LaunchTemplate/,
    );
    assert.match(metadata, /\{ "ec2-imdsv2-required": "remediate" \}/);
    assert.match(await flat("rds-iam-authentication"), /where engine is not mariadb and engineMode is not serverless/);
    assert.match(await flat("eks-control-plane-logs"), /adds api, audit, authenticator to enabledClusterLogTypes/);
    assert.match(await flat("elasticache-ha-and-backup"), /to the rule's setting cacheSnapshotDays/);
    assert.match(await flat("s3-public-access-block"), /None: the rule reports/);
  });

  it("says of an item that is no rule what it is", async () => {
    const item = [...requirements().values()].find(({ kind }) => kind === "guidance");
    assert.ok(item);
    const { out } = await runWith(new FakeHosts(), ["explain", item.id]);
    assert.match(out, /not a rule/);
    assert.match(out, /duty of people/);
  });

  it("names the nearest ids when there is no such rule", async () => {
    const { code, out, error } = await runWith(new FakeHosts(), ["explain", "s3-public-acces-block"]);
    assert.equal(code, 2);
    assert.equal(out, "");
    assert.match(
      error,
      /^hipaa: there is no rule "s3-public-acces-block"; the nearest are s3-public-access-block, [^\n]+\n$/,
    );
  });
});
