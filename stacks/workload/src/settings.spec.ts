import assert from "node:assert/strict";
import * as fc from "fast-check";
import { readSettings } from "./settings";
import { SettingError } from "./settings-reader";

const digest = `@sha256:${"a".repeat(64)}`;
const good: Record<string, string> = {
  "aws:region": "us-east-1",
  "workload:domainName": "dev.clinic.example.com",
  "workload:internalDomainName": "internal.dev.clinic.example.com",
  "workload:hostedZoneId": "Z0123456789ABC",
  "workload:webImage": `111122223333.dkr.ecr.us-east-1.amazonaws.com/web${digest}`,
  "workload:appImage": `111122223333.dkr.ecr.us-east-1.amazonaws.com/app:1.4.2`,
  "workload:workerImage": `111122223333.dkr.ecr.us-east-1.amazonaws.com/worker${digest}`,
  "workload:migrationImage": `111122223333.dkr.ecr.us-east-1.amazonaws.com/migration:1.4.2`,
  "workload:debugImage": `111122223333.dkr.ecr.us-east-1.amazonaws.com/tools:7`,
  "workload:proxyImage": `111122223333.dkr.ecr.us-east-1.amazonaws.com/proxy${digest}`,
  "workload:cidrBlock": "10.10.0.0/16",
  "workload:availabilityZones": "2",
  "workload:natStrategy": "none",
  "workload:webTasksMin": "1",
  "workload:webTasksDesired": "1",
  "workload:webTasksMax": "2",
  "workload:appTasksMin": "1",
  "workload:appTasksDesired": "2",
  "workload:appTasksMax": "4",
  "workload:workerTasksMin": "1",
  "workload:workerTasksDesired": "1",
  "workload:workerTasksMax": "2",
  "workload:databaseInstanceClass": "db.t4g.medium",
  "workload:databaseStorageGb": "50",
  "workload:databaseMaxStorageGb": "100",
  "workload:databaseMultiAz": "false",
  "workload:cacheNodeType": "cache.t4g.small",
  "workload:cacheReplicas": "0",
  "workload:searchAdministratorArn": "arn:aws:iam::111122223333:role/search-administrator",
  "workload:searchInstanceType": "r7g.medium.search",
  "workload:searchManagerType": "m7g.medium.search",
  "workload:searchVolumeGb": "20",
  "workload:deletionProtection": "false",
  "workload:destroyBucketsWithObjects": "true",
};

describe("settings of the workload stack", () => {
  it("are read with their types", () => {
    const settings = readSettings(good);
    assert.equal(settings.availabilityZones, 2);
    assert.equal(settings.databaseMultiAz, false);
    assert.deepEqual(settings.appTasks, { min: 1, desired: 2, max: 4 });
    assert.equal(settings.organizationId, undefined);
  });

  it("name each missing key and the command that sets it", () => {
    for (const key of Object.keys(good).filter((name) => name.startsWith("workload:"))) {
      const { [key]: _, ...rest } = good;
      assert.throws(
        () => readSettings(rest),
        (error: Error) => {
          assert.ok(error instanceof SettingError);
          assert.ok(error.message.startsWith(`configuration ${key} is missing.`), error.message);
          assert.match(error.message, /pulumi config set workload:\w+ <value>/);
          return true;
        },
      );
    }
  });

  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ["domainName", "https://clinic", /a domain name in lower case/],
    ["hostedZoneId", "/hostedzone/Z1", /the id of a Route 53 hosted zone/],
    ["webImage", "nginx:latest", /a digest, or with a tag other than latest/],
    ["webImage", "nginx", /a digest, or with a tag other than latest/],
    ["cidrBlock", "10.10.0.0", /an IPv4 CIDR/],
    ["availabilityZones", "two", /a whole number from 2 to 3/],
    ["availabilityZones", "4", /is 4\. It must be a whole number from 2 to 3/],
    ["natStrategy", "one", /one of none, single, per-zone/],
    ["appTasksDesired", "9", /is 9\. It must be a whole number from 1 to 4/],
    ["databaseMaxStorageGb", "40", /is 40\. It must be a whole number from 50 to 65536/],
    ["databaseMultiAz", "yes", /true or false/],
    ["databaseInstanceClass", "m7g.large", /a class such as db\.m7g\.large/],
    ["searchAdministratorArn", "arn:aws:iam::111122223333:user/jo", /the ARN of an IAM role/],
    ["searchInstanceType", "r7g.large", /a type such as r7g\.large\.search/],
    ["searchVolumeGb", "9", /is 9\. It must be a whole number from 10 to 24576/],
    ["organizationId", "my-org", /an AWS Organizations id/],
  ];
  for (const [name, value, expected] of wrong) {
    it(`refuse ${name} = ${value}`, () => {
      assert.throws(() => readSettings({ ...good, [`workload:${name}`]: value }), expected);
    });
  }

  it("refuse a key that nothing reads", () => {
    assert.throws(
      () => readSettings({ ...good, "workload:databaseMultiAZ": "true" }),
      /configuration workload:databaseMultiAZ is read by nothing\. Remove it, or correct its spelling\./,
    );
  });

  it("either read any configuration or refuse it as a SettingError", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(good)), fc.string(), (key, value) => {
        try {
          readSettings({ ...good, [key]: value });
        } catch (error) {
          assert.ok(error instanceof SettingError);
        }
      }),
    );
  });
});
