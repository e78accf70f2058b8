import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { isSecret, isUnknown, logicalName, type ResourceState, type StackState, textOf } from "@hipaa-aws/stack-state";
import * as pulumi from "@pulumi/pulumi";
import * as awsRoot from "@pulumi/aws";
import * as ec2 from "@pulumi/aws/ec2";
import * as kms from "@pulumi/aws/kms";
import * as s3 from "@pulumi/aws/s3";
import * as vpc from "@pulumi/aws/vpc";
import { recordProgram, type Program, type RecordOptions } from "./index";

class Component extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("test:index:Component", name, { size: 1 }, opts);
    const network = new ec2.Vpc(name, { cidrBlock: "10.0.0.0/16" }, { parent: this });
    this.vpcId = network.id;
    this.registerOutputs({ vpcId: this.vpcId });
  }
}

const find = (state: StackState, name: string, type?: string): ResourceState => {
  const found = state.resources.filter((r) => logicalName(r.urn) === name && (!type || r.type === type));
  assert.equal(found.length, 1, `${found.length} resources are called ${name}`);
  return found[0] as ResourceState;
};
const update = (program: Program, options: RecordOptions = {}) =>
  recordProgram(program, { ...options, mode: "update" });
const defaultProvider = "urn:pulumi:stack::project::pulumi:providers:aws::default_7_48_0";

