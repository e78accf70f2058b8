import assert from "node:assert/strict";
import type { AwsEnvironment } from "@hipaa-aws/foundation";
import * as pulumi from "@pulumi/pulumi";
import { interfaceEndpointPolicy, s3EndpointPolicy } from "./endpoint-policies";
import { fargateEndpoints, gatewayServiceName, interfaceServiceName } from "./endpoint-services";
import { zoneAt } from "./zones";

function environment(partition: string, region: string): AwsEnvironment {
  return {
    partition: pulumi.output(partition),
    region: pulumi.output(region),
    accountId: pulumi.output("111122223333"),
    dnsSuffix: pulumi.output(partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com"),
  };
}

interface Statement {
  Sid: string;
  Effect: string;
  Principal: string;
  Action: string;
  Resource: string | string[];
  Condition?: Record<string, Record<string, string>>;
}

async function statements(policy: pulumi.Output<string>): Promise<Statement[]> {
  const text = await new Promise<string>((resolve) => {
    policy.apply((value) => {
      resolve(value);
    });
  });
  return (JSON.parse(text) as { Statement: Statement[] }).Statement;
}

describe("the policies of endpoints", () => {
  it("vpc-endpoint-policy-restrictive: this account's identities to this account's resources", async () => {
    assert.deepEqual(await statements(interfaceEndpointPolicy(environment("aws", "us-east-1"), undefined)), [
      {
        Sid: "AllowOwnIdentitiesToOwnResources",
        Effect: "Allow",
        Principal: "*",
        Action: "*",
        Resource: "*",
        Condition: {
          StringEquals: { "aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "111122223333" },
        },
      },
    ]);
  });

  it("are those of the organization where one is given", async () => {
    const [own] = await statements(interfaceEndpointPolicy(environment("aws", "us-east-1"), "o-exampleorgid"));
    assert.deepEqual(own?.Condition, {
      StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid", "aws:ResourceOrgID": "o-exampleorgid" },
    });
  });

  for (const [partition, region] of [
    ["aws", "us-east-1"],
    ["aws-us-gov", "us-gov-west-1"],
    ["aws-cn", "cn-north-1"],
  ] as const) {
    it(`for S3 admit the image layers of ECR and nothing more (${partition})`, async () => {
      const [own, layers, ...rest] = await statements(s3EndpointPolicy(environment(partition, region), undefined));
      assert.deepEqual(rest, []);
      assert.ok(own?.Condition);
      assert.deepEqual(layers, {
        Sid: "AllowImageLayers",
        Effect: "Allow",
        Principal: "*",
        Action: "s3:GetObject",
        Resource: `arn:${partition}:s3:::prod-${region}-starport-layer-bucket/*`,
      });
    });

    it(`for S3 admit packages of instances where there are some, to be read alone (${partition})`, async () => {
      const all = await statements(s3EndpointPolicy(environment(partition, region), undefined, true));
      const packages = all.find(({ Sid }) => Sid === "AllowInstancePackages");
      assert.equal(packages?.Action, "s3:GetObject");
      const resources = [packages.Resource].flat();
      assert.equal(resources.length, 6);
      assert.ok(resources.includes(`arn:${partition}:s3:::patch-baseline-snapshot-${region}/*`));
      assert.ok(resources.every((one) => one.includes(region) && one.endsWith("/*")));
    });
  }
});

describe("the names of endpoint services", () => {
  it("begin alike in all partitions but China", () => {
    for (const service of fargateEndpoints) {
      assert.equal(interfaceServiceName("aws", "us-east-1", service), `com.amazonaws.us-east-1.${service}`);
      assert.equal(
        interfaceServiceName("aws-us-gov", "us-gov-west-1", service),
        `com.amazonaws.us-gov-west-1.${service}`,
      );
    }
    const china = fargateEndpoints.map((service) => interfaceServiceName("aws-cn", "cn-north-1", service));
    assert.deepEqual(china, [
      "cn.com.amazonaws.cn-north-1.ecr.api",
      "cn.com.amazonaws.cn-north-1.ecr.dkr",
      "com.amazonaws.cn-north-1.logs",
      "com.amazonaws.cn-north-1.secretsmanager",
      "com.amazonaws.cn-north-1.kms",
      "cn.com.amazonaws.cn-north-1.sts",
    ]);
    assert.equal(gatewayServiceName("cn-north-1", "s3"), "com.amazonaws.cn-north-1.s3");
  });
});

describe("the zones", () => {
  it("are the Region's first ones", () => {
    assert.equal(zoneAt("main", ["us-west-1a", "us-west-1c"], 1, 2), "us-west-1c");
  });

  it("are refused where the Region has fewer", () => {
    assert.throws(() => zoneAt("main", ["us-west-1a", "us-west-1c"], 2, 3), {
      name: "ArgumentError",
      message:
        'Vpc "main": availabilityZones is 3, but this account has only 2 zone(s) in the Region. Give a smaller number.',
    });
  });
});
