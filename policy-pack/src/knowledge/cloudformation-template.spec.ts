import assert from "node:assert/strict";
import { declaredTypes, eligibilityOfType } from "./cloudformation-template";

describe("CloudFormation templates", () => {
  it("are read as JSON", () => {
    const template = {
      Parameters: { Subnet: { Type: "AWS::EC2::Subnet::Id" }, Size: { Type: "Number" } },
      Resources: {
        Bucket: { Type: "AWS::S3::Bucket" },
        Other: { Type: "AWS::S3::Bucket", Properties: { Type: "x" } },
        Queue: { Type: "AWS::SQS::Queue" },
      },
    };
    assert.deepEqual(declaredTypes(JSON.stringify(template)), ["AWS::S3::Bucket", "AWS::SQS::Queue"]);
  });

  it("are read as YAML, in any style of writing", () => {
    const template = `
Parameters:
  Image:
    Type: AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>
Resources:
  Bucket:
    Type: AWS::S3::Bucket
  Queue: { Type: "AWS::SQS::Queue" }
  Topic:
    'Type' : 'AWS::SNS::Topic' # alarms
  # Type: AWS::Lightsail::Instance
  Hook:
    Type: Custom::Hook
    Properties: { Type: A }
`;
    assert.deepEqual(declaredTypes(template), [
      "AWS::S3::Bucket",
      "AWS::SQS::Queue",
      "AWS::SNS::Topic",
      "Custom::Hook",
    ]);
  });

  it("that are no template declare nothing", () => {
    for (const text of ["", "{}", "null", "[1]", "Resources: {}", "Type: String"]) {
      assert.deepEqual(declaredTypes(text), [], text);
    }
  });

  for (const [type, kind] of [
    ["AWS::S3::Bucket", "eligible"],
    ["AWS::ElasticLoadBalancingV2::LoadBalancer", "eligible"],
    ["AWS::Logs::LogGroup", "eligible"],
    ["AWS::HealthLake::FHIRDatastore", "eligible"],
    ["AWS::Serverless::Function", "eligible"],
    ["AWS::IAM::Role", "supporting"],
    ["AWS::CloudFormation::WaitCondition", "eligible"],
    ["Custom::Hook", "supporting"],
    ["AWS::Lightsail::Instance", "not eligible"],
    ["AWS::NewService::Thing", "not eligible"],
    ["Vendor::Monitors::Monitor", "unconfirmed"],
    ["AWS::CloudFormation::Stack", "opaque"],
    ["AWS::Serverless::Application", "opaque"],
  ] as const) {
    it(`${type} is ${kind}`, () => assert.equal(eligibilityOfType(type), kind));
  }
});