describe("recordProgram", () => {
  it("records urn, parent, dependencies and property dependencies", async () => {
    const state = await recordProgram(() => {
      const component = new Component("net");
      new ec2.Subnet("app", { vpcId: component.vpcId, cidrBlock: "10.0.1.0/24" });
    });
    const component = find(state, "net", "test:index:Component");
    const network = find(state, "net", "aws:ec2/vpc:Vpc");
    const subnet = find(state, "app");
    assert.equal(network.urn, "urn:pulumi:stack::project::test:index:Component$aws:ec2/vpc:Vpc::net");
    assert.equal(network.parent, component.urn);
    assert.deepEqual(component.inputs, { size: 1 });
    assert.equal(component.custom, false);
    assert.deepEqual(subnet.propertyDependencies.vpcId, [network.urn]);
    assert.deepEqual(subnet.dependencies, [network.urn]);
    assert.equal(subnet.parent, "urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack");
  });

  it("leaves ids and computed outputs unknown in a preview", async () => {
    const seen: string[] = [];
    const state = await recordProgram(() => {
      const network = new ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" });
      network.arn.apply((arn) => seen.push(arn));
      network.cidrBlock.apply((cidr) => seen.push(cidr));
      new ec2.Subnet("app", { vpcId: network.id });
    });
    assert.deepEqual(seen, ["10.0.0.0/16"]);
    assert.ok(isUnknown(find(state, "app").inputs.vpcId));
    const network = find(state, "net");
    assert.equal(network.id, undefined);
    assert.deepEqual(network.outputs, network.inputs);
  });

  it("gives ids and computed outputs in an update, and the same ones every time", async () => {
    const program = () => {
      const network = new ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" });
      new ec2.Subnet("app", { vpcId: network.id });
    };
    const [first, second] = [await update(program), await update(program)];
    assert.deepEqual(first, second);
    const network = find(first, "net");
    assert.match(network.id ?? "", /^vpc-[0-9a-f]{17}$/);
    assert.equal(find(first, "app").inputs.vpcId, network.id);
    assert.equal(network.outputs.arn, `arn:aws:ec2:us-east-1:111122223333:vpc/${network.id}`);
  });

  it("gives the same inputs in preview and update where they are known", async () => {
    const program = () => new s3.Bucket("Records", { tags: { a: "b" } });
    const [preview, updated] = [await recordProgram(program), await update(program)];
    assert.deepEqual(find(preview, "Records").inputs, find(updated, "Records").inputs);
  });

  it("keeps secrets in their envelopes", async () => {
    const state = await recordProgram(() => new s3.BucketObject("o", { bucket: "b", content: pulumi.secret("phi") }));
    assert.ok(isSecret(find(state, "o").inputs.content));
  });

  it("makes outputs secret that are declared so", async () => {
    const seen: boolean[] = [];
    const state = await update(() => {
      const key = new kms.Key("key", {}, { additionalSecretOutputs: ["arn"] });
      void pulumi.isSecret(key.arn).then((isSecretOutput) => seen.push(isSecretOutput));
    });
    assert.ok(isSecret(find(state, "key").outputs.arn));
    assert.deepEqual(seen, [true]);
  });

  it("refuses what only the engine can do", async () => {
    const transformed = () => void new kms.Key("key", {}, { transforms: [() => undefined] });
    await assert.rejects(recordProgram(transformed), /does not support transforms/);
    class Remote extends pulumi.ComponentResource {
      constructor() {
        super("awsx:ec2:Vpc", "remote", {}, {}, true);
      }
    }
    await assert.rejects(
      update(() => void new Remote()),
      /awsx:ec2:Vpc is a remote component/,
    );
    assert.equal(find(await recordProgram(() => void new Remote()), "remote").custom, false);
  });

  it("records stack outputs and component outputs", async () => {
    const state = await update(() => ({ vpcId: new Component("net").vpcId }));
    const id = find(state, "net", "aws:ec2/vpc:Vpc").id;
    assert.deepEqual(find(state, "net", "test:index:Component").outputs, { vpcId: id });
    assert.deepEqual(find(state, "project-stack").outputs, { vpcId: id });
  });

  it("hands protect and retainOnDelete down to children, and records the other options", async () => {
    const state = await recordProgram(() => {
      const parent = new Component("net", { protect: true, retainOnDelete: true });
      new kms.Key(
        "key",
        {},
        {
          parent,
          protect: false,
          aliases: ["urn:pulumi:stack::project::aws:kms/key:Key::old", { name: "older" }],
          customTimeouts: { create: "1h30m", delete: "20s" },
          ignoreChanges: ["tags"],
          additionalSecretOutputs: ["arn"],
        },
      );
    });
    const child = find(state, "net", "aws:ec2/vpc:Vpc");
    assert.equal(child.protect, true);
    assert.equal(child.retainOnDelete, true);
    const key = find(state, "key");
    assert.equal(key.protect, undefined);
    assert.deepEqual(key.aliases, [
      "urn:pulumi:stack::project::aws:kms/key:Key::old",
      "urn:pulumi:stack::project::test:index:Component$aws:kms/key:Key::older",
    ]);
    assert.deepEqual(key.customTimeouts, { create: 5400, delete: 20 });
    assert.deepEqual(key.ignoreChanges, ["tags"]);
    assert.deepEqual(key.additionalSecretOutputs, ["arn"]);
  });

  it("reads what exists already: known in a preview, and external", async () => {
    const seen: string[] = [];
    const state = await recordProgram(() => {
      const network = ec2.Vpc.get("shared", "vpc-0123456789abcdef0");
      network.arn.apply((arn) => seen.push(arn));
      new ec2.Subnet("app", { vpcId: network.id });
    });
    const network = find(state, "shared");
    assert.equal(network.external, true);
    assert.equal(network.id, "vpc-0123456789abcdef0");
    assert.equal(find(state, "app").inputs.vpcId, "vpc-0123456789abcdef0");
    assert.deepEqual(seen, ["arn:aws:ec2:us-east-1:111122223333:vpc/vpc-0123456789abcdef0"]);
  });

  it("keeps the id of an import", async () => {
    const state = await recordProgram(
      () => new ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" }, { import: "vpc-0123456789abcdef0" }),
    );
    assert.equal(find(state, "net").id, "vpc-0123456789abcdef0");
  });
});

