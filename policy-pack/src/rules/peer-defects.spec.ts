import assert from "node:assert/strict";
import { cases } from "./all.cases";

/**
 * Defects that were seen in the source or the trackers of other rule sets, each with the case that keeps it out of this
 * one. A case that is renamed or dropped has to be looked for here.
 */
const defects: readonly (readonly [defect: string, rule: string, title: string])[] = [
  ["backups are looked for by ARN, and selections by tag are not seen", "ebs-volumes-backed-up", "a selection by tag"],
  ["restricted ports are looked for in IPv4 only", "vpc-sg-no-admin-ports", "SSH by IPv6"],
  ["restricted ports are looked for in TCP only", "vpc-sg-no-open-ingress", "UDP beside the web port"],
  ["every protocol is refused whatever the source", "vpc-sg-no-admin-ports", "every protocol from a private range"],
  ["memberships in resources of their own are not seen", "iam-user-in-group", "among a group's members"],
  ["destinations for failures do not count as dead-letter queues", "lambda-dlq", "a destination for failures"],
  ["a service without source ARN or account may call", "lambda-permission-source", "a service on behalf of anyone"],
  ["the default security group is a warning for ever", "vpc-default-security-group-empty", "empty lists"],
  ["a bucket without any policy is skipped", "s3-deny-insecure-transport", "a bucket without any policy"],
  ["one good policy passes all", "s3-deny-insecure-transport", "one bucket with a policy and one without"],
  ["port 80 is refused though it only redirects", "elb-listener-encrypted", "port 80 that only redirects to HTTPS"],
  ["a bucket without an encryption block passes", "s3-default-encryption", "nothing said"],
  [
    "encryption in a resource of its own is not seen",
    "s3-default-encryption",
    "a configuration that is wired to the bucket",
  ],
  ["dual-layer encryption is refused as such", "s3-kms-key", "no key with dual-layer encryption"],
  [
    "a launch configuration without a root block passes",
    "ec2-root-volume-encrypted",
    "a launch configuration that says nothing",
  ],
  ["ingress is read inline only", "vpc-sg-no-open-ingress", "a database port by IPv6, as an ingress rule"],
  ["lists of TLS policies age", "elb-listener-tls-policy", "FIPS and post-quantum"],
  ["what is not known yet stops the rule", "s3-kms-key", "rules known on update"],
];

describe("defects of other rule sets", () => {
  for (const [defect, rule, title] of defects) {
    it(`${rule}: ${defect}`, () => {
      const titles = cases[rule]?.map((one) => one.title) ?? [];
      assert.ok(titles.includes(title), `${rule} has no case "${title}"`);
    });
  }
});
