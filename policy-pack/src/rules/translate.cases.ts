import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";
import { bucketOf, noPhi } from "../testing/s3";

const trust = (service: string) =>
  json({ Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }] });
const batch = (service = "translate.amazonaws.com", more: Record<string, unknown> = {}) =>
  resource("aws:iam/role:Role", { assumeRolePolicy: trust(service), ...more }, { name: "batch" });
const document = (target: unknown, action = "s3:PutObject") =>
  json({ Statement: [{ Effect: "Allow", Action: action, Resource: target }] });
const policy = (text: unknown, role: unknown = ref("batch", "id")) =>
  resource("aws:iam/rolePolicy:RolePolicy", { role, policy: text });
const letters = bucketOf({ bucket: "letters", ...noPhi });
const inLetters = document("arn:aws:s3:::letters/*");

export const translateCases: ServiceCases = {
  "translate-access": [
    pass("a bucket in scope", [policy(inLetters), batch(), bucketOf({ bucket: "letters" })]),
    pass("a role of another service", [policy(inLetters), batch("lambda.amazonaws.com"), letters]),
    pass("a role of another stack", [policy(inLetters, "elsewhere"), batch(), letters]),
    fault("a bucket out of scope", [policy(inLetters), batch(), letters]),
    fault("any bucket", [policy(document("*")), batch()]),
    fault("any bucket by ARN", [policy(document("arn:aws:s3:::*", "s3:GetObject")), batch()]),
    fault("inline in the role", [
      batch("translate.amazonaws.com", { inlinePolicies: [{ name: "a", policy: inLetters }] }),
      letters,
    ]),
    pass("reading the list of buckets of any name", [policy(document("*", "s3:ListAllMyBuckets")), batch(), letters]),
    undecided("a policy known on update", [policy(unknown), batch(), letters]),
    undecided("a trust known on update", [
      policy(inLetters),
      resource("aws:iam/role:Role", { assumeRolePolicy: unknown }, { name: "batch" }),
      letters,
    ]),
    undecided("a role known on update", [policy(inLetters, unknown), batch(), letters]),
  ],
};