describe("providers in a recorded program", () => {
  const config = { "aws:region": "eu-central-1", "aws:defaultTags": '{"tags":{"owner":"clinic"}}', "other:x": "1" };

  it("registers the default provider as the engine does, once", async () => {
    const program = () => {
      new ec2.Vpc("a", { cidrBlock: "10.0.0.0/16" });
      new ec2.Vpc("b", { cidrBlock: "10.1.0.0/16" });
    };
    const preview = await recordProgram(program, { config });
    const provider = find(preview, "default_7_48_0");
    assert.equal(provider.urn, defaultProvider);
    assert.equal(provider.parent, undefined);
    assert.deepEqual(provider.inputs, {
      __internal: {},
      region: "eu-central-1",
      defaultTags: '{"tags":{"owner":"clinic"}}',
      version: "7.48.0",
    });
    assert.equal(find(preview, "a").provider, `${defaultProvider}::04da6b54-80e4-46f7-96ec-b56ff0331ba9`);
    const updated = await update(program, { config });
    assert.equal(find(updated, "a").provider, `${defaultProvider}::${find(updated, "default_7_48_0").id}`);
    assert.match(find(updated, "default_7_48_0").id ?? "", /^[0-9a-f-]{36}$/);
  });

  it("merges the default tags of the configuration and takes its Region", async () => {
    const state = await update(() => new ec2.Vpc("net", { cidrBlock: "10.0.0.0/16", tags: { tier: "app" } }), {
      config,
    });
    const { inputs, outputs } = find(state, "net");
    assert.deepEqual(inputs.tags, { tier: "app" });
    assert.deepEqual(inputs.tagsAll, { owner: "clinic", tier: "app" });
    assert.equal(inputs.region, "eu-central-1");
    assert.match(textOf(outputs.arn), /^arn:aws:ec2:eu-central-1:111122223333:vpc\//);
  });

  it("makes all tags unknown when one is, as the provider does", async () => {
    const state = await recordProgram(() => {
      const network = new ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" });
      new ec2.Subnet("app", { vpcId: network.id, tags: { vpc: network.id } });
    });
    assert.ok(isUnknown(find(state, "app").inputs.tagsAll));
  });

  it("gives nothing to types that have no tags and no name", async () => {
    const state = await recordProgram(
      () => new s3.BucketVersioning("v", { bucket: "b", versioningConfiguration: { status: "Enabled" } }),
    );
    assert.deepEqual(Object.keys(find(state, "v").inputs).sort(), ["bucket", "region", "versioningConfiguration"]);
  });

  it("records explicit providers and creates in their Region and account", async () => {
    const state = await update(() => {
      const provider = new awsRoot.Provider("replica", {
        region: "cn-north-1",
        assumeRoles: [{ roleArn: "arn:aws-cn:iam::999988887777:role/deploy" }],
        defaultTags: { tags: { copy: "yes" } },
      });
      const parent = new Component("net", { provider });
      awsRoot.getCallerIdentityOutput({}, { parent }).accountId.apply((id) => new s3.Bucket(`records-${id}`));
    });
    const provider = find(state, "replica");
    const network = find(state, "net", "aws:ec2/vpc:Vpc");
    assert.equal(provider.type, "pulumi:providers:aws");
    assert.equal(network.provider, `${provider.urn}::${provider.id}`);
    assert.match(textOf(network.outputs.arn), /^arn:aws-cn:ec2:cn-north-1:999988887777:vpc\//);
    assert.deepEqual(network.inputs.tagsAll, { copy: "yes" });
    assert.equal(find(state, "records-999988887777").type, "aws:s3/bucket:Bucket");
  });

  it("lets a run choose its environment, and the next run has the default again", async () => {
    const program = () => awsRoot.getPartitionOutput().partition.apply((partition) => new kms.Key(partition));
    const gov = await update(program, { environment: { region: "us-gov-west-1", accountId: "123456789012" } });
    assert.match(textOf(find(gov, "aws-us-gov").outputs.arn), /^arn:aws-us-gov:kms:us-gov-west-1:123456789012:key\//);
    const commercial = await update(program);
    assert.match(textOf(find(commercial, "aws").outputs.arn), /^arn:aws:kms:us-east-1:111122223333:key\//);
  });
});

describe("a program that fails", () => {
  class ProgramError extends Error {}
  const works = () => new ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" });

  const failures: [string, Program][] = [
    [
      "throws",
      () => {
        works();
        throw new ProgramError("boom");
      },
    ],
    [
      "rejects after creating resources",
      async () => {
        const network = works();
        await new Promise((resolve) => setTimeout(resolve, 5));
        new ec2.Subnet("app", { vpcId: network.id });
        throw new ProgramError("boom");
      },
    ],
    [
      "throws in an apply that an input needs",
      () => {
        const broken = works().cidrBlock.apply((): string => {
          throw new ProgramError("boom");
        });
        new ec2.Subnet("app", { vpcId: broken });
      },
    ],
    [
      "throws in an apply that nothing needs",
      () => {
        works().cidrBlock.apply(() => {
          throw new ProgramError("boom");
        });
      },
    ],
    ["leaves a rejected promise behind", () => void Promise.reject(new ProgramError("boom"))],
  ];
  for (const [what, program] of failures) {
    for (const mode of ["preview", "update"] as const) {
      it(`${what}: its own error comes out, and the next ${mode} works`, async () => {
        await assert.rejects(recordProgram(program, { mode }), (error) => {
          assert.ok(error instanceof ProgramError);
          // The SDK puts the name of the input before the message of an error that an input's value throws.
          return error.message.endsWith("boom");
        });
        const state = await recordProgram(works, { mode });
        assert.deepEqual(state.resources.map((r) => logicalName(r.urn)).sort(), [
          "default_7_48_0",
          "net",
          "project-stack",
        ]);
      });
    }
  }

  it("says which URN is there twice", async () => {
    const twice = () => [works(), works()];
    await assert.rejects(recordProgram(twice), /Duplicate resource URN 'urn:pulumi:.*aws:ec2\/vpc:Vpc::net'/);
  });

  it("says which function is not simulated", async () => {
    const program = () => awsRoot.getServiceOutput({ serviceId: "ec2" }).id.apply((id) => id);
    await assert.rejects(recordProgram(program), /no answer for the function aws:index\/getService:getService/);
  });

  it("is refused while another one runs", async () => {
    const first = recordProgram(works);
    await assert.rejects(recordProgram(works), /another program is being recorded/);
    await first;
  });

  it("does not make the SDK fail the process at its end", () => {
    // The SDK looks for pending promises of the context in which the process ends: here the one of the failed run.
    const script = `
      const { AsyncResource } = require("node:async_hooks");
      const { recordProgram } = require("./src");
      const ec2 = require("@pulumi/aws/ec2");
      let end;
      recordProgram(() => {
        end = AsyncResource.bind(() => process.exit());
        const network = new ec2.Vpc("net", { cidrBlock: "10.0.0.0/16" });
        const cidrBlock = network.cidrBlock.apply(() => { throw new Error("boom"); });
        new ec2.Subnet("app", { vpcId: network.id, cidrBlock });
      }).catch(() => {
        console.log("failed as it should");
        end();
      });`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", "tsx/cjs", "-e", script], {
      cwd: join(__dirname, ".."),
      encoding: "utf8",
    });
    assert.equal(stdout.trim(), "failed as it should");
    assert.equal(stderr, "");
    assert.equal(status, 0);
  });

  it("leaves the listeners of the process as they were", async () => {
    const before = process.listeners("unhandledRejection");
    await recordProgram(works);
    await assert.rejects(recordProgram(() => Promise.reject(new ProgramError("boom"))));
    assert.deepEqual(process.listeners("unhandledRejection"), before);
  });
});

describe("standalone security group rules", () => {
  it("are recorded with their references", async () => {
    const state = await update(() => {
      const group = new ec2.SecurityGroup("db", { description: "database" });
      new vpc.SecurityGroupIngressRule("db-in", {
        securityGroupId: group.id,
        ipProtocol: "tcp",
        fromPort: 5432,
        toPort: 5432,
      });
    });
    const group = find(state, "db");
    assert.match(textOf(group.inputs.name), /^db-[0-9a-f]{7}$/);
    assert.equal(find(state, "db-in").inputs.securityGroupId, group.id);
    assert.match(find(state, "db-in").id ?? "", /^sgr-/);
  });
});
