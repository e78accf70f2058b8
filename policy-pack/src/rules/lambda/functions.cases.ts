import { fault, notApplicable, pass, ref, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

const fn = (properties: Record<string, unknown> = {}) => resource("aws:lambda/function:Function", properties);
const phi = { tags: { "hipaa:phi": "true" } };
const signing = (policies: unknown) => resource("aws:lambda/codeSigningConfig:CodeSigningConfig", { policies });

export const functionCases: ServiceCases = {
  "lambda-runtime-supported": [
    pass("a current runtime", fn({ runtime: "nodejs24.x" })),
    pass("a runtime on Amazon Linux 2 that Lambda still patches", fn({ runtime: "provided.al2" })),
    pass("a container image", fn({ packageType: "Image", imageUri: "x" })),
    fault("an ended Node.js", fn({ runtime: "nodejs16.x" })),
    fault("an ended Python", fn({ runtime: "python3.8" })),
    fault("an ended OS-only runtime", fn({ runtime: "provided" })),
    undecided("known on update", fn({ runtime: unknown })),
  ],
  "lambda-in-vpc": [
    pass("subnets and a group", fn({ ...phi, vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } })),
    pass("wired subnets", [
      fn({ ...phi, vpcConfig: { subnetIds: [ref("subnet", "id")], securityGroupIds: ["sg-1"] } }),
      resource("aws:ec2/subnet:Subnet", {}, { name: "subnet" }),
    ]),
    notApplicable("a function that is not tagged", fn()),
    fault("no VPC", fn(phi)),
    fault("no subnets", fn({ ...phi, vpcConfig: { subnetIds: [], securityGroupIds: ["sg-1"] } })),
    fault("no security group", fn({ ...phi, vpcConfig: { subnetIds: ["subnet-1"] } })),
    undecided("a tag known on update", fn({ tags: { "hipaa:phi": unknown } })),
  ],
  "lambda-code-signing": [
    pass("a literal configuration", fn({ codeSigningConfigArn: "arn:aws:lambda:us-east-1:111122223333:csc" })),
    pass("a wired configuration", [
      fn({ codeSigningConfigArn: ref("csc", "arn") }),
      resource("aws:lambda/codeSigningConfig:CodeSigningConfig", {}, { name: "csc" }),
    ]),
    pass("a configuration that enforces", signing({ untrustedArtifactOnDeployment: "Enforce" })),
    notApplicable("a container image", fn({ packageType: "Image" })),
    fault("no configuration", fn()),
    fault("a configuration that warns", signing({ untrustedArtifactOnDeployment: "Warn" })),
    fault("a configuration that says nothing", signing(undefined)),
    undecided("policies known on update", signing(unknown)),
  ],
  "lambda-concurrency-limit": [
    pass("a limit", fn({ reservedConcurrentExecutions: 10 })),
    pass("the least limit", fn({ reservedConcurrentExecutions: 1 })),
    fault("no limit", fn({ reservedConcurrentExecutions: -1 })),
    fault("switched off", fn({ reservedConcurrentExecutions: 0 })),
    fault("nothing said", fn()),
    undecided("known on update", fn({ reservedConcurrentExecutions: unknown })),
  ],
  "lambda-tracing": [
    pass("active", fn({ tracingConfig: { mode: "Active" } })),
    pass(
      "active, outside of the VPC, which another rule reports",
      fn({ tracingConfig: { mode: "Active" }, vpcConfig: undefined }),
    ),
    fault("passing on what comes", fn({ tracingConfig: { mode: "PassThrough" } })),
    fault("nothing said", fn()),
    undecided("known on update", fn({ tracingConfig: unknown })),
  ],
};
